import type { Diagnostic } from "../../compiler/diagnostics/diagnostic.js";
import type { Privilege } from "../../compiler/ir/access.js";
import type { UnityAccessIr, UnityGrantIr } from "../../compiler/ir/unity-access.js";
import { isUnityRight, unityNeeds, whole } from "./privileges.js";
import { unityGrantDiagnostics } from "./unity-grant-diagnostics.js";

/** What nobody can be let do with objects of Unity Catalog. */
export const refusedInUnity = ({ grants }: UnityAccessIr): readonly Diagnostic[] =>
  grants.flatMap((grant) => refused(grant, grants));

function refused(grant: UnityGrantIr, all: readonly UnityGrantIr[]): readonly Diagnostic[] {
  const { object, privileges } = grant;
  const { written, type } = object;
  const missing = missingIn(grant, all);
  const first = privileges.findIndex(({ privilege }) => isChange(privilege));
  return privileges.flatMap(({ privilege, hasColumns, origin }, at) => {
    if (hasColumns) return [unityGrantDiagnostics.columnsOfObject.at(origin, { privilege, object: written })];
    const needed = unityNeeds(privilege);
    if (privilege !== "select" && type === "view")
      return [unityGrantDiagnostics.changesOfView.at(origin, { privilege, object: written })];
    if (!isUnityRight(needed))
      return [unityGrantDiagnostics.notInUnity.at(origin, { privilege, object: written, ...needed })];
    return at === first && missing.length > 0
      ? [unityGrantDiagnostics.onlyTogether.at(origin, { privilege, object: written, type, missing })]
      : [];
  });
}

const isChange = (privilege: Privilege): boolean => privilege !== "select" && privilege !== "truncate";

/** What has to be granted beside what is; reading may be granted on all of the schema. */
function missingIn(
  { principal, object, privileges }: UnityGrantIr,
  all: readonly UnityGrantIr[],
): readonly Privilege[] {
  const held = privileges.map(({ privilege }) => privilege);
  if (!held.some(isChange)) return [];
  const ofSchema = all.find(
    (other) =>
      other.principal.name === principal.name &&
      other.object.schema === object.schema &&
      other.object.name === undefined &&
      other.object.type === object.type,
  );
  const reads = ofSchema?.privileges.some(({ privilege }) => privilege === "select") ?? false;
  return whole.filter((one) => !held.includes(one) && !(one === "select" && reads));
}
