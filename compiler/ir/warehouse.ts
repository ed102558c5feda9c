import type { Expression } from "../expression/expression.js";
import type { NamedExpression } from "../model/linked.js";
import type { Origin } from "../source/origin.js";
import type { PerEnvironment } from "./environment.js";
import type { TableIr } from "./table.js";

/** What the workspace's own identity, which reads the lake for views, is called in each such database. */
export const lakeCredential = "lake";

/** A database that shows tables of the lake. */
export interface WarehouseIr {
  /** Its connection's name. */
  readonly name: string;
  readonly origin: Origin;
  readonly workspace: PerEnvironment;
  readonly database: PerEnvironment;
  readonly schemas: readonly WarehouseSchemaIr[];
  /** The credential as which publishing has its scripts run; undefined: people run them. */
  readonly deployAs: string | undefined;
}

/** What one pipeline shows. */
export interface WarehouseSchemaIr {
  readonly name: string;
  readonly origin: Origin;
  readonly views: readonly WarehouseViewIr[];
}

/** A view, or an external table, which shows all rows of its table by the columns' own names. */
export interface WarehouseViewIr {
  readonly name: string;
  readonly origin: Origin;
  readonly as: "view" | "external-table";
  readonly table: TableIr;
  /** Each over the table's columns. */
  readonly columns: readonly NamedExpression[];
  readonly where: Expression | undefined;
}
