import type { FilesQuery } from "../../compiler/ir/query.js";
import { delivered } from "./delivery.js";
import { closing, queryNotebook } from "./frame.js";
import type { Notebook } from "./notebook.js";
import { argument, call, identifier, literal, literals, pathBelow, rendered } from "./python.js";
import { renderFiles } from "./templates.generated.js";
import type { FilesView } from "./view.js";

/** A table's rows as files, each batch in a folder of its own. */
export function filesNotebook(query: FilesQuery, path: string): Notebook {
  const { input, columns, store } = query;
  const reads = [input.table.reference];
  const writes = [`sinks.${store.name}`];
  const view: FilesView = {
    rows: delivered(query),
    columns: literals(columns),
    root: call("parameter", [literal(`${store.connection}_root`)]),
    folder: pathBelow("root", `${store.folder}/checkpoint={query.identity}`),
  };
  return queryNotebook(query, path, { reads, writes }, [
    { kind: "code", title: "Files: a folder for this identity of the query", code: rendered(renderFiles(view)) },
    closing(
      query,
      "Each batch: a folder of its own, which a replay writes anew",
      "write_files",
      [argument("folder", identifier("folder")), argument("form", literal(store.format))],
      "rows",
    ),
  ]);
}
