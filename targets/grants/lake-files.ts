import { type Json, printJson } from "../../compiler/emit/json.js";
import type { EntraPrincipalIr, FilesAccessIr, FilesGrantIr } from "../../compiler/ir/entra-access.js";
import type { EnvironmentIr } from "../../compiler/ir/environment.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import { valueIn, whoIs } from "./event-hubs.js";
import { fileNeeds, isFileRights } from "./privileges.js";

/** Reads what is declared for an environment and brings its lake to that. */
export const fileProgram = "common/grants/file_rights.py";

/** What the program takes: who is to have which rights on which folders of one environment's lake, and nobody else of these. */
export function fileRights(
  { principals, grants }: FilesAccessIr,
  environment: EnvironmentIr,
  project: ProjectIr,
): string {
  const { account, container } = project.lake;
  const { name } = environment;
  const subscription = subscriptionOf(environment);
  return printJson({
    description: `Who may read and change files of the lake of ${project.name} in ${name}. Generated from the YAML; edit that.`,
    run: `python3 ${fileProgram} env/${name}/grants/lake.files.json`,
    ...(subscription === undefined ? {} : { subscription }),
    account: valueIn(account, environment),
    container: valueIn(container, environment),
    principals: principals.map((one): Json => ({ name: whoIs(one), entry: entryOf(one, environment) })),
    grants: grants.map((one) => granted(one, environment)),
  });
}

const granted = ({ principal, table, privileges }: FilesGrantIr, environment: EnvironmentIr): Json => {
  const all = privileges.map(({ privilege }) => fileNeeds(privilege)).filter(isFileRights);
  return {
    entry: entryOf(principal, environment),
    folder: table.path,
    rights: all.some(({ rights }) => rights === "rwx") ? "rwx" : "r-x",
  };
};

/** A service principal is a user to access lists. https://learn.microsoft.com/azure/storage/blobs/data-lake-storage-access-control#users-and-identities */
const entryOf = ({ type, objectId }: EntraPrincipalIr, environment: EnvironmentIr): string =>
  `${type === "group" ? "group" : "user"}:${valueIn(objectId, environment).toLowerCase()}`;

/** Where the environment's resources are, as far as it is said. */
function subscriptionOf(environment: EnvironmentIr): string | undefined {
  if (environment.kind !== "azure") return undefined;
  return environment.factory?.subscription ?? environment.synapse?.subscription;
}
