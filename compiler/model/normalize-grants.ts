import type { Origin } from "../source/origin.js";
import type {
  EntraIdentitySpec,
  GrantsSpec,
  ObjectGrantSpec,
  PostgresConnectionSpec,
  PrincipalSpec,
  PrivilegeSpec,
  PrivilegesSpec,
  SqlServerConnectionSpec,
} from "../spec/spec.generated.js";
import type { Item } from "../spec/spec.js";
import {
  type EntraIdentity,
  entraTypes,
  type Grant,
  type GrantedPrivilege,
  type GrantedTable,
  type ListedTable,
  type Principal,
  privileges,
  type RowsView,
} from "./grant.js";
import { expression, list } from "./normalize-parts.js";
import { allowed } from "./normalize-sensitive.js";
import { type Poisoned, poisoned } from "./poisoned.js";
import type { Fill } from "./variables.js";

export function principalOf(
  { name, origin, spec }: Item<{ readonly [name: string]: PrincipalSpec }>,
  fill: Fill,
): Principal | Poisoned {
  if (spec === undefined) return poisoned(origin);
  const { role, description } = spec;
  const entra = spec.entra && entraOf(spec.entra, origin.child("entra"), fill);
  return entra === "broken"
    ? poisoned(origin)
    : { kind: "principal", origin, name, role, entra, maySee: allowed(spec.may_see, origin, "may_see"), description };
}

/** The schema sees to it that it has one type. */
function entraOf(spec: EntraIdentitySpec, origin: Origin, fill: Fill): EntraIdentity | "broken" {
  const objectId = spec.object_id === undefined ? undefined : fill(spec.object_id, origin.child("object_id"), "name");
  if (spec.object_id !== undefined && objectId === undefined) return "broken";
  const { application_id: application } = spec;
  const applicationId = application === undefined ? undefined : fill(application, origin.child("application_id"));
  if (application !== undefined && applicationId === undefined) return "broken";
  const found = entraTypes.flatMap((type) => {
    const name = spec[type];
    return name === undefined ? [] : [{ origin, type, name, objectId, applicationId }];
  });
  return found[0] ?? "broken";
}

/** The tables that rights are granted on, in the order of their names. The schema sees to it that there is one `.` in each. */
export const grantedTables = (spec: PostgresConnectionSpec["tables"], origin: Origin): readonly GrantedTable[] =>
  Object.entries(spec ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { owner, key = [] }]) => {
      const [schema = "", table = ""] = name.split(".");
      return { origin: origin.child(name), name, schema, table: table === "*" ? undefined : table, owner, key };
    });

/** Views of some rows, in the order of their names. The schema sees to it that there is one `.` in each. */
export const rowsViews = (spec: PostgresConnectionSpec["views"], origin: Origin): readonly RowsView[] =>
  Object.entries(spec ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { of, columns, where }]) => {
      const [schema = "", view = ""] = name.split(".");
      const at = origin.child(name);
      return {
        ...{ origin: at, name, schema, view, of: { name: of, origin: at.child("of") } },
        columns: list(columns, at.child("columns")),
        where: expression("where", where, at.child("where")),
      };
    });

/** Those of a database that is asked in T-SQL, in the order of their names. */
export const listedTables = (spec: SqlServerConnectionSpec["tables"], origin: Origin): readonly ListedTable[] =>
  Object.entries(spec ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { key = [] }]) => {
      const [schema = "", table = ""] = name.split(".");
      return { origin: origin.child(name), name, schema, table: table === "*" ? undefined : table, key };
    });

/** What a pipeline grants to one principal, by object. */
export const grantsOf = (
  { name, origin, spec = {} }: Item<{ readonly [name: string]: GrantsSpec }>,
  pipeline: string,
): readonly Grant[] =>
  Object.keys(spec)
    .sort()
    .map((object) => {
      const at = origin.child(object);
      const [list, place, files] = objectGrant(spec[object] ?? [], at);
      return {
        origin: at,
        pipeline,
        principal: { name, origin: origin.key() },
        object: { name: object, origin: at.key() },
        files,
        privileges: list.flatMap((one, index) => privilegesOf(one, place.child(index))),
      };
    });

/** What may be done, where that stands, and where it says that it is done with files. */
const objectGrant = (spec: ObjectGrantSpec, at: Origin): readonly [PrivilegesSpec, Origin, Origin | undefined] =>
  "privileges" in spec ? [spec.privileges, at.child("privileges"), at.child("files").key()] : [spec, at, undefined];

/** The schema sees to it that it names one. */
function privilegesOf(spec: PrivilegeSpec, origin: Origin): readonly GrantedPrivilege[] {
  if (typeof spec === "string")
    return [{ origin, privilege: spec, columns: undefined, by: undefined, where: undefined }];
  if (spec.truncate)
    return [{ origin, privilege: "truncate", columns: undefined, by: spec.truncate.by, where: undefined }];
  return privileges.flatMap((privilege) => {
    const one = privilege === "delete" || privilege === "truncate" ? undefined : spec[privilege];
    if (one === undefined) return [];
    const at = origin.child(privilege);
    const columns = one.columns && list(one.columns, at.child("columns"));
    const where = "where" in one && one.where !== undefined ? at.child("where").key() : undefined;
    return [{ origin, privilege, columns, by: undefined, where }];
  });
}
