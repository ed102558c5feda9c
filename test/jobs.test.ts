import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CompileResult, compile } from "../compiler/compile.js";
import { targets } from "../targets/index.js";
import { memoryHost } from "./golden.js";

/** Each table, and the tables that it reads, written here once more: the compiler's own view of them is what is tested. */
const tables = {
  "silver.orders": {
    reads: [],
    text: "{ from: bronze.orders, apply_changes: { sequence_by: [version], scd_type: 1 } }",
  },
  "silver.stores": { reads: [], text: "{ from: bronze.stores, apply_changes: { scd_type: 2 } }" },
  "silver.prices": { reads: [], text: "{ from: bronze.prices, write: replace }" },
  "silver.copies": { reads: ["silver.orders"], text: "{ from: silver.orders, write: replace, where: id > 0 }" },
  "gold.priced": {
    reads: ["silver.copies", "silver.prices"],
    text: "{ from: silver.copies, write: replace, join: { prices: { table: silver.prices, on: id, how: left, columns: [price] } } }",
  },
  "gold.sums": {
    reads: ["gold.priced"],
    text: "{ from: gold.priced, write: replace, group_by: [store_id], aggregates: { total: sum(price) } }",
  },
  "gold.days": {
    reads: ["silver.stores"],
    text: "{ from: silver.stores, write: replace, group_by: [city], aggregates: { versions: count(*) } }",
  },
} as const satisfies Readonly<Record<string, { readonly reads: readonly string[]; readonly text: string }>>;

type Table = keyof typeof tables;
const names = Object.keys(tables) as readonly Table[]; // the keys of the literal above

const ofLayer = (layer: string): string =>
  names
    .flatMap((name) =>
      name.startsWith(`${layer}.`) ? [`  ${name.slice(layer.length + 1)}: ${tables[name].text}`] : [],
    )
    .join("\n");

const databaseTable = (name: string, how: string): string =>
  `  ${name}: { kind: sql-server, connection: db, table: dbo.${name}, primary_key: [id], ${how} }`;

const project = (jobs: string, name = "shop") => ({
  "sluice.yaml": `version: 1
project: shop
platform: { orchestrator: adf, spark: databricks }
lake: { account: lake }
secrets: { vault: vault }
control: { connection: db }
compute: { small: { workers: 1 } }
connections:
  db: { kind: sql-server, server: sql.example.org, database: shop, identity: { user: etl, secret: shop-password } }
environments: { local: { on: this-machine } }
`,
  "pipelines/shop.yaml": `pipeline: ${name}
${jobs}
sources:
${databaseTable("orders", "changes: upsert, read: incremental, cursor: { column: version, start: 0, in_commit_order: true }, columns: { id: bigint, store_id: bigint, version: bigint }")}
${databaseTable("stores", "read: full, columns: { id: bigint, city: string }")}
${databaseTable("prices", "read: full, columns: { id: bigint, price: double }")}
bronze:
  orders: { from: sources.orders, format: csv }
  stores: { from: sources.stores, format: csv }
  prices: { from: sources.prices, format: csv }
silver:
${ofLayer("silver")}
gold:
${ofLayer("gold")}
`,
});

const compiled = (jobs: string, lock?: string, name?: string): CompileResult =>
  compile(memoryHost({ ...project(jobs, name), ...(lock === undefined ? {} : { "sluice.lock": lock }) }), targets);

type Grouping = Readonly<Record<string, string>>;

const groupings: fc.Arbitrary<Grouping> = fc
  .tuple(...names.map(() => fc.constantFrom("", "early", "late", "night")))
  .map((of) => Object.fromEntries(names.map((name, at) => [name, of[at] ?? ""])));

function written(grouping: Grouping): string {
  const jobs = new Set(Object.values(grouping).filter((job) => job !== ""));
  if (jobs.size === 0) return "";
  const line = (job: string) => `  ${job}: { tables: [${names.filter((name) => grouping[name] === job).join(", ")}] }`;
  return ["jobs:", ...[...jobs].map(line)].join("\n");
}

/** The jobs that a job waits for, by way of others too. */
function before(job: string, grouping: Grouping): ReadonlySet<string> {
  const found = new Set<string>();
  const next = [job];
  for (let at = next.pop(); at !== undefined; at = next.pop())
    for (const name of names.filter((one) => grouping[one] === at))
      for (const read of tables[name].reads) {
        const other = grouping[read] ?? "";
        if (other === at || found.has(other)) continue;
        found.add(other);
        next.push(other);
      }
  return found;
}

const hasCircle = (grouping: Grouping): boolean =>
  [...new Set(Object.values(grouping))].some((job) => before(job, grouping).has(job));

const jobName = (job: string): string => (job === "" ? "shop" : `shop_${job}`);

/** What of a query decides about rows, checkpoints and places, and the text of its notebook. */
function queriesOf({ understood, artifacts }: CompileResult) {
  const jobs = understood?.ir.jobs ?? [];
  const entries = jobs.flatMap((job) =>
    job.queries.map(({ origin, ...query }) => {
      const path = `common/databricks/notebook/${job.name}/${query.reference.replace(".", "_")}.py`;
      const body = artifacts.find((artifact) => artifact.path === path)?.body;
      if (body === undefined) throw new Error(`There is no ${path}`);
      return [query.id, { identity: query.identity, body }] as const;
    }),
  );
  expect(new Set(entries.map(([id]) => id)).size).toBe(entries.length);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The text that says what is taken as taken. */
const keeping = ({ artifacts }: CompileResult): string | undefined =>
  /UPDATE \[sluice\][^"]*/.exec(
    artifacts.find(({ path }) => path === "common/adf/pipeline/shop.json")?.body ?? "",
  )?.[0];

const whole = compiled("");

describe("tables in any jobs", () => {
  it("are the same queries with the same checkpoints, each run once and after what it reads; or it is said which wait for each other", () => {
    expect(whole.diagnostics).toEqual([]);
    const seen = { circles: 0, whole: 0 };
    fc.assert(
      fc.property(groupings, (grouping) => {
        const result = compiled(written(grouping), whole.lock?.text);
        if (hasCircle(grouping)) {
          seen.circles += 1;
          expect(new Set(result.diagnostics.map(({ code }) => code))).toEqual(new Set(["jobs/circle"]));
          expect(result.artifacts).toEqual([]);
          return;
        }
        seen.whole += 1;
        expect(result.diagnostics).toEqual([]);
        expect(result.lock?.text).toBe(whole.lock?.text);
        expect(result.lock?.changes).toEqual([]);
        expect(queriesOf(result)).toEqual(queriesOf(whole));
        expect(keeping(result)).toBe(keeping(whole));
        const done = new Set<string>();
        const [flow] = result.understood?.ir.flows ?? [];
        for (const { name, after } of flow?.jobs ?? []) {
          const job = [...new Set(Object.values(grouping))].find((one) => jobName(one) === name) ?? "none";
          for (const other of after) expect(done).toContain(other);
          const reads = names.filter((one) => grouping[one] === job).flatMap((one) => tables[one].reads);
          const others = [...new Set(reads.map((read) => jobName(grouping[read] ?? "")))].filter((one) => one !== name);
          expect([...after].sort()).toEqual(others.sort());
          done.add(name);
        }
        expect(done.size).toBe(new Set(Object.values(grouping)).size);
      }),
      { numRuns: 150 },
    );
    expect(Math.min(seen.circles, seen.whole)).toBeGreaterThan(15);
  }, 60_000);

  it("are run by activities that wait for those of the jobs that they read, and what was taken is kept after all", () => {
    const { artifacts } = compiled("jobs: { late: { tables: [gold.sums] }, night: { tables: [gold.days] } }");
    const { properties } = JSON.parse(
      artifacts.find(({ path }) => path === "common/adf/pipeline/shop.json")?.body ?? "",
    );
    const found: unknown = properties.activities.find(
      ({ type }: { type: string }) => type === "IfCondition",
    ).typeProperties;
    const inner: readonly { readonly name: string; readonly dependsOn: readonly { readonly activity: string }[] }[] =
      Object(found).ifTrueActivities;
    expect(inner.map(({ name, dependsOn }) => [name, dependsOn.map(({ activity }) => activity)])).toEqual([
      ["take what has landed", []],
      ["take what has landed by late", ["take what has landed"]],
      ["take what has landed by night", ["take what has landed"]],
      ["keep what is taken", ["take what has landed", "take what has landed by late", "take what has landed by night"]],
    ]);
  });

  it("keep their checkpoints when the job is renamed, and when the pipeline is", () => {
    const jobs = (name: string) => `jobs: { ${name}: { tables: [gold.sums, gold.days] } }`;
    const old = compiled(jobs("late"));
    const renamed = compiled(jobs("night"), old.lock?.text);
    expect(renamed.lock?.text).toBe(old.lock?.text);
    expect(queriesOf(renamed)).toEqual(queriesOf(old));
    expect(compiled(jobs("late"), old.lock?.text, "store").lock?.changes).toEqual([]);
  });
});
