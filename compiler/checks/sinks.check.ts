import type { Report } from "../diagnostics/report.js";
import type { LinkedSink } from "../model/linked.js";
import type { Origin } from "../source/origin.js";
import type { Check } from "./check.js";
import { checkDiagnostics } from "./diagnostics.js";
import { referenceOf } from "./tables-of.js";

/** What is written to a store has a key that is never null, and no two sinks write to one place. */
export const sinks: Check = ({ pipelines }, report) => {
  const taken = new Map<string, { readonly owner: string; readonly origin: Origin }>();
  for (const linked of pipelines.flatMap((pipeline) => pipeline.sinks)) {
    const { sink, pipeline } = linked;
    const { id, words } = placeOf(linked);
    const other = taken.get(id);
    if (other) {
      const related = [{ message: "It is declared here.", origin: other.origin }];
      report.add(checkDiagnostics.sameStore.at(sink.origin.key(), { place: words, other: other.owner }, { related }));
    }
    taken.set(id, { owner: `${pipeline}/sinks.${sink.name}`, origin: sink.origin.key() });
    keyed(linked, report);
  }
};

/** What a sink writes to: to compare, and in words. */
function placeOf({ to }: LinkedSink): { readonly id: string; readonly words: string } {
  if (to.kind === "container") {
    const container = `${to.store.database}/${to.store.container}`;
    return { id: `cosmos ${to.connection.account.written}/${container}`, words: `the container '${container}'` };
  }
  const { connection, store } = to;
  return connection.kind === "kafka"
    ? { id: `kafka ${connection.servers.written}/${store.hub}`, words: `the topic '${store.hub}'` }
    : { id: `event-hubs ${connection.namespace.written}/${store.hub}`, words: `the event hub '${store.hub}'` };
}

function keyed({ sink, input, columns, to }: LinkedSink, report: Report): void {
  const table = referenceOf(input);
  const { key } = input;
  const isNullable = (column: string): boolean => columns.find(({ name }) => name === column)?.nullable === true;
  if (key === undefined) {
    report.add(checkDiagnostics.sinkWithoutKey.at(sink.from.origin, { table }));
    return;
  }
  for (const column of key.filter(isNullable))
    report.add(checkDiagnostics.sinkKeyNullable.at(sink.from.origin, { column, table }));
  if (to.kind === "container") {
    const { name: column, origin } = to.store.partitionKey;
    if (!key.includes(column)) report.add(checkDiagnostics.partitionKeyOutsideKey.at(origin, { column, key }));
  }
  if (to.kind === "hub" && to.store.key) {
    const { name: column, origin } = to.store.key;
    if (!key.includes(column) && isNullable(column))
      report.add(checkDiagnostics.eventKeyNullable.at(origin, { column }));
  }
}
