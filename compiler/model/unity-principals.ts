import type { Report } from "../diagnostics/report.js";
import { objectIds } from "./entra-principals.js";
import type { EntraIdentity, Principal } from "./grant.js";
import type { FoundGrant } from "./granted-object.js";
import type { Project } from "./model.js";
import type { Text } from "./parts.js";
import { isSound } from "./poisoned.js";
import { unityDiagnostics } from "./unity-diagnostics.js";

/**
 * A principal that Unity Catalog knows: a group or a user by its name, a service principal by its application's id.
 * https://learn.microsoft.com/azure/databricks/sql/language-manual/sql-ref-principal
 */
export interface UnityPrincipal extends Principal {
  readonly entra: EntraIdentity;
  /** Of a service principal; undefined: it is known by its name. */
  readonly applicationId: Text | undefined;
}

/** All of the project. */
export const unityPrincipals = ({ principals }: Project): readonly UnityPrincipal[] =>
  [...principals.values()].filter(isSound).flatMap((one) => asKnown(one) ?? []);

function asKnown(principal: Principal): UnityPrincipal | undefined {
  const { entra } = principal;
  if (entra === undefined) return undefined;
  if (entra.type !== "service_principal") return { ...principal, entra, applicationId: undefined };
  const { applicationId } = entra;
  return applicationId && { ...principal, entra, applicationId };
}

/** Reports who is granted what where he is not known. */
export function unknownToUnity(found: readonly FoundGrant[], report: Report): void {
  for (const { principal, grant } of found)
    if (asKnown(principal) === undefined) {
      const related = [{ message: "It is declared here.", origin: principal.origin.key() }];
      const details = {
        principal: principal.name,
        object: grant.object.name,
        isService: principal.entra !== undefined,
      };
      report.add(unityDiagnostics.notKnown.at(grant.object.origin, details, { related }));
    }
}

/** Groups that everybody is in, or that are a workspace's own. https://learn.microsoft.com/azure/databricks/sql/language-manual/sql-ref-principal */
const taken = ["users", "admins", "account users"];

/** Only applications have one. */
export function checkApplicationIds({ principals }: Project, report: Report): void {
  for (const { entra } of [...principals.values()].filter(isSound))
    if (entra?.applicationId !== undefined && entra.type !== "service_principal")
      report.add(unityDiagnostics.noApplication.at(entra.applicationId.origin, { type: entra.type }));
}

/** What cannot be of principals there: each is somebody's own name. */
export function checkUnityPrincipals(principals: readonly UnityPrincipal[], report: Report): void {
  for (const [at, principal] of principals.entries()) {
    const { entra, applicationId } = principal;
    const place = applicationId?.origin ?? entra.origin.child(entra.type);
    if (entra.type === "group" && taken.includes(entra.name.toLowerCase()))
      report.add(unityDiagnostics.takenGroup.at(place, { group: entra.name }));
    const broken = [...(applicationId?.values ?? [])].find(([, value]) => !objectIds.test(value));
    if (broken) {
      const [environment, value] = broken;
      const isPlain = !applicationId?.written.includes("$");
      const details = { value, environment: isPlain ? undefined : environment };
      report.add(unityDiagnostics.brokenApplicationId.at(place, details));
    }
    const same = principals.slice(0, at).find((other) => isSame(principal, other));
    if (same) {
      const related = [{ message: "It is declared here.", origin: same.origin.key() }];
      report.add(
        unityDiagnostics.samePrincipal.at(place, { principal: principal.name, other: same.name }, { related }),
      );
    }
  }
}

/** Names that differ in case alone may be one. */
function isSame(one: UnityPrincipal, other: UnityPrincipal): boolean {
  const [mine, others] = [one.applicationId, other.applicationId];
  if (mine === undefined && others === undefined)
    return one.entra.name.toLowerCase() === other.entra.name.toLowerCase();
  if (mine === undefined || others === undefined) return false;
  return [...mine.values].some(([environment, value]) => {
    const theirs = others.values.get(environment);
    return theirs !== undefined && theirs.toLowerCase() === value.toLowerCase();
  });
}
