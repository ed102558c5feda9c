import { expect, it } from "vitest";
import { batchesOf } from "../../compiler/emit/batches.js";
import { readScript } from "./transact.js";

it("takes a script apart at its own semicolons", () => {
  const script = `-- once; by the owner
SELECT ';' AS [a;b], N'it''s; so' /* ; */ FROM [t];
UPDATE [t] SET [x] = 1;`;
  expect(readScript(script)).toEqual([
    { kind: "plain", text: "SELECT ';' AS [a;b], N'it''s; so' /* ; */ FROM [t]" },
    { kind: "plain", text: "UPDATE [t] SET [x] = 1" },
  ]);
});

it("reads what is done only where something is missing", () => {
  const script = `IF SCHEMA_ID(N'slu''ice') IS NULL EXEC(N'CREATE SCHEMA [slu''''ice]');
if object_id(N'[slu]]ice].[marks]', N'U') is null
  CREATE TABLE [slu]]ice].[marks] ([source] nvarchar(400));`;
  expect(readScript(script)).toEqual([
    {
      kind: "unless",
      there: { kind: "schema", schema: "slu'ice" },
      statements: [{ kind: "plain", text: "CREATE SCHEMA [slu''ice]" }],
    },
    {
      kind: "unless",
      there: { kind: "table", schema: "slu]ice", table: "marks" },
      statements: [{ kind: "plain", text: "CREATE TABLE [slu]]ice].[marks] ([source] nvarchar(400))" }],
    },
  ]);
});

it.each(["IF OBJECT_ID(N'a.b', N'P') IS NULL SELECT 1", "IF 1 = 1 SELECT 1", "EXEC sp_who"])(
  "leaves %s to the database, which refuses it",
  (text) => {
    expect(readScript(text)).toEqual([{ kind: "plain", text }]);
  },
);

it("gives a datetime2 the digits that it has in T-SQL", () => {
  const text = "SELECT CAST('datetime2' AS datetime2), CAST([datetime2] AS DATETIME2 (3)), CAST(x AS DateTime2)";
  expect(readScript(text)).toEqual([
    {
      kind: "plain",
      text: "SELECT CAST('datetime2' AS datetime2(7)), CAST([datetime2] AS DATETIME2 (3)), CAST(x AS DateTime2(7))",
    },
  ]);
});

it("knows the lines that end a batch", () => {
  expect(batchesOf("a;\nGO\n\nb 'go';\n go \nGOOD").map((batch) => batch.trim())).toEqual(["a;", "b 'go';", "GOOD"]);
});

it("has the word for the time in UTC as H2 has it, where it is called and no name or text", () => {
  const text = "SELECT SYSUTCDATETIME() AS [SYSUTCDATETIME()], 'SYSUTCDATETIME()' AS t, sysutcdatetime";
  expect(readScript(text)).toEqual([
    { kind: "plain", text: "SELECT LOCALTIMESTAMP(7) AS [SYSUTCDATETIME()], 'SYSUTCDATETIME()' AS t, sysutcdatetime" },
  ]);
});
