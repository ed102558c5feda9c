import { printSpark } from "../../compiler/expression/print-spark.js";
import type { DocumentsQuery, FilesQuery, SendQuery } from "../../compiler/ir/query.js";
import { call, lakePath, literal, type Python, rendered } from "./python.js";

/** The stream of the table that a sink reads, with what its filter leaves out marked. */
export function delivered({ input, where }: DocumentsQuery | SendQuery | FilesQuery): Python {
  const rows = rendered(`spark.readStream.format("delta").load(${lakePath(input.table.path)})`);
  return where ? call("wanted", [rows, literal(printSpark(where))]) : rows;
}
