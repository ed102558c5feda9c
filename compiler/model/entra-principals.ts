import type { Report } from "../diagnostics/report.js";
import { entraDiagnostics } from "./entra-diagnostics.js";
import type { Principal } from "./grant.js";
import type { FoundGrant } from "./granted-object.js";
import type { EntraPrincipal } from "./linked-access.js";
import type { Project } from "./model.js";
import { isSound } from "./poisoned.js";

/** The principals that Azure's own services know. */
export const entraPrincipals = ({ principals }: Project): readonly EntraPrincipal[] =>
  [...principals.values()].filter(isSound).flatMap((one) => asEntra(one) ?? []);

function asEntra(principal: Principal): EntraPrincipal | undefined {
  const { entra } = principal;
  const objectId = entra?.objectId;
  return entra && objectId ? { ...principal, entra: { ...entra, objectId } } : undefined;
}

/** Reports who is granted what where he is not known. */
export function unknownThere(found: readonly FoundGrant[], report: Report): void {
  for (const { principal, grant } of found)
    if (asEntra(principal) === undefined) {
      const related = [{ message: "It is declared here.", origin: principal.origin.key() }];
      const details = {
        principal: principal.name,
        object: grant.object.name,
        isKnown: principal.entra !== undefined,
      };
      report.add(entraDiagnostics.noObjectId.at(grant.object.origin, details, { related }));
    }
}

/** https://learn.microsoft.com/azure/role-based-access-control/role-assignments-template */
export const objectIds = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What cannot be of object ids: each is somebody's, and no two principals'. */
export function checkEntra(project: Project, report: Report): void {
  const principals = entraPrincipals(project);
  for (const [at, principal] of principals.entries()) {
    const { written, values, origin } = principal.entra.objectId;
    const isPlain = !written.includes("$");
    const broken = [...values].find(([, value]) => !objectIds.test(value));
    if (broken) {
      const [environment, value] = broken;
      report.add(entraDiagnostics.brokenObjectId.at(origin, { value, environment: isPlain ? undefined : environment }));
    }
    const same = principals
      .slice(0, at)
      .flatMap((other) =>
        [...values].flatMap(([environment, value]) =>
          other.entra.objectId.values.get(environment)?.toLowerCase() === value.toLowerCase()
            ? [{ other, environment }]
            : [],
        ),
      )[0];
    if (same) {
      const { other, environment } = same;
      const related = [{ message: "It is declared here.", origin: other.origin.key() }];
      const details = { principal: principal.name, other: other.name, environment };
      report.add(entraDiagnostics.sameIdentity.at(origin, details, { related }));
    }
  }
}
