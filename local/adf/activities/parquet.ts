import type { Cell } from "../../sql/databases.js";
import { ActivityError } from "../activity.js";
import type { InterimColumn, InterimType } from "./interim.js";
import type { Translated } from "./translator.js";

/** What a file of Parquet is to hold: columns as Spark's DDL has them, and values as it reads them of texts. */
export interface ParquetRows {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly records: readonly (readonly Cell[])[];
}

/**
 * What the service writes values as. A decimal has the digits that the source says it has; a point in time is an INT96.
 * https://learn.microsoft.com/azure/data-factory/supported-file-formats-and-compression-codecs-legacy#data-type-mapping-for-parquet-files
 */
const types: Readonly<Record<Exclude<InterimType, "Decimal">, string>> = {
  Int64: "bigint",
  Int32: "int",
  Int16: "smallint",
  Boolean: "boolean",
  String: "string",
  Double: "double",
  Single: "float",
  DateTime: "timestamp",
  Guid: "string",
};

export function parquetOf({ columns, records }: Translated): ParquetRows {
  const times = columns.flatMap(({ name, type }, at) => (type === "DateTime" ? [{ name, at }] : []));
  for (const cells of records) for (const { name, at } of times) expectTime(cells[at] ?? null, name);
  return { columns: columns.map((column) => ({ name: column.name, type: typeOf(column) })), records };
}

const typeOf = ({ type, precision, scale }: InterimColumn): string =>
  type === "Decimal" ? `decimal(${precision},${scale})` : types[type];

/** https://learn.microsoft.com/azure/data-factory/connector-troubleshoot-parquet#error-code-parquetdatetimeexceedlimit */
function expectTime(cell: Cell, column: string): void {
  if (cell === null) return;
  const isInReach =
    !cell.startsWith("0001-01-01") && (cell.slice(0, 10) < "9999-12-31" || /^[^ ]+( [0:.]+)?$/.test(cell));
  if (!isInReach)
    throw new ActivityError(
      `'${column}' is ${cell}, and a time in Parquet is after 0001-01-01 and not after 9999-12-31 00:00:00 (ParquetDateTimeExceedLimit).`,
    );
}
