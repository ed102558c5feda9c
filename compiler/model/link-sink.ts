import type { Report } from "../diagnostics/report.js";
import { provenNotNull } from "../expression/facts.js";
import { cosmosDiagnostics } from "./cosmos-diagnostics.js";
import { condition, isColumn } from "./link-parts.js";
import { connectionTo } from "./link-source.js";
import type { LinkedSink, LinkedStore, LinkedTable } from "./linked.js";
import type { Project } from "./model.js";
import type { Named } from "./parts.js";
import type { Sink } from "./sink.js";

/** Holds a sink's connection, filter and columns against what they name. Undefined if any of them has an error. */
export function linkSink(
  sink: Sink,
  pipeline: string,
  input: LinkedTable | undefined,
  project: Project,
  report: Report,
): LinkedSink | undefined {
  const to = storeOf(sink, input, project, report);
  if (input === undefined) return undefined;
  const scope = { columns: input.output, aggregates: "forbidden", clause: "where" } as const;
  const where = sink.where && condition(sink.where, scope, report);
  if (to === undefined || (sink.where !== undefined && where === undefined)) return undefined;
  const sure = where ? provenNotNull(where) : [];
  const columns = input.output.map((column) => (sure.includes(column.name) ? { ...column, nullable: false } : column));
  return { pipeline, sink, input, where, columns, to };
}

/** `input` is undefined where the table is broken: then only the connection is looked up. */
function storeOf(
  { store, connection: wanted }: Sink,
  input: LinkedTable | undefined,
  project: Project,
  report: Report,
): LinkedStore | undefined {
  const isKnown = columnsOf(input, report);
  if (store.kind === "cosmos") {
    const connection = connectionTo(wanted, store.kind, project, report);
    const isSound = isKnown([store.partitionKey]);
    if (connection === undefined) return undefined;
    const { secret, name } = connection;
    if (secret === undefined) report.add(cosmosDiagnostics.noIdentity.at(wanted.origin, { connection: name }));
    return isSound && secret !== undefined ? { kind: "container", connection, secret, store } : undefined;
  }
  const sent = store.columns?.map(({ name }) => name) ?? input?.output.map(({ name }) => name) ?? [];
  if (store.kind === "storage") {
    const connection = connectionTo(wanted, store.kind, project, report);
    const isSound = isKnown(store.columns ?? []);
    return connection && isSound ? { kind: "folder", connection, store, sent } : undefined;
  }
  const connection = connectionTo(wanted, store.kind, project, report);
  const isSound = isKnown([...(store.key ? [store.key] : []), ...(store.columns ?? [])]);
  return connection && isSound ? { kind: "hub", connection, store, sent } : undefined;
}

/** Whether the input has all of some columns; each that it has not is reported. */
const columnsOf =
  (input: LinkedTable | undefined, report: Report) =>
  (names: readonly Named[]): boolean => {
    if (input === undefined) return false;
    const table = `'${input.table.layer}.${input.table.name}'`;
    return names.map((name) => isColumn(name, table, input.output, report)).every(Boolean);
  };
