import { template } from "../../compiler/emit/template.js";
import type { Query } from "../../compiler/ir/query.js";
import type { Cell } from "./notebook.js";
import { placeParameter, triggerParameter } from "./parameters.js";
import {
  assign,
  call,
  identifier,
  lakePath,
  lines,
  literal,
  type Python,
  rendered,
  statements,
  words,
} from "./python.js";
import { text } from "./text.generated.js";
import type { WriteView } from "./view.js";

const renderWrite = template<WriteView>(text["templates/write.py.hbs"]);

/** What every query's notebook begins with: what it is, the project's module, its parameters. */
export function opening(query: Query, reads: readonly string[], writes: readonly string[]): readonly Cell[] {
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
    begin: beginOf(query),
    trigger:
      typeof query.trigger === "string"
        ? literal(query.trigger)
        : call("parameter", [literal(triggerParameter(query))]),
  };
  return { kind: "code", title, code: rendered(renderWrite(view)) };
}

/** What a query makes sure of before it starts: that its checkpoint fits what it has written. */
function beginOf(query: Query): Python {
  const known = [identifier("app"), rendered('f"{lake}/_ops"'), identifier("checkpoint")];
  if (!("output" in query)) return call("begin_delivery", known);
  const table = lakePath(query.output.path);
  if (query.kind === "replace") return call("mend", [...known, table, identifier("write")]);
  return call("begin", [identifier("query"), ...known, table]);
}

const parameters = (query: Query): Python =>
  statements([
    assign("lake", rendered('parameter("lake")')),
    assign("query", literal(query.id)),
    assign("place", call("parameter", [literal(placeParameter(query))]), "of this environment's sources"),
    assign(
      "app",
      rendered(`f"{query}/${identifier(query.identity)}-{place}"`),
      "with the identity of what the query's position and state depend on",
    ),
    assign("checkpoint", rendered('f"{lake}/_checkpoints/{app}"')),
  ]);
