import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { compute, type NoRows, type Rows } from "../../../local/warehouse/compute.js";
import { viewsOf } from "../../../local/warehouse/parse.js";
import { translate } from "../../../local/warehouse/translate.js";
import { landedLake, landingsOf, type Row } from "./landed-lake.js";
import { broken, fits, lakeWith, misfits, record } from "./landed-values.js";

const sale = (id: string, at: string, rest: Row = {}): Row => ({
  ...{
    id,
    store: "1",
    item: "a",
    gift: "FALSE",
    price: "1.50",
    weight: "1.5",
    day: "2026-03-01",
    changed_at: `2026-03-01 ${at}`,
  },
  ...rest,
});

const none = { store: null, item: null, gift: null, price: null, weight: null, day: null };

/** By the run that each is there before. */
const sales: readonly (readonly Row[])[] = [
  [
    sale("1", "09:30:00"),
    sale("2", "10:00:01", { item: 'a "quoted" one, with; separators\tand `others`', gift: "TRUE" }),
    sale("3", "10:00:02", { item: "two\nlines\r\nand\rmore", gift: "TRUE" }),
    sale("4", "10:00:03", { item: "", gift: "TRUE" }),
    sale("5", "10:00:04", { ...none, gift: "TRUE" }),
    sale("6", "10:00:05", { item: "\\N ", price: "-9999999.99", weight: "-1.7976931348623157E308", day: "0001-01-01" }),
    sale("-9223372036854775808", "10:00:06", {
      store: "-2147483648",
      price: "9999999.99",
      weight: "5E-324",
      day: "9999-12-31",
    }),
    sale("9223372036854775807", "10:00:07", {
      store: "2147483647",
      item: "żółw 漢字 🦔 'x'",
      weight: "0",
      changed_at: "2026-03-01 10:00:07.123456",
    }),
  ],
  [
    sale("20", "11:00:00", { item: ' \\\\N"', price: "0.01", gift: "TRUE" }),
    sale("21", "11:30:00", { item: "é".repeat(4000), day: "1900-02-28" }),
  ],
];

const stores: readonly Row[] = [
  {
    store: "1",
    city: 'Łódź, "centre"\n',
    rent: "100.10",
    opened: "1999-12-31",
    seen_at: "2026-03-01 10:00:00.000001",
    is_open: "TRUE",
    size: "1.25",
    visits: "9007199254740993",
  },
  {
    store: "2",
    city: "",
    rent: "-0.01",
    opened: "0001-01-02",
    seen_at: "1890-01-01 00:00:00",
    is_open: "FALSE",
    size: "-0.5",
    visits: "-1",
  },
  { store: "3", city: null, rent: null, opened: null, seen_at: null, is_open: null, size: null, visits: null },
];

const prices = 'item,price,since\n"a ""b""",1.5000,2026-01-01\nplain,007,2026-01-01T00:00:00Z\n,,\n';

let made: Awaited<ReturnType<typeof landedLake>>;
let script = "";
beforeAll(async () => {
  made = await landedLake(sales, stores, prices);
  script = readFileSync(join(made.artifactsDir, "common/sql/ldw/views.sql"), "utf8");
});
afterAll(() => rmSync(made.folder, { recursive: true, force: true }));

const same = (...names: readonly string[]) => {
  const views = viewsOf(script);
  return names.map((name) => views.find((view) => `${view.schema}.${view.name}` === name)?.select);
};

async function shown(lake: string, ...names: readonly string[]): Promise<readonly (Rows | NoRows)[]> {
  const selects = same(...names).flatMap((select) => select ?? []);
  return compute(
    made.engine,
    selects.map((select) => ({ translated: translate(select, []), sources: { lake } })),
  );
}

const rowsOf = (one: Rows | NoRows | undefined): readonly string[] =>
  one?.kind === "rows" ? one.rows.map((row) => JSON.stringify(row)).sort() : [one?.error ?? "no answer"];

it("views show what the database had, by landing, as a separate calculation says", async () => {
  const python = fileURLToPath(new URL("./landed_expected.py", import.meta.url));
  const given = [python, JSON.stringify(sales), JSON.stringify(stores)];
  const expected: Readonly<Record<string, readonly unknown[]>> = JSON.parse(
    execFileSync("python3", given, { encoding: "utf8" }),
  );
  const names = ["sales.landed_sales", "sales.landed_stores", "reports.by_landing", "reports.gifts"];
  const answers = await shown(made.lake, ...names);
  for (const [at, name] of names.entries())
    expect(rowsOf(answers[at])).toEqual(expected[name.split(".")[1] ?? ""]?.map((row) => JSON.stringify(row)).sort());
});

it("texts of files are shown as what they are declared, from Parquet too", async () => {
  const [prices] = await shown(made.lake, "sales.landed_prices");
  const each = [
    ['a "b"', "1.50", "2026-01-01"],
    ["plain", "7.00", "2026-01-01"],
    [null, null, null],
  ];
  const both = ["1", "2"].flatMap((landing) => each.map((row) => JSON.stringify([...row, landing])));
  expect(rowsOf(prices)).toEqual(both.sort());
});

const lakeOf = (name: string, text: string): string => lakeWith(join(made.folder, "lakes", name), script, text);

const view = () => same("sales.landed_sales").flatMap((select) => select ?? []);

const asked = (lakes: readonly string[]) =>
  compute(
    made.engine,
    lakes.flatMap((lake) => view().map((select) => ({ translated: translate(select, []), sources: { lake } }))),
  );

it("values are read as the notebooks read them, however they are written", async () => {
  const answers = await asked(fits.map(([column, text], at) => lakeOf(`fits-${at}`, record({ [column]: text }))));
  const order = ["id", "store", "item", "gift", "price", "weight", "day", "changed_at"];
  const found = answers.map((one, at) =>
    one.kind === "rows" ? one.rows[0]?.[order.indexOf(fits[at]?.[0] ?? "")] : one,
  );
  expect(found).toEqual(fits.map(([, , value]) => value));
});

it("a value that does not fit, and a record that is not whole, stop the query", async () => {
  const lakes = [
    ...misfits.map(([column, text], at) => lakeOf(`misfit-${at}`, record({ [column]: text }))),
    ...Object.entries(broken).map(([name, text]) => lakeOf(name, text)),
  ];
  const names = [...misfits.map(([column, text]) => `${column} ${text.slice(0, 30)}`), ...Object.keys(broken)];
  const answers = await asked(lakes);
  expect(answers.flatMap((one, at) => (one.kind === "rows" ? [names[at], one.rows] : []))).toEqual([]);
});

it("a landing that is not written to its end is told apart by its number alone, where it ends with a record", async () => {
  const [, second = ""] = landingsOf(made.lake, "sales");
  const whole = readFileSync(join(second, "rows.csv"), "utf8");
  const [before] = await shown(made.lake, "sales.landed_sales");
  writeFileSync(join(second, "rows.csv"), whole.slice(0, whole.lastIndexOf('"\n"') + 2));
  const [after] = await shown(made.lake, "sales.landed_sales");
  writeFileSync(join(second, "rows.csv"), whole);
  const first = (one: Rows | NoRows | undefined) =>
    one?.kind === "rows" ? one.rows.filter((row) => row.at(-1) === "1") : [];
  expect(first(after)).toEqual(first(before));
  expect(rowsOf(after)).toHaveLength(rowsOf(before).length - 1);
});
