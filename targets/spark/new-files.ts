import type { NewFilesQuery } from "../../compiler/ir/query.js";
import { closing, queryNotebook, sourceReference } from "./frame.js";
import type { Notebook } from "./notebook.js";
import {
  argument,
  assign,
  call,
  calls,
  identifier,
  lakePath,
  literal,
  type Python,
  pathBelow,
  statements,
} from "./python.js";
import { columnsDdl } from "./schema.js";

/** Bronze of files: their rows, each file once. */
export function newFilesNotebook(query: NewFilesQuery, path: string): Notebook {
  const { source, output, quarantine } = query;
  const reads = [sourceReference(source)];
  const writes = [output, quarantine].flatMap((table) => table?.reference ?? []);
  const given: readonly Python[] = [
    argument("table", lakePath(output.path)),
    argument("root", identifier("root")),
    argument("form", literal(source.format)),
    argument("columns", columnsDdl(source.columns)),
    ...(source.hasHeader ? [argument("header", identifier("True"))] : []),
    ...(output.onSchemaChange === "add" ? [argument("may_lack", identifier("True"))] : []),
    ...(quarantine ? [argument("quarantine", lakePath(quarantine.path))] : []),
  ];
  const parameter = (name: string): Python => call("parameter", [literal(name)]);
  return queryNotebook(query, path, { reads, writes }, [
    {
      kind: "code",
      title: "Files: their names",
      code: statements([
        assign("root", parameter(`${source.connection}_root`)),
        assign(
          "files",
          calls("new_files", [pathBelow("root", source.path), identifier("root"), parameter(`${source.name}_reader`)]),
        ),
      ]),
    },
    closing(query, "Each batch: the rows of its files, appended once", "write_file_rows", given, "files"),
  ]);
}
