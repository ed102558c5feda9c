import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { compute, type NoRows, type Rows } from "../../../local/warehouse/compute.js";
import { viewsOf } from "../../../local/warehouse/parse.js";
import { translate } from "../../../local/warehouse/translate.js";
import { landingsOf, openLanding, putFile } from "./landed-lake.js";
import { broken, fits, lakeOfLines, lineOf, misfits, nameOfMisfit, order, passed } from "./lines-values.js";

/** By the run that each file is there before; the second has what other lines than objects there may be. */
const visits = [
  lineOf() +
    lineOf({ id: "9007199254740993", seats: undefined, guest: '"two\\nlines, \\"quoted\\""', at: "null" }) +
    lineOf({ id: "-9223372036854775808", spent: "-9999999.99", weight: "5e-324", day: '"0001-01-01"' }),
  `\n${lineOf({ id: "20", guest: '"żółw 🦔"', paid: "false", at: '"2026-03-01T10:00:00.123456+02:00"' })}   \n${lineOf({ id: "21", guest: `"${"é".repeat(4000)}"`, spent: '"0.01"', day: '"9999-12-31"' })}{"id":22,"tags":["a",{"id":1}],"place":{"city":"Łódź","seat":7},"more":1e400}`,
];

let made: Omit<Awaited<ReturnType<typeof openLanding>>, "databases" | "land">;
let script = "";
beforeAll(async () => {
  const { databases, land, ...rest } = await openLanding("sql-landed-lines", "visits");
  made = rest;
  try {
    putFile(made.folder, "drop/odd/a.json", '{"misfit":"fits","misfit_":7,"Misfit":8}\n');
    for (const [at, text] of visits.entries()) {
      putFile(made.folder, `drop/visits/${at}.json.gz`, gzipSync(text), 0);
      await setTimeout(2500); // files are taken that were changed a second ago
      await land();
    }
  } finally {
    await databases.stop();
  }
  script = readFileSync(join(made.artifactsDir, "common/sql/ldw/views.sql"), "utf8");
});
afterAll(() => rmSync(made.folder, { recursive: true, force: true }));

const asked = (names: readonly string[], lakes: readonly string[]): Promise<readonly (Rows | NoRows)[]> => {
  const views = viewsOf(script);
  const selects = names.map((name) => views.find((view) => `${view.schema}.${view.name}` === name)?.select);
  return compute(
    made.engine,
    lakes.flatMap((lake) =>
      selects.flatMap((select) => (select ? [{ translated: translate(select, []), sources: { lake } }] : [])),
    ),
  );
};

const texts = (rows: readonly unknown[] | undefined) => rows?.map((row) => JSON.stringify(row)).sort();
const rowsOf = (one: Rows | NoRows | undefined) => (one?.kind === "rows" ? texts(one.rows) : one);
const lakeOf = (name: string, ...lines: readonly string[]): string =>
  lakeOfLines(join(made.folder, "lakes", name), script, ...lines);

it("views show the lines that the pipeline landed, by landing, as a separate calculation says", async () => {
  const [first = "", second = ""] = landingsOf(made.lake, "visits");
  expect([first, second].map((one) => readFileSync(join(one, "rows.json"), "utf8").length)).not.toContain(0);
  const python = fileURLToPath(new URL("./landed_lines_expected.py", import.meta.url));
  const expected: Readonly<Record<string, readonly unknown[]>> = JSON.parse(
    execFileSync("python3", [python, dirname(first)], { encoding: "utf8" }),
  );
  const names = ["visits.landed_visits", "reports.by_landing", "reports.paid"];
  const answers = await asked(names, [made.lake]);
  expect(answers.map(rowsOf)).toEqual(names.map((name) => texts(expected[name])));
  expect(answers.map((one) => one.kind === "rows" && one.rows.length)).toEqual([6, 2, 4]);
  const [odd] = await asked(["visits.landed_odd"], [made.lake]);
  expect(rowsOf(odd)).toEqual(['["fits","7","1"]', '["fits","7","2"]']);
});

it("values are read as the notebooks read them, however they are written", async () => {
  const lake = lakeOf("fits", ...fits.map(([column, text]) => lineOf({ [column]: text })));
  const [answer] = await asked(["visits.landed_visits"], [lake]);
  const rows = answer?.kind === "rows" ? answer.rows : [];
  const found = fits.map(([column], at) => rows.find((row) => row.at(-1) === `${at + 1}`)?.[order.indexOf(column)]);
  expect(found).toEqual(fits.map(([, , value]) => value));
});

it("lines with nothing are passed over, and so are fields of other names and what is nested", async () => {
  const [answer, counted] = await asked(["visits.landed_visits", "reports.by_landing"], [lakeOf("passed", passed)]);
  const whole = ["1", "2", "a", "1", "1.50", "1.5", "2026-03-01", "2026-03-01T10:00:00.000000", "1"];
  const bare = [...Array(8).fill(null), "1"];
  expect(rowsOf(answer)).toEqual(texts([whole, whole, bare, bare, bare, ["5", ...bare.slice(1)]]));
  expect(rowsOf(counted)).toEqual(['["1","6"]']);
});

it("a value that does not fit, a field that is there twice and a line that is no object stop the query", async () => {
  const lakes = [
    ...misfits.map(([column, text], at) => lakeOf(`misfit-${at}`, lineOf({ [column]: text }))),
    ...Object.entries(broken).map(([name, text]) => lakeOf(name, text)),
  ];
  const names = [...misfits.map(nameOfMisfit), ...Object.keys(broken)];
  const answers = await asked(["visits.landed_visits"], lakes);
  expect(answers.flatMap((one, at) => (one.kind === "rows" ? [names[at], one.rows] : []))).toEqual([]);
  const unread = Object.entries(broken).filter(([name]) => !name.startsWith("twice"));
  const counted = await asked(
    ["reports.by_landing"],
    unread.map(([name]) => join(made.folder, "lakes", name)),
  );
  expect(counted.flatMap((one, at) => (one.kind === "rows" ? [unread[at]?.[0], one.rows] : []))).toEqual([]);
});
