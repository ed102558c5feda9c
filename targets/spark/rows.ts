import { printIdentifier } from "../../compiler/expression/print/identifier.js";
import { printSpark } from "../../compiler/expression/print-spark.js";
import type { ExpectationIr } from "../../compiler/ir/clauses.js";
import { allTablesRead, isTakenApart, isUnited, positionOf } from "../../compiler/ir/inputs.js";
import type { RowsQuery } from "../../compiler/ir/query.js";
import type { TableIr } from "../../compiler/ir/table.js";
import { selectColumns } from "./columns.js";
import { explodeCell } from "./explode.js";
import { closing, queryNotebook } from "./frame.js";
import { inputSteps } from "./input.js";
import { placesOfViews } from "./input-view.js";
import { joinsCells } from "./joins.js";
import type { Cell, Notebook } from "./notebook.js";
import {
  argument,
  call,
  dictionary,
  entry,
  identifier,
  lakePath,
  literal,
  literals,
  type Python,
  rendered,
  tuple,
} from "./python.js";
import { type Steps, withElements } from "./steps.js";
import { renderExpectations } from "./templates.generated.js";

/** A table whose rows each go to exactly one place: itself, its quarantine, its late rows, or a count. */
export function rowsNotebook(query: RowsQuery, path: string): Notebook {
  const writes = [query.output, query.quarantine, query.late].flatMap((table) => table?.reference ?? []);
  const reads = allTablesRead(query).map(({ reference }) => reference);
  const input = inputSteps(query.input);
  return queryNotebook(query, path, { reads, writes }, [
    ...input.cells,
    ...(query.explode ? [explodeCell(query.explode, input.name)] : []),
    columnsCell(query, input),
    expectationsCell(query),
    ...joinsCells(query.joins),
    writeCell(query),
  ]);
}

function columnsCell({ explode, columns }: RowsQuery, { name, beside }: Steps): Cell {
  const input = explode ? identifier("elements") : name;
  const code = selectColumns(identifier("rows"), input, columns, withElements(beside, explode));
  return { kind: "code", title: "Columns", code };
}

function expectationsCell({ expectations, where, watermark, input }: RowsQuery): Cell {
  const all = expectations.map(expectation);
  const position = positionOf(input);
  if (watermark && position) {
    const { column: time, ahead } = watermark;
    all.push(
      entry(
        "not_ahead",
        tuple([
          literal(
            `coalesce(${printIdentifier(time)} <= _${position.arrival} + INTERVAL ${ahead}, ${printIdentifier(time)} IS NULL)`,
          ),
          literal("quarantine"),
        ]),
      ),
    );
  }
  const options = [
    identifier("rows"),
    identifier("EXPECTATIONS"),
    ...(where ? [argument("where", literal(printSpark(where)))] : []),
  ];
  return {
    kind: "code",
    title: where ? "What is wanted, and what must hold" : "What must hold",
    code: rendered(renderExpectations({ expectations: dictionary(all), arguments: rendered(options.join(", ")) })),
  };
}

/** `"has_device": ("device_id IS NOT NULL", "quarantine")` */
export const expectation = ({ name, that, otherwise }: ExpectationIr): Python =>
  entry(name, tuple([literal(printSpark(that)), literal(otherwise)]));

function writeCell(query: RowsQuery): Cell {
  const { input, output, quarantine, watermark, late, deduplicate, explode, joins } = query;
  const isOfElements = explode !== undefined || isTakenApart(input);
  const left = placesOfViews(input);
  const names = query.columns.map(({ name }) => name);
  const order = [
    ...(isUnited(input) ? ["_input"] : []), // positions have an order within one input only
    ...(positionOf(input)?.order ?? []).map((name) => `_${name}`),
    ...(isOfElements ? ["_element"] : []),
  ];
  const place = (name: string, table: TableIr | undefined): readonly Python[] =>
    table ? [argument(name, lakePath(table.path))] : [];
  const given = [
    ...place("table", output),
    argument("columns", literals(names)),
    ...place("quarantine", quarantine),
    ...(watermark?.lateRows
      ? [
          argument(
            "watermark",
            call("Watermark", [
              literal(watermark.column),
              argument("delay", literal(watermark.delay)),
              argument("late", literal(watermark.lateRows)),
              ...place("diverted_to", late),
            ]),
          ),
        ]
      : []),
    ...(deduplicate
      ? [
          argument(
            "deduplication",
            call("Deduplication", [argument("keys", literals(deduplicate.keys)), argument("order", literals(order))]),
          ),
        ]
      : []),
    ...(isOfElements ? [argument("counted", identifier("COUNTED"))] : []),
    ...(left.length > 0 ? [argument("left", literals(left))] : []),
    ...(joins.length > 0 ? [argument("lookups", identifier("LOOKUPS"))] : []),
  ];
  return closing(query, "Each batch: every row to one place", "write_rows", given, "rows");
}
