import type { Grant } from "../model/grant.js";
import type { EventHubsAccess, FilesAccess } from "../model/linked-access.js";
import type { Text } from "../model/parts.js";
import type { EventHubsAccessIr, FilesAccessIr, HubNameIr, WrittenPrivilegeIr } from "./entra-access.js";
import { storedTable } from "./lower-apply-changes.js";
import { deployToIr } from "./lower-deploy-to.js";
import { entraPrincipalOf } from "./lower-principals.js";

/** Who may do what with the hubs of one namespace. */
export function hubsOf({ engine, connection, principals, grants }: EventHubsAccess): EventHubsAccessIr {
  return {
    engine,
    origin: connection.origin.child("hubs"),
    name: connection.name,
    namespace: connection.namespace.values,
    deployTo: deployToIr(connection.deployTo),
    principals: principals.map(entraPrincipalOf),
    hubs: connection.hubs.map(hubOf),
    grants: grants.map(({ principal, hub, declared }) => ({
      principal: entraPrincipalOf(principal),
      hub: hubOf(hub),
      privileges: writtenPrivileges(declared),
      pipelines: [...new Set(declared.map(({ pipeline }) => pipeline))],
    })),
  };
}

/** Who may do what with files of the lake. */
export const filesOf = ({ engine, origin, principals, grants }: FilesAccess): FilesAccessIr => ({
  ...{ engine, origin },
  principals: principals.map(entraPrincipalOf),
  grants: grants.flatMap(({ principal, table, declared: [first, ...others] }) => {
    if (first === undefined) return [];
    const declared = [first, ...others];
    return {
      principal: entraPrincipalOf(principal),
      table: storedTable(table),
      privileges: writtenPrivileges(declared),
      origin: first.object.origin,
      pipelines: [...new Set(declared.map(({ pipeline }) => pipeline))],
    };
  }),
});

const hubOf = ({ written, values }: Text): HubNameIr => ({ written, values });

export const writtenPrivileges = (declared: readonly Grant[]): readonly WrittenPrivilegeIr[] =>
  declared.flatMap(({ privileges }) =>
    privileges.map(({ privilege, columns, origin }) => ({ privilege, hasColumns: columns !== undefined, origin })),
  );
