import { template } from "../../compiler/emit/template.js";
import type { JobIr, TableIr } from "../../compiler/ir/ir.js";
import { tablesWritten } from "../../compiler/ir/outputs.js";
import type { Notebook } from "./notebook.js";
import {
  argument,
  assign,
  lakePath,
  lines,
  literal,
  literals,
  type Python,
  rendered,
  statements,
  words,
} from "./python.js";
import { columnDefinitions } from "./schema.js";
import { text } from "./text.generated.js";
import type { TableView } from "./view.js";

const renderTable = template<TableView>(text["templates/table.py.hbs"]);

/** Creates every table that a job's queries write, each by its own DDL, before the first of them runs. */
export function tablesNotebook(job: JobIr): Notebook {
  const tables = job.queries.flatMap(tablesWritten);
  return {
    path: `${job.name}/tables`,
    origin: job.origin,
    reads: [],
    writes: tables.map(({ reference }) => reference),
    cells: [
      {
        kind: "text",
        lines: [
          words(`# Tables of ${job.name}`),
          words("Created once; an existing table keeps its rows."),
          words(`Generated from \`${job.origin.file.path}\`; edit that file.`),
        ],
      },
      { kind: "include" },
      {
        kind: "code",
        title: "The record of batches",
        code: statements([
          assign("lake", rendered('parameter("lake")')),
          rendered(
            'create_table(f"{lake}/_ops/batches", BATCHES, "What each batch of each query read and where the rows went.", properties=COMPACTED, on_schema_change="add")',
          ),
        ]),
      },
      ...tables.map((table) => ({
        kind: "code" as const,
        title: table.reference,
        code: rendered(
          renderTable({
            path: lakePath(table.path),
            columns: columnDefinitions(table),
            comment: literal(table.comment),
            options: optionsOf(table),
          }),
        ),
      })),
    ],
  };
}

function optionsOf({ partitionBy, onSchemaChange }: TableIr): Python | undefined {
  const options = [
    ...(partitionBy.length > 0 ? [argument("partition_by", literals(partitionBy))] : []),
    ...(onSchemaChange === "add" ? [argument("on_schema_change", literal(onSchemaChange))] : []),
  ];
  return options.length > 0 ? lines(options, "    ") : undefined;
}
