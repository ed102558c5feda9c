import type {
  DatabaseConnection,
  FunctionConnection,
  PostgresConnection,
  TransactConnection,
} from "../model/connection.js";
import { groupsInOrder, type JobGroup } from "../model/job-groups.js";
import type { LinkedPipeline, LinkedProject } from "../model/linked.js";
import type { LinkedDatabaseSource, LinkedIncremental, LinkedLanded, LinkedLoads } from "../model/linked-landings.js";
import type { PasswordLogin } from "../model/login.js";
import { isSound, type Poisoned } from "../model/poisoned.js";
import type { Lasting, Steps } from "../model/steps.js";
import type {
  CursorIr,
  DatabaseIr,
  DatabaseTableIr,
  PasswordLoginIr,
  PostgresDatabaseIr,
  TransactDatabaseIr,
} from "./database.js";
import type { ControlIr, FlowIr, FlowJobIr, LandingIr, StepsIr } from "./flow.js";
import type { Identities } from "./identities.js";
import type { FunctionAppIr, LoadsTakenIr } from "./loads.js";
import { apiRowsOf } from "./lower-api.js";
import { dataFlowOf, isOfDataFlow } from "./lower-data-flow.js";
import { fileSetOf } from "./lower-file-set.js";
import { landedOf } from "./lower-landed.js";
import { fieldOf } from "./lower-tables.js";
import { triggerOf } from "./lower-triggers.js";

/** What the orchestrator does of a pipeline; none where it lands nothing. */
export function flowOf(linked: LinkedPipeline, identities: Identities): readonly FlowIr[] {
  const { pipeline, compute, tables, flow } = linked;
  if (flow.landings.length === 0) return [];
  return [
    {
      name: pipeline.name,
      description: pipeline.description,
      origin: pipeline.origin,
      landings: flow.landings.flatMap((landed) => landingOf(landed, identities) ?? []),
      loads: flow.landings.flatMap((landed) => loadsOf(landed, identities) ?? []),
      dataFlows: tables.filter(isOfDataFlow).map((table) => dataFlowOf(table, compute?.dataFlowCores, identities)),
      jobs: groupsInOrder(linked).map(jobOf),
      steps: stepsOf(pipeline.steps),
      triggers: flow.triggers.map(triggerOf),
      after: flow.after?.pipelines.map(({ name }) => name) ?? [],
    },
  ];
}

const jobOf = ({ name, job, after }: JobGroup): FlowJobIr => ({
  name,
  title: job?.job.name,
  after,
  steps: {
    attempts: job?.job.steps.attempts,
    waitSeconds: secondsOf(job?.job.steps.wait),
    timeoutSeconds: secondsOf(job?.job.steps.timeout),
  },
});

const stepsOf = ({ attempts, wait, timeout, tablesAtOnce, webhook }: Steps): StepsIr => ({
  attempts,
  waitSeconds: secondsOf(wait),
  timeoutSeconds: secondsOf(timeout),
  tablesAtOnce,
  webhook: webhook && { secret: webhook.name },
});

const secondsOf = (lasting: Lasting | Poisoned | undefined): number | undefined =>
  isSound(lasting) ? Math.ceil(lasting.duration.milliseconds / 1000) : undefined;

export function controlOf({ pipelines, control }: LinkedProject): ControlIr | undefined {
  const isCopied = pipelines.some(({ flow }) => flow.landings.some(({ source }) => source.kind !== "loads"));
  if (control === undefined || !isCopied) return undefined;
  return { database: transactOf(control.connection), schema: control.control.schema };
}

/** Undefined: nothing is copied. */
function landingOf(landed: LinkedLanded, identities: Identities): LandingIr | undefined {
  const { table, source } = landed;
  if (source.kind === "loads") return undefined;
  return {
    id: identities.ids.table(landed),
    origin: table.origin,
    description: table.description,
    source: sourceOf(source),
    output: landedOf(landed, identities),
  };
}

function sourceOf(source: Exclude<LinkedLanded["source"], LinkedLoads>): LandingIr["source"] {
  if (source.kind === "http") return apiRowsOf(source);
  return source.kind === "database" ? tableOf(source) : fileSetOf(source);
}

/** Undefined: it is copied. */
function loadsOf(landed: LinkedLanded, identities: Identities): LoadsTakenIr | undefined {
  const { table, source } = landed;
  if (source.kind !== "loads") return undefined;
  const { name, function: called, app, folder, samples } = source.source;
  return {
    id: identities.ids.table(landed),
    origin: table.origin,
    description: table.description,
    source: {
      kind: "loads",
      id: `${source.pipeline}/sources.${name}`,
      function: called,
      calledIn: source.connection && appOf(source.connection),
      app,
      folder,
      columns: source.columns.map(fieldOf),
      samples,
    },
    output: landedOf(landed, identities),
  };
}

const appOf = ({ name, host, login }: FunctionConnection): FunctionAppIr => ({
  name,
  host: host.values,
  login: login.kind === "key" ? { kind: "key", key: { secret: login.secret } } : login,
});

function tableOf({ pipeline, source, connection, columns, key, reading }: LinkedDatabaseSource): DatabaseTableIr {
  return {
    kind: "table",
    id: `${pipeline}/sources.${source.name}`,
    database: databaseOf(connection),
    schema: source.schema,
    table: source.table,
    columns: columns.map(fieldOf),
    key,
    read: reading.kind === "full" ? reading : { kind: "incremental", cursor: cursorOf(reading) },
    samples: source.samples,
  };
}

/** A lag of less than a second is a second: more rows are counted again, and none is missed. */
const cursorOf = ({ cursor, start, lag }: LinkedIncremental): CursorIr => ({
  column: fieldOf(cursor),
  start,
  lagSeconds: Math.ceil((lag?.milliseconds ?? 0) / 1000),
});

const databaseOf = (connection: DatabaseConnection): DatabaseIr =>
  connection.kind === "postgres" ? postgresOf(connection) : transactOf(connection);

export const transactOf = ({ kind, login, deployAs, ...place }: TransactConnection): TransactDatabaseIr => ({
  kind,
  ...placeOf(place),
  deployAs,
  login: login.kind === "managed" ? login : passwordOf(login),
});

export const postgresOf = ({ kind, login, port, ssl, ...place }: PostgresConnection): PostgresDatabaseIr => ({
  kind,
  ...placeOf(place),
  login: passwordOf(login),
  port,
  ssl,
});

const placeOf = ({
  name,
  server,
  database,
  integrationRuntime,
}: Pick<DatabaseConnection, "name" | "server" | "database" | "integrationRuntime">) => ({
  name,
  server: server.values,
  database: database.values,
  integrationRuntime,
});

export const passwordOf = ({ user, secret }: PasswordLogin): PasswordLoginIr => ({
  kind: "password",
  user,
  password: { secret },
});
