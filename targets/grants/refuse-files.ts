import type { Diagnostic } from "../../compiler/diagnostics/diagnostic.js";
import type { FilesAccessIr, FilesGrantIr } from "../../compiler/ir/entra-access.js";
import type { LakeRolesAccessIr } from "../../compiler/ir/lake-roles-access.js";
import { azureDiagnostics } from "./azure-diagnostics.js";
import { fileNeeds, isFileRights, whole } from "./privileges.js";

/** What nobody can be let do with files of a table. */
export const refusedFiles = ({ grants }: FilesAccessIr): readonly Diagnostic[] =>
  grants.flatMap((grant) => ofTable({ ...grant, table: grant.table.reference }));

/** What nobody can be let do with all of the lake: roles let do with it what access lists let do with a table. */
export const refusedLake = ({ grants }: LakeRolesAccessIr): readonly Diagnostic[] =>
  grants.flatMap((grant) => ofTable({ ...grant, table: "lake" }));

interface Granted extends Pick<FilesGrantIr, "privileges" | "principal"> {
  readonly table: string;
}

function ofTable({ table, privileges, principal }: Granted): readonly Diagnostic[] {
  const found = privileges.flatMap(({ privilege, hasColumns, origin }) => {
    const needed = fileNeeds(privilege);
    if (!isFileRights(needed)) return [azureDiagnostics.notOfFiles.at(origin, { privilege, table, ...needed })];
    return hasColumns ? [azureDiagnostics.columnsOfFiles.at(origin, { privilege, table })] : [];
  });
  const first = privileges.find(({ privilege }) => whole.includes(privilege) && privilege !== "select");
  const missing = whole.filter((one) => !privileges.some(({ privilege }) => privilege === one));
  if (found.length > 0 || first === undefined || missing.length === 0) return found;
  const { privilege, origin } = first;
  return [azureDiagnostics.notAlone.at(origin, { privilege, table, principal: principal.name, missing })];
}
