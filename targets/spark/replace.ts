import { printSpark } from "../../compiler/expression/print-spark.js";
import type { LandedIr } from "../../compiler/ir/flow.js";
import { allTablesRead } from "../../compiler/ir/inputs.js";
import type { ReadingInput, ReplaceQuery, WholeInput } from "../../compiler/ir/query.js";
import { landedArguments } from "./apply-changes.js";
import { column } from "./columns.js";
import { exploded } from "./explode.js";
import { closing, queryNotebook } from "./frame.js";
import { joinsCells } from "./joins.js";
import type { Cell, Notebook } from "./notebook.js";
import {
  argument,
  call,
  calls,
  dictionary,
  entry,
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
import { carried, withElements } from "./steps.js";
import { renderReplace } from "./templates.generated.js";
import type { ReplaceView } from "./view.js";
import { aggregate } from "./windows.js";

/** A table that is computed anew from all its inputs and swapped in one commit; a batch of a stream only says that one has changed. */
export function replaceNotebook(query: ReplaceQuery, path: string): Notebook {
  const { inputs, joins, output, quarantine } = query;
  const readings = inputs.flatMap((input) => (input.kind === "reading" ? [input.landed.reference] : []));
  const reads = [...readings, ...allTablesRead(query).map(({ reference }) => reference)];
  const writes = [output, quarantine].flatMap((table) => table?.reference ?? []);
  return queryNotebook(query, path, { reads, writes }, [
    ...joinsCells(joins),
    {
      kind: "code",
      title: "What the table holds: computed from all that its inputs hold, once one of them has changed",
      code: rendered(renderReplace(viewOf(query))),
    },
    query.isOfFlow ? computing(query) : following(query),
  ]);
}

const following = (query: ReplaceQuery): Cell =>
  closing(
    query,
    "Each batch: something has changed, so the table is swapped for a new one",
    "write_replaced",
    given(query),
    "changes",
  );

const computing = (query: ReplaceQuery): Cell => ({
  kind: "code",
  title: "Where something has changed, the table is swapped for a new one",
  code: calls("recompute", [identifier("query"), ...given(query)]),
});

function viewOf(query: ReplaceQuery): ReplaceView {
  const { inputs, computedOf, explode, columns, where, expectations, grouping } = query;
  const [first] = inputs;
  const input = rendered(inputs.length > 1 ? "union(inputs)" : `inputs[${literal(first ? storedName(first) : "")}]`);
  const changing = allTablesRead(query).map(({ path }) => lakePath(path));
  const beside = [...withElements([], explode), ...(inputs.length > 1 ? [{ name: "_input" }] : [])];
  return {
    // Sorted, because a checkpoint knows its sources by their order alone, and joins may change places.
    changing: query.isOfFlow ? undefined : rendered(`[${changing.sort().join(", ")}]`),
    inputs: dictionary(inputs.map((one) => entry(storedName(one), whole(one)))),
    computedOf:
      computedOf.length > 0 ? dictionary(computedOf.map((one) => entry(storedName(one), reading(one)))) : undefined,
    input: explode ? exploded(explode, input) : input,
    columns: lines([...columns.map(column), ...beside.map(carried)], "        "),
    expectations: dictionary(expectations.map(expectation)),
    where: where && literal(printSpark(where)),
    aggregates: grouping && lines(grouping.aggregates.map(aggregate), "        "),
    keys: rendered((grouping?.groupBy ?? []).map(literal).join(", ")),
  };
}

/** `silver.readings`: by the name under which it is stored, which stays when a table gets another, because batches are recorded with it. */
const storedName = (input: WholeInput): string => (input.kind === "table" ? input.table : input).path.replace("/", ".");

const whole = (input: WholeInput): Python =>
  input.kind === "table"
    ? lakePath(input.table.path)
    : input.landed.of === "landings"
      ? reading(input)
      : loads(input.landed);

const reading = ({ landed }: ReadingInput): Python => call("Reading", [call("Landed", landedArguments(landed))]);

/** Loads of others, as notebooks know them. */
export const loads = ({ id, path, columns }: LandedIr): Python =>
  call("Loads", [
    argument("source", literal(id)),
    argument("folder", lakePath(path)),
    argument("columns", requiredColumnsDdl(columns)),
  ]);

const given = ({
  columns,
  computedOf,
  explode,
  joins,
  grouping,
  output,
  quarantine,
}: ReplaceQuery): readonly Python[] => [
  argument("inputs", identifier("INPUTS")),
  argument("compute", identifier("computed")),
  argument("columns", literals(columns.map(({ name }) => name))),
  argument("table", lakePath(output.path)),
  ...(quarantine ? [argument("quarantine", lakePath(quarantine.path))] : []),
  ...(explode ? [argument("counted", identifier("COUNTED"))] : []),
  ...(joins.length > 0 ? [argument("lookups", identifier("LOOKUPS"))] : []),
  ...(grouping ? [argument("aggregate", identifier("aggregated"))] : []),
  ...(computedOf.length > 0 ? [argument("computed_of", identifier("COMPUTED_OF"))] : []),
];
