import { joined, name, plain, type Transact, text, transact } from "../../compiler/expression/print/transact.js";
import type { WarehouseViewIr } from "../../compiler/ir/warehouse.js";
import { lakeSource } from "./names.js";
import { rows } from "./reads.js";
import { selectStatement, shownDefinition } from "./view.js";

/** Below the lake's root, with a folder for each run. */
export const folderOf = (schema: string, { name: view }: WarehouseViewIr): string => `warehouse/${schema}/${view}/`;

const full = (schema: string, view: WarehouseViewIr): Transact => transact`${name(schema)}.${name(view.name)}`;

/** The view over the Delta table itself, which is there until the first refresh. */
export const firstStatement = (schema: string, view: WarehouseViewIr): Transact =>
  transact`IF OBJECT_ID(${text(full(schema, view).transact)}, N'V') IS NULL
  EXEC(${text(transact`CREATE VIEW ${full(schema, view)} AS\n${selectStatement(view)};`.transact)});`;

/** What makes the view one over files of its own: their path, or several in brackets, stands between the two. */
export function ledView(
  schema: string,
  view: WarehouseViewIr,
): { readonly before: Transact; readonly behind: Transact } {
  const shown = joined(
    view.columns.map(({ name: column }) => transact`${name(rows)}.${name(column)} AS ${name(column)}`),
    ",\n  ",
  );
  return {
    before: transact`CREATE OR ALTER VIEW ${full(schema, view)} AS\nSELECT\n  ${shown}\nFROM OPENROWSET(\n  BULK `,
    behind: transact`,
  DATA_SOURCE = ${plain(lakeSource)},
  FORMAT = 'PARQUET'
) WITH (
  ${joined(view.columns.map(shownDefinition), ",\n  ")}
) AS ${name(rows)};`,
  };
}

/** A run's name becomes part of a path, and of a statement. */
export const runIsNamed: Transact = transact`IF @run IS NULL OR LEN(@run) = 0 OR LEN(@run) > 36 OR @run LIKE '%[^0-9A-Za-z-]%'
  BEGIN
    RAISERROR(N'The name of a run has 1 to 36 letters, digits and hyphens.', 16, 1);
    RETURN;
  END;`;
