import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";
import type { RunRequest } from "../../../local/request.js";
import { runJob } from "../../../local/run.js";
import { memoryHost, readCase } from "../../golden.js";
import { compileInto } from "./project.js";

const folder = mkdtempSync(join(tmpdir(), "sluice-http-"));
const byFirst = ([a]: readonly unknown[], [b]: readonly unknown[]) => (String(a) < String(b) ? -1 : 1);
afterAll(() => rmSync(folder, { recursive: true }));

it("what APIs answer in pages is landed and typed, and each run's takes the place of the one before, as a calculation in plain Python has it", async () => {
  const samples = join(folder, "project/samples");
  mkdirSync(samples, { recursive: true });
  const write = (name: string, rows: readonly (string | object)[]) =>
    writeFileSync(
      join(samples, name),
      rows.map((row) => `${typeof row === "string" ? row : JSON.stringify(row)}\n`).join(""),
    );
  write("products-1.json", [
    { id: 1, name: "gone" },
    { id: 2, name: "before", price: 1 },
  ]);
  write("products-2.json", [
    '{"id":9007199254740993,"name":"Łódź, \\"1, 2\\"\\nand \\u0001","price":1234567.89,"tags":["a","b,c",null],"maker":{"name":"M","since":"2020-02-29","more":{}}}',
    '{"id":2,"name":null,"price":1.50,"tags":[],"maker":null,"other":[1]}',
    ...Array.from({ length: 11 }, (_, at) => ({
      id: 10 + at,
      name: `2026-01-0${at}`,
      price: at / 4,
      maker: { name: null },
    })),
  ]);
  write(
    "categories-1.json",
    Array.from({ length: 10 }, (_, id) => ({ id, name: String(id) })),
  );
  write("visits-1.json", [{ visit_id: 1, at: "2026-01-01T10:00:00Z", spent: 1e-3 }]);
  write("visits-2.json", [
    { visit_id: 1, at: "2026-01-02T10:00:00Z", spent: 12.25 },
    { visit_id: 2, at: null },
    { visit_id: 3, spent: 1e10 },
  ]);
  const members = Array.from({ length: 12 }, (_, at) => ({ id: `u${at}`, mail: at % 2 ? `${at}@example.org` : null }));
  write("members-1.json", members);
  write("rates-1.json", [{ currency: "EUR", rate: 1.25 }]);
  const request: RunRequest = {
    artifactsDir: join(folder, "artifacts"),
    projectDir: join(folder, "project"),
    stateDir: join(folder, "run"),
  };
  compileInto(request.artifactsDir, memoryHost(readCase("project-http").input));
  const tables: Record<string, unknown> = {};
  const result = await runJob(request, async ({ runner, places }) => {
    const rows = async (table: string, ...columns: readonly string[]) =>
      (await runner.rows(join(places.state, "lake/silver", table), columns)).map((row) =>
        columns.map((one) => row[one]),
      );
    const withText = ([id, ...rest]: readonly unknown[]) => [String(id), ...rest];
    const products = await rows("products", "id", "name", "price", "tags", "maker", "since");
    tables["products"] = products.map(withText).toSorted(byFirst);
    tables["categories"] = (await rows("categories", "id", "name")).toSorted(byFirst);
    tables["visits"] = (await rows("visits", "visit_id", "at", "spent")).map(withText).toSorted(byFirst);
    tables["members"] = (await rows("members", "id", "mail")).toSorted(byFirst);
    tables["rates"] = await rows("rates", "currency", "rate");
  });
  expect(result.failure).toBeUndefined();
  expect(result).toMatchObject({ kind: "done", waves: 2 });
  // Of 13 rows, five on a page, there are three pages and one without rows; of three, two on a page, two and one; links lead from page to page until there are no more rows.
  const pages = (path: string) =>
    result.landed.flatMap(({ properties, rows, wave }) =>
      properties["Path"]?.startsWith(path) && wave === 2 ? [rows] : [],
    );
  expect([pages("products"), pages("visits"), pages("v1.0/users"), pages("rates")]).toEqual([[4], [3], [3], [1]]);
  const script = fileURLToPath(new URL("./http.py", import.meta.url));
  const expected = execFileSync("python3", [script, samples], { encoding: "utf8" });
  expect(tables).toEqual(JSON.parse(expected));
});
