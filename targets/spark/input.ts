import { template } from "../../compiler/emit/template.js";
import { printIdentifier } from "../../compiler/expression/print/identifier.js";
import { positionOf } from "../../compiler/ir/inputs.js";
import type { EventsInput, InputIr, OneInput, PositionIr, TableIr } from "../../compiler/ir/ir.js";
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
import { ddl } from "./schema.js";
import { text } from "./text.generated.js";
import type { EventsView } from "./view.js";

const renderEvents = template<EventsView>(text["templates/events.py.hbs"]);

/** A query's input as steps: the cells that make it, and what the next step finds. */
export interface InputSteps {
  readonly cells: readonly Cell[];
  readonly name: Python;
  /** What each row carries beside its columns: where it stands, where it goes. */
  readonly beside: readonly Python[];
}

/** Where a row goes that is not written. */
export const marked: Python = literal("_goes");

/** `suffix`: what is said of each table of rows, before anything is made of it. */
export function inputSteps(input: InputIr, suffix: Python = rendered("")): InputSteps {
  const position = positionOf(input);
  const name = position ? "events" : "input_rows";
  const beside = position ? [...setAside(position), marked] : [];
  if (input.kind !== "union")
    return { cells: [oneCell(input, name, undefined, suffix)], name: identifier(name), beside };
  const all = input.inputs.map((one) => ({ one, variable: one.table.reference.replaceAll(".", "_") }));
  const named = all.map(({ one, variable }) => entry(one.table.reference, identifier(variable)));
  return {
    cells: [
      ...all.map(({ one, variable }) => oneCell(one, variable, one.table.reference, suffix)),
      { kind: "code", title: "Union", code: assign(name, call("union", [dictionary(named)])) },
    ],
    name: identifier(name),
    beside: [literal("_input"), ...beside],
  };
}

/** `name`: of the variable; `title`: the table's reference, where it is one of several. */
function oneCell(input: OneInput, name: string, title: string | undefined, suffix: Python): Cell {
  if (input.kind === "events")
    return { kind: "code", title: `${title ?? "Events"}: the columns of each body`, code: parsedEvents(input, name) };
  return { kind: "code", title: title ?? "Input", code: assign(name, rendered(`${stream(input.table)}${suffix}`)) };
}

/** The rows of a table as they come. */
export function stream({ path }: TableIr): Python {
  const options = '.option("maxFilesPerTrigger", 10000).option("withEventTimeOrder", "true")'; // whole commits
  return rendered(`spark.readStream.format("delta")${options}.load(${lakePath(path)})`);
}

function parsedEvents({ table, body: { format, columns }, position }: EventsInput, name: string): Python {
  const body = literal(columns.map((field) => `${printIdentifier(field.name)} ${ddl(field.type)}`).join(", "));
  return rendered(
    renderEvents({
      ...{ name: identifier(name), parser: identifier(`${format}_body`), path: lakePath(table.path), body },
      position: literals(position.columns.map((column) => column.name)),
    }),
  );
}

/** What stands beside the columns of a row until it is known where the row goes. */
const setAside = ({ columns }: PositionIr): readonly Python[] => [
  ...columns.map(({ name }) => literal(`${printIdentifier(name)} AS _${name}`)),
  literal("_body"),
];
