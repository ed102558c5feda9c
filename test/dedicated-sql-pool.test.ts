import { expect, it } from "vitest";
import { parsePoolScript } from "../local/dedicated/parse-load.js";
import { compileCase, readCase } from "./golden.js";

it("a pool is asked to load a wide table without a text that is a large object, whole", () => {
  const wide = Array.from({ length: 300 }, (_, at) => `a_column_with_a_long_name_${at}`);
  const golden = readCase("project-dedicated-sql-pool");
  const input = Object.fromEntries(
    Object.entries(golden.input).map(([path, text]) => [
      path,
      text.replace(
        "columns: { id: id, item: item",
        `columns: { ${wide.map((name) => `${name}: id`).join(", ")}, item: item`,
      ),
    ]),
  );
  const { artifacts } = compileCase({ ...golden, input });
  const script = String(artifacts.find(({ path }) => path === "env/prod/sql/dw/tables.sql")?.body);
  expect(script).not.toContain("(max)");
  const texts = [...script.matchAll(/N'((?:[^']|'')*)'/g)].map(([, text = ""]) => text.replaceAll("''", "'"));
  expect(Math.max(...texts.map(({ length }) => length))).toBeLessThanOrEqual(4000);
  const copies = parsePoolScript(script)
    .procedures.filter(({ name }) => name === "load_gifts")
    .flatMap(({ steps }) => steps.flatMap((step) => (step.kind === "copy" ? [step.text("one")] : [])));
  const columns = [...wide, "item", "price", "day"].map((name, at) => `[${name}] ${at + 1}`).join(", ");
  expect(copies).toEqual([
    `COPY INTO [reports].[gifts_loading] (${columns}) FROM 'https://shopprod.dfs.core.windows.net/lake/warehouse/reports/gifts/one/*.parquet' WITH (FILE_TYPE = 'PARQUET', CREDENTIAL = (IDENTITY = 'Managed Identity'))`,
  ]);
});
