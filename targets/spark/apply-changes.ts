import { printSpark } from "../../compiler/expression/print-spark.js";
import { readAt } from "../../compiler/ir/database.js";
import type { LandedIr } from "../../compiler/ir/flow.js";
import type { ApplyChangesQuery } from "../../compiler/ir/query.js";
import { column } from "./columns.js";
import { queryNotebook } from "./frame.js";
import type { Notebook } from "./notebook.js";
import {
  argument,
  assign,
  call,
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
import { type Beside, carried } from "./steps.js";
import { renderApplyChanges } from "./templates.generated.js";
import type { ApplyChangesView } from "./view.js";

/** A table with the latest row of each key of what has landed: run once for each round of landings, it is no stream. */
export function applyChangesNotebook(query: ApplyChangesQuery, path: string): Notebook {
  const { input, columns, where, expectations, output, quarantine, deletes, sequences } = query;
  const writes = [output, quarantine, deletes?.kept, sequences].flatMap((table) => table?.reference ?? []);
  const view: ApplyChangesView = {
    expectations: dictionary(expectations.map(expectation)),
    columns: lines([...columns.map(column), ...besideOf(query).map(carried)], "        "),
    where: where && literal(printSpark(where)),
  };
  return queryNotebook(query, path, { reads: [input.reference], writes }, [
    {
      kind: "code",
      title: `What has landed of ${input.reference}`,
      code: assign("landed", calls("Landed", landedArguments(input))),
    },
    { kind: "code", title: "Columns, and what must hold", code: rendered(renderApplyChanges(view)) },
    {
      kind: "code",
      title: `The landings that are not taken yet: ${mergedOf(query)} merged`,
      code: calls("apply_changes", given(query)),
    },
  ]);
}

function mergedOf({ history, sequences }: ApplyChangesQuery): string {
  if (history) return "versions of rows are";
  return sequences ? "of each key the latest values are" : "of each key the latest row is";
}

/** What an orchestrator lands, as notebooks know it. */
export const landedArguments = ({ id, path, format, within, columns }: LandedIr): readonly Python[] => [
  argument("source", literal(id)),
  argument("folder", lakePath(path)),
  argument("form", literal(format)),
  argument("columns", requiredColumnsDdl(columns)),
  ...(within.length > 0 ? [argument("within", literals(within))] : []),
];

/** What each row carries: the landing that brought it, where that is a whole table, when that was read, and whether it is a delete. */
const besideOf = ({ of, deletes }: ApplyChangesQuery): readonly Beside[] => [
  ...[{ name: "_landing" }, ...(of === "snapshots" ? [readAt] : [])].map(({ name }) => ({ name })),
  ...(deletes ? [{ name: "_deletes", of: `coalesce(${printSpark(deletes.when)}, false)` }] : []),
];

/** How landings are merged, where it is not just that the latest row of each key stays. */
function howOf(query: ApplyChangesQuery): Python | undefined {
  const { of, deletes, deletesAbsent, history, sequenceBy, sequences } = query;
  const [sequence = ""] = sequenceBy;
  if (sequences) {
    const kept = argument("sequences", lakePath(sequences.path));
    return call("LatestValues", [argument("sequence_by", literals(sequenceBy)), kept]);
  }
  if (deletes?.kept) {
    const kept = argument("deleted", lakePath(deletes.kept.path));
    return history
      ? call("HistoryWithDeletes", [argument("sequence", literal(sequence)), kept])
      : call("LatestOrDeleted", [argument("sequence_by", literals(sequenceBy)), kept]);
  }
  if (history === undefined) return of === "snapshots" && deletesAbsent ? rendered("LatestOfSnapshots()") : undefined;
  if (of === "changes") return call("History", [argument("sequence", literal(sequence))]);
  return call("HistoryOfSnapshots", [
    argument("tracked", literals(history.tracked ?? [])),
    argument("closes_absent", rendered(deletesAbsent ? "True" : "False")),
  ]);
}

function given(query: ApplyChangesQuery): readonly Python[] {
  const { columns, keys, sequenceBy, output, quarantine } = query;
  const how = howOf(query);
  return [
    identifier("query"),
    identifier("landed"),
    identifier("changes"),
    argument("table", lakePath(output.path)),
    argument("columns", literals(columns.map(({ name }) => name))),
    argument("keys", literals(keys)),
    ...(how || sequenceBy.length === 0 ? [] : [argument("sequence_by", literals(sequenceBy))]),
    ...(quarantine ? [argument("quarantine", lakePath(quarantine.path))] : []),
    ...(how ? [argument("how", how)] : []),
  ];
}
