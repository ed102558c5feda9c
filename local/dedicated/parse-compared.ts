import { readForm } from "../warehouse/form.js";
import { reserved } from "../warehouse/parse-expression.js";
import type { Reader } from "../warehouse/reader.js";
import type { SqlType } from "../warehouse/syntax.js";
import { NotKnown } from "../warehouse/tokens.js";
import { parseObject } from "./parse-table.js";
import type { Step, TableColumn, TableName } from "./syntax.js";

/** Behind `IF OBJECT_ID(…) IS NOT NULL AND (`: what the catalogue says of a table that is not the one that is declared. */
export function parseComparison(reader: Reader, table: TableName): Step {
  const of = `[${table.schema}].[${table.name}]`;
  const count = countOf(reader, of, "sys.columns");
  reader.expect("AND", "(");
  const columns = [parseColumn(reader)];
  while (reader.takes("OR")) columns.push(parseColumn(reader));
  reader.expect(")", ")", "<>");
  if (count !== columns.length || reader.wholeNumber() !== columns.length)
    throw new NotKnown(`The columns of ${of} are counted otherwise than they are listed.`);
  const hash = readForm(reader, distributedForm, { of })("hash");
  const kind = readForm(reader, keptForm, { of })("kind");
  const key = kind === "CLUSTERED" ? keyOf(reader, of) : [];
  const error = readForm(reader, ") THROW 50002, N'#error', 1")("error");
  reader.finish();
  const kept = key.length > 0 ? `clustered(${key.join(", ")})` : kind.toLowerCase();
  return { kind: "compare", table: { ...table, columns, stored: `hash(${hash}) ${kept}` }, error };
}

/** The count of the columns; what is counted next is left to be read. */
function countOf(reader: Reader, of: string, from: string): number {
  readForm(reader, `(SELECT COUNT(*) FROM ${from} WHERE object_id =`);
  objectOf(reader, of);
  reader.expect(")", "<>");
  const count = reader.wholeNumber();
  readForm(reader, `OR (SELECT COUNT(*) FROM ${from} WHERE object_id =`);
  objectOf(reader, of);
  return count;
}

function objectOf(reader: Reader, of: string): void {
  const { schema, name } = parseObject(reader, "U");
  if (`[${schema}].[${name}]` !== of) throw new NotKnown(`Another table is looked at than ${of}.`);
}

function parseColumn(reader: Reader): TableColumn {
  readForm(reader, "(name =");
  const name = reader.wide();
  readForm(reader, "AND TYPE_NAME(system_type_id) =");
  const type = parseCatalogued(reader, reader.wide());
  readForm(reader, "AND is_nullable =");
  const isNullable = reader.wholeNumber();
  if (isNullable > 1) throw new NotKnown("A column is nullable, 1, or not, 0.");
  reader.expect(")");
  return { name, type, isNullable: isNullable === 1 };
}

/** https://learn.microsoft.com/sql/relational-databases/system-catalog-views/sys-columns-transact-sql */
function parseCatalogued(reader: Reader, kind: string): SqlType {
  const value = (column: string): number => {
    readForm(reader, `AND ${column} =`);
    return reader.wholeNumber();
  };
  switch (kind) {
    case "nvarchar": {
      const bytes = value("max_length");
      readForm(reader, "AND collation_name = N'Latin1_General_100_BIN2'");
      return { kind, length: bytes / 2 };
    }
    case "varbinary":
      return { kind, length: value("max_length") };
    case "decimal":
      return { kind, precision: value("[precision]"), scale: value("[scale]") };
    case "datetime2":
      return { kind, scale: value("[scale]") };
    case "bit":
    case "int":
    case "bigint":
    case "float":
    case "date":
      return { kind };
    default:
      throw new NotKnown(`There is no type ${kind}.`);
  }
}

const distributedForm = `OR NOT EXISTS (
    SELECT 1 FROM sys.pdw_column_distribution_properties AS p JOIN sys.columns AS c ON c.object_id = p.object_id AND c.column_id = p.column_id
    WHERE p.object_id = OBJECT_ID(N'#of', N'U') AND p.distribution_ordinal = 1 AND c.name = N'#hash'
  )`;

const keptForm =
  "OR NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'#of', N'U') AND type_desc = N'#kind')";

const keyForm = `sys.index_columns AS i JOIN sys.columns AS c ON c.object_id = i.object_id AND c.column_id = i.column_id
    WHERE i.object_id = OBJECT_ID(N'#of', N'U') AND i.key_ordinal`;

/** The columns of a clustered index, in their order. */
function keyOf(reader: Reader, of: string): readonly string[] {
  readForm(reader, `OR (SELECT COUNT(*) FROM ${keyForm} > 0) <>`, { of });
  const count = reader.wholeNumber();
  const key: string[] = [];
  while (reader.sees("OR")) {
    readForm(reader, `OR NOT EXISTS (SELECT 1 FROM ${keyForm} = ${key.length + 1} AND c.name =`, { of });
    key.push(reader.wide());
    reader.expect(")");
  }
  if (key.length !== count)
    throw new NotKnown(`The index of ${of} has ${count} columns, and ${key.length} are looked at.`);
  return key;
}

/** A name that stands by itself. */
export const parseAlias = (reader: Reader): string => {
  reader.expect("AS");
  return reader.name(reserved);
};
