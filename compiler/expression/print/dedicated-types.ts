import type { DataType } from "../type.js";
import { number, type Transact, transact } from "./transact.js";
import { transactTypeOf } from "./transact-types.js";

/** A column's type in a dedicated SQL pool, and how its catalogue tells of it. */
export interface DedicatedType {
  readonly type: Transact;
  /** What a row of `sys.columns` has of it. https://learn.microsoft.com/sql/relational-databases/system-catalog-views/sys-columns-transact-sql */
  readonly catalogued: Transact;
  /** How values of it are compared, which no plain comparison does to the last space and byte. */
  readonly compared: "by value" | "with its length";
  /** What it cannot hold of what the serverless pool's holds. */
  readonly lossy?: string;
}

/**
 * The widest text that a columnstore takes, in a collation by whose rules texts are equal just if their characters are. Files hold UTF-8, which
 * a pool's own collation is not. https://learn.microsoft.com/azure/synapse-analytics/sql-data-warehouse/sql-data-warehouse-tables-data-types
 */
export const dedicatedCollation = "Latin1_General_100_BIN2";

const textType: DedicatedType = {
  type: transact`nvarchar(4000) COLLATE ${{ transact: dedicatedCollation }}`,
  catalogued: transact`TYPE_NAME(system_type_id) = N'nvarchar' AND max_length = 8000 AND collation_name = N'${{ transact: dedicatedCollation }}'`,
  compared: "with its length",
  lossy: "nvarchar(4000) holds at most 4000 characters, and those beyond U+FFFF count twice",
};

/** Undefined: files that the serverless pool writes have no such column. */
export function dedicatedTypeOf(type: DataType): DedicatedType | undefined {
  const found = transactTypeOf(type);
  if (found === undefined) return undefined;
  const compared = "by value";
  switch (type.kind) {
    case "string":
      return textType;
    case "binary":
      return {
        type: found.type,
        catalogued: transact`TYPE_NAME(system_type_id) = N'varbinary' AND max_length = 8000`,
        compared: "with its length",
      };
    case "timestamp":
      return {
        type: found.type,
        catalogued: transact`TYPE_NAME(system_type_id) = N'datetime2' AND [scale] = 7`,
        compared,
      };
    case "decimal":
      return {
        type: found.type,
        catalogued: transact`TYPE_NAME(system_type_id) = N'decimal' AND [precision] = ${number(type.precision)} AND [scale] = ${number(type.scale)}`,
        compared,
      };
    default:
      return {
        type: found.type,
        catalogued: transact`TYPE_NAME(system_type_id) = N'${found.type}'`,
        compared,
      };
  }
}
