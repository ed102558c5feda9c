import { printSyntax } from "../expression/print/print-syntax.js";
import { printType } from "../expression/type.js";
import type { DeclaredQuery } from "../lock/declared-query.js";
import type { Facts } from "../lock/identity.js";
import type { Reader } from "../lock/lock.js";
import type { QueryKind } from "../lock/query-kind.js";
import { isCorrected } from "../model/corrected.js";
import { spelled } from "../model/duration.js";
import { isOfColumns, setsFilesAside } from "../model/files.js";
import type { HashKeys } from "../model/hash-key.js";
import type {
  Column,
  LinkedFilesSource,
  LinkedGrouping,
  LinkedHubSource,
  LinkedInput,
  LinkedJoin,
  LinkedLakeSource,
  LinkedProject,
  LinkedRaw,
  LinkedSink,
  LinkedSource,
  LinkedStore,
  LinkedTable,
  LinkedWindows,
} from "../model/linked.js";
import { isReplaced } from "../model/replaced.js";
import { isView, storedInputs, viewsOf } from "../model/views.js";
import { ofLanded, ofMerged } from "./facts-flow.js";
import { boundsFact, intervalFacts } from "./facts-interval.js";
import type { Ids } from "./ids.js";
import { rhythmDefault, tableDefaults } from "./inherited-defaults.js";
import { watermarkOrigins } from "./inherited-watermark.js";
import { logicOf, mergedLogic, sinkLogic } from "./logic.js";
import { placeOf } from "./lower-endpoint.js";
import { pathOf } from "./lower-tables.js";
import { readerOn } from "./reader.js";
import { deciding, explodeFact, joinedFact, keptAggregates, named, stepFacts } from "./step-facts.js";
import { storeFact } from "./store-facts.js";
import { tablesBelow } from "./tables-below.js";
import { inputOrder, viewFacts, viewOrigins } from "./view-facts.js";

/**
 * What the position and the state of each streaming query depend on: everything that Spark would accept a change of on an
 * old checkpoint, and then give wrong rows (or refuse). Texts are as the language prints them, so spacing means nothing.
 */
export const factsOf = ({ pipelines, control, project }: LinkedProject, ids: Ids): readonly DeclaredQuery[] =>
  pipelines.flatMap(({ tables, sinks, flow }) => [
    ...flow.landings.map((landed) => ofLanded(landed, control, ids)),
    ...flow.merged.map((merged) => ({
      ...ofMerged(merged, ids, project.hashKeys),
      ...(project.strictCheckpoints && { logic: mergedLogic(merged, project.hashKeys) }),
    })),
    ...tables
      .filter((table) => !isView(table))
      .map((table) => (table.kind === "raw" ? ofRaw(table, ids, project) : ofStored(table, ids, project))),
    ...sinks.map((sink) => ({
      ...ofSink(sink, ids, project),
      ...(project.strictCheckpoints && { logic: sinkLogic(sink) }),
    })),
  ]);

const ofStored = (table: LinkedTable, ids: Ids, project: LinkedProject["project"]): DeclaredQuery => ({
  ...ofTable(table, ids, project),
  ...(project.strictCheckpoints && { logic: logicOf(table, project.hashKeys) }),
});

/** What finds files in Azure; on this machine it is always Spark's own source. */
const readerIn = ({ environments, spark }: LinkedProject["project"]): Reader | undefined =>
  environments.some(({ kind }) => kind === "azure") ? readerOn(spark) : undefined;

function ofRaw(linked: LinkedRaw, ids: Ids, project: LinkedProject["project"]): DeclaredQuery {
  const { table, source } = linked;
  const reader = readerIn(project);
  return {
    id: ids.table(linked),
    kind: sourceKindOf(source),
    inputs: [],
    backfill: table.backfill,
    origin: table.origin,
    elsewhere: () => new Map([["source", source.source.origin]]),
    views: () => new Map(),
    defaults: () => rhythmDefault(project.defaults, table.origin),
    facts: { table: pathOf(table), source: ofSource(source) },
    ...(reader && readsFiles(source) && { reader }),
    ...(isOfColumns(source.source) && { growing: typed(source.columns) }),
  };
}

const readsFiles = (source: LinkedSource): boolean =>
  source.kind === "files" || (source.kind === "hub" && source.source.read === "capture");

function sourceKindOf(source: LinkedSource): DeclaredQuery["kind"] {
  switch (source.kind) {
    case "hub":
      return source.source.read === "stream" && canGrow(source.connection) ? "growing-ingest" : "ingest";
    case "files":
      return "new-files";
    case "lake":
      return "new-rows";
  }
}

/** Hubs of other tiers keep the number of partitions that they were made with. https://learn.microsoft.com/azure/event-hubs/dynamically-add-partitions */
const canGrow = (connection: LinkedHubSource["connection"]): boolean =>
  connection.kind === "kafka" || connection.tier === "premium" || connection.tier === "dedicated";

function ofSource(source: LinkedSource): SourceFacts {
  switch (source.kind) {
    case "hub":
      return ofHub(source);
    case "files":
      return ofFiles(source);
    case "lake":
      return ofLake(source);
  }
}

/** What the offsets of a source mean: another namespace or hub has other events at the same offsets. */
const ofHub = ({ source, connection }: LinkedHubSource): SourceFacts => ({
  from: placeOf(connection),
  hub: source.hub,
  partitions: `${source.partitions.written}`,
  read: source.read,
});

/**
 * Which files have been read, and how: the same file read otherwise has other rows, and one that was set aside because it
 * is not as declared may be as is declared now.
 */
const ofFiles = ({ source, connection, columns }: LinkedFilesSource): SourceFacts => ({
  account: connection.account.written,
  container: connection.container.written,
  path: source.path,
  format: source.format,
  ...(source.format === "csv" && { header: `${source.hasHeader}` }),
  ...(setsFilesAside(source) && { columns: source.format === "csv" ? cells(columns) : typed(columns).join(", ") }),
});

/** The versions of one table, and what was read of each. */
const ofLake = ({ source, connection, columns }: LinkedLakeSource): SourceFacts => ({
  account: connection.account.written,
  container: connection.container.written,
  path: source.path,
  format: source.format,
  columns: typed(columns).join(", "),
});

/** A header has the names in their order; what their cells are read as is their reader's. */
const cells = (columns: readonly Column[]): string => columns.map(({ name }) => name).join(", ");

/** Columns of Parquet, Avro and Delta are known by their names. */
const typed = (columns: readonly Column[]): readonly string[] =>
  columns.map(({ name, type }) => `${name} ${printType(type)}`).sort();

type SourceFacts = Readonly<Record<string, string>>;

/** A table without state depends on what it reads, what its counts are of and where it writes: its other clauses may change in place. */
function ofTable(linked: LinkedTable, ids: Ids, { hashKeys: keys, defaults }: LinkedProject["project"]): DeclaredQuery {
  const { table, explode, watermark, deduplicate, joins, interval, windows } = linked;
  const isStateful =
    interval !== undefined ||
    deduplicate !== undefined ||
    windows !== undefined ||
    (watermark?.decidesLateRows && !watermark.isInherited);
  return {
    id: ids.table(linked),
    kind: kindOf(linked, isStateful === true),
    inputs: tablesBelow(linked).map((input) => ids.table(input)),
    backfill: table.backfill,
    // Repeats are known for as long as it says.
    ...(watermark?.isCorrecting && deduplicate === undefined && { isDelayFree: true }),
    origin: table.origin,
    elsewhere: () =>
      new Map([...viewOrigins(linked, isStateful ? deciding(linked) : undefined, keys), ...watermarkOrigins(linked)]),
    views: () => new Map(viewsOf(linked).map(({ table }) => [`view ${pathOf(table)}`, table.origin])),
    defaults: () => tableDefaults(defaults, linked),
    facts: {
      table: pathOf(table),
      ...inputOrder(linked),
      ...viewFacts(linked, isStateful ? deciding(linked) : undefined, keys),
      ...explodeFact(explode),
      ...(joins.length > 0 && { join: Object.fromEntries(joins.map((join) => [join.name, joinFact(join)])) }),
      ...(isReplaced(linked) && replaceFacts(linked, keys)),
      ...(isStateful && {
        ...rowFacts(linked, keys),
        ...(interval && intervalFacts(interval)),
        ...(windows && windowFacts(windows)),
        ...(isCorrected(linked) && { late_rows: "upsert" }),
      }),
    },
  };
}

function kindOf(linked: LinkedTable, isStateful: boolean): QueryKind {
  if (isReplaced(linked)) return "replace";
  if (linked.interval) return "interval-join";
  if (linked.windows) return "windows";
  return isStateful ? "watermarked-rows" : "rows";
}

function rowFacts(linked: LinkedTable, keys: HashKeys): Facts {
  const { interval, deduplicate } = linked;
  const watermark = interval?.own ?? linked.watermark;
  return {
    ...formats(storedInputs(linked)),
    ...stepFacts(linked, deciding(linked), keys),
    ...(watermark && {
      watermark: { column: watermark.column, delay: spelled(watermark.delay), ahead: spelled(watermark.ahead) },
    }),
    ...(deduplicate && { deduplicate: deduplicate.keys.join(", ") }),
  };
}

/** How bodies are parsed, which happens in the query itself. */
function formats(inputs: readonly LinkedInput[]): Facts {
  const raw = inputs.filter((input) => input.kind === "raw");
  const [only] = raw;
  if (only === undefined) return {};
  if (raw.length === 1) return { format: formatOf(only.source) };
  return { format: Object.fromEntries(raw.map(({ table, source }) => [pathOf(table), formatOf(source)])) };
}

/** A cell of CSV is known by its place alone. */
const formatOf = ({ source: { format }, columns }: LinkedSource): string =>
  format === "csv" ? `${format}: ${cells(columns)}` : format;

/** `left gold.prices on item = prices.item`: a joined table is a source, known to the record of batches by the join's name. */
const joinFact = (join: LinkedJoin): string =>
  `${join.how} ${pathOf(join.table.table)} on ${join.on.map(({ syntax }) => printSyntax(syntax)).join(" and ")}${boundsFact(join)}`;

/**
 * What is computed in another way is computed anew, so everything that decides a row's values counts. So do its folders: with
 * others it is another table, which no reader can go on reading.
 */
function replaceFacts(linked: LinkedTable, keys: HashKeys): Facts {
  const { partitionBy } = linked.table.storage;
  return {
    write: "replace",
    ...rowFacts(linked, keys),
    ...(partitionBy.length > 0 && { partition_by: partitionBy.map(({ name }) => name).join(", ") }),
    ...joinedFact(linked),
    ...(linked.grouping && { ...groupFact(linked.grouping), ...named("aggregates", linked.grouping.aggregates) }),
  };
}

const groupFact = ({ groupBy }: LinkedGrouping): Facts => (groupBy.length > 0 ? { group_by: groupBy.join(", ") } : {});

function windowFacts(windows: LinkedWindows): Facts {
  const { column, cut } = windows;
  const { kind, ...lengths } = cut;
  const known = Object.entries(lengths).flatMap(([name, length]) =>
    length === undefined ? [] : [[name, spelled(length)] as const],
  );
  return {
    window: { type: kind, column, ...Object.fromEntries(known) },
    ...groupFact(windows),
    ...keptAggregates(windows.aggregates),
  };
}

/** What is sent to a hub is no fact: a change of it holds for new events, and does not send the old ones again. */
function ofSink(linked: LinkedSink, ids: Ids, { defaults }: LinkedProject["project"]): DeclaredQuery {
  const { sink, to, input } = linked;
  return {
    id: ids.sink(linked),
    kind: ({ container: "documents", hub: "send", folder: "files" } as const)[to.kind],
    inputs: [ids.table(input)],
    backfill: 0,
    origin: sink.origin,
    elsewhere: () => new Map(),
    views: () => new Map(),
    defaults: () => rhythmDefault(defaults, sink.origin),
    facts: { store: storeFact(to), ...sentFacts(to, input, ids.sink(linked)) },
  };
}

function sentFacts(to: LinkedStore, input: LinkedTable, id: string): Facts {
  if (to.kind === "hub") return {};
  if (to.kind === "container") return { key: (input.key ?? []).join(", "), partition_key: to.store.partitionKey.name };
  const { format } = to.store;
  return {
    // A folder is named for the facts: in that of a sink of another name, batches would be numbered from 0 again.
    sink: id,
    // Files of one checkpoint are of one form, so that they can be read together; only cells of CSV are known by their places.
    format,
    columns: (format === "csv" ? to.sent : [...to.sent].sort()).join(", "),
  };
}
