import { parseType, reserved } from "../warehouse/parse-expression.js";
import type { Reader } from "../warehouse/reader.js";
import { printType, type SqlType } from "../warehouse/syntax.js";
import { NotKnown } from "../warehouse/tokens.js";
import type { Guard, TableColumn, TableDefinition, TableName } from "./syntax.js";

/** `[reports].[gifts]` */
export function parseTableName(reader: Reader): TableName {
  const schema = reader.name(reserved);
  reader.expect(".");
  return { schema, name: reader.name(reserved) };
}

/** `OBJECT_ID(N'[reports].[gifts]', N'U')` */
export function parseObject(reader: Reader, type: "U" | "P"): TableName {
  reader.expect("OBJECT_ID", "(");
  const written = reader.wide();
  const found = /^\[(\w+)\]\.\[(\w+)\]$/.exec(written);
  if (found === null) throw new NotKnown(`'${written}' is no name of a table with its schema.`);
  reader.expect(",");
  if (reader.wide() !== type) throw new NotKnown(`An object of another kind than ${type} is asked for.`);
  reader.expect(")");
  return { schema: found[1] ?? "", name: found[2] ?? "" };
}

/** Behind IF: whether tables are there. */
export function parseGuards(reader: Reader): readonly Guard[] {
  const guards: Guard[] = [];
  do {
    const table = parseObject(reader, "U");
    reader.expect("IS");
    const isThere = reader.takes("NOT");
    reader.expect("NULL");
    guards.push({ table, isThere });
  } while (reader.takes("AND"));
  return guards;
}

/** Behind `CREATE TABLE`. https://learn.microsoft.com/sql/t-sql/statements/create-table-azure-sql-data-warehouse */
export function parseDefinition(reader: Reader): TableDefinition {
  const table = parseTableName(reader);
  reader.expect("(");
  const columns: TableColumn[] = [];
  do {
    const name = reader.name(reserved);
    const type = parseColumnType(reader);
    const isNullable = !reader.takes("NOT");
    reader.expect("NULL");
    columns.push({ name, type, isNullable });
  } while (reader.takes(","));
  const names = columns.map(({ name }) => name.toLowerCase());
  if (new Set(names).size < names.length) throw new NotKnown("Two columns have one name.");
  reader.expect(")", "WITH", "(");
  const stored = parseStored(reader, names);
  reader.expect(")");
  return { ...table, columns, stored };
}

/** Texts have the one collation whose rules are known here. */
function parseColumnType(reader: Reader): SqlType {
  if (!reader.takes("NVARCHAR")) {
    const type = parseType(reader);
    if (type.kind === "varchar" || ("length" in type && type.length === "max"))
      throw new NotKnown(`A column of ${printType(type)} is not known here.`);
    return type;
  }
  reader.expect("(");
  const length = reader.wholeNumber();
  if (length < 1 || length > 4000) throw new NotKnown(`There is no nvarchar(${length}).`);
  reader.expect(")", "COLLATE", "LATIN1_GENERAL_100_BIN2");
  return { kind: "nvarchar", length };
}

function parseStored(reader: Reader, columns: readonly string[]): string {
  const column = (): string => {
    const name = reader.name(reserved);
    if (!columns.includes(name.toLowerCase())) throw new NotKnown(`There is no column '${name}'.`);
    return name;
  };
  reader.expect("DISTRIBUTION", "=");
  let distribution = ["ROUND_ROBIN", "REPLICATE"].find((word) => reader.takes(word))?.toLowerCase();
  if (distribution === undefined) {
    reader.expect("HASH", "(");
    distribution = `hash(${column()})`;
    reader.expect(")");
  }
  reader.expect(",");
  if (reader.takes("HEAP")) return `${distribution} heap`;
  reader.expect("CLUSTERED");
  if (reader.takes("COLUMNSTORE", "INDEX")) return `${distribution} clustered columnstore`;
  reader.expect("INDEX", "(");
  const key = [column()];
  while (reader.takes(",")) key.push(column());
  reader.expect(")");
  return `${distribution} clustered(${key.join(", ")})`;
}

/** A table as text: two that have the same are the same but for their names. */
export const printDefinition = ({ columns, stored }: Pick<TableDefinition, "columns" | "stored">): string =>
  `${columns
    .map(({ name, type, isNullable }) => `${name} ${printType(type)}${isNullable ? "" : " not null"}`)
    .sort()
    .join(", ")}; ${stored}`;
