import type { Diagnostic } from "../../compiler/diagnostics/diagnostic.js";
import type { Privilege } from "../../compiler/ir/access.js";
import type { ContainerGrantIr, CosmosAccessIr, CosmosScopeIr } from "../../compiler/ir/cosmos-access.js";
import { cosmosGrantDiagnostics } from "./cosmos-grant-diagnostics.js";
import { isAction, itemNeeds, upsertNeeds } from "./privileges.js";

/** The roles that a template makes in an account: one for each privilege, and one for what takes two of them together. */
export const cosmosRoles = ["select", "insert", "update", "delete", "upsert"] as const;

export type CosmosRole = (typeof cosmosRoles)[number];

/** The data actions that a role allows. */
export function actionsOf(role: CosmosRole): readonly string[] {
  const needs = role === "upsert" ? upsertNeeds : itemNeeds(role);
  return isAction(needs) ? needs.actions : [];
}

/**
 * The roles that a grant takes at its scope. Who may insert there and update there may upsert too, which does one or the other; also
 * where a part of it is granted on all of the database, or of the account.
 */
export function rolesAt(
  { principal, scope, privileges }: ContainerGrantIr,
  all: readonly ContainerGrantIr[],
  environment: string,
): readonly CosmosRole[] {
  const own = wordsOf(privileges);
  const there = all
    .filter((other) => other.principal.name === principal.name && covers(other.scope, scope, environment))
    .flatMap((other) => wordsOf(other.privileges));
  const isUpserting = ["insert", "update"] as const;
  const upserts = isUpserting.every((one) => there.includes(one)) && isUpserting.some((one) => own.includes(one));
  return cosmosRoles.filter((role) => (role === "upsert" ? upserts : own.includes(role)));
}

const wordsOf = (privileges: ContainerGrantIr["privileges"]): readonly Privilege[] =>
  privileges.map(({ privilege }) => privilege);

const covers = (one: CosmosScopeIr, other: CosmosScopeIr, environment: string): boolean =>
  [one.database, one.container].every((name, at) => {
    const own = [other.database, other.container][at];
    return name === undefined || name.get(environment) === own?.get(environment);
  });

/** Resources that a template may have. https://learn.microsoft.com/azure/azure-resource-manager/templates/best-practices#template-limits */
const mostResources = 800;

/** What nobody can be let do with containers. */
export function refusedContainers({ name, origin, account, grants }: CosmosAccessIr): readonly Diagnostic[] {
  const found = grants.flatMap(({ scope, privileges }) =>
    privileges.flatMap(({ privilege, hasColumns, origin: at }) => {
      const needs = itemNeeds(privilege);
      const details = { privilege, containers: scope.written };
      if (!isAction(needs)) return [cosmosGrantDiagnostics.notOfContainers.at(at, { ...details, ...needs })];
      return hasColumns ? [cosmosGrantDiagnostics.columnsOfItems.at(at, details)] : [];
    }),
  );
  const countIn = (environment: string): number =>
    grants.reduce((sum, grant) => sum + rolesAt(grant, grants, environment).length, 0);
  const count = Math.max(0, ...[...account.keys()].map(countIn));
  const most = mostResources - cosmosRoles.length;
  if (count <= most) return found;
  return [...found, cosmosGrantDiagnostics.tooMany.at(origin.key(), { connection: name, count, most })];
}
