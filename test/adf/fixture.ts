import { posix } from "node:path";
import { Report } from "../../compiler/diagnostics/report.js";
import type { Artifact } from "../../compiler/emit/artifact.js";
import type { DataType, Field } from "../../compiler/expression/type.js";
import type { CursorIr, DatabaseIr, TransactDatabaseIr } from "../../compiler/ir/database.js";
import type { FlowIr, FlowJobIr, LandingIr, TableLandingIr } from "../../compiler/ir/flow.js";
import type { JobIr, ProjectIr } from "../../compiler/ir/ir.js";
import type { ReplaceQuery } from "../../compiler/ir/query.js";
import { chainsOf } from "../../compiler/model/chains.js";
import { Origin } from "../../compiler/source/origin.js";
import { adf } from "../../targets/adf/adf.js";
import type { Json } from "./factory.js";

/** What the target is given, without a line of YAML: as much as its tests need. */
const range = { start: 0, end: 0 };
export const originOf = (path: string): Origin =>
  Origin.root({ file: { path, text: "" }, root: { kind: "scalar", range, value: null } });

export const field = (name: string, type: DataType["kind"] | DataType, nullable = true): Field => ({
  name,
  type: typeof type === "string" ? simple(type) : type,
  nullable,
});

function simple(kind: DataType["kind"]): DataType {
  switch (kind) {
    case "decimal":
    case "array":
    case "map":
    case "struct":
      throw new Error(`${kind} has parts`);
    default:
      return { kind };
  }
}

export const database = (name = "youflix", runtime: string | undefined = "self-hosted"): TransactDatabaseIr => ({
  kind: "sql-server",
  name,
  server: new Map([["prod", "sql.youflix.example.org"]]),
  database: new Map([["prod", name]]),
  deployAs: undefined,
  login: { kind: "password", user: "etl", password: { secret: `${name}-password` } },
  integrationRuntime: runtime,
});

interface Landing {
  readonly pipeline?: string;
  readonly of?: DatabaseIr;
  readonly table: string;
  readonly columns: readonly Field[];
  readonly cursor?: Partial<CursorIr>;
}

export function landing({ pipeline = "users", of = database(), table, columns, cursor }: Landing): TableLandingIr {
  const [key = field("id", "bigint"), ...rest] = columns;
  const id = `${pipeline}/bronze.${table}`;
  return {
    id,
    origin: originOf(`pipelines/${pipeline}.yaml`),
    description: undefined,
    source: {
      kind: "table",
      id: `${pipeline}/sources.${table}`,
      database: of,
      schema: "dbo",
      table,
      columns,
      key: [key.name],
      read: {
        kind: "incremental",
        cursor: { column: rest.at(-1) ?? key, start: "2020-01-01T00:00:00", lagSeconds: 600, ...cursor },
      },
      samples: new Map([["local", `samples/${table}-*.csv`]]),
    },
    output: {
      reference: `bronze.${table}`,
      id,
      path: `bronze/${pipeline}/${table}`,
      format: "csv",
      within: [],
      of: "landings",
      columns,
    },
  };
}

export const users = landing({
  table: "users",
  columns: [field("user_id", "bigint", false), field("name", "string"), field("updated_at", "timestamp")],
});

export const subscriptions = landing({
  table: "subscriptions",
  columns: [
    field("subscription_id", "bigint", false),
    field("price", { kind: "decimal", precision: 9, scale: 2 }),
    field("valid_to", "date"),
    field("updated_at", "timestamp"),
  ],
});

/** A cursor that is a number, in another database. */
export const plays = landing({
  of: database("plays", undefined),
  table: "plays",
  columns: [field("play_id", "bigint", false), field("is_live", "boolean"), field("number", "int")],
  cursor: { start: "0", lagSeconds: 0 },
});

const jobOf = (name: string): FlowJobIr => ({
  name,
  title: undefined,
  after: [],
  steps: { attempts: undefined, waitSeconds: undefined, timeoutSeconds: undefined },
});

export const flow = (name: string, landings: readonly LandingIr[], more: Partial<FlowIr> = {}): FlowIr => ({
  name,
  description: "Users and what they subscribe to, as they are now.",
  origin: originOf(`pipelines/${name}.yaml`),
  landings,
  loads: [],
  dataFlows: [],
  jobs: [jobOf(name)],
  triggers: [],
  after: [],
  steps: {
    attempts: undefined,
    waitSeconds: undefined,
    timeoutSeconds: undefined,
    tablesAtOnce: undefined,
    webhook: undefined,
  },
  ...more,
});

const nightly = {
  kind: "calendar",
  name: "nightly",
  origin: originOf("pipelines/users.yaml"),
  hours: [4],
  minutes: [5],
  days: { kind: "all" },
  timeZone: { iana: "Europe/Warsaw", windows: "Central European Standard Time" },
} as const;

/** A query that takes the last landing of each table as it is. */
const taker = (job: string, landings: readonly LandingIr[]): ReplaceQuery => ({
  ...{ kind: "replace", id: `${job}/silver.table`, identity: "1-00000000", reference: "silver.table" },
  ...{
    goesOnFrom: [],
    clearsBefore: undefined,
    awaits: [],
    origin: originOf(`pipelines/${job}.yaml`),
    description: undefined,
  },
  ...{ trigger: "10 seconds", places: [], isOfFlow: true, explode: undefined, columns: [], where: undefined },
  inputs: landings.map(({ output }) => ({ kind: "reading", path: output.path, landed: output })),
  computedOf: [],
  ...{ expectations: [], joins: [], grouping: undefined, quarantine: undefined },
  output: {
    ...{ reference: "silver.table", path: `silver/${job}`, columns: [], comment: "" },
    ...{ partitionBy: [], onSchemaChange: "fail" },
  },
});

export const job = (name: string, landings: readonly LandingIr[] = []): JobIr => ({
  name,
  description: undefined,
  origin: originOf(`pipelines/${name}.yaml`),
  compute: { name: "small", workers: new Map([["prod", 2]]), bound: new Map([["prod", "Standard_D4ds_v5"]]) },
  isOfFlow: true,
  queries: landings.length === 0 ? [] : [taker(name, landings)],
});

export function project(flows: readonly FlowIr[], more: Partial<ProjectIr> = {}): ProjectIr {
  return {
    access: [],
    name: "youflix",
    origin: originOf("sluice.yaml"),
    spark: "databricks",
    environments: [
      { kind: "this-machine", name: "local" },
      {
        kind: "azure",
        name: "prod",
        workspace: "https://adb-4.azuredatabricks.net",
        planner: undefined,
        factory: {
          subscription: "00000000-0000-0000-0000-000000000002",
          resourceGroup: "youflix-prod",
          name: "youflix-prod",
          databricks: {
            url: "https://adb-4.azuredatabricks.net",
            resourceId:
              "/subscriptions/00000000-0000-0000-0000-000000000002/resourceGroups/youflix-prod/providers/Microsoft.Databricks/workspaces/youflix-prod",
          },
        },
        synapse: undefined,
      },
    ],
    lake: { account: new Map([["prod", "youflixprod"]]), container: new Map([["prod", "lake"]]) },
    vault: new Map([["prod", "youflix-prod"]]),
    hashKeys: new Map(),
    jobs: flows.flatMap(({ jobs, landings }) => jobs.map(({ name }) => job(name, landings))),
    flows,
    chains: chainsOf(flows),
    watches: [],
    control: { database: database(), schema: "sluice" },
    warehouses: [],
    ...more,
  };
}

/** Two databases, cursors of both kinds, a job and a trigger. */
export const everything = project([flow("users", [users, subscriptions, plays], { triggers: [nightly] })]);

export function emit(of: ProjectIr): readonly Artifact[] {
  const report = new Report();
  const built = adf.build(of, report);
  return [...(built?.print() ?? [])];
}

/** The objects of a factory as it has them when an environment is published, by kind and name. */
export function factoryOf(artifacts: readonly Artifact[], environment = "prod"): ReadonlyMap<string, Json> {
  return new Map(
    artifacts
      .filter(({ path, plane }) => plane === "arm" && /^(common|env\/[^/]+)\//.test(path))
      .filter(({ path }) => path.startsWith("common/") || path.startsWith(`env/${environment}/`))
      .map(({ path, kind, body }) => [`${kind}/${posix.basename(path, ".json")}`, JSON.parse(body)]),
  );
}
