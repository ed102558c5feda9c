import { template } from "../../compiler/emit/template.js";
import { printIdentifier } from "../../compiler/expression/print/identifier.js";
import type { EventsInput, InputIr, OneInput, UnionedInput, UnionInput } from "../../compiler/ir/input.js";
import { positionOf } from "../../compiler/ir/inputs.js";
import type { PositionIr, TableIr } from "../../compiler/ir/table.js";
import { viewSteps } from "./input-view.js";
import type { Cell } from "./notebook.js";
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
import { text } from "./text.generated.js";
import type { EventsView } from "./view.js";

const renderEvents = template<EventsView>(text["templates/events.py.hbs"]);

/** A query's input as steps. `suffix`: what is said of each table of rows, before anything is made of it. */
export const inputSteps = (input: InputIr, suffix: Python = rendered("")): Steps =>
  input.kind === "union" ? unionSteps(input, "alone", suffix) : oneInput(input, "alone", suffix);

/** `standing`: alone, or beside other inputs, by whose names they are told apart. */
function oneInput(input: UnionedInput, standing: "alone" | "beside", suffix: Python): Steps {
  if (input.kind === "view") {
    const { input: of } = input;
    const below = of.kind === "union" ? unionSteps(of, standing, none) : oneInput(of, standing, none);
    return viewSteps(input, below, suffix);
  }
  const title = standing === "alone" ? undefined : input.table.reference;
  const name = title?.replaceAll(".", "_") ?? nameOf(input);
  const position = positionOf(input);
  return {
    cells: [tableCell(input, name, title, suffix)],
    name: identifier(name),
    beside: position ? withMark(setAside(position)) : [],
  };
}

const none = rendered("");

const nameOf = (input: InputIr): string => (positionOf(input) ? "events" : "input_rows");

function unionSteps(input: UnionInput, standing: "alone" | "beside", suffix: Python): Steps {
  const name = standing === "alone" ? nameOf(input) : "united";
  const all = input.inputs.map((one) => oneInput(one, "beside", suffix));
  const alike = input.inputs.some(({ kind }) => kind === "view") ? withSameColumns(all) : all;
  const named = alike.map((one, at) => {
    const of = input.inputs[at];
    return entry(of?.kind === "view" ? of.reference : (of?.table.reference ?? ""), one.name);
  });
  const beside = (alike[0]?.beside ?? []).filter((column) => column.name !== "_input");
  return {
    cells: [
      ...all.flatMap(({ cells }) => cells),
      { kind: "code", title: "Union", code: assign(name, call("union", [dictionary(named)])) },
    ],
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

/** The rows of a table as they come, in whole commits: the limit, which would cut one in two, is more files than one has. */
export function stream({ path }: TableIr): Python {
  const options = '.option("maxFilesPerTrigger", 1000000).option("withEventTimeOrder", "true")';
  return rendered(`spark.readStream.format("delta")${options}.load(${lakePath(path)})`);
}

function parsedEvents({ table, body: { format, columns }, position }: EventsInput, name: string): Python {
  return rendered(
    renderEvents({
      ...{ name: identifier(name), parser: identifier(parsers[format]), path: lakePath(table.path) },
      body: columnsDdl(columns),
      position: literals(position.columns.map((column) => column.name)),
    }),
  );
}

const parsers = {
  json: "json_body",
  csv: "csv_body",
  parquet: "columns_body",
  avro: "columns_body",
  delta: "columns_body",
} as const satisfies Record<EventsInput["body"]["format"], string>;

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
