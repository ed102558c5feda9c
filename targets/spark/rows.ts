import { template } from "../../compiler/emit/template.js";
import { printIdentifier } from "../../compiler/expression/print/identifier.js";
import { printSpark } from "../../compiler/expression/print-spark.js";
import { positionOf, tablesRead } from "../../compiler/ir/inputs.js";
import type { ColumnIr, ExpectationIr, RowsQuery, TableIr } from "../../compiler/ir/ir.js";
import { elementPosition, explodeCell } from "./explode.js";
import { closing, opening } from "./frame.js";
import { type InputSteps, inputSteps, marked } from "./input.js";
import { joinsCells } from "./joins.js";
import type { Cell, Notebook } from "./notebook.js";
import {
  argument,
  dictionary,
  entry,
  identifier,
  lakePath,
  lines,
  literal,
  literals,
  type Python,
  rendered,
  tuple,
} from "./python.js";
import { text } from "./text.generated.js";
import type { ColumnsView, ExpectationsView } from "./view.js";

const renderColumns = template<ColumnsView>(text["templates/columns.py.hbs"]);
const renderExpectations = template<ExpectationsView>(text["templates/expectations.py.hbs"]);

/** A table whose rows each go to exactly one place: itself, its quarantine, its late rows, or a count. */
export function rowsNotebook(query: RowsQuery, path: string): Notebook {
  const writes = [query.output, query.quarantine, query.late].flatMap((table) => table?.reference ?? []);
  const reads = [...tablesRead(query.input), ...query.joins.map(({ table }) => table)].map(
    ({ reference }) => reference,
  );
  const input = inputSteps(query.input);
  return {
    path,
    origin: query.origin,
    reads,
    writes,
    cells: [
      ...opening(query, reads, writes),
      ...input.cells,
      ...(query.explode ? [explodeCell(query.explode, input.name)] : []),
      columnsCell(query, input),
      expectationsCell(query),
      ...joinsCells(query.joins),
      writeCell(query),
    ],
  };
}

function columnsCell({ explode, columns }: RowsQuery, { name, beside }: InputSteps): Cell {
  const isMarked = beside.includes(marked);
  const carried = explode ? [...elementPosition, ...beside, ...(isMarked ? [] : [marked])] : beside;
  return {
    kind: "code",
    title: "Columns",
    code: rendered(
      renderColumns({
        input: explode ? identifier("elements") : name,
        columns: lines([...columns.map(column), ...carried], "    "),
      }),
    ),
  };
}

/** `temperature`, or `try_cast(x as double) AS temperature`. */
export const column = (made: ColumnIr): Python => literal(selected(made));

export function selected({ name, expression }: ColumnIr): string {
  const text = printSpark(expression);
  const quoted = printIdentifier(name);
  return text === quoted ? text : `${text} AS ${quoted}`;
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
  const names = query.columns.map(({ name }) => name);
  const order = [
    ...(input.kind === "union" ? ["_input"] : []), // positions have an order within one input only
    ...(positionOf(input)?.order ?? []).map((name) => `_${name}`),
    ...(explode ? ["_element"] : []),
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
            tuple([literal(watermark.column), literal(watermark.delay), literal(watermark.lateRows)]),
          ),
        ]
      : []),
    ...place("late", late),
    ...(deduplicate ? [argument("keys", literals(deduplicate.keys)), argument("order", literals(order))] : []),
    ...(explode ? [argument("counted", identifier("COUNTED"))] : []),
    ...(joins.length > 0 ? [argument("lookups", identifier("LOOKUPS"))] : []),
  ];
  return closing(query, "Each batch: every row to one place", "write_rows", given, "rows");
}
