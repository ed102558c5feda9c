import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import { batchesOf } from "../../../compiler/emit/batches.js";
import { ensureSpark } from "../../../local/engines/engines.js";
import { ensureDuckdb } from "../../../local/engines/packages.js";
import { readCase, type Tree } from "../../golden.js";
import { readProject } from "../../projects.js";
import { type HandedBatch, handedTo } from "../../publish/deployment.fixture.js";
import { projectCloud, versionOf } from "../../publish/project-cloud.fixture.js";

/*
 * No SQL Server runs here. The emitted scripts are carried out by a small interpreter over a catalogue that changes as the vendor says; what
 * everybody should be able to do is worked out here, from the YAML alone.
 */

type Columns = Readonly<Record<string, readonly string[]>>;
type Privilege = string | Readonly<Record<string, { readonly columns?: readonly string[] }>>;

interface Written {
  readonly pipeline?: string;
  readonly principals?: Readonly<Record<string, { readonly role?: string; readonly entra?: Record<string, string> }>>;
  readonly grants?: Readonly<Record<string, Readonly<Record<string, readonly Privilege[]>>>>;
  readonly warehouse?: Readonly<Record<string, string | Shown>>;
}

interface Shown {
  readonly masks?: Readonly<Record<string, { readonly unmask?: readonly string[] }>>;
  readonly rows?: Readonly<Record<string, string>>;
}

const golden = (name: string, script: string): Case => ({
  name,
  documents: parseAllDocuments(readFileSync(`test/golden/${name}/input.yaml`, "utf8")).map((one) => one.toJS()),
  script: readFileSync(`test/golden/${name}/expected/common/grants/${script}`, "utf8"),
  differences: queryOf(
    script === "shop/rights.sql"
      ? readFileSync(`test/golden/${name}/expected/common/grants/shop/rights.differences.sql`, "utf8")
      : undefined,
  ),
});

/** As a database is asked it. */
const queryOf = (file: string | undefined): string | undefined =>
  file === undefined
    ? undefined
    : batchesOf(file)
        .join("\n")
        .replaceAll(/^-- .*\n/gm, "");

/** What the databases of a project are given when it is published. */
async function published(name: string, files: Tree, script: string): Promise<Case> {
  const handed: HandedBatch[] = [];
  const cloud = await projectCloud(files, [], {}, { onRun: (_, given) => void handed.push(...handedTo(given)) });
  try {
    expect((await cloud.become(versionOf(files))).kind).toBe("published");
  } finally {
    await cloud.stop();
  }
  const batches = handed.filter((one) => one.script === `common/grants/${script}`);
  const query = `common/grants/${script.replace(/\.sql$/, ".differences.sql")}`;
  return {
    name,
    documents: Object.entries(files).flatMap(([path, text]) =>
      path.endsWith(".yaml") ? parseAllDocuments(text).map((one) => one.toJS()) : [],
    ),
    script: batches.map(({ text }) => `${text}\nGO\n`).join(""),
    differences: queryOf(versionOf(files).artifacts.find(({ path }) => path === query)?.body),
  };
}

/** `documents`: what is declared; `script`: what brings a database to it; `differences`: what tells what that would change, where there is such a query. */
interface Case {
  readonly name: string;
  readonly documents: readonly Written[];
  readonly script: string;
  readonly differences: string | undefined;
}

/** `schemas`: the objects with their columns; `keys`: the columns that rows are found by; `prefix`: what objects' names begin with; `whole`: a role that may read all of an object. */
function caseOf(
  { name, documents, script, differences }: Case,
  schemas: Readonly<Record<string, Columns>>,
  keys: Columns,
  prefix: string,
  whole: readonly string[],
  replaced: readonly (readonly string[])[] = [],
) {
  const principals = documents.flatMap((one) => Object.entries(one.principals ?? {}));
  const isPool = prefix === "";
  const known = principals.filter(([, { entra }]) => !isPool || entra !== undefined);
  const expected = new Set<string>();
  const granted = new Set<string>();
  for (const { pipeline = "", grants = {} } of documents)
    for (const [principal, objects] of Object.entries(grants))
      for (const [object, privileges] of Object.entries(objects)) {
        const role = principals.find(([one]) => one === principal)?.[1].role ?? principal;
        const path = isPool
          ? viewOf(object, pipeline)
          : object.startsWith(prefix)
            ? object.slice(prefix.length)
            : undefined;
        if (path === undefined) continue;
        granted.add(principal);
        for (const one of rightsOf(path, privileges, schemas, keys)) expected.add(`${role}|${one}`);
      }
  const told = new Set(isPool ? documents.flatMap(toldApart) : []);
  const members = known.flatMap(([principal, { role = principal, entra }]) =>
    entra && (granted.has(principal) || told.has(principal)) ? [[role, Object.values(entra)[0]]] : [],
  );
  return {
    name: `${name} ${prefix}`,
    script,
    differences,
    schemas,
    roles: known.map(([principal, { role = principal }]) => role),
    expected: [...expected],
    members,
    whole,
    isDedicated: name === "grants-dedicated",
    replaced,
    denied: isPool ? known.flatMap(([principal, { role = principal }]) => (granted.has(principal) ? [role] : [])) : [],
  };
}

/** Of whom views ask whether who asks is one. */
const toldApart = ({ warehouse = {} }: Written): readonly string[] =>
  Object.values(warehouse).flatMap((view) =>
    typeof view === "string"
      ? []
      : [...Object.keys(view.rows ?? {}), ...Object.values(view.masks ?? {}).flatMap(({ unmask = [] }) => unmask)],
  );

const viewOf = (object: string, pipeline: string): string => {
  const [, own = pipeline, view] = /^(?:(.*)\/)?warehouse\.(.*)$/.exec(object) ?? [];
  return `${own}.${view}`;
};

function rightsOf(
  path: string,
  privileges: readonly Privilege[],
  schemas: Readonly<Record<string, Columns>>,
  keys: Columns,
): readonly string[] {
  const [schema = "", table = ""] = path.split(".");
  // What is made later has one column, as the interpreter makes it.
  const tables: Columns =
    table === "*" ? { ...schemas[schema], later: ["id"] } : { [table]: schemas[schema]?.[table] ?? [] };
  const words = privileges.map((one) => (typeof one === "string" ? one : Object.keys(one)[0]));
  const changes = words.includes("update") || words.includes("delete");
  return Object.entries(tables).flatMap(([name, all]) => [
    ...privileges.flatMap((one) => {
      const [[word = "", { columns = undefined } = {}] = []] =
        typeof one === "string" ? [[one, {}] as const] : Object.entries(one);
      if (word === "truncate") return [`EXECUTE|${schema}.truncate_${name}|`];
      if (word === "insert" || word === "delete") return [`${word.toUpperCase()}|${schema}.${name}|`];
      return (columns ?? all).map((column) => `${word.toUpperCase()}|${schema}.${name}|${column}`);
    }),
    ...(changes ? (keys[path] ?? []).map((column) => `SELECT|${schema}.${name}|${column}`) : []),
  ]);
}

const cases = [
  caseOf(
    golden("project-grants-transact", "shop/rights.sql"),
    {
      dbo: {
        orders: ["order_id", "status", "ordered_at", "total"],
        "Order 'Lines'": ["id", "item"],
        stores: ["id", "name"],
      },
      sales: { days: ["day", "total"], years: ["year"] },
    },
    { "dbo.orders": ["order_id"] },
    "connections.shop.",
    ["logistics", "dbo", "Order 'Lines'"],
  ),
  caseOf(
    golden("grants-warehouse", "ldw/2-rights.sql"),
    { sales: { sales: ["id", "store", "item", "price"], items: ["item"] }, reports: { buyers: ["id", "who"] } },
    {},
    "",
    ["analysts", "sales", "sales"],
  ),
  caseOf(
    await published("youflix", readProject("youflix"), "ldw/2-rights.sql"),
    {
      warehouse: {
        family_plans: ["subscription_id", "user_id", "price", "valid_to", "changed_on"],
        plans: ["plan", "income"],
        subscriptions: ["subscription_id", "price"],
        users: ["user_id", "name", "email", "updated_at"],
      },
    },
    {},
    "",
    ["analysts", "warehouse", "users"],
  ),
  caseOf(
    await published("pizza-store", readProject("pizza-store"), "serverless/2-rights.sql"),
    {
      reports: {
        fact_sales: ["sale_id", "store_id", "customer", "total", "sold_at", "sold_on"],
        receipts: ["sale_id", "store_id", "customer_email", "total", "sold_at"],
        sales_per_city: ["city", "sold_on", "sales", "customers", "total", "not_settled"],
        stores: ["store_id", "city", "opened_on", "valid_from", "valid_to"],
      },
    },
    {},
    "",
    ["support", "reports", "receipts"],
  ),
  caseOf(
    await published("deployed", readCase("project-rights-deployed").input, "till/rights.sql"),
    { dbo: { receipts: ["id", "amount", "buyer"], tills: ["id"] } },
    { "dbo.receipts": ["id"] },
    "connections.till.",
    ["clerks", "dbo", "receipts"],
  ),
  caseOf(
    golden("grants-dedicated", "dw/rights.sql"),
    {
      reports: { sales: ["id", "store", "item", "price", "updated_at"], stores: ["store", "sales"] },
      dbo: { targets: ["store", "day", "amount"] },
      plan: { "Costs of 'all'": ["id"] },
    },
    { "dbo.targets": ["store", "day"], "reports.sales": ["id"] },
    "connections.dw.",
    ["planners", "dbo", "targets"],
    [["reports", "stores"]],
  ),
];

/** Each takes one thing out of a script; what finds nothing then would prove nothing. */
const mutants: readonly (readonly [name: string, of: number, from: RegExp, to: string])[] = [
  ["a right is not granted", 0, /^GRANT SELECT ON SCHEMA::\[sales\] TO \[analytics\];$/m, ""],
  [
    "the key is not granted",
    0,
    /^GRANT SELECT \(\[order_id\]\) ON OBJECT::\[dbo\]\.\[orders\] TO \[logistics\];$/m,
    "",
  ],
  ["nothing is revoked", 0, /IF @words IS NULL/, "IF 1 = 1"],
  ["a right is taken for declared", 0, /, N'OBJECT::\[dbo\]\.\[orders\]', 'G'/, ", N'SCHEMA::[dbo]', 'G'"],
  ["what somebody else has granted is revoked as dbo", 0, /grantor_principal_id <> 1/, "grantor_principal_id < 0"],
  ["exceptions of columns stay", 0, / OR held\.column_name = N'' AND EXISTS \([\s\S]*?\n {6}\)/, ""],
  [
    "members stay",
    0,
    /NOT EXISTS \(\n +SELECT 1 FROM declared_member/,
    "1 = 0 AND NOT EXISTS (\n SELECT 1 FROM declared_member",
  ],
  ["rights on users and roles stay", 0, /WHEN 4 THEN/, "WHEN 44 THEN"],
  ["roles of members are not told", 1, /WHERE those\.is_member = 0 OR .*$/m, "WHERE those.is_member = 0"],
  ["what everybody holds is not told", 0, /grantee = N'public' AND LEFT/, "1 = 0 AND LEFT"],
  ["members of whom views only ask stay", 1, / {4}UNION ALL SELECT DATABASE_PRINCIPAL_ID\(N'support'\).*\n/, ""],
  ["a pool: nothing is revoked", 5, /IF @count = 0/, "IF 1 = 1"],
  ["a pool: what is passed on is not asked for", 5, /WHEN 'W' THEN N' CASCADE' END/, "WHEN 'W' THEN NULL END"],
  [
    "a pool: members stay",
    5,
    /of_role\.name COLLATE DATABASE_DEFAULT IN \(N'analysts', N'planners'\) AND NOT/,
    "1 = 0 AND NOT",
  ],
  ["a pool: the last is left", 5, /WHILE @number <= @count/, "WHILE @number < @count"],
  [
    "a pool: a right stands on a table that loads replace",
    5,
    /GRANT SELECT ON SCHEMA::\[reports\] TO \[analysts\];/,
    "GRANT SELECT ON OBJECT::[reports].[sales] TO [analysts];\nGRANT SELECT ON OBJECT::[reports].[stores] TO [analysts];",
  ],
  ["a pool: what cannot be taken back is not told", 5, /AND @pass = 3/, "AND @pass = 4"],
  ["a pool: RETURN", 5, /^ {2}THROW 50003, N'reports is not there.*$/m, "  RETURN;"],
  [
    "a pool: columns before the table",
    5,
    /GRANT UPDATE ON OBJECT::(\S+) (\S+) TO/,
    "GRANT UPDATE ([amount]) ON OBJECT::[dbo].[targets] TO",
  ],
  [
    "a pool: whoever granted it",
    5,
    /QUOTENAME\(held\.grantee\), CASE/,
    "QUOTENAME(held.grantee), N' AS ' + QUOTENAME(held.grantor), CASE",
  ],
  ["bulk operations are not denied", 1, /^DENY ADMINISTER DATABASE BULK OPERATIONS TO \[analysts\];$/m, ""],
];
const mutated = mutants.map(([name, of, from, to]) => {
  const [original] = [cases[of]];
  if (original === undefined || !from.test(original.script)) throw new Error(`${name}: nothing to take out`);
  return {
    ...original,
    name,
    script: original.script.replace(from, () => to),
    differences: undefined,
    runs: 8,
    isMutant: true,
  };
});

/** The same of the query that tells what a script would change. */
const queryMutants: readonly (readonly [name: string, of: number, from: RegExp, to: string])[] = [
  ["the query tells no grant as it is", 0, /SELECT 4, N'grant', declared\.grantee/, "SELECT 4, N'grant', N'x'"],
  [
    "the query tells revocations of somebody else",
    0,
    /SELECT 3, N'revoke', held\.grantee/,
    "SELECT 3, N'revoke', N'x'",
  ],
  ["the query tells no member that joins", 4, /SELECT 4, N'grant', member_name/, "SELECT 4, N'grant', N'x'"],
];
const mutatedQueries = queryMutants.map(([name, of, from, to]) => {
  const [original] = [cases[of]];
  if (original?.differences === undefined || !from.test(original.differences))
    throw new Error(`${name}: nothing to take out`);
  return { ...original, name, differences: original.differences.replace(from, () => to), runs: 8, isMutant: true };
});

let found: {
  readonly findings: readonly (readonly [name: string, seed: number, missed: readonly string[]])[];
  readonly attempts: number;
  readonly taken: number;
  /** Rows of queries. */
  readonly compared: number;
};

beforeAll(async () => {
  const engine = await ensureDuckdb(await ensureSpark(console.log), console.log);
  const script = fileURLToPath(new URL("transact.py", import.meta.url));
  const input = JSON.stringify([
    ...cases.map((one) => ({ ...one, runs: 10, isMutant: false })),
    ...mutated,
    ...mutatedQueries,
  ]);
  found = JSON.parse(
    execFileSync(engine.python, [script], { input, env: { ...process.env, ...engine.env }, encoding: "utf8" }),
  );
});

it("brings each database to what is declared, whatever people have granted and denied there, and changes nothing else", () => {
  const names = [...mutants, ...queryMutants].map(([name]) => name);
  expect(found.findings.filter(([name]) => !names.includes(name))).toEqual([]);
  expect(found.attempts).toBeGreaterThan(5000);
  expect(found.taken).toBeGreaterThan(100);
  expect(found.compared).toBeGreaterThan(100);
});

it("a script or a query that lacks one thing is found", () => {
  expect(
    [...mutants, ...queryMutants].map(([name]) => name).filter((name) => !found.findings.some(([one]) => one === name)),
  ).toEqual([]);
});
