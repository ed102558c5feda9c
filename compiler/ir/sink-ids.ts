import type { Report } from "../diagnostics/report.js";
import { lockDiagnostics } from "../lock/diagnostics.js";
import { type Facts, fingerprint } from "../lock/identity.js";
import type { Lock } from "../lock/lock.js";
import type { LinkedSink } from "../model/linked.js";
import { sinkId } from "./lower-tables.js";
import { storeFact } from "./store-facts.js";

/**
 * By which ids the lock knows the sinks of a project. The rows that a sink has sent are in its store, which no other sink may
 * have: so it is the one of its name that sent there, in whatever pipeline that stood. A sink whose own id is by now another
 * one's is reported: its rows and those of the other would be counted, and resumed, as one query's.
 */
export function sinkIds(sinks: readonly LinkedSink[], lock: Lock, report: Report): ReadonlyMap<LinkedSink, string> {
  const senders = sendersOf(lock);
  const owners = new Map<string, LinkedSink>();
  for (const linked of sinks) {
    const own = ownId(linked);
    const ids = (senders.get(senderKey(linked.sink.name, storeFact(linked.to))) ?? []).filter((id) => !owners.has(id));
    const id = ids.includes(own) ? own : ids[0];
    if (id !== undefined) owners.set(id, linked);
  }
  const known = new Map([...owners].map(([id, linked]) => [linked, id] as const));
  for (const linked of sinks.filter((one) => !known.has(one))) {
    const id = ownId(linked);
    const other = owners.get(id);
    if (other !== undefined) {
      const related = [{ message: "The other one is declared here.", origin: other.sink.origin.key() }];
      report.add(lockDiagnostics.idTaken.at(linked.sink.origin.key(), { id, other: ownId(other) }, { related }));
    }
    known.set(linked, id);
  }
  return known;
}

/** The ids of those that send now, by their name and store. */
function sendersOf(lock: Lock): ReadonlyMap<string, readonly string[]> {
  const senders = new Map<string, string[]>();
  for (const [id, { facts, isRemoved }] of lock) {
    const [, name] = id.split("/sinks.");
    const store = facts["store"];
    if (isRemoved || name === undefined || store === undefined) continue;
    const key = senderKey(name, store);
    senders.set(key, [...(senders.get(key) ?? []), id]);
  }
  return senders;
}

const senderKey = (name: string, store: Facts[string]): string => `${name} ${fingerprint({ store })}`;

const ownId = ({ pipeline, sink }: LinkedSink): string => sinkId(pipeline, sink);
