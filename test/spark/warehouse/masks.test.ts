import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { compute, type Rows } from "../../../local/warehouse/compute.js";
import { parseQuery, viewsOf } from "../../../local/warehouse/parse.js";
import { translate } from "../../../local/warehouse/translate.js";
import { queryWarehouse } from "../../../local/warehouse/warehouse.js";
import { lakeWithSales } from "./sales.js";

const views = viewsOf(readFileSync("test/golden/sql-masks/expected/common/sql/ldw/views.sql", "utf8"));
const roles = ["store_clerks", "auditors", "support"];
const sets = Array.from({ length: 2 ** roles.length }, (_, at) => roles.filter((_, bit) => (at >> bit) % 2 === 1));

let lake: Awaited<ReturnType<typeof lakeWithSales>>;
let expected: Readonly<Record<string, Rows["rows"]>> = {};

beforeAll(async () => {
  lake = await lakeWithSales([]);
  const script = fileURLToPath(new URL("masked_rows.py", import.meta.url));
  const env = { ...process.env, ...lake.engine.env };
  const told = execFileSync(lake.engine.python, [script, join(lake.folder, "silver", "sales")], { env });
  expected = JSON.parse(told.toString());
});
afterAll(() => rmSync(lake.folder, { recursive: true, force: true }));

const keyOf = (view: string, members: readonly string[]): string => [view, ...members.toSorted()].join(" ");

interface Question {
  readonly query: string;
  /** The roles that who asks is a member of. */
  readonly members: readonly string[];
  /** The roles that there are none of in the database. */
  readonly absent?: readonly string[];
}

/** What each is answered, in one process. */
async function asked(questions: readonly Question[]): Promise<readonly Rows[]> {
  const computations = questions.map(({ query, members, absent = [] }) => {
    const there = roles.filter((role) => !absent.includes(role));
    const asks = new Map(there.map((role) => [role, members.includes(role)] as const));
    return { translated: translate(parseQuery(query), views, asks), sources: { lake: lake.folder } };
  });
  const answers = await compute(lake.engine, computations);
  return answers.map((answer, at) => {
    if (answer.kind === "rows") return answer;
    throw new Error(`${questions[at]?.query}: ${answer.error}`);
  });
}

const shown = (view: string) => `select * from reports.${view} order by id`;

it("each set of principals sees of each view what plain Python says by the manual", async () => {
  const cases = views.flatMap(({ name }) => sets.map((members) => ({ name, members, query: shown(name) })));
  const answers = await asked(cases);
  const found = cases.map(({ name, members }, at) => [keyOf(name, members), answers[at]?.rows]);
  expect(Object.fromEntries(found)).toEqual(expected);
  expect(Object.values(expected).flat().length).toBeGreaterThan(500);
});

it("a question is asked as the principals that are named, or as all", async () => {
  const names = { clerks: "store_clerks", auditors: "auditors", support: "support" };
  const none = { procedures: [], stepped: [], swappedFile: "no-such-file" };
  const warehouse = { name: "ldw", views, sources: { lake: lake.folder }, roles: names, ...none };
  const rowsOf = async (as: readonly string[] | undefined) => {
    const engine = () => Promise.resolve(lake.engine);
    const { rows, principals } = await queryWarehouse(engine, [warehouse], shown("own"), as);
    expect(principals).toEqual(["clerks", "auditors", "support"]);
    return rows.kind === "rows" ? rows.rows : rows.error;
  };
  expect(await rowsOf(["clerks"])).toEqual(expected[keyOf("own", ["store_clerks"])]);
  expect(await rowsOf(["nobody"])).toEqual([]);
  expect(await rowsOf(undefined)).toEqual(expected[keyOf("own", roles)]);
});

it("where the database has no such role, nobody is a member of it", async () => {
  const answers = await asked(views.map(({ name }) => ({ query: shown(name), members: [], absent: roles })));
  for (const [at, { name }] of views.entries()) expect(answers[at]?.rows).toEqual(expected[keyOf(name, [])]);
  expect(expected.own).toEqual([]);
});

it("a column keeps the type that it has without a mask", async () => {
  const [some, none] = await asked([roles, []].map((members) => ({ query: shown("masked"), members })));
  expect(none?.columns).toEqual(some?.columns);
  expect(none?.columns.map(({ type }) => type)).toEqual([
    ...["bigint", "varchar(8000)", "bit", "decimal(9, 2)", "date", "varchar(8000)"],
  ]);
});

/** Each asks for a value that only some see, in another place of a query. */
const probes: readonly { readonly query: string; readonly unmask: readonly string[] }[] = [
  ...[
    "select * from reports.masked",
    "select buyer, count(*) as n from reports.masked group by buyer order by buyer",
    "select id, buyer from reports.masked where buyer = 'canary@example.org'",
    "select top 3 buyer from reports.masked where id >= 33 order by id",
    "select coalesce(buyer, '?') as who from reports.masked order by who",
    "select case when buyer = 'canary@example.org' then 'canary' else 'other' end as who from reports.masked",
  ].map((query) => ({ query, unmask: ["store_clerks", "auditors"] })),
  { query: "select item from reports.masked where item in ('canary-item', '***')", unmask: ["store_clerks"] },
  { query: "select max(price) as most from reports.masked where price = 77.77", unmask: ["auditors"] },
  { query: "select sum(price) as total from reports.masked where id = 39", unmask: ["auditors"] },
  { query: "select label from reports.labels where id in (33, 39)", unmask: ["auditors"] },
];

it("no query of who may not see a value has it, and those of who may have it", async () => {
  const cases = probes.flatMap(({ query, unmask }) =>
    sets.map((members) => ({ query, members, isSeen: members.some((role) => unmask.includes(role)) })),
  );
  const answers = await asked(cases);
  const found = cases.map((one, at) => ({ ...one, isSeen: /canary|77\.77/.test(JSON.stringify(answers[at]?.rows)) }));
  expect(found).toEqual(cases);
});

it("WHERE and GROUP BY are of the values that are shown", async () => {
  const [groups, kept] = await asked([
    { query: "select buyer, count(*) as n from reports.masked group by buyer", members: [] },
    { query: "select id from reports.masked where buyer = '***@example.org' order by id", members: [] },
  ]);
  // T-SQL takes no notice of spaces at the end.
  const shownOf = (row: Rows["rows"][number]): string | null => (row[5] == null ? null : String(row[5]).trimEnd());
  const counts = new Map<string | null, number>();
  for (const row of expected.masked ?? []) counts.set(shownOf(row), (counts.get(shownOf(row)) ?? 0) + 1);
  expect(new Map(groups?.rows.map(([buyer, n]) => [buyer, Number(n)]))).toEqual(counts);
  expect(kept?.rows.map(([id]) => id)).toEqual(["33", "37", "41"]);
});
