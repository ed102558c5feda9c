import type { DataType, SimpleKind } from "../type.js";
import { number, type Transact, transact } from "./transact.js";

/** What a type of Spark is in a Delta table's files, and as what T-SQL reads it. */
export interface TransactType {
  /** The type of Parquet that Delta keeps it as. https://github.com/delta-io/delta/blob/master/PROTOCOL.md#primitive-types */
  readonly parquet: string;
  /** https://learn.microsoft.com/azure/synapse-analytics/sql/develop-openrowset#type-mapping-for-parquet */
  readonly type: Transact;
  /** Strings have one; others do not. */
  readonly isText?: true;
  /** What it cannot hold of what Spark's holds, and the vendor's page that says so. */
  readonly lossy?: { readonly what: string; readonly link: string };
}

/** The collation in which texts are UTF-8 and compared by their code points, as Spark compares them. https://learn.microsoft.com/azure/synapse-analytics/sql/best-practices-serverless-sql-pool */
export const collation = "Latin1_General_100_BIN2_UTF8";

type ScalarKind = Exclude<SimpleKind, "interval" | "null">;

/** The bridge: a row for each type that a column may have. */
export const transactTypes: Readonly<Record<ScalarKind, TransactType>> = {
  string: {
    parquet: "BYTE_ARRAY (UTF8)",
    type: transact`varchar(8000)`,
    isText: true,
    lossy: {
      what: "holds at most 8000 bytes of UTF-8",
      link: "https://learn.microsoft.com/sql/t-sql/data-types/char-and-varchar-transact-sql",
    },
  },
  boolean: { parquet: "BOOLEAN", type: transact`bit` },
  int: { parquet: "INT32", type: transact`int` },
  bigint: { parquet: "INT64", type: transact`bigint` },
  double: {
    parquet: "DOUBLE",
    type: transact`float`,
    lossy: {
      what: "has neither NaN nor infinities",
      link: "https://learn.microsoft.com/sql/t-sql/data-types/float-and-real-transact-sql",
    },
  },
  date: { parquet: "INT32 (DATE)", type: transact`date` },
  timestamp: { parquet: "INT96, or INT64 (TIMESTAMP in UTC)", type: transact`datetime2(7)` },
  binary: {
    parquet: "BYTE_ARRAY",
    type: transact`varbinary(8000)`,
    lossy: {
      what: "holds at most 8000 bytes",
      link: "https://learn.microsoft.com/sql/t-sql/data-types/binary-and-varbinary-transact-sql",
    },
  },
};

/** Undefined: T-SQL has no type for it that a column of Delta is read as, but for a text of JSON. */
export function transactTypeOf(type: DataType): TransactType | undefined {
  switch (type.kind) {
    case "decimal":
      return {
        parquet: "DECIMAL",
        type: transact`decimal(${number(type.precision)}, ${number(type.scale)})`,
      };
    case "array":
    case "map":
    case "struct":
    case "interval":
    case "null":
      return undefined;
    default:
      return transactTypes[type.kind];
  }
}
