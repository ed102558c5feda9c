import { placeParameter, triggerParameter } from "../../compiler/ir/parameters.js";
import type { Query } from "../../compiler/ir/query.js";
import type { SourceNames } from "../../compiler/ir/source.js";
import { waitsForWatermark } from "../../compiler/ir/waits-for-watermark.js";
import type { Cell, Notebook } from "./notebook.js";
import {
  argument,
  assign,
  call,
  calls,
  identifier,
  lakePath,
  lines,
  literal,
  literals,
  type Python,
  rendered,
  statements,
  tuple,
  words,
} from "./python.js";
import { renderWrite } from "./templates.generated.js";
import type { WriteView } from "./view.js";

/** The notebook of a query: what each begins with, and `cells`, of which the last is its `closing`. */
export const queryNotebook = (query: Query, path: string, places: Places, cells: readonly Cell[]): Notebook => ({
  path,
  origin: query.origin,
  ...places,
  cells: [...opening(query, places), ...cells],
});

/** References of what a notebook reads and of what it writes. */
type Places = Pick<Notebook, "reads" | "writes">;

/** `sources.readings`: as the pipeline that declares it says. */
export const sourceReference = ({ id }: SourceNames): string => id.slice(id.indexOf("/") + 1);

/** What it is, the project's module, its parameters. */
function opening(query: Query, { reads, writes }: Places): readonly Cell[] {
  const named = (references: readonly string[]): string => references.map((name) => `\`${name}\``).join(", ");
  return [
    {
      kind: "text",
      lines: [
        words(`# ${query.reference}`),
        ...(query.description === undefined ? [] : [words(query.description), words("")]),
        words(`Reads ${named(reads)}; writes ${named(writes)}.`),
        words(`Generated from \`${query.origin.file.path}\`; edit that file.`),
      ],
    },
    { kind: "include" },
    { kind: "code", title: "Parameters", code: parameters(query) },
  ];
}

/** What every query's notebook ends with: each batch handed to one of the module's writers, in the query's rhythm. */
export function closing(query: Query, title: string, writer: string, given: readonly Python[], rows: string): Cell {
  const view: WriteView = {
    writer: identifier(writer),
    arguments: lines(given, "        "),
    rows: identifier(rows),
    begin: waitsForWatermark(query)
      ? statements([beginOf(query), call("make_up", [identifier("query")])])
      : beginOf(query),
    trigger:
      typeof query.trigger === "string"
        ? literal(query.trigger)
        : call("parameter", [literal(triggerParameter(query))]),
  };
  return { kind: "code", title, code: rendered(renderWrite(view)) };
}

/** What a query makes sure of before it starts: that its checkpoint fits what it has written. */
function beginOf(query: Query): Python {
  const known = identifier("query");
  if (!("output" in query)) return call("resume", [known]);
  const table = lakePath(query.output.path);
  if (query.kind === "replace") return call("mend", [known, table, identifier("write")]);
  if (query.goesOnFrom.length > 0)
    return calls("go_on", [known, table, argument("identities", identities(query)), ...beside(query)]);
  return call("begin", [known, table]);
}

/** Of the checkpoints before, in this environment. */
const identities = ({ goesOnFrom }: Query): Python =>
  rendered(`[${goesOnFrom.map((identity) => `f"${identifier(identity)}-{place}"`).join(", ")}]`);

/** Where a batch writes beside the table, as the writer of rows does it (`runtime/rows.py`). */
function beside(query: Query): readonly Python[] {
  if (query.kind !== "rows") return [];
  // Also where it has none now: what it goes on from may have had one.
  const quarantine = lakePath(`${query.output.path}_quarantine`);
  const part = tuple([literal("quarantine"), quarantine, literals(["quarantined", "unparsable"])]);
  return [argument("beside", rendered(`[${part}]`))];
}

const parameters = (query: Query): Python =>
  statements([
    assign("lake", rendered('parameter("lake")')),
    assign("place", call("parameter", [literal(placeParameter(query))]), "of this environment's sources"),
    assign(
      "query",
      calls("Query", [
        argument("name", literal(query.id)),
        argument("identity", rendered(`f"${identifier(query.identity)}-{place}"`)),
        argument("lake", identifier("lake")),
      ]),
    ),
  ]);
