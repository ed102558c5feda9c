import type { Expression } from "../expression/expression.js";
import type { Field } from "../expression/type.js";
import type { ExposedGroups, ExposedPartitions, JoinedColumn, NamedExpression } from "../model/linked.js";
import type { Shown } from "../model/mask.js";
import type { Origin } from "../source/origin.js";
import type { DedicatedTableIr } from "./dedicated.js";
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
  /** Those that see more of its views than others do. */
  readonly principals: readonly WarehousePrincipalIr[];
}

export interface WarehousePrincipalIr {
  readonly name: string;
  /** By which the database knows it. */
  readonly role: string;
}

/** What one pipeline shows. */
export interface WarehouseSchemaIr {
  readonly name: string;
  readonly origin: Origin;
  readonly views: readonly WarehouseViewIr[];
}

/** What refreshes a thing that is kept as files of its own: the procedure's name in the same schema. */
export const procedureOf = (name: string): string => `refresh_${name}`;

/** What lists the folders of one that nothing refers to any more. */
export const foldersProcedureOf = (name: string): string => `old_folders_of_${name}`;

/** The names of all procedures that one has. */
export const proceduresOf = ({ name, partitions }: WarehouseViewIr): readonly string[] => [
  procedureOf(name),
  ...(partitions ? [foldersProcedureOf(name)] : []),
];

/**
 * A view; or an external table, which shows all rows of its table by the columns' own names; or a view over files of its own (`cetas`), which
 * are written anew each time that the pipeline that writes its table has done so.
 */
export interface WarehouseViewIr {
  readonly name: string;
  readonly origin: Origin;
  readonly as: "view" | "external-table" | "cetas";
  /** The pipeline that writes the table. */
  readonly pipeline: string;
  readonly table: TableIr;
  /** The table is files that landed, and its path the folder of its landings; undefined: it is a Delta table. */
  readonly landed: LandedFilesIr | undefined;
  /** Each over the columns of the table and of those that are joined, or over the rows of the groups. */
  readonly columns: readonly NamedExpression[];
  /** Over the table's columns. */
  readonly where: Expression | undefined;
  readonly joins: readonly WarehouseJoinIr[];
  readonly groups: ExposedGroups | undefined;
  /** Only of one that has files of its own; undefined: they are all in one folder. */
  readonly partitions: ExposedPartitions | undefined;
  readonly masks: readonly MaskIr[];
  /** Undefined: everybody sees all rows. */
  readonly rows: readonly RowFilterIr[] | undefined;
  /** The table that is loaded from its files; undefined: none is. */
  readonly dedicated: DedicatedTableIr | undefined;
}

/** A column whose values only some see. */
export interface MaskIr {
  /** Its name in the view. */
  readonly column: string;
  readonly show: Shown;
  /** The roles that see them. */
  readonly unmask: readonly string[];
}

/** The rows that a role sees. */
export interface RowFilterIr {
  readonly role: string;
  /** Over the table's columns. */
  readonly where: Expression | "all";
}

/** Files of a bronze table, each in the folder of its landing. */
export interface LandedFilesIr {
  /** `json`: a JSON object on each line. */
  readonly format: "csv" | "parquet" | "json";
  /** Whether each cell is a text, as all are that came from files; otherwise it is of the type that the database's column has. */
  readonly isText: boolean;
  /** All that a file has, in its order; of lines of JSON what is declared. */
  readonly columns: readonly Field[];
}

/** A column of a view, or of its rows before they are grouped. */
export type WarehouseColumnIr = WarehouseViewIr["columns"][number];

export type WarehouseGroupsIr = NonNullable<WarehouseViewIr["groups"]>;

/** A table in which each row of a view is looked up; at most one of its rows matches. */
export interface WarehouseJoinIr {
  readonly origin: Origin;
  /** By which expressions know its columns. */
  readonly name: string;
  readonly table: TableIr;
  /** `left`: its columns are null in a row without a match; `inner`: such a row is left out. */
  readonly how: "inner" | "left";
  /** All of them hold. */
  readonly on: readonly Expression[];
  readonly columns: readonly JoinedColumn[];
}
