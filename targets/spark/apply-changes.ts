import { template } from "../../compiler/emit/template.js";
import { printSpark } from "../../compiler/expression/print-spark.js";
import type { LandedIr } from "../../compiler/ir/flow.js";
import type { ApplyChangesQuery } from "../../compiler/ir/query.js";
import { column } from "./columns.js";
import { queryNotebook } from "./frame.js";
import type { Notebook } from "./notebook.js";
import {
  argument,
  assign,
  calls,
  dictionary,
  identifier,
  lakePath,
  lines,
  literal,
  literals,
  type Python,
  rendered,
} from "./python.js";
import { expectation } from "./rows.js";
import { requiredColumnsDdl } from "./schema.js";
import { carried } from "./steps.js";
import { text } from "./text.generated.js";
import type { ApplyChangesView } from "./view.js";

const render = template<ApplyChangesView>(text["templates/apply-changes.py.hbs"]);

/** A table with the latest row of each key of what has landed: run once for each round of landings, it is no stream. */
export function applyChangesNotebook(query: ApplyChangesQuery, path: string): Notebook {
  const { input, columns, where, expectations, output, quarantine } = query;
  const writes = [output, quarantine].flatMap((table) => table?.reference ?? []);
  const view: ApplyChangesView = {
    expectations: dictionary(expectations.map(expectation)),
    columns: lines([...columns.map(column), carried({ name: "_landing" })], "        "),
    where: where && literal(printSpark(where)),
  };
  return queryNotebook(query, path, { reads: [input.reference], writes }, [
    {
      kind: "code",
      title: `What has landed of ${input.reference}`,
      code: assign("landed", calls("Landed", landedArguments(input))),
    },
    { kind: "code", title: "Columns, and what must hold", code: rendered(render(view)) },
    {
      kind: "code",
      title: "The landings that are not taken yet: of each key the latest row is merged",
      code: calls("apply_changes", given(query)),
    },
  ]);
}

/** What an orchestrator lands, as notebooks know it. */
export const landedArguments = ({ id, path, format, columns }: LandedIr): readonly Python[] => [
  argument("source", literal(id)),
  argument("folder", lakePath(path)),
  argument("form", literal(format)),
  argument("columns", requiredColumnsDdl(columns)),
];

const given = ({ columns, keys, sequenceBy, output, quarantine }: ApplyChangesQuery): readonly Python[] => [
  identifier("query"),
  identifier("landed"),
  identifier("changes"),
  argument("table", lakePath(output.path)),
  argument("columns", literals(columns.map(({ name }) => name))),
  argument("keys", literals(keys)),
  argument("sequence_by", literals(sequenceBy)),
  ...(quarantine ? [argument("quarantine", lakePath(quarantine.path))] : []),
];
