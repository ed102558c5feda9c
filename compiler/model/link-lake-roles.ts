import type { Report } from "../diagnostics/report.js";
import { declaredIn, foundIn } from "./added-grants.js";
import { entraDiagnostics } from "./entra-diagnostics.js";
import { entraPrincipals, unknownThere } from "./entra-principals.js";
import type { Grant } from "./grant.js";
import type { FoundGrant, LakeObject } from "./granted-object.js";
import type { LakeRolesAccess } from "./lake-roles-access.js";
import type { Project } from "./model.js";
import type { Named } from "./parts.js";

/** All of the lake. */
export const isLake = ({ name }: Named): boolean => name === "lake";

/** All of the lake, which a grant names; undefined after an error. */
export function lakeObject(
  { object, privileges, files }: Grant,
  { lake }: Project,
  report: Report,
): LakeObject | undefined {
  if (lake?.roles === undefined) report.add(entraDiagnostics.noLakeRoles.at(object.origin, {}));
  if (files === undefined) {
    const words = privileges.map(({ privilege }) => privilege);
    report.add(entraDiagnostics.filesNotSaid.at(object.origin, { table: object.name, privileges: words }));
  }
  return lake?.roles && files && { engine: "lake-roles" };
}

/** Who may do what with all of the lake, of all that is granted; none where the lake does not say so. */
export function linkLakeRoles(
  all: readonly FoundGrant[],
  project: Project,
  report: Report,
): readonly LakeRolesAccess[] {
  const found = foundIn("lake-roles", all);
  unknownThere(found, report);
  const { lake } = project;
  if (lake?.roles === undefined) return [];
  if (!project.origin.child("principals").isWritten) report.add(entraDiagnostics.nobodyOfLake.at(lake.roles.key(), {}));
  for (const { grant, principal } of foundIn("lake", all)) {
    const whole = found.find((one) => one.principal.name === principal.name);
    if (whole === undefined) continue;
    const related = [{ message: "It is granted here.", origin: whole.grant.object.origin }];
    const details = { principal: principal.name, table: grant.object.name };
    report.add(entraDiagnostics.wholeLakeToo.at(grant.object.origin, details, { related }));
  }
  const principals = entraPrincipals(project);
  const declaredTo = declaredIn(found, ({ engine }) => engine);
  const grants = principals.flatMap((principal) => {
    const declared = declaredTo(principal, "lake-roles");
    return declared.length === 0 ? [] : [{ principal, declared }];
  });
  return [{ engine: "lake-roles", origin: lake.roles, lake, principals, grants }];
}
