import { template } from "../../compiler/emit/template.js";
import { printIdentifier } from "../../compiler/expression/print/identifier.js";
import { printSpark } from "../../compiler/expression/print-spark.js";
import type { ColumnIr, ExpectationIr, InputIr, PositionIr, RowsQuery, TableIr } from "../../compiler/ir/ir.js";
import { elementPosition, explodeCell } from "./explode.js";
import { closing, opening } from "./frame.js";
import type { Cell, Notebook } from "./notebook.js";
import {
  argument,
  assign,
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
import { ddl } from "./schema.js";
import { text } from "./text.generated.js";
import type { ColumnsView, EventsView, ExpectationsView } from "./view.js";

const renderEvents = template<EventsView>(text["templates/events.py.hbs"]);
const renderColumns = template<ColumnsView>(text["templates/columns.py.hbs"]);
const renderExpectations = template<ExpectationsView>(text["templates/expectations.py.hbs"]);

/** A table whose rows each go to exactly one place: itself, its quarantine, its late rows, or a count. */
export function rowsNotebook(query: RowsQuery, path: string): Notebook {
  const writes = [query.output, query.quarantine, query.late].flatMap((table) => table?.reference ?? []);
  const reads = [query.input.table.reference];
  return {
    path,
    origin: query.origin,
    reads,
    writes,
    cells: [
      ...opening(query, reads, writes),
      ...inputCells(query.input),
      ...(query.explode ? [explodeCell(query.explode, inputName(query.input))] : []),
      columnsCell(query),
      expectationsCell(query),
      writeCell(query),
    ],
  };
}

/** The columns of a raw table's bodies, or a table as it is. */
function inputCells(input: InputIr): readonly Cell[] {
  if (input.kind === "table") {
    return [
      {
        kind: "code",
        title: "Input",
        code: assign(
          "input_rows",
          rendered(
            `spark.readStream.format("delta").option("maxFilesPerTrigger", 10000).option("withEventTimeOrder", "true").load(${lakePath(input.table.path)})`,
          ),
        ),
      },
    ];
  }
  const { format, columns } = input.body;
  const body = literal(columns.map(({ name, type }) => `${printIdentifier(name)} ${ddl(type)}`).join(", "));
  const position = literals(input.position.columns.map(({ name }) => name));
  return [
    {
      kind: "code",
      title: "Events: the columns of each body",
      code: rendered(
        renderEvents({ parser: identifier(`${format}_body`), path: lakePath(input.table.path), body, position }),
      ),
    },
  ];
}

const inputName = (input: InputIr): Python => identifier(input.kind === "events" ? "events" : "input_rows");

function columnsCell({ input, explode, columns }: RowsQuery): Cell {
  const made = [
    ...columns.map(column),
    ...(explode ? elementPosition : []),
    ...(input.kind === "events" ? setAside(input.position) : []),
    ...(explode || input.kind === "events" ? [literal("_goes")] : []),
  ];
  return {
    kind: "code",
    title: "Columns",
    code: rendered(
      renderColumns({ input: explode ? identifier("elements") : inputName(input), columns: lines(made, "    ") }),
    ),
  };
}

/** What stands beside the columns of a row until it is known where the row goes. */
const setAside = ({ columns }: PositionIr): readonly Python[] => [
  ...columns.map(({ name }) => literal(`${printIdentifier(name)} AS _${name}`)),
  literal("_body"),
];

/** `temperature`, or `try_cast(x as double) AS temperature`. */
export function column({ name, expression }: ColumnIr): Python {
  const text = printSpark(expression);
  const quoted = printIdentifier(name);
  return literal(text === quoted ? text : `${text} AS ${quoted}`);
}

function expectationsCell({ expectations, where, watermark, input }: RowsQuery): Cell {
  const all = expectations.map(expectation);
  if (watermark && input.kind === "events") {
    const { column: time, ahead } = watermark;
    all.push(
      entry(
        "not_ahead",
        tuple([
          literal(
            `coalesce(${printIdentifier(time)} <= _${input.position.arrival} + INTERVAL ${ahead}, ${printIdentifier(time)} IS NULL)`,
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

const expectation = ({ name, that, otherwise }: ExpectationIr): Python =>
  entry(name, tuple([literal(printSpark(that)), literal(otherwise)]));

function writeCell(query: RowsQuery): Cell {
  const { output, quarantine, watermark, late, deduplicate, explode } = query;
  const names = output.columns.map(({ name }) => name);
  const order = [
    ...(query.input.kind === "events" ? query.input.position.order.map((name) => `_${name}`) : []),
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
  ];
  return closing(query, "Each batch: every row to one place", "write_rows", given, "rows");
}
