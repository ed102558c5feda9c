import type { DocumentsQuery } from "../../compiler/ir/query.js";
import { delivered } from "./delivery.js";
import { closing, queryNotebook } from "./frame.js";
import type { Notebook } from "./notebook.js";
import { argument, call, identifier, lakePath, lines, literal, literals, rendered } from "./python.js";
import { renderDocuments } from "./templates.generated.js";

/** A table's rows as documents of Azure Cosmos DB, upserted by key. */
export function documentsNotebook(query: DocumentsQuery, path: string): Notebook {
  const { input, key, store } = query;
  const reads = [input.table.reference];
  const writes = [`sinks.${store.name}`];
  const given = [
    argument("form", call("parameter", [literal(`${store.name}_form`)])),
    argument("endpoint", call("parameter", [literal(`${store.name}_endpoint`)])),
    argument("key_secret", literal(store.accountKey.secret)),
    argument("database", literal(store.database)),
    argument("container", literal(store.container)),
    argument("partition_key", literal(store.partitionKey)),
    argument("stand_in", lakePath(`_stand_ins/cosmos/${store.database}/${store.container}`)),
  ];
  return queryNotebook(query, path, { reads, writes }, [
    {
      kind: "code",
      title: "Documents: `id` is made of the key, times are ISO text",
      code: rendered(renderDocuments({ rows: delivered(query), key: literals(key), store: lines(given, "    ") })),
    },
    closing(
      query,
      "Each batch: upserted, so a replay writes the same documents again",
      "write_documents",
      [argument("to", identifier("store"))],
      "rows",
    ),
  ]);
}
