import { readForm } from "./form.js";
import { checkFolder, parseColumns } from "./parse-columns.js";
import type { Reader } from "./reader.js";
import { printType, type View } from "./syntax.js";
import { NotKnown } from "./tokens.js";

/**
 * Reads the batches of external tables, in their order: the file format, then for each table what drops it where it is another, and what makes
 * it. An answer is the table, as a view of all its rows; undefined is a batch of something else. Throws `NotKnown`.
 */
export function tableReader(): (reader: Reader) => View | "of a table" | undefined {
  const formats = new Set<string>();
  let dropped: ((key: string) => string) | undefined;
  return (reader) => {
    if (reader.begins("IF", "NOT", "EXISTS", "(", "SELECT", "1", "FROM", "sys", ".", "external_file_formats")) {
      const format = readForm(reader, formatForm)("format");
      if (reader.takes("DELTA")) formats.add(format);
      else readForm(reader, parquetForm);
      reader.expect(")");
      reader.finish();
      return "of a table";
    }
    if (reader.begins("IF", "EXISTS")) {
      dropped = readForm(reader, dropForm);
      reader.finish();
      return "of a table";
    }
    if (!reader.begins("IF", "NOT", "EXISTS")) return undefined;
    const table = parseTable(reader, dropped, formats);
    dropped = undefined;
    return table;
  };
}

/** https://learn.microsoft.com/sql/t-sql/statements/create-external-file-format-transact-sql */
const formatForm = `IF NOT EXISTS (SELECT 1 FROM sys.external_file_formats WHERE name = N'#format')
  CREATE EXTERNAL FILE FORMAT [#format] WITH (FORMAT_TYPE =`;

/** What is written in it is looked at where that is done. */
const parquetForm = "PARQUET, DATA_COMPRESSION = 'org.apache.hadoop.io.compress.SnappyCodec'";

/** The catalogue of a database that was just made has no table, so nothing is dropped here: what is compared is told, and held against what is made. */
const dropForm = `IF EXISTS (
  SELECT 1 FROM sys.external_tables AS t
  WHERE t.schema_id = SCHEMA_ID(N'#schema') AND t.name = N'#table' AND (
    t.location <> N'#location'
    OR t.data_source_id <> (SELECT s.data_source_id FROM sys.external_data_sources AS s WHERE s.name = N'#source')
    OR t.file_format_id <> (SELECT f.file_format_id FROM sys.external_file_formats AS f WHERE f.name = N'#format')
    OR (
      SELECT STRING_AGG(CAST(CONCAT(QUOTENAME(c.name), N' ', TYPE_NAME(c.system_type_id),
        CASE
          WHEN TYPE_NAME(c.system_type_id) IN (N'varchar', N'varbinary') THEN CONCAT(N'(', c.max_length, N')')
          WHEN TYPE_NAME(c.system_type_id) = N'decimal' THEN CONCAT(N'(', c.[precision], N', ', c.[scale], N')')
          WHEN TYPE_NAME(c.system_type_id) = N'datetime2' THEN CONCAT(N'(', c.[scale], N')')
          ELSE N''
        END) AS nvarchar(max)), N', ') WITHIN GROUP (ORDER BY c.column_id)
      FROM sys.columns AS c WHERE c.object_id = t.object_id
    ) <> N'#columns'
  )
)
  DROP EXTERNAL TABLE [#schema].[#table]`;

/** https://learn.microsoft.com/azure/synapse-analytics/sql/develop-tables-external-tables */
function parseTable(
  reader: Reader,
  dropped: ((key: string) => string) | undefined,
  formats: ReadonlySet<string>,
): View {
  const head = `IF NOT EXISTS (SELECT 1 FROM sys.external_tables WHERE schema_id = SCHEMA_ID(N'#schema') AND name = N'#table')
    CREATE EXTERNAL TABLE [#schema].[#table] (`;
  if (dropped === undefined) throw new NotKnown("An external table is made that is not dropped where it is another.");
  const compared = Object.fromEntries(
    ["schema", "table", "location", "source", "format"].map((key) => [key, dropped(key)]),
  );
  readForm(reader, head, compared);
  const columns = parseColumns(reader);
  const read = readForm(
    reader,
    "WITH (LOCATION = '#location', DATA_SOURCE = [#source], FILE_FORMAT = [#format])",
    compared,
  );
  reader.finish();
  const [schema, name, bulk] = [dropped("schema"), dropped("table"), read("location")];
  checkFolder(bulk);
  if (!formats.has(read("format"))) throw new NotKnown(`There is no file format '${read("format")}'.`);
  const written = columns.map((column) => `[${column.name.replaceAll("]", "]]")}] ${printType(column.type)}`);
  if (written.join(", ") !== dropped("columns"))
    throw new NotKnown(`The columns of ${schema}.${name} are others than those that it is compared by.`);
  const from = {
    kind: "files",
    format: "delta",
    bulk,
    source: read("source"),
    columns,
    alias: name,
  } as const;
  const all = {
    isDistinct: false,
    top: undefined,
    columns: undefined,
    where: undefined,
    joins: [],
    groupBy: [],
    applied: [],
    orderBy: [],
  };
  return { schema, name, select: { ...all, from } };
}
