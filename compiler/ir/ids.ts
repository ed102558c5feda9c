import type { Report } from "../diagnostics/report.js";
import type { Lock } from "../lock/lock.js";
import type { LinkedProject, LinkedRaw, LinkedSink, LinkedSource } from "../model/linked.js";
import { isView } from "../model/views.js";
import { idOf, type StoredTable } from "./lower-tables.js";
import { sinkIds } from "./sink-ids.js";

/**
 * By which ids the lake and the lock know the queries of a project: those under which they were first compiled. What a table
 * holds and a sink has sent does not depend on the pipeline that it stands in: they may be moved, and pipelines renamed.
 */
export class Ids {
  /** By the id under which a table would be new. */
  private readonly known = new Map<string, string>();
  /** The pipeline that a query stands in now, by the id by which it is known. */
  private readonly pipelines = new Map<string, string>();
  /** By the id of a source that it has where it stands. */
  private readonly sources = new Map<string, string>();
  private readonly sinks: ReadonlyMap<LinkedSink, string>;

  /** Reports each sink whose id is by now another one's. */
  constructor({ pipelines }: LinkedProject, lock: Lock, report: Report) {
    const names = byName(lock);
    const taken = new Set(pipelines.flatMap((pipeline) => pipeline.sources).map(idOfSource));
    for (const { flow } of pipelines)
      for (const table of [...flow.landings, ...flow.merged]) this.knowTable(table, names, lock);
    for (const table of pipelines.flatMap((pipeline) => pipeline.tables).filter((one) => !isView(one))) {
      this.knowTable(table, names, lock);
      if (table.kind === "raw") this.knowSource(table, taken);
    }
    this.sinks = sinkIds(
      pipelines.flatMap((pipeline) => pipeline.sinks),
      lock,
      report,
    );
    for (const [{ pipeline }, id] of this.sinks) this.pipelines.set(id, pipeline);
  }

  table({ pipeline, table }: { readonly pipeline: string; readonly table: StoredTable }): string {
    const id = idOf(pipeline, table);
    return this.known.get(id) ?? id;
  }

  sink(linked: LinkedSink): string {
    const id = this.sinks.get(linked);
    if (id === undefined) throw new Error(`${linked.pipeline} has no sink ${linked.sink.name}`);
    return id;
  }

  source(linked: LinkedSource): string {
    const id = idOfSource(linked);
    return this.sources.get(id) ?? id;
  }

  /** The pipeline that a query stands in now; undefined if the project has no such query. */
  pipelineOf(id: string): string | undefined {
    return this.pipelines.get(id);
  }

  /** A source that was moved together with a table that reads it; not if the project has another one of that id. */
  private knowSource(raw: LinkedRaw, taken: Set<string>): void {
    const { pipeline, source } = raw.source;
    const known = this.table(raw);
    const id = idOfSource(raw.source);
    if (raw.pipeline !== pipeline || known.startsWith(`${pipeline}/`) || this.sources.has(id)) return;
    const as = known.replace(/\/.*/, `/sources.${source.name}`);
    if (taken.has(as)) return;
    this.sources.set(id, as);
    taken.add(as);
  }

  private knowTable(
    { pipeline, table }: { readonly pipeline: string; readonly table: StoredTable },
    names: ReadonlyMap<string, readonly string[]>,
    lock: Lock,
  ): void {
    const id = idOf(pipeline, table);
    this.know(id, pipeline, writerOf(id, names.get(nameOf(id)) ?? [], lock));
  }

  private know(id: string, pipeline: string, as: string): void {
    this.known.set(id, as);
    this.pipelines.set(as, pipeline);
  }
}

/** `readings/silver.readings` is `silver.readings` within its pipeline. */
const nameOf = (id: string): string => id.slice(id.indexOf("/") + 1);

const idOfSource = ({ pipeline, source }: LinkedSource): string => `${pipeline}/sources.${source.name}`;

function byName(lock: Lock): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const id of lock.keys()) names.set(nameOf(id), [...(names.get(nameOf(id)) ?? []), id]);
  return names;
}

const isMade = (id: string, lock: Lock): boolean => lock.get(id)?.isRemoved === false;

/** Of those that wrote the one place that tables of a name have in the lake: the one that still does, or did so in this pipeline, or any. */
function writerOf(id: string, ids: readonly string[], lock: Lock): string {
  const before = ids.includes(id) ? id : ids[0];
  return ids.find((other) => isMade(other, lock)) ?? before ?? id;
}
