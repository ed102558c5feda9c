import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, it } from "vitest";
import { compileProject } from "../../../cli/compile-project.js";
import { batchesOf } from "../../../compiler/emit/batches.js";
import { parsePoolScript } from "../../../local/dedicated/parse-load.js";
import { ensureSpark } from "../../../local/engines/engines.js";
import { ensureSqlfluff } from "../../../local/engines/packages.js";
import { caseNames, compileCase, readCase } from "../../golden.js";

/** Rights in PostgreSQL are a file, those in T-SQL a folder for each database. */
const isOfTransact = /^common\/grants\/[^/]+\//;

/** Each statement in T-SQL that is made of the goldens and of the project that has a warehouse, and rights on what it shows. */
const emitted = [
  ...caseNames()
    .filter((name) => /^(?:sql-|grants-|project-grants-transact$|project-dedicated-sql-pool$)/.test(name))
    .map((name) => compileCase(readCase(name)).artifacts),
  artifactsOf("pipelines/youflix"),
]
  .flat()
  .filter(({ owner, plane, path }) => plane === "sql" && (owner === "sql" || isOfTransact.test(path)));
/** What procedures make and run. */
const copies = emitted.flatMap(({ path, body }) =>
  path.startsWith("env/prod/sql/dw/")
    ? parsePoolScript(body).procedures.flatMap(({ steps }) =>
        steps.flatMap((step) => (step.kind === "copy" ? [`${step.text("a-run")};`] : [])),
      )
    : [],
);
const statements = [...new Set([...emitted.flatMap(({ body }) => batchesOf(body)), ...copies])];

/** What sqlfluff does not read, and the vendor's grammar, which has it. */
const unread = [
  {
    shape:
      /^IF EXISTS \(SELECT 1 FROM [\w.]+ WHERE name = N'\w+' AND location <> N'[^']+'\)\n {2}DROP EXTERNAL DATA SOURCE \[\w+\];$/gm,
    grammar: "https://learn.microsoft.com/sql/t-sql/statements/drop-external-data-source-transact-sql#syntax",
  },
  {
    shape: /^GRANT REFERENCES ON DATABASE SCOPED CREDENTIAL::\[\w+\] TO \[[^\]]+\];$/gm,
    grammar: "https://learn.microsoft.com/sql/t-sql/statements/grant-database-scoped-credential-transact-sql#syntax",
  },
  {
    shape: /^GRANT (?:SELECT|UPDATE) ON OBJECT::\[\w+\]\.\[\w+\] \(\[\w+\](?:, \[\w+\])*\) TO \[[^\]]+\];$/gm,
    grammar: "https://learn.microsoft.com/azure/synapse-analytics/sql-data-warehouse/column-level-security#syntax",
  },
  {
    shape:
      /^COPY INTO \[\w+\]\.\[\w+\] \(\[\w+\] \d+(?:, \[\w+\] \d+)*\) FROM '[^']+' WITH \(FILE_TYPE = 'PARQUET', CREDENTIAL = \(IDENTITY = 'Managed Identity'\)\);$/gm,
    grammar: "https://learn.microsoft.com/sql/t-sql/statements/copy-into-transact-sql?view=azure-sqldw-latest#syntax",
  },
];
const gaps = unread.map(({ shape }) => [...new Set(statements.flatMap((text) => text.match(shape) ?? []))]);
/** The statements without what is not read. */
const read = statements.map((text) => unread.reduce((rest, { shape }) => rest.replace(shape, "PRINT N'';"), text));

/** Each is wrong in one way; what reads everything would prove nothing. */
const broken = [
  "CREATE OR ALTER VIEW [a].[b] SELECT [r].[id] AS [id] FROM OPENROWSET(BULK 'a', DATA_SOURCE = 'lake', FORMAT = 'DELTA') WITH ([id] bigint) AS [r];",
  "CREATE OR ALTER VIEW [a].[b] AS SELECT [r].[id] AS FROM OPENROWSET(BULK 'a', DATA_SOURCE = 'lake', FORMAT = 'DELTA') WITH ([id] bigint) AS [r];",
  "CREATE OR ALTER VIEW [a].[b] AS SELECT [r].[id] AS [id] FROM OPENROWSET(BULK 'a', DATA_SOURCE = 'lake', FORMAT = 'DELTA') WITH ([id] bigint AS [r];",
  "CREATE DATABASE SCOPED CREDENTIAL [lake] IDENTITY = 'Managed Identity';",
  "IF DB_ID(N'a') IS NULL EXEC(N'CREATE DATABASE [a]';",
  "GRANT SELECT ([a] ON OBJECT::[a].[b] TO [c];",
  "GRANT SELECT ON OBJECT::[a].[b] [c];",
  "DENY ADMINISTER DATABASE BULK OPERATIONS [c];",
  "CREATE TABLE #a WITH (DISTRIBUTION = ROUND_ROBIN, HEAP) AS SELECT 1 AS;",
  "IF OBJECT_ID(N'[a].[b]' IS NULL\n  THROW 50003, N'a', 1;",
  "ALTER ROLE [c] ADD [d];",
  "CREATE TABLE [a].[b] ([c] int NULL) WITH (DISTRIBUTION HASH([c]), HEAP);",
  "IF 1 = 1 RENAME OBJECT [a].[b] TO;",
  "MERGE INTO [a].[b] AS [t] USING [a].[c] AS [n] ON [t].[d] = [n].[d] WHEN NOT MATCHED BY TARGET INSERT ([d]) VALUES ([n].[d]);",
  "IF 1 = 1\nBEGIN\n  RETURN;\n",
];

let findings: readonly (readonly string[])[] = [];

beforeAll(async () => {
  const engine = await ensureSqlfluff(await ensureSpark(console.log), console.log);
  const script = fileURLToPath(new URL("findings.py", import.meta.url));
  const input = JSON.stringify([...read, ...gaps.flat(), ...broken]);
  const env = { ...process.env, ...engine.env };
  findings = JSON.parse(execFileSync(engine.python, [script], { input, env, encoding: "utf8" }));
});

it("sqlfluff reads every statement that is made, but for those of shapes that it is known not to read", () => {
  expect(read.filter((_, at) => findings[at]?.length !== 0)).toEqual([]);
  const ofGaps = findings.slice(read.length, -broken.length);
  expect(gaps.flat().filter((_, at) => ofGaps[at]?.length === 0)).toEqual([]);
  expect(unread.filter((_, at) => gaps[at]?.length === 0)).toEqual([]);
  expect(statements.length).toBeGreaterThanOrEqual(16);
});

it("sqlfluff refuses statements that are broken", () => {
  expect(findings.slice(-broken.length).map((found) => found.length > 0)).toEqual(broken.map(() => true));
});

it("the statements are those that stand in the goldens", () => {
  const views = readFileSync("test/golden/sql-views/expected/common/sql/ldw/views.sql", "utf8");
  expect(batchesOf(views).filter((batch) => !statements.includes(batch))).toEqual([]);
});

function artifactsOf(project: string) {
  const compiled = compileProject(project, []);
  if ("kind" in compiled) throw new Error(compiled.message);
  return [...compiled.print()];
}
