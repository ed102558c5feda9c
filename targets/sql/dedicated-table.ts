import { dedicatedTypeOf } from "../../compiler/expression/print/dedicated-types.js";
import { joined, name, type Transact, text, transact } from "../../compiler/expression/print/transact.js";
import type { DedicatedTableIr } from "../../compiler/ir/dedicated.js";
import type { WarehouseViewIr } from "../../compiler/ir/warehouse.js";

/** A table of a pool, and what it is loaded from. */
export interface Loaded {
  readonly schema: string;
  readonly view: WarehouseViewIr;
  readonly table: DedicatedTableIr;
}

/** The table, or one that a load makes beside it: what it loads, and what was there before. */
export const tableName = ({ schema, view }: Loaded, beside?: "loading" | "before"): Transact =>
  transact`${name(schema)}.${name(beside === undefined ? view.name : `${view.name}_${beside}`)}`;

/** Null where there is no such table. */
export const objectId = (table: Transact): Transact => transact`OBJECT_ID(${text(table.transact)}, N'U')`;

/** `[id] bigint NOT NULL` */
export const columnDefinitions = ({ view }: Loaded): readonly Transact[] =>
  view.columns.map(({ name: column, expression: { type, nullable } }) => {
    const found = dedicatedTypeOf(type);
    if (found === undefined) throw new Error(`${column} has no type of T-SQL`);
    return transact`${name(column)} ${found.type}${nullable ? transact` NULL` : transact` NOT NULL`}`;
  });

/** https://learn.microsoft.com/sql/t-sql/statements/create-table-azure-sql-data-warehouse#TableDistributionOptions */
export const storedAs = ({ distribution, index }: DedicatedTableIr): Transact =>
  transact`DISTRIBUTION = ${distributedBy(distribution)}, ${keptBy(index)}`;

function distributedBy(distribution: DedicatedTableIr["distribution"]): Transact {
  switch (distribution.kind) {
    case "hash":
      return transact`HASH(${name(distribution.column)})`;
    case "round-robin":
      return transact`ROUND_ROBIN`;
    case "replicate":
      return transact`REPLICATE`;
  }
}

function keptBy(index: DedicatedTableIr["index"]): Transact {
  switch (index.kind) {
    case "clustered-columnstore":
      return transact`CLUSTERED COLUMNSTORE INDEX`;
    case "heap":
      return transact`HEAP`;
    case "clustered":
      return transact`CLUSTERED INDEX (${joined(index.columns.map(name), ", ")})`;
  }
}
