import { Origin } from "../../../source/origin.js";
import { allNullable } from "../../infer/common-type.js";
import { cursorOf, peek } from "../../parse/cursor.js";
import { failTooDeep, parseTypeAt } from "../../parse/parse-type.js";
import type { DataType } from "../../type.js";
import type { ArgumentProblem, GivenCall } from "../row.js";

/** The type that is written as a string; what is parsed by it can be null everywhere. */
export const literalSchema = ({ literals: [, schema] }: GivenCall): DataType => allNullable(read(String(schema)).type);

export function schemaProblem({ literals: [, schema] }: GivenCall): ArgumentProblem | undefined {
  const { type, problem } = read(String(schema));
  if (problem !== undefined)
    return { argument: 1, problem: `must be a type, such as 'struct<id:bigint,name:string>'. ${problem}` };
  const within = typesIn(type);
  if (within.some((one) => one.kind === "map" && one.key.kind !== "string"))
    return { argument: 1, problem: "must have no map but one with string keys: JSON has no others." };
  const time = within.find(({ kind }) => kind in TIMES)?.kind;
  if (time !== undefined)
    return {
      argument: 1,
      problem: `must have no ${time}: ${TIMES[time]}. Write string there, and try_cast(… as ${time}) of what is parsed.`,
    };
  const holds = type.kind === "struct" || type.kind === "array" || type.kind === "map";
  return holds
    ? undefined
    : { argument: 1, problem: "must be a struct, an array or a map. For one value, call get_json_object." };
}

/** Why texts are not parsed as times. */
const TIMES: Readonly<Record<string, string | undefined>> = {
  timestamp:
    "Spark takes '10:00' for a time of the day on which it reads it, so a replay would not compute the same rows",
  date: "Spark takes '20260301' for so many days since 1970, and what is computed of a day far outside of the calendar fails",
};

/** A type, and those of all that it holds. */
export function typesIn(type: DataType): readonly DataType[] {
  switch (type.kind) {
    case "array":
      return [type, ...typesIn(type.element)];
    case "map":
      return [type, ...typesIn(type.key), ...typesIn(type.value)];
    case "struct":
      return [type, ...type.fields.flatMap((field) => typesIn(field.type))];
    default:
      return [type];
  }
}

function read(text: string): { readonly type: DataType; readonly problem: string | undefined } {
  const cursor = cursorOf(text, NOWHERE);
  failTooDeep(cursor);
  const type = parseTypeAt(cursor);
  const rest = peek(cursor);
  return {
    type,
    problem:
      cursor.problem?.message ??
      (rest.kind === "end" ? undefined : `Expected the end of the type, found '${rest.text}'.`),
  };
}

/** The problem's own place is not used: it is told at the argument. */
const NOWHERE = Origin.root({
  file: { path: "", text: "" },
  root: { kind: "scalar", range: { start: 0, end: 0 }, value: null },
});
