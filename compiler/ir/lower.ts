import type { Lock } from "../lock/lock.js";
import { chainsOf } from "../model/chains.js";
import { groupsInOrder } from "../model/job-groups.js";
import type {
  LinkedHubSource,
  LinkedInput,
  LinkedInterval,
  LinkedPipeline,
  LinkedProject,
  LinkedRaw,
  LinkedSource,
  LinkedTable,
  LinkedWatermark,
  LinkedWindows,
  Queried,
} from "../model/linked.js";
import type { Environment, Factory } from "../model/model.js";
import { isSound } from "../model/poisoned.js";
import { isReplaced } from "../model/replaced.js";
import { type LinkedView, takesApart, viewsOf } from "../model/views.js";
import type { WatermarkIr, WindowIr } from "./clauses.js";
import type { EnvironmentIr, FactoryIr, PerEnvironment } from "./environment.js";
import type { Identities } from "./identities.js";
import type { Ids } from "./ids.js";
import type { InputIr, OneInput, UnionedInput, ViewInput } from "./input.js";
import { positionOf } from "./inputs.js";
import type { JobIr, ProjectIr } from "./ir.js";
import { accessOf } from "./lower-access.js";
import { applyChanges, storedTable } from "./lower-apply-changes.js";
import { correctedOf, partsColumn } from "./lower-corrected.js";
import { endpointOf } from "./lower-endpoint.js";
import { explodeOf } from "./lower-explode.js";
import { newFiles } from "./lower-files.js";
import { controlOf, flowOf } from "./lower-flow.js";
import { intervalOf, joinOf } from "./lower-joins.js";
import { newRows } from "./lower-lake.js";
import { sourceNames, tableQuery } from "./lower-query.js";
import { replace } from "./lower-replace.js";
import { deliver } from "./lower-sinks.js";
import { expectationsOf, fieldOf, idOf, inOrder, rawTable, referenceOf, sideTable, tableIr } from "./lower-tables.js";
import { warehousesOf } from "./lower-warehouse.js";
import { watchOf } from "./lower-watch.js";
import { Places } from "./places.js";
import type {
  IngestQuery,
  IntervalJoinQuery,
  NewFilesQuery,
  NewRowsQuery,
  Query,
  RowsQuery,
  WindowsQuery,
} from "./query.js";
import type { HubIr } from "./source.js";
import type { BodyIr } from "./table.js";

/**
 * Turns a project without errors into what must happen. Total: whatever could be wrong has been reported. `lock`: what it
 * comes to with this project.
 */
export function lower(linked: LinkedProject, ids: Ids, lock: Lock): ProjectIr {
  const { project, pipelines } = linked;
  const none: PerEnvironment = new Map();
  const identities: Identities = { project: project.name, lock, ids, places: new Places() };
  const flows = pipelines.flatMap((pipeline) => flowOf(pipeline, identities));
  return {
    name: project.name,
    origin: project.origin,
    spark: project.spark,
    environments: project.environments.map(environmentOf),
    lake: { account: project.lake?.account.values ?? none, container: project.lake?.container.values ?? none },
    vault: project.vault?.values ?? none,
    hashKeys: new Map(
      [...project.hashKeys.values()].filter(isSound).map(({ name, secret }) => [name, { secret }] as const),
    ),
    jobs: pipelines.flatMap((pipeline) => jobsOf(pipeline, identities)),
    flows,
    chains: chainsOf(flows),
    watches: pipelines.flatMap(watchOf),
    control: controlOf(linked),
    warehouses: warehousesOf(pipelines, identities),
    access: accessOf(linked),
  };
}

function environmentOf(e: Environment): EnvironmentIr {
  switch (e.kind) {
    case "azure":
      return {
        kind: e.kind,
        name: e.name,
        workspace: e.workspace,
        planner: e.planner,
        factory: e.factory && factoryOf(e.factory, e.workspace),
        synapse: e.synapse,
      };
    case "servers":
      return { kind: e.kind, name: e.name, subscription: e.subscription, resourceGroup: e.resourceGroup };
    case "this-machine":
      return { kind: e.kind, name: e.name };
  }
}

const factoryOf = ({ subscription, resourceGroup, name, databricks }: Factory, url: string): FactoryIr => ({
  subscription,
  resourceGroup,
  name,
  databricks: { url, resourceId: databricks },
});

/** A pipeline's queries share a cluster and a rhythm, so they are one job, but for those that it tells apart. */
function jobsOf(linked: LinkedPipeline, identities: Identities): readonly JobIr[] {
  const { pipeline, flow } = linked;
  const isOfFlow = flow.landings.length > 0;
  return groupsInOrder(linked).flatMap(({ name, job, compute, merged, tables, sinks }) =>
    compute === undefined
      ? []
      : [
          {
            name,
            description: pipeline.description,
            origin: job?.job.origin ?? pipeline.origin,
            compute: { name: compute.name, workers: compute.workers, bound: compute.bound },
            isOfFlow,
            queries: [
              ...merged.map((table) => applyChanges(table, identities)),
              ...tables.map((table) => queryOf(table, isOfFlow, identities)),
              ...sinks.map((sink) => deliver(sink, identities)),
            ],
          },
        ],
  );
}

function queryOf(linked: Queried, isOfFlow: boolean, identities: Identities): Query {
  if (linked.kind === "raw") return ingest(linked, identities);
  if (isReplaced(linked)) return replace(linked, isOfFlow, identities);
  if (linked.windows) return windows(linked, identities);
  return linked.interval ? intervalJoin(linked, linked.interval, identities) : rows(linked, identities);
}

function ingest(raw: LinkedRaw, identities: Identities): IngestQuery | NewFilesQuery | NewRowsQuery {
  const { pipeline, source } = raw;
  if (source.kind === "files") return newFiles(raw, source, identities);
  if (source.kind === "lake") return newRows(raw, source, identities);
  const hub = hubOf(source, pipeline, identities);
  return {
    kind: "ingest",
    ...tableQuery(raw, identities),
    source: hub,
    output: rawTable(raw),
  };
}

function rows(linked: LinkedTable, identities: Identities): RowsQuery {
  const { output } = linked;
  const input = inputOf(linked);
  const watermark =
    linked.watermark && !linked.watermark.isInherited ? watermarkOf(linked.watermark, linked) : undefined;
  const isFromEvents = positionOf(input) !== undefined;
  const keeps = isFromEvents || linked.expectations.some(({ otherwise }) => otherwise === "quarantine");
  return {
    kind: "rows",
    ...tableQuery(linked, identities),
    input,
    explode: explodeOf(linked),
    columns: linked.columns,
    where: linked.where,
    expectations: expectationsOf(linked.expectations),
    watermark,
    deduplicate: linked.deduplicate,
    joins: linked.joins.map(joinOf),
    output: tableIr(linked, output),
    quarantine: keeps ? sideTable(linked, "quarantine", input) : undefined,
    late: watermark?.lateRows === "divert" ? sideTable(linked, "late", input) : undefined,
  };
}

function intervalJoin(linked: LinkedTable, interval: LinkedInterval, identities: Identities): IntervalJoinQuery {
  const { columns, output } = linked;
  return {
    kind: "interval-join",
    ...tableQuery(linked, identities),
    input: inputOf(linked),
    columns,
    ...intervalOf(interval),
    beside: rowClauses(linked),
    output: tableIr(linked, output),
  };
}

function windows(linked: LinkedTable, identities: Identities): WindowsQuery {
  const { table, pipeline, windows: clause, watermark, output } = linked;
  if (clause === undefined || watermark === undefined)
    throw new Error(`${idOf(pipeline, table)} has no window or no watermark`);
  const corrected = correctedOf(linked);
  return {
    kind: "windows",
    ...tableQuery(linked, identities),
    input: inputOf(linked),
    columns: table.columns && linked.columns,
    watermark: watermarkOf(watermark, linked),
    window: windowOf(clause),
    groupBy: clause.groupBy,
    aggregates: clause.aggregates,
    corrected,
    beside: rowClauses(linked),
    output: tableIr(linked, corrected ? [...output, partsColumn(corrected)] : output),
  };
}

function windowOf({ column, cut }: LinkedWindows): WindowIr {
  if (cut.kind === "session") return { kind: cut.kind, column, gap: cut.gap.text };
  const { size, offset } = cut;
  const base = { column, size: size.text, offset: offset?.text };
  return cut.kind === "hopping" ? { kind: cut.kind, ...base, hop: cut.hop.text } : { kind: cut.kind, ...base };
}

const rowClauses = ({
  table,
  where,
  expectations,
  deduplicate,
  joins,
  interval,
  windows: clause,
}: LinkedTable): readonly string[] => [
  ...(table.explode ? ["explode"] : []),
  ...(where ? ["where"] : []),
  ...(expectations.length > 0 ? ["expect"] : []),
  ...(deduplicate ? ["deduplicate"] : []),
  ...(table.watermark ? ["watermark"] : []),
  ...(table.lateRows.isWritten ? ["late_rows"] : []),
  ...joins.filter((join) => clause !== undefined || join !== interval?.join).map(({ name }) => `join.${name}`),
];

function hubOf(linked: LinkedHubSource, reader: string, identities: Identities): HubIr {
  const { source, connection } = linked;
  return {
    ...sourceNames(linked, reader, identities),
    hub: source.hub,
    endpoint: endpointOf(connection),
    partitions: source.partitions.values,
    read: source.read,
    capture: source.capture && { minutes: source.capture.minutes.values, megabytes: source.capture.megabytes },
    body: bodyOf(linked),
    producer: source.producer && {
      file: source.producer.file,
      key: source.producer.key.name,
      rate: source.producer.rate,
    },
  };
}

const bodyOf = ({ source, columns }: LinkedSource): BodyIr => ({
  format: source.format,
  columns: columns.map(fieldOf),
});

/** Spark keeps positions by the order of a query's inputs, so it is their places' and not the one in which they are written. */
function inputOf(linked: LinkedTable): InputIr {
  const views = new Map<LinkedInput, ViewInput>();
  for (const view of viewsOf(linked)) views.set(view, viewOf(view, views));
  return readBy(linked, views);
}

/** `views`: those that a table reads. */
function readBy({ inputs }: LinkedTable, views: ReadonlyMap<LinkedInput, ViewInput>): InputIr {
  const one = (input: LinkedInput): UnionedInput => views.get(input) ?? oneInput(input);
  return inputs.length === 1 ? one(inputs[0]) : { kind: "union", inputs: inOrder(inputs).map(one) };
}

const viewOf = (view: LinkedView, views: ReadonlyMap<LinkedInput, ViewInput>): ViewInput => ({
  kind: "view",
  reference: referenceOf(view.table),
  input: readBy(view, views),
  isOfElements: takesApart(view),
  explode: explodeOf(view),
  columns: view.columns,
  where: view.where,
  drops: view.expectations.map(({ expression }) => expression),
});

function oneInput(input: LinkedInput): OneInput {
  if (input.kind === "landed") throw new Error(`bronze.${input.table.name} is read row by row`);
  if (input.kind !== "raw") return { kind: "table", table: storedTable(input) };
  return {
    kind: "events",
    table: rawTable(input),
    body: bodyOf(input.source),
    position: input.source.position,
  };
}

const watermarkOf = (
  { column, delay, ahead, decidesLateRows }: LinkedWatermark,
  { lateRows }: LinkedTable,
): WatermarkIr => ({
  column,
  delay: delay.text,
  milliseconds: delay.milliseconds,
  ahead: ahead.text,
  lateRows: decidesLateRows ? lateRows.policy : undefined,
});
