import { writtenTree } from "../expression/facts.js";
import { printType } from "../expression/type.js";
import type {
  LinkedPipeline,
  LinkedProject,
  LinkedRaw,
  LinkedSource,
  LinkedTable,
  LinkedWatermark,
  LinkedWindows,
  NamedExpression,
} from "../model/linked.js";
import { type IdentityFacts, identityOf } from "./identity.js";
import type {
  ExplodeIr,
  HubIr,
  IngestQuery,
  InputIr,
  JobIr,
  PerEnvironment,
  ProjectIr,
  RowsQuery,
  WatermarkIr,
  WindowIr,
  WindowsQuery,
} from "./ir.js";
import { endpointOf, placeOf } from "./lower-endpoint.js";
import { deliver } from "./lower-sinks.js";
import { fieldOf, pathOf, rawTable, sideTable, tableIr } from "./lower-tables.js";

/** Turns a project without errors into what must happen. Total: whatever could be wrong has been reported. */
export function lower({ project, pipelines }: LinkedProject): ProjectIr {
  const none: PerEnvironment = new Map();
  return {
    name: project.name,
    origin: project.origin,
    spark: project.spark,
    environments: project.environments.map((e) =>
      e.kind === "azure" ? { kind: e.kind, name: e.name, workspace: e.workspace } : { kind: e.kind, name: e.name },
    ),
    lake: { account: project.lake.account.values, container: project.lake.container.values },
    vault: project.vault?.values ?? none,
    jobs: pipelines.flatMap(jobOf),
  };
}

/** A pipeline's queries share a cluster and a rhythm, so they are one job. */
function jobOf({ pipeline, compute, tables, sinks }: LinkedPipeline): readonly JobIr[] {
  if (compute === undefined || tables.length + sinks.length === 0) return [];
  return [
    {
      name: pipeline.name,
      description: pipeline.description,
      origin: pipeline.origin,
      compute: { name: compute.name, workers: compute.workers, bound: compute.bound },
      queries: [
        ...tables.map((table) => (table.kind === "raw" ? ingest(table) : table.windows ? windows(table) : rows(table))),
        ...sinks.map(deliver),
      ],
    },
  ];
}

function ingest(raw: LinkedRaw): IngestQuery {
  const { table, pipeline, source } = raw;
  const hub = hubOf(source, pipeline);
  return {
    kind: "ingest",
    id: idOf(pipeline, table),
    origin: table.origin,
    description: table.description,
    trigger: table.trigger,
    identity: identityOf({ source: sourceFacts(source), sink: pathOf(table) }),
    source: hub,
    output: rawTable(raw),
  };
}

function rows(linked: LinkedTable): RowsQuery {
  const { table, pipeline, output } = linked;
  const input = inputOf(linked);
  const watermark =
    linked.watermark && !linked.watermark.isInherited ? watermarkOf(linked.watermark, linked) : undefined;
  const facts = factsOf(linked);
  const keeps = input.kind === "events" || linked.expectations.some(({ otherwise }) => otherwise === "quarantine");
  return {
    kind: "rows",
    id: idOf(pipeline, table),
    origin: table.origin,
    description: table.description,
    trigger: table.trigger,
    identity: identityOf(facts),
    input,
    explode: explodeOf(linked),
    columns: linked.columns,
    where: linked.where,
    expectations: linked.expectations.map(({ name, expression, otherwise }) => ({ name, that: expression, otherwise })),
    watermark,
    deduplicate: linked.deduplicate,
    output: tableIr(linked, output),
    quarantine: keeps ? sideTable(linked, "quarantine", input.kind === "events") : undefined,
    late: watermark?.lateRows === "divert" ? sideTable(linked, "late", input.kind === "events") : undefined,
  };
}

function windows(linked: LinkedTable): WindowsQuery {
  const { table, pipeline, windows: clause, watermark, output } = linked;
  if (clause === undefined || watermark === undefined)
    throw new Error(`${idOf(pipeline, table)} has no window or no watermark`);
  return {
    kind: "windows",
    id: idOf(pipeline, table),
    origin: table.origin,
    description: table.description,
    trigger: table.trigger,
    identity: identityOf(factsOf(linked)),
    input: inputOf(linked),
    columns: table.columns && linked.columns,
    watermark: watermarkOf(watermark, linked),
    window: windowOf(clause),
    groupBy: clause.groupBy,
    aggregates: clause.aggregates,
    beside: rowClauses(linked),
    output: tableIr(linked, output),
  };
}

function windowOf({ column, cut }: LinkedWindows): WindowIr {
  if (cut.kind === "session") return { kind: cut.kind, column, gap: cut.gap.text };
  const { size, offset } = cut;
  const base = { column, size: size.text, offset: offset?.text };
  return cut.kind === "hopping" ? { kind: cut.kind, ...base, hop: cut.hop.text } : { kind: cut.kind, ...base };
}

const rowClauses = ({ table, where, expectations, deduplicate, watermark }: LinkedTable): readonly string[] => [
  ...(table.explode ? ["explode"] : []),
  ...(where ? ["where"] : []),
  ...(expectations.length > 0 ? ["expect"] : []),
  ...(deduplicate ? ["deduplicate"] : []),
  ...(watermark?.isInherited ? [] : ["watermark"]),
  ...(table.lateRows.isWritten ? ["late_rows"] : []),
];

/** Everything that Spark would accept a change of, and then give wrong rows (or refuse): see `identityOf`. */
function factsOf({
  table,
  inputs,
  explode,
  columns,
  where,
  expectations,
  watermark,
  deduplicate,
  windows: clause,
}: LinkedTable): IdentityFacts {
  const isStateful =
    deduplicate !== undefined || clause !== undefined || (watermark?.decidesLateRows && !watermark.isInherited);
  const spelled = (list: readonly NamedExpression[]) =>
    list
      .map(({ name, expression: e }) => [name, writtenTree(e), printType(e.type), e.nullable] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1));
  const conditions = [...(where ? [where] : []), ...expectations.map(({ expression }) => expression)];
  const results = clause?.aggregates.map(({ expression }) => expression) ?? [];
  const named = [watermark?.column, clause?.column, ...(deduplicate?.keys ?? []), ...(clause?.groupBy ?? [])];
  /** The columns that decide what is kept in the state and where rows go; the others may come and go with it. */
  const decided = new Set([
    ...named,
    ...[...conditions, ...results].flatMap(({ references }) => references.map(({ path: [first] }) => first)),
  ]);
  return {
    source: pathOf(inputs[0].table),
    sink: pathOf(table),
    ...(isStateful && {
      explode: explode && { ...spelled([explode])[0], isOuter: explode.isOuter },
      columns: spelled(columns.filter(({ name }) => decided.has(name))),
      where: where && writtenTree(where),
      expectations: spelled(expectations),
      watermark: watermark && {
        column: watermark.column,
        delay: watermark.delay.milliseconds,
      },
      deduplicate: deduplicate?.keys,
      window: clause && {
        column: clause.column,
        cut: windowOf(clause),
        groupBy: clause.groupBy,
        aggregates: spelled(clause.aggregates),
      },
    }),
  };
}

const explodeOf = ({ explode }: LinkedTable): ExplodeIr | undefined =>
  explode && { name: explode.name, array: explode.expression, isOuter: explode.isOuter };

/** What the offsets of a source mean: another namespace or hub has other events at the same offsets. */
const sourceFacts = ({ source, connection }: LinkedSource): IdentityFacts => ({
  from: placeOf(connection),
  hub: source.hub,
  partitions: source.partitions.written,
  read: source.read,
});

function hubOf({ pipeline, source, connection, columns }: LinkedSource, reader: string): HubIr {
  return {
    id: `${pipeline}/sources.${source.name}`,
    name: pipeline === reader ? source.name : `${pipeline.replaceAll("-", "_")}__${source.name}`,
    hub: source.hub,
    endpoint: endpointOf(connection),
    partitions: source.partitions.values,
    read: source.read,
    capture: source.capture && { minutes: source.capture.minutes.values, megabytes: source.capture.megabytes },
    body: columns.map(fieldOf),
    producer: source.producer && {
      file: source.producer.file,
      key: source.producer.key.name,
      rate: source.producer.rate,
    },
  };
}

function inputOf({ inputs: [input] }: LinkedTable): InputIr {
  if (input.kind === "table") return { kind: "table", table: tableIr(input, input.output) };
  return {
    kind: "events",
    table: rawTable(input),
    format: input.source.source.format,
    body: input.source.columns.map(fieldOf),
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

const idOf = (pipeline: string, { layer, name }: { readonly layer: string; readonly name: string }): string =>
  `${pipeline}/${layer}.${name}`;
