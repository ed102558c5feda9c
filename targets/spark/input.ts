import { printIdentifier } from "../../compiler/expression/print/identifier.js";
import type { EventsInput, InputIr, OneInput, UnionInput } from "../../compiler/ir/input.js";
import { positionOf } from "../../compiler/ir/inputs.js";
import type { PositionIr, TableIr } from "../../compiler/ir/table.js";
import { viewSteps } from "./input-view.js";
import type { Cell } from "./notebook.js";
import { parserOf } from "./parser.js";
import {
  assign,
  call,
  dictionary,
  entry,
  identifier,
  lakePath,
  literal,
  literals,
  type Python,
  rendered,
} from "./python.js";
import { columnsDdl } from "./schema.js";
import { type Beside, carried, found, isMarked, type Steps, withMark } from "./steps.js";
import { renderEvents } from "./templates.generated.js";

/** A query's input as steps. `suffix`: what is said of each table of rows, before anything is made of it. */
export function inputSteps(input: InputIr, suffix: Python = none): Steps {
  const made = new Map<InputIr, Steps>();
  for (const part of partsOf(input, suffix)) made.set(part.input, ownSteps(part, made));
  const last = stepsIn(made, input);
  return { ...last, cells: [...made.values()].flatMap(({ cells }) => cells) };
}

/** An input, a view on the way to it, or a union. */
interface Part {
  readonly input: InputIr;
  /** Alone, or beside other inputs, by whose names they are told apart. */
  readonly standing: "alone" | "beside";
  readonly suffix: Python;
}

const none = rendered("");

/** Each after those that it reads; with a list of its own instead of the call stack, because a chain may be as long as it likes. */
function partsOf(input: InputIr, suffix: Python): readonly Part[] {
  const parts: Part[] = [];
  const next: Part[] = [{ input, standing: "alone", suffix }];
  for (let part = next.pop(); part !== undefined; part = next.pop()) {
    parts.push(part);
    const { input: read } = part;
    if (read.kind === "union")
      next.push(...read.inputs.map((one) => ({ ...part, input: one, standing: "beside" }) as const));
    if (read.kind === "view") next.push({ ...part, input: read.input, suffix: none });
  }
  return parts.reverse();
}

/** The steps of a part without those of what it reads. */
function ownSteps({ input, standing, suffix }: Part, made: ReadonlyMap<InputIr, Steps>): Steps {
  if (input.kind === "union") return unionSteps(input, standing, made);
  if (input.kind === "view") return viewSteps(input, stepsIn(made, input.input), suffix);
  const title = standing === "alone" ? undefined : input.table.reference;
  const name = title?.replaceAll(".", "_") ?? nameOf(input);
  const position = positionOf(input);
  return {
    cells: [tableCell(input, name, title, suffix)],
    name: identifier(name),
    beside: position ? withMark(setAside(position)) : [],
  };
}

function stepsIn(made: ReadonlyMap<InputIr, Steps>, input: InputIr): Steps {
  const steps = made.get(input);
  if (steps === undefined) throw new Error("an input has no steps before those of its reader");
  return steps;
}

const nameOf = (input: InputIr): string => (positionOf(input) ? "events" : "input_rows");

function unionSteps(input: UnionInput, standing: Part["standing"], made: ReadonlyMap<InputIr, Steps>): Steps {
  const name = standing === "alone" ? nameOf(input) : "united";
  const all = input.inputs.map((one) => stepsIn(made, one));
  const alike = input.inputs.some(({ kind }) => kind === "view") ? withSameColumns(all) : all;
  const named = alike.map((one, at) => {
    const of = input.inputs[at];
    return entry(of?.kind === "view" ? of.reference : (of?.table.reference ?? ""), one.name);
  });
  const beside = (alike[0]?.beside ?? []).filter((column) => column.name !== "_input");
  return {
    cells: [{ kind: "code", title: "Union", code: assign(name, call("union", [dictionary(named)])) }],
    name: identifier(name),
    beside: [{ name: "_input" }, ...beside],
  };
}

/** A view's rows have been set their positions aside, and it may have marked some: so must those that they are united with. */
function withSameColumns(all: readonly Steps[]): readonly Steps[] {
  const hasMarks = all.some(({ beside }) => isMarked(beside));
  return all.map(({ cells, name, beside }) => {
    const aside = beside.filter(({ of }) => of !== undefined);
    const rows = aside.length > 0 ? call(`${name}.selectExpr`, [literal("*"), ...aside.map(carried)]) : name;
    const isToMark = hasMarks && !isMarked(beside);
    return {
      cells,
      name: isToMark ? call("marked", [rows]) : rows,
      beside: found(hasMarks ? withMark(beside) : beside),
    };
  });
}

/** `name`: of the variable; `title`: the table's reference, where it is one of several. */
function tableCell(input: OneInput, name: string, title: string | undefined, suffix: Python): Cell {
  if (input.kind === "events")
    return { kind: "code", title: `${title ?? "Events"}: ${seen[input.body.format]}`, code: parsedEvents(input, name) };
  return { kind: "code", title: title ?? "Input", code: assign(name, rendered(`${stream(input.table)}${suffix}`)) };
}

/** The limit, which would cut a commit in two, is more files than one has. */
const wholeCommits = '.option("maxFilesPerTrigger", 1000000)';

/** The rows of a table as they come, in whole commits. */
export function stream({ path }: TableIr): Python {
  const options = `${wholeCommits}.option("withEventTimeOrder", "true")`;
  return rendered(`spark.readStream.format("delta")${options}.load(${lakePath(path)})`);
}

/** Raw rows in the order in which they came; what a table of others held at first came in none, as one commit, and stays whole. */
function rawStream({ table: { path }, body: { format } }: EventsInput): Python {
  const options = format === "delta" ? wholeCommits : "";
  return rendered(`spark.readStream.format("delta")${options}.load(${lakePath(path)})`);
}

function parsedEvents(input: EventsInput, name: string): Python {
  const { body, position } = input;
  return rendered(
    renderEvents({
      ...{ name: identifier(name), parser: identifier(parserOf(body)), rows: rawStream(input) },
      body: columnsDdl(body.columns),
      position: literals(position.columns.map((column) => column.name)),
    }),
  );
}

const seen = {
  json: "the columns of each body",
  csv: "the columns of each body",
  parquet: "the columns of each row",
  avro: "the columns of each row",
  delta: "the columns of each row",
} as const satisfies Record<EventsInput["body"]["format"], string>;

/** What stands beside the columns of a row until it is known where the row goes. */
const setAside = ({ columns }: PositionIr): readonly Beside[] => [
  ...columns.map(({ name }) => ({ name: `_${name}`, of: printIdentifier(name) })),
  { name: "_body" },
];
