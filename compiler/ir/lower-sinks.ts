import type { LinkedSink, LinkedStore } from "../model/linked.js";
import { identityOf } from "./identity.js";
import type { DocumentsQuery, SendQuery } from "./ir.js";
import { endpointOf, placeOf } from "./lower-endpoint.js";
import { tableIr } from "./lower-tables.js";

/** The query that takes a table's rows to a store. */
export function deliver(linked: LinkedSink): DocumentsQuery | SendQuery {
  const { to } = linked;
  switch (to.kind) {
    case "container":
      return documents(linked, to);
    case "hub":
      return send(linked, to);
  }
}

function documents(linked: LinkedSink, to: Extract<LinkedStore, { kind: "container" }>): DocumentsQuery {
  const { connection, store } = to;
  const base = common(linked);
  return {
    ...base,
    kind: "documents",
    identity: identityOf({
      source: base.input.table.path,
      sink: { account: connection.account.written, database: store.database, container: store.container },
      documents: { key: base.key, partitionKey: store.partitionKey.name },
    }),
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

/** What is sent is no part of the identity: a change of it holds for new events, and does not send the old ones again. */
function send(linked: LinkedSink, to: Extract<LinkedStore, { kind: "hub" }>): SendQuery {
  const { connection, store, sent } = to;
  const base = common(linked);
  return {
    ...base,
    kind: "send",
    identity: identityOf({ source: base.input.table.path, sink: { to: placeOf(connection), hub: store.hub } }),
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

const common = ({ sink, pipeline, input, where }: LinkedSink) => ({
  id: `${pipeline}/sinks.${sink.name}`,
  origin: sink.origin,
  description: sink.description,
  trigger: sink.trigger,
  input: { table: tableIr(input, input.output) },
  key: input.key ?? [],
  where,
});
