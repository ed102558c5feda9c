import { rmSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Report } from "../../../compiler/diagnostics/report.js";
import { analyze } from "../../../compiler/expression/analyze.js";
import type { Expression } from "../../../compiler/expression/expression.js";
import { printSpark } from "../../../compiler/expression/print-spark.js";
import { originOf } from "../../../compiler/expression/testing.fixture.js";
import { compute, type NoRows, type Rows } from "../../../local/warehouse/compute.js";
import { viewsOf } from "../../../local/warehouse/parse.js";
import { translate } from "../../../local/warehouse/translate.js";
import { viewStatement } from "../../../targets/sql/view.js";
import { columns, lakeWithSales, values as rows } from "./sales.js";

/** Conditions of every kind that a view may have: each is tried as a value, and as a filter. */
const conditions = [
  ...["gift", "not gift", "true", "false", "gift = false", "gift <> (store = 1)", "gift is true"],
  ...["gift is not true", "gift is false", "gift is not false", "gift is null", "(store > 2) is null"],
  ...[
    "item = 'test'",
    "item <> 'test'",
    "item = 'test '",
    "item <> buyer",
    "item = buyer",
    "item <=> buyer",
    "item = 'żółw'",
  ],
  ...[
    "item in ('test', 'a', '')",
    "item not in ('test', 'a')",
    "item in ('x', buyer)",
    "item = ''",
    "item is distinct from buyer",
  ],
  ...[
    "item is not distinct from 'a'",
    "item = 'it''s'",
    "store = 1",
    "store <> 9",
    "store < 9",
    "store <= 9",
    "store > 9",
  ],
  ...[
    "store >= -2147483648",
    "store between 1 and 9",
    "store not between 1 and 9",
    "store in (1, 9, 7)",
    "store not in (1, 9)",
  ],
  ...["id > 9223372036854775806", "id = store", "price > 99.99", "price >= 100", "price = 7", "price < store"],
  ...[
    "price in (7, 1.5)",
    "day = date '2026-01-31'",
    "day >= date '2026-02-01'",
    "day between date '2026-01-31' and date '2026-02-28'",
  ],
  ...[
    "at < timestamp '2027-01-01T00:00:00Z'",
    "at = timestamp '2026-12-31T23:59:59.999999Z'",
    "cast(at as date) = day",
  ],
  ...[
    "at > cast(day as timestamp)",
    "gift and store > 1",
    "gift or store > 1",
    "not (gift and item = 'a') or price is null",
  ],
  ...[
    "item = 'test' and not (gift <=> true)",
    "year(at) = 2026 and month(day) = 3",
    "octet_length(item) > 4",
    "coalesce(gift, true)",
  ],
  "case when gift then store > 1 else item = 'a' end",
];

const values = [
  ...[
    "id",
    "store",
    "item",
    "gift",
    "price",
    "weight",
    "day",
    "at",
    "photo",
    "-5",
    "7",
    "1.50",
    "'żółw'",
    "'it''s'",
    "9223372036854775807",
  ],
  ...["date '2026-01-31'", "timestamp '2026-01-31T01:02:03.000004Z'", "cast(null as string)", "cast(null as int)"],
  ...[
    "concat(item, ' of ', buyer)",
    "item || buyer",
    "concat('a', 'b')",
    "coalesce(item, buyer, '-')",
    "coalesce(store, 0)",
  ],
  ...[
    "coalesce(store, id)",
    "coalesce(price, 0.00)",
    "cast(store as bigint)",
    "cast(store as string)",
    "cast(id as string)",
  ],
  ...[
    "cast(day as string)",
    "cast(at as date)",
    "cast(day as timestamp)",
    "year(day)",
    "month(at)",
    "day(at)",
    "dayofmonth(day)",
  ],
  ...["octet_length(buyer)", "sha2(buyer, 256)", "sha2(concat(item, buyer), 256)"],
  ...[
    "case when gift then 'a' when not gift then 'b' end",
    "case store when 1 then 'one' when 9 then 'nine' else 'more' end",
  ],
  ...[
    "case when store > 1 then price else 0.5 end",
    "case item when 'test' then 1 else null end",
    "case when gift then id else store end",
  ],
];

const tried = [...conditions, ...values].map((text) => ({ text, expression: typed(text) }));

let lake: Awaited<ReturnType<typeof lakeWithSales>>;
let shown: readonly (Rows | NoRows)[] = [];
let kept: readonly (Rows | NoRows)[] = [];

beforeAll(async () => {
  lake = await lakeWithSales(tried.map(({ expression }) => printSpark(expression)));
  shown = await rowsOf(tried.map(({ expression }) => statement(expression, undefined)));
  kept = await rowsOf(conditions.map((text) => statement(typed("id"), typed(text))));
});
afterAll(() => rmSync(lake.folder, { recursive: true, force: true }));

it("what is printed as T-SQL has the value that Spark computes, in every row", () => {
  const differing = tried.flatMap(({ text }, at) => {
    const found = shown[at];
    if (found?.kind !== "rows") return [`${text}: ${found?.error}`];
    return found.rows.flatMap(([, value], row) => {
      const spark = lake.computed[at]?.[row] ?? null;
      return sameValue(value ?? null, spark) ? [] : [`${text}, row ${row}: ${value}, Spark's ${spark}`];
    });
  });
  expect(differing).toEqual([]);
  expect(shown.flatMap((one) => (one.kind === "rows" ? one.rows : []))).toHaveLength(tried.length * rows.length);
});

it("a condition keeps the rows for which Spark's is true", () => {
  const differing = conditions.flatMap((text, at) => {
    const [found, all] = [kept[at], shown[at]];
    if (found?.kind !== "rows" || all?.kind !== "rows") return [`${text}: no rows`];
    const wanted = all.rows.filter((_, row) => lake.computed[at]?.[row] === "1").map(([id]) => id);
    return JSON.stringify(found.rows.map(([id]) => id)) === JSON.stringify(wanted) ? [] : [text];
  });
  expect(differing).toEqual([]);
});

/** Of numbers the value, and of all else the text. */
const sameValue = (found: string | boolean | null, spark: string | null): boolean =>
  found === spark ||
  (found !== null &&
    spark !== null &&
    /^[-\d.eE+]+$/.test(spark) &&
    /[.eE]/.test(spark) &&
    Number(found) === Number(spark));

function typed(text: string): Expression {
  const report = new Report();
  const expression = analyze(text, originOf(text), { columns, aggregates: "forbidden", clause: "columns" }, report);
  if (expression === undefined) throw new Error(`${text}: ${report.sorted()[0]?.message}`);
  return expression;
}

/** The view that shows the value beside the row's id. */
function statement(expression: Expression, where: Expression | undefined): string {
  const table = {
    reference: "",
    path: "silver/sales",
    columns,
    comment: "",
    partitionBy: [],
    onSchemaChange: "fail" as const,
  };
  const shows = where
    ? [{ name: "id", expression }]
    : [
        { name: "id", expression: typed("id") },
        { name: "value", expression },
      ];
  const view = {
    name: "tried",
    origin: expression.origin,
    as: "view" as const,
    pipeline: "sales",
    table,
    columns: shows,
    where,
    joins: [],
    landed: undefined,
    groups: undefined,
    masks: [],
    rows: undefined,
    dedicated: undefined,
    partitions: undefined,
  };
  const schema = "IF SCHEMA_ID(N'tried') IS NULL EXEC(N'CREATE SCHEMA [tried]');";
  return `${schema}\nGO\n${viewStatement("tried", view).transact}\nGO\n`;
}

async function rowsOf(scripts: readonly string[]): Promise<readonly (Rows | NoRows)[]> {
  const computations = scripts.map((script) => {
    const [view] = viewsOf(script);
    if (view === undefined) throw new Error(`No view in ${script}`);
    return { translated: translate(view.select, []), sources: { lake: lake.folder } };
  });
  const answers = await compute(lake.engine, computations);
  return answers.map((one) => (one.kind === "rows" ? { ...one, rows: one.rows.toSorted(byId) } : one));
}

const byId = ([a]: Rows["rows"][number], [b]: Rows["rows"][number]): number =>
  BigInt(String(a)) < BigInt(String(b)) ? -1 : 1;
