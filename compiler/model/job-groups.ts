import { inOrder } from "./chains.js";
import type { LinkedJob, LinkedPipeline, LinkedSink, LinkedTable, Queried } from "./linked.js";
import type { LinkedMerged } from "./linked-landings.js";
import type { Compute } from "./model.js";
import { isView, storedInputs, viewsOf } from "./views.js";

/** What runs together on one cluster: the tables of a job, or all that no job names. */
export interface JobGroup {
  /** That of the pipeline, or `<pipeline>_<job>`. */
  readonly name: string;
  /** Undefined: what no job names. */
  readonly job: LinkedJob | undefined;
  readonly compute: Compute | undefined;
  /** The groups whose tables it reads, by name. */
  readonly after: readonly string[];
  readonly reads: readonly GroupRead[];
  readonly merged: readonly LinkedMerged[];
  /** Each after what it reads. */
  readonly tables: readonly Queried[];
  readonly sinks: readonly LinkedSink[];
}

/** That something of a group reads a table of another one. */
export interface GroupRead {
  readonly group: string;
  /** `gold.sums` */
  readonly by: string;
  /** `silver.orders` */
  readonly table: string;
}

export const groupName = (pipeline: string, job: string): string => `${pipeline}_${job}`;

/** The groups of a pipeline that have any work: each after those that it reads, but for such as wait for each other, which are left out. */
export const groupsInOrder = (linked: LinkedPipeline): readonly JobGroup[] => inOrder(groupsOf(linked));

export function groupsOf(linked: LinkedPipeline): readonly JobGroup[] {
  const { pipeline, jobs, compute, flow, sinks } = linked;
  const byTable = new Map(
    jobs.flatMap((one) => one.job.tables.map(({ name }) => [name, groupName(pipeline.name, one.job.name)] as const)),
  );
  const groupOf = (table: string): string => byTable.get(table) ?? pipeline.name;
  const stored = linked.tables.filter((table) => !isView(table) && !isOfDataFlow(table));
  const made = [...flow.merged, ...stored].map(nameOf);
  const group = (name: string, job: LinkedJob | undefined): JobGroup => {
    const tables = stored.filter((table) => groupOf(nameOf(table)) === name);
    const own = name === pipeline.name ? sinks : []; // no job names a sink
    const reads = [
      ...tables.flatMap((table) => readsOf(table).map((read) => ({ by: nameOf(table), table: read }))),
      ...own.map(({ sink, input }) => ({ by: `sinks.${sink.name}`, table: nameOf(input) })),
    ].flatMap((read) => (made.includes(read.table) ? [{ ...read, group: groupOf(read.table) }] : []));
    const others = reads.filter((read) => read.group !== name);
    return {
      ...{ name, job, tables, sinks: own, reads: others },
      compute: job?.job.compute === undefined ? compute : job.compute,
      after: [...new Set(others.map((read) => read.group))],
      merged: flow.merged.filter((merged) => groupOf(nameOf(merged)) === name),
    };
  };
  return [
    group(pipeline.name, undefined),
    ...jobs.map((one) => group(groupName(pipeline.name, one.job.name), one)),
  ].filter(({ merged, tables, sinks: own }) => merged.length + tables.length + own.length > 0);
}

const isOfDataFlow = (linked: Queried): boolean => linked.kind === "table" && linked.table.engine === "data-flow";

const nameOf = ({ table }: Queried | LinkedMerged): string => `${table.layer}.${table.name}`;

/** The tables of its own pipeline whose rows a table's query takes or looks up. */
function readsOf(linked: Queried): readonly string[] {
  if (linked.kind !== "table") return [];
  const joins = [linked, ...viewsOf(linked)].flatMap((one: LinkedTable) => one.joins.map(({ table }) => table));
  return [...storedInputs(linked), ...joins].flatMap((input) =>
    input.pipeline === linked.pipeline ? [`${input.table.layer}.${input.table.name}`] : [],
  );
}
