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
  if (type.kind === "map" && type.key.kind !== "string")
    return { argument: 1, problem: "must be a map with string keys: JSON has no others." };
  const holds = type.kind === "struct" || type.kind === "array" || type.kind === "map";
  return holds
    ? undefined
    : { argument: 1, problem: "must be a struct, an array or a map. For one value, call get_json_object." };
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
