import type { LandingIr } from "../compiler/ir/flow.js";
import type { LoadsTakenIr } from "../compiler/ir/loads.js";

export type Landing = LandingIr | LoadsTakenIr;

/** What it means that a landing has another place or other marks. */
export function landedAnew({ source, output }: Landing): string {
  if (source.kind === "loads") return `the newest load in ${source.folder} is taken anew`;
  if (source.kind === "api-rows")
    return `${source.path} of ${source.api.name} is read into ${output.path}; what has landed before stays where it is`;
  if (source.kind === "file-set")
    return `${source.path} is read again, into ${output.path}; what has landed before stays where it is`;
  const from = source.read.kind === "full" ? "" : ` from ${source.read.cursor.start},`;
  return `all rows of ${source.schema}.${source.table} are read again,${from} into ${output.path}; what has landed before stays where it is`;
}
