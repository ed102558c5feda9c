import type { UnityAccess, UnityObject } from "../model/unity-access.js";
import type { UnityPrincipal } from "../model/unity-principals.js";
import { writtenPrivileges } from "./lower-entra-access.js";
import type { UnityAccessIr, UnityObjectIr, UnityPrincipalIr } from "./unity-access.js";

/** Who may do what in one catalog. */
export function unityAccessOf({ engine, connection, principals, grants }: UnityAccess): UnityAccessIr {
  return {
    engine,
    origin: connection.origin.child("objects"),
    name: connection.name,
    workspace: connection.workspace.values,
    catalog: connection.catalog.values,
    principals: principals.map(unityPrincipalOf),
    objects: connection.objects.map(objectOf),
    grants: grants.map(({ principal, object, declared }) => ({
      principal: unityPrincipalOf(principal),
      object: objectOf(object),
      privileges: writtenPrivileges(declared),
      pipelines: [...new Set(declared.map(({ pipeline }) => pipeline))],
    })),
  };
}

const objectOf = ({ written, schema, name, type }: UnityObject): UnityObjectIr => ({ written, schema, name, type });

const unityPrincipalOf = ({ name, description, entra, applicationId }: UnityPrincipal): UnityPrincipalIr => ({
  ...{ name, description },
  type: entra.type,
  displayName: entra.name,
  applicationId: applicationId?.values,
});
