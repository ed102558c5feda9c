import type { SendQuery } from "../../compiler/ir/query.js";
import { connecting } from "./connection.js";
import { delivered } from "./delivery.js";
import { closing, queryNotebook } from "./frame.js";
import type { Notebook } from "./notebook.js";
import { argument, identifier, literal, literals, rendered } from "./python.js";
import { renderSend } from "./templates.generated.js";
import type { SendView } from "./view.js";

/** A table's rows as events of a hub or topic, sent at least once. */
export function sendNotebook(query: SendQuery, path: string): Notebook {
  const { input, key, columns, partitionBy, store } = query;
  const reads = [input.table.reference];
  const writes = [`sinks.${store.name}`];
  const view: SendView = {
    rows: delivered(query),
    id: literals(key),
    columns: literals(columns),
    key: partitionBy === undefined ? undefined : literal(partitionBy),
    hub: literal(store.hub),
    connection: connecting(store.endpoint),
  };
  return queryNotebook(query, path, { reads, writes }, [
    { kind: "code", title: "Events: a JSON body, and an id made of the key", code: rendered(renderSend(view)) },
    closing(
      query,
      "Each batch: sent at least once; a replay sends it again with the same ids",
      "send_events",
      [argument("to", identifier("hub"))],
      "rows",
    ),
  ]);
}
