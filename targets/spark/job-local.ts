import type { Json } from "../../compiler/emit/json.js";
import { type Field, printType } from "../../compiler/expression/type.js";
import type { EndpointIr } from "../../compiler/ir/endpoint.js";
import type { EnvironmentIr, PerEnvironment } from "../../compiler/ir/environment.js";
import { columnsRead, repeated, tablesRead, takenFrom } from "../../compiler/ir/inputs.js";
import type { JobIr, ProjectIr, SparkServiceIr } from "../../compiler/ir/ir.js";
import { tablesWritten } from "../../compiler/ir/outputs.js";
import { captureFolder, parametersOf } from "../../compiler/ir/parameters.js";
import type { IntervalJoinQuery, Query, WindowsQuery } from "../../compiler/ir/query.js";
import type { HubIr } from "../../compiler/ir/source.js";
import type { HubStoreIr } from "../../compiler/ir/store.js";
import { selected } from "./columns.js";
import { condition } from "./joins.js";
import { ddlOf } from "./schema.js";

/**
 * A job for this machine: the notebooks in the order in which one round of them drains everything, what feeds their
 * sources, and what their counts must satisfy. `{state}` is the run's own folder, `{kafka}` its broker.
 * `files`: the notebooks' artifacts, the one that creates the tables first.
 */
export function localJob(
  job: JobIr,
  files: readonly string[],
  form: SparkServiceIr,
  project: ProjectIr,
  environment: EnvironmentIr,
): Json {
  const parameters = Object.fromEntries(
    parametersOf(job, project, environment).map(({ name, value }) => [name, value]),
  );
  return {
    job: job.name,
    // Once, as each notebook is given all of them: so the file grows as its queries do, not with their square.
    parameters,
    notebooks: files.map((path, index) => {
      const query = job.queries[index - 1];
      return { query: query?.id ?? null, reads: query ? takenFrom(query) : [], path, form };
    }),
    feeds: [...sourcesOf(job.queries).values()].flatMap((query) => feedsOf(query, job, environment)),
    topics: job.queries.flatMap((query) => (query.kind === "send" ? [topic(query.store, environment)] : [])),
    not_exercised: job.queries.flatMap((query) => cloudOnly(query, form)),
    windows: job.queries.flatMap((query) => (query.kind === "windows" && !query.corrected ? [windowsOf(query)] : [])),
    interval_joins: job.queries.flatMap((query) => (query.kind === "interval-join" ? [pairsOf(query)] : [])),
    replaced: job.queries.flatMap((query) => (query.kind === "replace" ? [query.id] : [])),
    tables: job.queries.flatMap((query) => {
      if (query.kind === "documents")
        return [
          {
            reference: `sinks.${query.store.name}`,
            path: `{state}/lake/_stand_ins/cosmos/${query.store.database}/${query.store.container}`,
          },
        ];
      return tablesWritten(query).map(({ reference, path }) => ({ reference, path: `{state}/lake/${path}` }));
    }),
  };
}

/** What the rows that a window's query read must come to: those in windows that it wrote, and those in windows still open. */
const windowsOf = ({ id, input, columns, window }: WindowsQuery): Json => ({
  query: id,
  inputs: columnsRead(input, repeated(columns, window.column)).map(({ table, column }) => ({
    path: `{state}/lake/${table.path}`,
    column,
  })),
  ...(window.kind === "session"
    ? { kind: window.kind }
    : {
        kind: window.kind,
        size: window.size,
        hop: window.kind === "hopping" ? window.hop : window.size,
        offset: window.offset ?? null,
      }),
});

/** What the pairs that a query wrote must come to. */
const pairsOf = ({ id, input, columns, join, own, other, bounds }: IntervalJoinQuery): Json => ({
  query: id,
  own: tablesRead(input).map(({ path }) => `{state}/lake/${path}`)[0] ?? null,
  columns: columns.map(selected),
  other: `{state}/lake/${join.table.path}`,
  name: join.name,
  on: condition(join.on),
  own_time: own.column,
  other_time: other.column,
  before: bounds.before,
  after: bounds.after,
  how: join.how,
});

/** What the cloud's form of a query calls and this machine's does not: `run` says so. */
function cloudOnly(query: Query, form: SparkServiceIr): readonly string[] {
  if (query.kind === "documents") {
    const { name, database, container } = query.store;
    return [
      `sinks.${name}: the Cosmos DB connector (the documents of ${database}/${container} stand in a Delta folder)`,
    ];
  }
  if (query.kind === "send") return loginOnly(`sinks.${query.store.name}`, query.store.endpoint);
  if (query.kind === "files") {
    const { name, connection, folder } = query.store;
    return [`sinks.${name}: the storage account (the files of ${connection}/${folder} stand in the run's own folder)`];
  }
  if (query.kind === "new-files") {
    const { name, connection, path } = query.source;
    const finder = form === "databricks" ? "Auto Loader and " : "";
    return [`sources.${name}: ${finder}the storage account (${connection}/${path} stands in the run's own folder)`];
  }
  if (query.kind === "new-rows") {
    const { name, connection, path } = query.source;
    return [`sources.${name}: the storage account (the table ${connection}/${path} stands in the run's own folder)`];
  }
  if (query.kind !== "ingest") return [];
  const { name, read, endpoint } = query.source;
  if (read === "capture") return [`sources.${name}: Auto Loader (the files are read by Spark's own file source)`];
  return loginOnly(`sources.${name}`, endpoint);
}

const loginOnly = (owner: string, endpoint: EndpointIr): readonly string[] =>
  endpoint.login !== undefined ? [`${owner}: the login (the broker here asks for none)`] : [];

const topic = ({ hub, partitions }: HubStoreIr, environment: EnvironmentIr): Json => ({
  topic: hub,
  partitions: partitions.get(environment.name) ?? null,
});

/** For each source one of the queries that read it: what feeds a source feeds it once. */
const sourcesOf = (queries: readonly Query[]): ReadonlyMap<string, SourceQuery> =>
  new Map(
    queries.flatMap((query) =>
      query.kind === "ingest" || query.kind === "new-files" || query.kind === "new-rows"
        ? [[query.source.id, query] as const]
        : [],
    ),
  );

type SourceQuery = Extract<Query, { readonly kind: "ingest" | "new-files" | "new-rows" }>;

function feedsOf(query: SourceQuery, job: JobIr, environment: EnvironmentIr): readonly Json[] {
  if (query.kind === "ingest") return feed(query.source, job, environment);
  if (query.source.samples === undefined) return [];
  const { name, connection, path, samples } = query.source;
  const place = `{state}/stores/${connection}/${path}`;
  return [
    {
      source: `${job.name}/sources.${name}`,
      ...(query.kind === "new-files"
        ? { path: place }
        : { table: place, columns: query.source.columns.map((column) => ddlOf([column])) }),
      file: samples.get(environment.name) ?? null,
    },
  ];
}

function feed(
  { id, name, hub, partitions, producer, read, capture, body }: HubIr,
  job: JobIr,
  environment: EnvironmentIr,
): readonly Json[] {
  if (producer === undefined) return [];
  const here = <T extends Json>(values: PerEnvironment<T>): Json => values.get(environment.name) ?? null;
  return [
    {
      source: `${job.name}/sources.${name}`,
      topic: hub,
      partitions: here(partitions),
      namespace: "this-machine",
      format: body.format,
      columns: body.columns.map(bodyColumn),
      file: here(producer.file),
      key: producer.key,
      rate: producer.rate ?? null,
      capture:
        read === "capture" && capture
          ? { every_minutes: here(capture.minutes), size_mb: capture.megabytes, folder: `{state}/${captureFolder(id)}` }
          : null,
    },
  ];
}

function bodyColumn({ name, type }: Field): Json {
  return type.kind === "struct" ? { name, fields: type.fields.map(bodyColumn) } : { name, type: printType(type) };
}
