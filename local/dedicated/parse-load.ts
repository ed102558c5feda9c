import { batchesOf } from "../../compiler/emit/batches.js";
import { readForm } from "../warehouse/form.js";
import { parseExpression, reserved } from "../warehouse/parse-expression.js";
import { Reader } from "../warehouse/reader.js";
import { NotKnown } from "../warehouse/tokens.js";
import { parseAlias, parseComparison } from "./parse-compared.js";
import { parseDefinition, parseGuards, parseObject, parseTableName } from "./parse-table.js";
import { checkGuards, checkSteps } from "./sense.js";
import type { Copy, Guard, GuardedStep, LoadProcedure, Merge, PoolScript, Step } from "./syntax.js";

/** Reads the script of a pool's tables, batch after batch. Throws `NotKnown`. */
export function parsePoolScript(script: string): PoolScript {
  const [schemas, steps, procedures]: [string[], Step[], LoadProcedure[]] = [[], [], []];
  let dropped: string | undefined;
  for (const batch of batchesOf(script)) {
    const reader = new Reader(batch);
    if (reader.begins("IF", "SCHEMA_ID")) {
      schemas.push(parseSchema(reader));
    } else if (reader.begins("CREATE", "PROCEDURE")) {
      const procedure = parseProcedure(reader);
      if (dropped !== `${procedure.schema}.${procedure.name}`)
        throw new NotKnown(`The procedure ${procedure.name} is made where another one may be.`);
      procedures.push(procedure);
    } else {
      reader.expect("IF");
      const found = droppedProcedure(batch);
      if (found === undefined) steps.push(parseGuarded(reader));
      dropped = found;
    }
  }
  for (const { schema, name } of [...steps.flatMap(tableOf), ...procedures])
    if (!schemas.includes(schema)) throw new NotKnown(`There is no schema '${schema}' for ${name}.`);
  checkSteps(
    procedures.flatMap((procedure) => procedure.steps),
    steps,
  );
  return { schemas, steps, procedures };
}

const tableOf = (step: Step) => ("table" in step ? [step.table] : []);

function parseSchema(reader: Reader): string {
  const read = readForm(reader, "IF SCHEMA_ID(N'#schema') IS NULL EXEC(N'#statement')");
  reader.finish();
  if (read("statement") !== `CREATE SCHEMA [${read("schema")}]`)
    throw new NotKnown(`'${read("statement")}' does not make the schema '${read("schema")}'.`);
  return read("schema");
}

/** `reports.load_gifts` of a batch that drops it where it is there; undefined: it is another batch. */
function droppedProcedure(batch: string): string | undefined {
  const reader = new Reader(batch);
  reader.expect("IF");
  if (!/N'P'/.test(batch)) return undefined;
  const { schema, name } = parseObject(reader, "P");
  readForm(reader, "IS NOT NULL DROP PROCEDURE [#schema].[#name]", { schema, name });
  reader.finish();
  return `${schema}.${name}`;
}

/** Behind IF. */
function parseGuarded(reader: Reader): Step {
  const table = parseObject(reader, "U");
  if (reader.takes("IS", "NOT", "NULL", "AND", "(")) return parseComparison(reader, table);
  reader.expect("IS");
  const first = { table, isThere: reader.takes("NOT") };
  reader.expect("NULL");
  const step = parseDone(reader, [first, ...(reader.takes("AND") ? parseGuards(reader) : [])]);
  reader.finish();
  return step;
}

function parseDone(reader: Reader, guards: readonly Guard[]): Step {
  const step = parseStatement(reader, guards);
  checkGuards(step, guards);
  return step;
}

function parseStatement(reader: Reader, guards: readonly Guard[]): GuardedStep {
  if (reader.takes("DROP", "TABLE")) return { kind: "drop", if: guards, table: parseTableName(reader) };
  if (reader.takes("CREATE", "TABLE")) return { kind: "create", if: guards, table: parseDefinition(reader) };
  reader.expect("RENAME", "OBJECT");
  const table = parseTableName(reader);
  reader.expect("TO");
  return { kind: "rename", if: guards, table, to: reader.name(reserved) };
}

const head = `CREATE PROCEDURE [#schema].[#name] @run varchar(100) AS
BEGIN
  SET NOCOUNT ON;
  IF @run IS NULL OR LEN(@run) = 0 OR LEN(@run) > 36 OR @run LIKE '%[^0-9A-Za-z-]%'
    THROW 50001, N'The name of a run has 1 to 36 letters, digits and hyphens.', 1;
  BEGIN TRY`;

const foot = `END TRY
  BEGIN CATCH
    THROW;
  END CATCH;
END`;

function parseProcedure(reader: Reader): LoadProcedure {
  const read = readForm(reader, head);
  const steps: Step[] = [];
  while (!reader.sees("END")) {
    if (reader.takes("IF")) steps.push(parseDone(reader, parseGuards(reader)));
    else if (reader.takes("EXEC", "(")) {
      const text = parsePieces(reader);
      reader.expect(")");
      steps.push({ kind: "copy", text });
    } else if (reader.takes("MERGE", "INTO")) steps.push(parseMerge(reader));
    else steps.push(parseDone(reader, []));
    reader.expect(";");
  }
  readForm(reader, foot);
  reader.finish();
  return { schema: read("schema"), name: read("name"), steps };
}

/** Texts with `+` between them, and `@run` as one of them; each is one that a pool takes for no `nvarchar(max)`. */
function parsePieces(reader: Reader): (run: string) => string {
  const found: (string | undefined)[] = [];
  do {
    const piece = reader.takes("@RUN") ? undefined : reader.wide();
    if (piece !== undefined && piece.length > 4000)
      throw new NotKnown("A text of more than 4000 characters is a large object.");
    found.push(piece);
  } while (reader.takes("+"));
  return (run) => found.map((piece) => piece ?? run).join("");
}

/** https://learn.microsoft.com/sql/t-sql/statements/merge-transact-sql?view=azure-sqldw-latest */
function parseMerge(reader: Reader): Merge {
  const into = parseTableName(reader);
  const target = parseAlias(reader);
  reader.expect("USING");
  const from = parseTableName(reader);
  const source = parseAlias(reader);
  reader.expect("ON");
  const on = parseExpression(reader);
  const matched = reader.takes("WHEN", "MATCHED") ? parseMatched(reader) : undefined;
  reader.expect("WHEN", "NOT", "MATCHED", "BY", "TARGET", "THEN", "INSERT", "(");
  const columns = listOf(reader, () => reader.name(reserved));
  reader.expect("VALUES", "(");
  const values = listOf(reader, () => parseExpression(reader));
  if (columns.length !== values.length) throw new NotKnown("There are other numbers of columns and of values.");
  const deletesOthers = reader.takes("WHEN", "NOT", "MATCHED", "BY", "SOURCE", "THEN", "DELETE");
  return { kind: "merge", into, from, target, source, on, matched, insert: { columns, values }, deletesOthers };
}

function parseMatched(reader: Reader): Merge["matched"] {
  reader.expect("AND");
  const and = parseExpression(reader);
  reader.expect("THEN", "UPDATE", "SET");
  const set: { column: string; value: ReturnType<typeof parseExpression> }[] = [];
  do {
    const column = reader.name(reserved);
    reader.expect("=");
    set.push({ column, value: parseExpression(reader) });
  } while (reader.takes(","));
  return { and, set };
}

/** Behind the opening bracket. */
function listOf<T>(reader: Reader, parse: () => T): readonly T[] {
  const items = [parse()];
  while (reader.takes(",")) items.push(parse());
  reader.expect(")");
  return items;
}

/** https://learn.microsoft.com/sql/t-sql/statements/copy-into-transact-sql */
export function parseCopy(text: string): Copy {
  const reader = new Reader(text);
  reader.expect("COPY", "INTO");
  const into = parseTableName(reader);
  reader.expect("(");
  const columns = listOf(reader, () => ({ name: reader.name(reserved), place: reader.wholeNumber() }));
  reader.expect("FROM");
  const location = reader.text();
  readForm(reader, "WITH (FILE_TYPE = 'PARQUET', CREDENTIAL = (IDENTITY = 'Managed Identity'))");
  reader.finish();
  const folder = /^(https:\/\/[^*?\\]+)\/\*\.parquet$/.exec(location)?.[1];
  if (folder === undefined) throw new NotKnown(`'${location}' are no files of Parquet in a folder.`);
  return { into, columns, folder };
}
