import type { LinkedSink, LinkedStore } from "../model/linked.js";
import type { Identities } from "./identities.js";
import { checkpointOf } from "./lower-checkpoint.js";
import { containerOf, endpointOf } from "./lower-endpoint.js";
import { tableIr } from "./lower-tables.js";
import type { DocumentsQuery, FilesQuery, SendQuery } from "./query.js";

/** The query that takes a table's rows to a store. */
export function deliver(linked: LinkedSink, identities: Identities): DocumentsQuery | SendQuery | FilesQuery {
  const { to } = linked;
  switch (to.kind) {
    case "container":
      return documents(linked, to, identities);
    case "hub":
      return send(linked, to, identities);
    case "folder":
      return files(linked, to, identities);
  }
}

function documents(
  linked: LinkedSink,
  to: Extract<LinkedStore, { kind: "container" }>,
  identities: Identities,
): DocumentsQuery {
  const { connection, secret, store } = to;
  return {
    ...delivery(linked, identities),
    kind: "documents",
    store: {
      name: linked.sink.name,
      account: connection.account.values,
      database: store.database,
      container: store.container,
      partitionKey: store.partitionKey.name,
      accountKey: { secret },
    },
  };
}

function send(linked: LinkedSink, to: Extract<LinkedStore, { kind: "hub" }>, identities: Identities): SendQuery {
  const { connection, store, sent } = to;
  return {
    ...delivery(linked, identities),
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

function files(linked: LinkedSink, to: Extract<LinkedStore, { kind: "folder" }>, identities: Identities): FilesQuery {
  const { connection, store, sent } = to;
  return {
    ...delivery(linked, identities),
    kind: "files",
    columns: sent,
    store: {
      name: linked.sink.name,
      ...containerOf(connection),
      folder: store.folder,
      format: store.format,
    },
  };
}

/** What the query of any sink has, wherever it takes the rows. */
const delivery = (linked: LinkedSink, identities: Identities) => {
  const { sink, input, where } = linked;
  return {
    ...checkpointOf(identities.ids.sink(linked), identities),
    reference: `sinks.${sink.name}`,
    origin: sink.origin,
    description: sink.description,
    trigger: sink.trigger,
    places: identities.places.ofSink(linked),
    input: { table: tableIr(input, input.output) },
    key: input.key ?? [],
    where,
  };
};
