import type { Privilege } from "../../compiler/ir/access.js";
import type { FilesAccessIr, FilesGrantIr } from "../../compiler/ir/entra-access.js";
import { rightsTable, whoInEntra } from "./rights.js";

/** Who may read and change files of the lake, and through which plane. */
export const explainFiles = ({ principals, grants, origin }: FilesAccessIr): readonly string[] =>
  rightsTable({
    of: "lake",
    through: "access lists: common/grants/file_rights.py env/<environment>/grants/lake.files.json",
    ...{ origin, principals, grants, whoIs: whoInEntra, cellsOf },
  });

function cellsOf({ table, privileges, pipelines }: FilesGrantIr): readonly string[] {
  const all = "all columns and rows, whatever a warehouse hides";
  return [`files of ${table.reference}`, all, changesOf(privileges), pipelines.join(", ")];
}

/** What is changed by who may, in files. */
export const changesOf = (privileges: FilesGrantIr["privileges"]): string =>
  changes.filter((change) => privileges.some(({ privilege }) => privilege === change)).join(", ") || "nothing";

const changes: readonly Privilege[] = ["insert", "update", "delete"];
