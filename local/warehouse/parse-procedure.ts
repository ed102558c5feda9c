import { batchesOf } from "../../compiler/emit/batches.js";
import { readForm } from "./form.js";
import { Reader } from "./reader.js";
import { NotKnown } from "./tokens.js";

/** A procedure that writes what a view shows into files of their own, and leads the view there: its statements, given the name of a run. */
export interface Procedure {
  readonly schema: string;
  readonly name: string;
  /** `CREATE EXTERNAL TABLE … AS SELECT …` */
  readonly create: (run: string) => string;
  /** `CREATE OR ALTER VIEW …` */
  readonly swap: (run: string) => string;
}

/** What takes tables out of the catalogue, of which one that was just made has none. */
export const isDrops = (batch: string): boolean => batch.startsWith("DECLARE @drops nvarchar(max) = (");

export const isProcedure = (batch: string): boolean => /^CREATE OR ALTER PROCEDURE\b/.test(batch);

/** Of partitions: its statements are carried out one after another. */
export const isStepped = (batch: string): boolean =>
  isProcedure(batch) && /\bWHILE\b|\bOBJECT_DEFINITION\b/.test(batch);

/** The procedures of a script that write all of a view. Throws `NotKnown`. */
export const proceduresOf = (script: string): readonly Procedure[] =>
  batchesOf(script)
    .filter((batch) => isProcedure(batch) && !isStepped(batch))
    .map(parseProcedure);

/**
 * The table is in the catalogue once its files are there, so a run that fails does so where they are written; and nothing is dropped here, as
 * nothing is kept but the files and the view.
 */
const form = `CREATE OR ALTER PROCEDURE [#schema].[#name] @run varchar(100) AS
BEGIN
  SET NOCOUNT ON;
  IF @run IS NULL OR LEN(@run) = 0 OR LEN(@run) > 36 OR @run LIKE '%[^0-9A-Za-z-]%'
  BEGIN
    RAISERROR(N'The name of a run has 1 to 36 letters, digits and hyphens.', 16, 1);
    RETURN;
  END;
  DECLARE @table nvarchar(128) = N'#prefix' + @run;
  DECLARE @folder nvarchar(1000) = N'#below' + @run + N'/';
  DECLARE @statement nvarchar(max);
  SET @statement = CAST(N'' AS nvarchar(max)) + N'CREATE EXTERNAL TABLE ' + N'#of schema' + QUOTENAME(@table) + N' WITH (LOCATION = ''' + @folder + N'''' + N'#written';
  EXEC sp_executesql @statement;
  IF NOT EXISTS (SELECT 1 FROM sys.external_tables WHERE schema_id = SCHEMA_ID(N'#schema') AND name = @table)
  BEGIN
    RAISERROR(N'The files were not written, and the view shows what it showed.', 16, 1);
    RETURN;
  END;
  SET @statement = CAST(N'' AS nvarchar(max)) + N'#swapped' + @folder + N'#read';
  EXEC sp_executesql @statement;
  SET @statement = CAST(N'' AS nvarchar(max)) + N'DROP EXTERNAL TABLE ' + N'#of schema' + QUOTENAME(@table);
  EXEC sp_executesql @statement;
END`;

function parseProcedure(batch: string): Procedure {
  const reader = new Reader(batch);
  const read = readForm(reader, form);
  reader.finish();
  const [schema, name] = [read("schema"), read("name")];
  if (read("of schema") !== `${quoted(schema)}.`)
    throw new NotKnown(`The table of ${schema}.${name} is made in another schema: ${read("of schema")}`);
  const folder = (run: string): string => `${read("below")}${run}/`;
  return {
    schema,
    name,
    create: (run) =>
      `CREATE EXTERNAL TABLE ${read("of schema")}${quoted(`${read("prefix")}${run}`)} WITH (LOCATION = '${folder(run)}'${read("written")}`,
    swap: (run) => `${read("swapped")}${folder(run)}${read("read")}`,
  };
}

const quoted = (name: string): string => `[${name.replaceAll("]", "]]")}]`;
