import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, it } from "vitest";
import { compileProject } from "../../../cli/compile-project.js";
import { ensureSpark } from "../../../local/engines/engines.js";
import { ensureSqlfluff } from "../../../local/engines/packages.js";
import { batchesOf } from "../../../local/warehouse/tokens.js";
import { caseNames, compileCase, readCase } from "../../golden.js";

/** Each statement that the target makes of the goldens and of the project that has a warehouse. */
const emitted = [
  ...caseNames()
    .filter((name) => name.startsWith("sql-"))
    .map((name) => compileCase(readCase(name)).artifacts),
  artifactsOf("pipelines/youflix"),
]
  .flat()
  .filter(({ owner, plane }) => owner === "sql" && plane === "sql");
const statements = [...new Set(emitted.flatMap(({ body }) => batchesOf(body)))];

/** What sqlfluff does not read, and the vendor's grammar, which has it. */
const unread = [
  {
    shape:
      /^IF EXISTS \(SELECT 1 FROM [\w.]+ WHERE name = N'\w+' AND location <> N'[^']+'\)\n {2}DROP EXTERNAL DATA SOURCE \[\w+\];$/,
    grammar: "https://learn.microsoft.com/sql/t-sql/statements/drop-external-data-source-transact-sql#syntax",
  },
];

/** Each is wrong in one way; what reads everything would prove nothing. */
const broken = [
  "CREATE OR ALTER VIEW [a].[b] SELECT [r].[id] AS [id] FROM OPENROWSET(BULK 'a', DATA_SOURCE = 'lake', FORMAT = 'DELTA') WITH ([id] bigint) AS [r];",
  "CREATE OR ALTER VIEW [a].[b] AS SELECT [r].[id] AS FROM OPENROWSET(BULK 'a', DATA_SOURCE = 'lake', FORMAT = 'DELTA') WITH ([id] bigint) AS [r];",
  "CREATE OR ALTER VIEW [a].[b] AS SELECT [r].[id] AS [id] FROM OPENROWSET(BULK 'a', DATA_SOURCE = 'lake', FORMAT = 'DELTA') WITH ([id] bigint AS [r];",
  "CREATE DATABASE SCOPED CREDENTIAL [lake] IDENTITY = 'Managed Identity';",
  "IF DB_ID(N'a') IS NULL EXEC(N'CREATE DATABASE [a]';",
];

let findings: readonly (readonly string[])[] = [];

beforeAll(async () => {
  const engine = await ensureSqlfluff(await ensureSpark(console.log), console.log);
  const script = fileURLToPath(new URL("findings.py", import.meta.url));
  const input = JSON.stringify([...statements, ...broken]);
  const env = { ...process.env, ...engine.env };
  findings = JSON.parse(execFileSync(engine.python, [script], { input, env, encoding: "utf8" }));
});

it("sqlfluff reads every statement that is made, but for those of shapes that it is known not to read", () => {
  const refused = statements.filter((_, at) => findings[at]?.length !== 0);
  expect(refused.filter((text) => !unread.some(({ shape }) => shape.test(text)))).toEqual([]);
  expect(unread.filter(({ shape }) => !refused.some((text) => shape.test(text)))).toEqual([]);
  expect(statements.length).toBeGreaterThanOrEqual(16);
});

it("sqlfluff refuses statements that are broken", () => {
  expect(findings.slice(statements.length).map((found) => found.length > 0)).toEqual(broken.map(() => true));
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
