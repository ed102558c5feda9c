import type { Lock } from "../lock/lock.js";
import type { LinkedSink, LinkedStore } from "../model/linked.js";
import { checkpointOf } from "./lower-checkpoint.js";
import { endpointOf } from "./lower-endpoint.js";
import { sinkId, tableIr } from "./lower-tables.js";
import { sinkPlaces } from "./places.js";
import type { DocumentsQuery, FilesQuery, SendQuery } from "./query.js";

/** The query that takes a table's rows to a store. */
export function deliver(linked: LinkedSink, lock: Lock): DocumentsQuery | SendQuery | FilesQuery {
  const { to } = linked;
  switch (to.kind) {
    case "container":
      return documents(linked, to, lock);
    case "hub":
      return send(linked, to, lock);
    case "folder":
      return files(linked, to, lock);
  }
}

function documents(linked: LinkedSink, to: Extract<LinkedStore, { kind: "container" }>, lock: Lock): DocumentsQuery {
  const { connection, store } = to;
  return {
    ...common(linked, lock),
    kind: "documents",
    store: {
      name: linked.sink.name,
      account: connection.account.values,
      database: store.database,
      container: store.container,
      partitionKey: store.partitionKey.name,
      accountKey: { secret: connection.secret },
    },
  };
}

function send(linked: LinkedSink, to: Extract<LinkedStore, { kind: "hub" }>, lock: Lock): SendQuery {
  const { connection, store, sent } = to;
  return {
    ...common(linked, lock),
    kind: "send",
    columns: sent,
    partitionBy: store.key?.name,
    store: {
      name: linked.sink.name,
      hub: store.hub,
      endpoint: endpointOf(connection),
      partitions: store.partitions.values,
    },
  };
}

function files(linked: LinkedSink, to: Extract<LinkedStore, { kind: "folder" }>, lock: Lock): FilesQuery {
  const { connection, store, sent } = to;
  return {
    ...common(linked, lock),
    kind: "files",
    columns: sent,
    store: {
      name: linked.sink.name,
      connection: connection.name,
      account: connection.account.values,
      container: connection.container.values,
      folder: store.folder,
      format: store.format,
    },
  };
}

const common = (linked: LinkedSink, lock: Lock) => {
  const { sink, pipeline, input, where } = linked;
  return {
    ...checkpointOf(sinkId(pipeline, sink), lock),
    reference: `sinks.${sink.name}`,
    origin: sink.origin,
    description: sink.description,
    trigger: sink.trigger,
    places: sinkPlaces(linked),
    input: { table: tableIr(input, input.output) },
    key: input.key ?? [],
    where,
  };
};
