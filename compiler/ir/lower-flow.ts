import type { Field } from "../expression/type.js";
import { identityOf } from "../lock/lock.js";
import type { DatabaseConnection, PostgresConnection, TransactConnection } from "../model/connection.js";
import type { LinkedPipeline, LinkedProject } from "../model/linked.js";
import type { LinkedDatabaseSource, LinkedIncremental, LinkedLanded } from "../model/linked-landings.js";
import type { PasswordLogin } from "../model/login.js";
import { isSound, type Poisoned } from "../model/poisoned.js";
import type { Lasting, Steps } from "../model/steps.js";
import {
  type CursorIr,
  type DatabaseIr,
  type DatabaseTableIr,
  type PasswordLoginIr,
  type PostgresDatabaseIr,
  readAt,
  type TransactDatabaseIr,
} from "./database.js";
import type { ControlIr, FlowIr, LandedIr, LandingIr, StepsIr } from "./flow.js";
import type { Identities } from "./identities.js";
import { fileSetOf } from "./lower-file-set.js";
import { fieldOf, pathOf, referenceOf } from "./lower-tables.js";
import { triggerOf } from "./lower-triggers.js";

/** What the orchestrator does of a pipeline; none where it lands nothing. */
export function flowOf({ pipeline, tables, flow }: LinkedPipeline, identities: Identities): readonly FlowIr[] {
  if (flow.landings.length === 0) return [];
  return [
    {
      name: pipeline.name,
      description: pipeline.description,
      origin: pipeline.origin,
      landings: flow.landings.map((landed) => landingOf(landed, identities)),
      hasJob: flow.merged.length + tables.length > 0,
      steps: stepsOf(pipeline.steps),
      triggers: flow.triggers.map(triggerOf),
      after: flow.after?.pipelines.map(({ name }) => name) ?? [],
    },
  ];
}

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
  if (control === undefined || pipelines.every(({ flow }) => flow.landings.length === 0)) return undefined;
  return { database: transactOf(control.connection), schema: control.control.schema };
}

function landingOf(landed: LinkedLanded, identities: Identities): LandingIr {
  const { table, source } = landed;
  return {
    id: identities.ids.table(landed),
    origin: table.origin,
    description: table.description,
    source: source.kind === "database" ? tableOf(source) : fileSetOf(source),
    output: landedOf(landed, identities),
  };
}

/** Rows that were read otherwise stand elsewhere, and have a mark of their own: what is put back as it was is read anew too. */
export function landedOf(landed: LinkedLanded, { project, ids, lock }: Identities): LandedIr {
  const { table, source } = landed;
  const id = ids.table(landed);
  const locked = lock.get(id);
  if (locked === undefined) throw new Error(`the lock has no ${id}`);
  const identity = identityOf(locked);
  return {
    reference: referenceOf(table),
    id: `${project}/${id}/${identity}`,
    path: `${pathOf(table)}/${identity}`,
    format: table.format,
    columns: [...source.columns.map(fieldOf), ...(source.reading.kind === "full" ? [readAt] : [])].sort(byName),
  };
}

const byName = (a: Field, b: Field): number => (a.name < b.name ? -1 : 1);

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

const transactOf = ({ kind, login, ...place }: TransactConnection): TransactDatabaseIr => ({
  kind,
  ...placeOf(place),
  login: login.kind === "managed" ? login : passwordOf(login),
});

const postgresOf = ({ kind, login, port, ssl, ...place }: PostgresConnection): PostgresDatabaseIr => ({
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

const passwordOf = ({ user, secret }: PasswordLogin): PasswordLoginIr => ({
  kind: "password",
  user,
  password: { secret },
});
