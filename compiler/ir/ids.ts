import { type Facts, fingerprint } from "../lock/identity.js";
import type { Lock } from "../lock/lock.js";
import type { LinkedInput, LinkedProject, LinkedRaw, LinkedSink, LinkedSource } from "../model/linked.js";
import { isView } from "../model/views.js";
import { idOf, sinkId } from "./lower-tables.js";
import { storeFact } from "./store-facts.js";

/**
 * By which ids the lake and the lock know the queries of a project: those under which they were first compiled. What a table
 * holds and a sink has sent does not depend on the pipeline that it stands in: they may be moved, and pipelines renamed.
 */
export class Ids {
  /** By the id under which a query would be new. */
  private readonly known = new Map<string, string>();
  /** The pipeline that a query stands in now, by the id by which it is known. */
  private readonly pipelines = new Map<string, string>();
  /** By the id of a source that it has where it stands. */
  private readonly sources = new Map<string, string>();

  constructor({ pipelines }: LinkedProject, lock: Lock) {
    const names = byName(lock);
    const sinks = pipelines.flatMap((pipeline) => pipeline.sinks);
    const declared = new Set(sinks.map(idOfSink));
    for (const table of pipelines.flatMap((pipeline) => pipeline.tables).filter((one) => !isView(one))) {
      const id = idOf(table.pipeline, table.table);
      this.know(id, table.pipeline, writerOf(id, names.get(nameOf(id)) ?? [], lock));
      if (table.kind === "raw") this.knowSource(table);
    }
    for (const sink of sinks) {
      const id = idOfSink(sink);
      const others = (names.get(nameOf(id)) ?? []).filter((other) => !declared.has(other));
      this.know(id, sink.pipeline, senderTo(storeFact(sink.to), [id, ...others], lock) ?? id);
    }
  }

  table({ pipeline, table }: LinkedInput): string {
    const id = idOf(pipeline, table);
    return this.known.get(id) ?? id;
  }

  sink(linked: LinkedSink): string {
    const id = idOfSink(linked);
    return this.known.get(id) ?? id;
  }

  source({ pipeline, source }: LinkedSource): string {
    const id = `${pipeline}/sources.${source.name}`;
    return this.sources.get(id) ?? id;
  }

  /** The pipeline that a query stands in now; undefined if the project has no such query. */
  pipelineOf(id: string): string | undefined {
    return this.pipelines.get(id);
  }

  /** A source that was moved together with a table that reads it. */
  private knowSource(raw: LinkedRaw): void {
    const { pipeline, source } = raw.source;
    const known = this.table(raw);
    const id = `${pipeline}/sources.${source.name}`;
    if (raw.pipeline !== pipeline || known.startsWith(`${pipeline}/`) || this.sources.has(id)) return;
    this.sources.set(id, known.replace(/\/.*/, `/sources.${source.name}`));
  }

  private know(id: string, pipeline: string, as: string): void {
    this.known.set(id, as);
    this.pipelines.set(as, pipeline);
  }
}

/** `readings/silver.readings` is `silver.readings` within its pipeline. */
const nameOf = (id: string): string => id.slice(id.indexOf("/") + 1);

const idOfSink = ({ pipeline, sink }: LinkedSink): string => sinkId(pipeline, sink);

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

/** Of sinks the first that sends to this store. */
const senderTo = (store: Facts[string], ids: readonly string[], lock: Lock): string | undefined =>
  ids.find((id) => {
    const sentTo = isMade(id, lock) ? lock.get(id)?.facts["store"] : undefined;
    return sentTo !== undefined && fingerprint({ store: sentTo }) === fingerprint({ store });
  });
