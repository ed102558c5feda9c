import { beforeAll, expect, it } from "vitest";
import { compile } from "../../../compiler/compile.js";
import type { PostgresEngine } from "../../../local/engines/engine.js";
import { ensureSpark } from "../../../local/engines/engines.js";
import { ensurePostgres } from "../../../local/engines/postgres.js";
import { targets } from "../../../targets/index.js";
import { memoryHost } from "../../golden.js";
import { onServer, type Step } from "./server.js";

/* Views of some rows, made by the script of rights on a real PostgreSQL: who sees which rows, and what becomes of a view. */

let engine: PostgresEngine;
beforeAll(async () => {
  engine = await ensurePostgres(await ensureSpark(() => {}), () => {});
});

interface View {
  readonly columns: readonly string[];
  readonly where: string;
}

type Views = Readonly<Record<string, View>>;

/** The script and the query of what it would change, of a project with these views. */
function filesOf(views: Views, grants: Readonly<Record<string, readonly unknown[]>>) {
  const project = {
    version: 1,
    project: "shop",
    secrets: { vault: "shop" },
    connections: {
      shop: {
        ...{ kind: "postgres", server: "shop.example.org", database: "shop" },
        identity: { user: "grants_admin", secret: "shop-admin-password" },
        tables: { "public.orders": { owner: "shop_owner", key: ["id"] } },
        views: Object.fromEntries(
          Object.entries(views).map(([name, view]) => [`public.${name}`, { of: "public.orders", ...view }]),
        ),
      },
    },
    principals: { poland: { role: "poland" }, clerks: { role: "clerks" } },
    environments: {
      local: { on: "this-machine" },
      prod: { subscription: "00000000-0000-0000-0000-000000000002", resource_group: "shop-prod" },
    },
  };
  const poland = Object.fromEntries(
    Object.entries(grants).map(([name, list]) => [`connections.shop.public.${name}`, list]),
  );
  const files = {
    "sluice.yaml": JSON.stringify(project),
    "pipelines/access.yaml": JSON.stringify({ pipeline: "access", grants: { poland } }),
  };
  const { artifacts, diagnostics } = compile(memoryHost(files), targets);
  expect(diagnostics.map(({ message }) => message)).toEqual([]);
  const bodyOf = (path: string) => artifacts.find((one) => one.path === path)?.body ?? "";
  const run: Step = { script: bodyOf("common/grants/shop.sql"), user: "grants_admin" };
  return { run, differences: { query: bodyOf("common/grants/shop.differences.sql") } satisfies Step };
}

const words = (rows: unknown): readonly string[] =>
  (Array.isArray(rows) ? rows : []).map(([, ...row]: readonly unknown[]) => row.join(" | "));

const ready: Step = {
  script: [
    'CREATE ROLE "grants_admin" LOGIN CREATEROLE; CREATE ROLE shop_owner; CREATE ROLE foreigner',
    'GRANT shop_owner TO "grants_admin" WITH INHERIT FALSE, SET TRUE',
    "GRANT CONNECT ON DATABASE shop TO grants_admin WITH GRANT OPTION; REVOKE ALL ON SCHEMA public FROM PUBLIC",
    "GRANT USAGE ON SCHEMA public TO grants_admin WITH GRANT OPTION; GRANT USAGE, CREATE ON SCHEMA public TO shop_owner",
    "CREATE TABLE public.orders (id integer PRIMARY KEY, status text, total numeric, country text, deleted boolean, secret text)",
    "ALTER TABLE public.orders OWNER TO shop_owner",
    "GRANT USAGE ON SCHEMA public TO foreigner",
  ].join(";\n"),
};

interface Order {
  readonly id: number;
  readonly status: string | null;
  readonly total: number | null;
  readonly country: string | null;
  readonly deleted: boolean | null;
}

const some = <T>(values: readonly T[], at: number): T | null => values[at % values.length] ?? null;

/** All combinations of a few values, null among each. */
const orders: readonly Order[] = Array.from({ length: 5 * 4 * 4 * 3 }, (_, at) => ({
  id: at + 1,
  status: some(["new", "it's paid", "done", "Ware \\ %", null], at),
  total: some([-1.5, 0, 999.5, null], Math.floor(at / 5)),
  country: some(["PL", "pl", "X", null], Math.floor(at / 20)),
  deleted: some([true, false, null], Math.floor(at / 80)),
}));

const literal = (value: string | number | boolean | null): string =>
  typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value);

const filled: Step = {
  script: `INSERT INTO public.orders VALUES ${orders
    .map((one) => `(${[one.id, one.status, one.total, one.country, one.deleted, "canary"].map(literal).join(", ")})`)
    .join(", ")}`,
};

/** Each condition, and what it says of a row whose nulls make nothing true: worked out by hand. */
const conditions: readonly (readonly [where: string, isSeen: (order: Order) => boolean])[] = [
  ["country = 'PL' and not deleted", ({ country, deleted }) => country === "PL" && deleted === false],
  ["deleted", ({ deleted }) => deleted === true],
  ["deleted is not true", ({ deleted }) => deleted !== true],
  [
    "not (country = 'PL' or deleted is null)",
    ({ country, deleted }) => country !== null && country !== "PL" && deleted !== null,
  ],
  ["status in ('new', 'it''s paid')", ({ status }) => status === "new" || status === "it's paid"],
  [
    "status not in ('new', 'Ware \\\\ %')",
    ({ status }) => status !== null && status !== "new" && status !== "Ware \\ %",
  ],
  ["total between -1.5 and 0", ({ total }) => total === -1.5 || total === 0],
  ["total not between 0 and 1", ({ total }) => total === -1.5 || total === 999.5],
  ["total < 0 or total >= 999.5", ({ total }) => total === -1.5 || total === 999.5],
  ["country <> status and country is not null", ({ country, status }) => country !== null && status !== null],
  ["-1.5 = total and id <= 200", ({ total, id }) => total === -1.5 && id <= 200],
  [
    "deleted = false and country > 'Q'",
    ({ deleted, country }) => deleted === false && (country === "X" || country === "pl"),
  ],
];

const asPoland: Step = { query: "SELECT set_config('role', 'poland', false)" };

it("shows the rows for which the condition is true", { timeout: 60_000 }, async () => {
  const views = Object.fromEntries(
    conditions.map(([where], at) => [`seen_${at}`, { columns: ["id", "status"], where }]),
  );
  const { run } = filesOf(views, Object.fromEntries(Object.keys(views).map((name) => [name, ["select"]])));
  const [, , ran, , ...seen] = await onServer(engine, [
    ready,
    { script: `ALTER DATABASE shop SET lc_messages TO 'C'; ${filled.script}` },
    run,
    asPoland,
    ...conditions.map((_, at): Step => ({ query: `SELECT id, status FROM public.seen_${at} ORDER BY id` })),
  ]);
  expect(ran).toBeNull();
  expect(seen).toEqual(conditions.map(([, isSeen]) => orders.filter(isSeen).map(({ id, status }) => [id, status])));
});

const polish: View = { columns: ["id", "status", "total"], where: "country = 'PL'" };
const open: View = { columns: ["id", "status"], where: "status in ('new', 'done')" };
const first = filesOf(
  { polish, open },
  { polish: [{ select: { columns: ["id", "total"] } }, "delete"], open: [{ update: { columns: ["status"] } }] },
);
const attempts: readonly (readonly [statement: string, code: string | null])[] = [
  ["SELECT id, total FROM public.polish", null],
  ["SELECT status FROM public.polish", "42501"],
  ["DELETE FROM public.polish WHERE id = 1", null],
  ["UPDATE public.polish SET total = 1", "42501"],
  ["INSERT INTO public.polish (id) VALUES (9999)", "42501"],
  ["UPDATE public.open SET status = 'done' WHERE id = 1", null],
  ["UPDATE public.open SET status = 'gone' WHERE id = 1", "44000"],
  ["UPDATE public.open SET id = 9999 WHERE id = 1", "42501"],
  ["SELECT id FROM public.open", null],
  ["SELECT status FROM public.open", "42501"],
  ["DELETE FROM public.open", "42501"],
  ["SELECT id FROM public.orders", "42501"],
  ["SELECT id FROM public.polish WHERE public.leak(total)", null],
  ["SELECT id FROM public.bare WHERE public.leak(total)", "P0001"],
];

it("lets nobody see or change other rows, and makes anew what is declared otherwise or was changed", {
  timeout: 60_000,
}, async () => {
  const second = filesOf(
    {
      polish: { columns: ["id", "total"], where: "country = 'PL'" },
      open: { columns: ["id", "status"], where: "status = 'new'" },
    },
    { polish: ["select"], open: ["select"] },
  );
  const foreign: Step = { script: "GRANT SELECT ON public.polish, public.open TO foreigner" };
  const held: Step = {
    query:
      "SELECT c.relname::text FROM pg_class c, aclexplode(c.relacl) a WHERE pg_get_userbyid(a.grantee) = 'foreigner' ORDER BY 1",
  };
  const counted: Step = { query: "SELECT (SELECT count(*) FROM public.polish), (SELECT count(*) FROM public.open)" };
  const definitions: Step = {
    query:
      "SELECT c.relname::text, r.oid, c.relacl::text FROM pg_class c JOIN pg_rewrite r ON r.ev_class = c.oid WHERE c.relname IN ('polish', 'open') ORDER BY 1",
  };
  const leaky = [
    "CREATE FUNCTION public.leak(n numeric) RETURNS boolean LANGUAGE plpgsql COST 0.000001 AS $$ BEGIN IF n = 4000 THEN RAISE EXCEPTION 'leaked'; END IF; RETURN true; END $$",
    "INSERT INTO public.orders VALUES (4000, 'new', 4000, 'X', false, 'canary')",
    "CREATE VIEW public.bare AS SELECT id, total FROM public.orders WHERE country = 'PL'",
    "ALTER VIEW public.bare OWNER TO shop_owner",
  ].join(";\n");
  const [
    ,
    ,
    ,
    coming,
    ran,
    left,
    ,
    tried,
    made,
    again,
    same,
    ,
    comingTwo,
    foreignOne,
    ranTwo,
    leftTwo,
    foreignTwo,
    rows,
    ...changed
  ] = await onServer(engine, [
    ready,
    filled,
    { script: leaky },
    first.differences,
    first.run,
    first.differences,
    { script: "GRANT SELECT ON public.bare TO poland" },
    { attempts: attempts.map(([statement]) => ["poland", statement]) },
    definitions,
    first.run,
    definitions,
    foreign,
    second.differences,
    held,
    second.run,
    second.differences,
    held,
    counted,
    { script: "CREATE OR REPLACE VIEW public.open AS SELECT id, status FROM public.orders" },
    second.differences,
    second.run,
    { script: "ALTER VIEW public.open SET (security_barrier = false)" },
    second.differences,
    second.run,
    second.differences,
    counted,
  ]);
  const newOnes = orders.filter(({ status }) => status === "new").length + 1;
  const polishOnes = orders.filter(({ country }) => country === "PL").length;
  expect([ran, again, ranTwo]).toEqual([null, null, null]);
  expect(words(coming)).toEqual([
    "make | clerks | ROLE | ",
    "make | poland | ROLE | ",
    "make | shop_owner | VIEW | public.open",
    "make | shop_owner | VIEW | public.polish",
    "grant | poland | CONNECT | DATABASE shop",
    "grant | poland | USAGE | SCHEMA public",
    "grant | poland | SELECT (id) | TABLE public.open",
    "grant | poland | UPDATE (status) | TABLE public.open",
    "grant | poland | DELETE | TABLE public.polish",
    "grant | poland | SELECT (id) | TABLE public.polish",
    "grant | poland | SELECT (total) | TABLE public.polish",
  ]);
  expect([left, leftTwo]).toEqual([[], []]);
  expect(tried).toEqual(attempts.map(([, code]) => code));
  expect(same).toEqual(made);
  expect(words(comingTwo)).toEqual(
    expect.arrayContaining([
      "replace | shop_owner | VIEW | public.open",
      "replace | shop_owner | VIEW | public.polish",
      "revoke | foreigner | SELECT | TABLE public.polish",
    ]),
  );
  expect([foreignOne, foreignTwo]).toEqual([[["open"], ["polish"]], [["open"]]]);
  expect(rows).toEqual([[polishOnes, newOnes]]);
  const replaced = ["replace | shop_owner | VIEW | public.open"];
  const [bare, toBare, ranBare, leaking, toLeaking, ranLeaking, end, last] = changed;
  expect([bare, words(toBare), ranBare, leaking, words(toLeaking), ranLeaking, end, last]).toEqual([
    ...[null, replaced, null, null, replaced, null, []],
    [[polishOnes, newOnes]],
  ]);
});

it("stops, and says so before, where a view cannot be made", { timeout: 60_000 }, async () => {
  const { run, differences } = filesOf({ polish }, { polish: ["select"] });
  const lacking = filesOf({ polish: { columns: ["id"], where: "contry = 'PL'" } }, { polish: ["select"] });
  const step = (script: string): Step => ({ script });
  const [, ...found] = await onServer(engine, [
    ready,
    ...[lacking.differences, lacking.run],
    ...[step("CREATE TABLE public.polish (id integer)"), differences, run, step("DROP TABLE public.polish")],
    ...[step("ALTER TABLE public.orders ENABLE ROW LEVEL SECURITY"), differences, run],
    step("ALTER TABLE public.orders DISABLE ROW LEVEL SECURITY"),
    ...[step("REVOKE CREATE ON SCHEMA public FROM shop_owner"), differences, run],
    ...[step("GRANT CREATE ON SCHEMA public TO shop_owner"), run],
    ...[step("ALTER VIEW public.polish OWNER TO foreigner"), differences, run],
  ]);
  const stops = (rows: unknown) => words(rows).filter((row) => row.startsWith("stop"));
  const codes = (result: unknown) =>
    typeof result === "object" && result !== null && "code" in result ? result.code : result;
  const [
    ofLacking,
    lackingRan,
    ,
    ofTaken,
    takenRan,
    ,
    ,
    ofPolicies,
    policiesRan,
    ,
    ,
    ofMaking,
    makingRan,
    ,
    ran,
    ,
    ofOwner,
    ownerRan,
  ] = found;
  expect([ofLacking, ofTaken, ofPolicies, ofMaking, ofOwner].map(stops)).toEqual([
    ["stop |  | has no column contry | TABLE public.orders"],
    ["stop |  | is there already, and was not made by this script | VIEW public.polish"],
    ["stop |  | has row level security, which a view of its owner would pass by | TABLE public.orders"],
    ["stop | shop_owner | may not make a view there | SCHEMA public"],
    ["stop |  | is owned by foreigner | VIEW public.polish"],
  ]);
  expect([lackingRan, takenRan, policiesRan, makingRan, ran, ownerRan].map(codes)).toEqual([
    ...["42703", "42710", "55000", "42501"],
    ...[null, "55000"],
  ]);
});

it("stops where a column's type compares by operators that the script does not find", { timeout: 60_000 }, async () => {
  const asking = (column: string) => {
    const where = `${column} = 'pl'`;
    return filesOf({ polish: { columns: ["id"], where } }, { polish: ["select"] });
  };
  const made: Step = {
    script: [
      "CREATE EXTENSION citext SCHEMA public",
      "CREATE DOMAIN public.anyhow AS public.citext; CREATE DOMAIN public.anywhere AS public.anyhow",
      "CREATE DOMAIN public.plain AS text CHECK (value <> ''); CREATE TYPE public.place AS ENUM ('PL', 'pl')",
      "ALTER TABLE public.orders ADD loud public.citext, ADD louder public.anywhere, ADD plain public.plain, ADD place public.place",
      "INSERT INTO public.orders (id, loud, louder, plain, place) VALUES (1, 'PL', 'PL', 'PL', 'PL'), (2, 'pl', 'pl', 'pl', 'pl')",
    ].join(";\n"),
  };
  const seen: Step = { query: "SELECT id FROM public.polish ORDER BY id" };
  const [loud, louder, plain, place] = ["loud", "louder", "plain", "place"].map(asking);
  if (!loud || !louder || !plain || !place) throw new Error("there are four");
  const unguarded = loud.run.script.replace("view.of_unknown_type IS NOT NULL", "false");
  expect(unguarded).not.toBe(loud.run.script);
  const [, , meant, coming, stopped, comingTwo, stoppedTwo, ranOpen, open, ...fine] = await onServer(engine, [
    ready,
    made,
    { query: "SELECT id FROM public.orders WHERE loud = 'pl' ORDER BY id" },
    loud.differences,
    loud.run,
    louder.differences,
    louder.run,
    { ...loud.run, script: unguarded },
    seen,
    ...[plain.differences, plain.run, seen, place.run, seen],
  ]);
  const stops = (rows: unknown) => words(rows).filter((row) => row.startsWith("stop"));
  const told = (column: string) => [
    `stop |  | has column ${column} of a type that is not one of PostgreSQL's own, which view polish asks | TABLE public.orders`,
  ];
  expect([coming, comingTwo].map(stops)).toEqual([told("loud"), told("louder")]);
  const refused = expect.objectContaining({ code: "0A000" });
  expect([stopped, stoppedTwo]).toEqual([refused, refused]);
  // What it keeps out: a view of other rows than a query of the table has.
  expect([meant, ranOpen, open]).toEqual([[[1], [2]], null, [[2]]]);
  const [before, ...ran] = fine;
  expect(stops(before)).toEqual([]);
  expect(ran).toEqual([null, [[2]], null, [[2]]]);
});
