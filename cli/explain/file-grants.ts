import type { Privilege } from "../../compiler/ir/access.js";
import type { FilesAccessIr, FilesGrantIr } from "../../compiler/ir/entra-access.js";
import { aligned } from "./section.js";

/** Who may read and change files of the lake, and through which plane. */
export function explainFiles({ principals, grants, origin }: FilesAccessIr): string {
  const place = `${origin.file.path}:${origin.key().start.line}`;
  const rows = principals.flatMap((principal) => {
    const own = grants.filter((grant) => grant.principal.name === principal.name);
    const who = `${principal.name} (${principal.type.replace("_", " ")} ${principal.displayName})`;
    return own.length === 0
      ? [[who, "nothing", "", "", ""]]
      : own.map((grant, at) => [at === 0 ? who : "", ...cellsOf(grant)]);
  });
  return `${[
    `lake  (${place}), through access lists: common/grants/file_rights.py env/<environment>/grants/lake.files.json`,
    ...aligned([["who", "on", "may read", "may change", "by"], ...rows]).map((line) => `  ${line}`),
  ].join("\n")}\n`;
}

function cellsOf({ table, privileges, pipelines }: FilesGrantIr): readonly string[] {
  const changing = changes.filter((change) => privileges.some(({ privilege }) => privilege === change));
  const all = "all columns and rows, whatever a warehouse hides";
  return [`files of ${table.reference}`, all, changing.join(", ") || "nothing", pipelines.join(", ")];
}

const changes: readonly Privilege[] = ["insert", "update", "delete"];
