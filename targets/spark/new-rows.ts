import type { NewRowsQuery } from "../../compiler/ir/query.js";
import { closing, queryNotebook, sourceReference } from "./frame.js";
import type { Notebook } from "./notebook.js";
import { argument, assign, call, calls, lakePath, literal, pathBelow, statements } from "./python.js";
import { columnsDdl } from "./schema.js";

/** Bronze of a table that others write: the rows of its commits, each once. */
export function newRowsNotebook(query: NewRowsQuery, path: string): Notebook {
  const { source, output } = query;
  const reads = [sourceReference(source)];
  const writes = [output.reference];
  return queryNotebook(query, path, { reads, writes }, [
    {
      kind: "code",
      title: "Rows: the table's, and then those of each commit",
      code: statements([
        assign("root", call("parameter", [literal(`${source.connection}_root`)])),
        assign(
          "rows",
          calls("new_rows", [literal(source.id), pathBelow("root", source.path), columnsDdl(source.columns)]),
        ),
      ]),
    },
    closing(query, "Each batch: appended once", "write_new_rows", [argument("table", lakePath(output.path))], "rows"),
  ]);
}
