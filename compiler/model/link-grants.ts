import type { Report } from "../diagnostics/report.js";
import { closest } from "../diagnostics/suggest.js";
import { checkAccess } from "./check-access.js";
import type { PostgresConnection } from "./connection.js";
import { type Grant, type GrantedTable, type Principal, type Privilege, privileges } from "./grant.js";
import { grantDiagnostics } from "./grant-diagnostics.js";
import type { LinkedAccess, LinkedGrant, LinkedPrivilege } from "./linked-access.js";
import type { Project } from "./model.js";
import { isSound } from "./poisoned.js";

/** Looks up who is granted what, and adds up what several pipelines grant. Privileges add up in the database too. */
export function linkGrants(project: Project, report: Report): readonly LinkedAccess[] {
  const principals = [...project.principals.values()].filter(isSound);
  const written = project.pipelines.flatMap((pipeline) => pipeline.grants);
  const found = written.flatMap((grant) => lookedUp(grant, project, report) ?? []);
  const access = connectionsOf(project).map((connection) => ({
    connection,
    principals,
    grants: principals.flatMap((principal) =>
      connection.tables.flatMap((table) => added(principal, table, found) ?? []),
    ),
  }));
  checkAccess(access, project, report);
  return access.map((one) => ({ ...one, grants: one.grants.map((grant) => findable(grant, one.grants, report)) }));
}

const connectionsOf = ({ connections }: Project): readonly PostgresConnection[] =>
  [...connections.values()].filter(
    (one): one is PostgresConnection => one.kind === "postgres" && one.tables.length > 0,
  );

interface FoundGrant {
  readonly grant: Grant;
  readonly principal: Principal;
  readonly table: GrantedTable;
}

function lookedUp(grant: Grant, project: Project, report: Report): FoundGrant | undefined {
  const { principal: named, object } = grant;
  const principal = project.principals.get(named.name);
  // It is said once for all objects.
  const isFirst = grant === ofPrincipal(project, grant)[0];
  if (principal === undefined && isFirst) {
    const suggestion = closest(named.name, project.principals.keys());
    report.add(grantDiagnostics.unknownPrincipal.at(named.origin, { principal: named.name, suggestion }));
  }
  repeated(grant, report);
  const table = tableOf(object, project, report);
  return isSound(principal) && table ? { grant, principal, table } : undefined;
}

const ofPrincipal = ({ pipelines }: Project, { pipeline, principal }: Grant): readonly Grant[] =>
  pipelines
    .flatMap(({ grants }) => grants)
    .filter((one) => one.pipeline === pipeline && one.principal.name === principal.name);

function repeated({ privileges: list }: Grant, report: Report): void {
  for (const [at, { privilege, origin }] of list.entries())
    if (list.findIndex((one) => one.privilege === privilege) < at)
      report.add(grantDiagnostics.repeatedPrivilege.at(origin, { privilege }));
}

function tableOf({ name, origin }: Grant["object"], project: Project, report: Report): GrantedTable | undefined {
  const [, named = "", path = ""] = /^connections\.([^.]+)\.([^.]+\.[^.]+)$/.exec(name) ?? [];
  if (named === "") {
    const known = connectionsOf(project).flatMap((one) =>
      one.tables.map((table) => `connections.${one.name}.${table.name}`),
    );
    const suggestion = known.find((one) => one.endsWith(`.${name}`)) ?? closest(name, known);
    report.add(grantDiagnostics.brokenObject.at(origin, { object: name, suggestion }));
    return undefined;
  }
  const connection = project.connections.get(named);
  if (connection?.kind === "poisoned") return undefined;
  if (connection === undefined) {
    const suggestion = closest(named, project.connections.keys());
    report.add(grantDiagnostics.unknownConnection.at(origin, { connection: named, suggestion }));
  } else if (connection.kind !== "postgres")
    report.add(grantDiagnostics.wrongKind.at(origin, { connection: named, kind: connection.kind }));
  else {
    const table = connection.tables.find((one) => one.name === path);
    if (table) return table;
    const suggestion = closest(
      path,
      connection.tables.map((one) => one.name),
    );
    report.add(grantDiagnostics.unknownTable.at(origin, { connection: named, table: path, suggestion }));
  }
  return undefined;
}

/** What all pipelines grant to one principal on one table. */
function added(principal: Principal, table: GrantedTable, found: readonly FoundGrant[]): LinkedGrant | undefined {
  const own = found.filter((one) => one.principal === principal && one.table === table);
  if (own.length === 0) return undefined;
  const given = own.flatMap(({ grant }) => grant.privileges);
  return {
    principal,
    table,
    declared: own.map(({ grant }) => grant),
    privileges: privileges.flatMap((privilege): readonly LinkedPrivilege[] => {
      const lists = given.filter((one) => one.privilege === privilege).map(({ columns }) => columns);
      if (lists.length === 0) return [];
      const names = lists.some((columns) => columns === undefined)
        ? undefined
        : [...new Set(lists.flatMap((columns) => columns ?? []).map(({ name }) => name))];
      return [{ privilege, columns: names, isOfKey: false }];
    }),
  };
}

/** Who changes or deletes rows may read what they are found by: all, or the columns of the key. */
function findable(grant: LinkedGrant, all: readonly LinkedGrant[], report: Report): LinkedGrant {
  const { principal, table } = grant;
  const changing = grant.privileges.filter(({ privilege }) => privilege === "update" || privilege === "delete");
  if (changing.length === 0 || readsAll(grant) || all.some((other) => covers(other, grant) && readsAll(other)))
    return grant;
  if (table.key.length === 0) {
    const at = grant.declared.flatMap((one) => one.privileges).find(({ privilege }) => isOf(privilege, changing));
    const words = changing.map(({ privilege }) => privilege);
    const details = { principal: principal.name, table: table.name, privileges: words };
    report.add(grantDiagnostics.notFound.at(at?.origin ?? table.origin, details));
    return grant;
  }
  const readable = grant.privileges.find(({ privilege }) => privilege === "select")?.columns ?? [];
  const missing = table.key.filter((column) => !readable.includes(column));
  const ofKey: LinkedPrivilege = { privilege: "select", columns: missing, isOfKey: true };
  return missing.length === 0 ? grant : { ...grant, privileges: [...grant.privileges, ofKey] };
}

const isOf = (privilege: Privilege, among: readonly LinkedPrivilege[]): boolean =>
  among.some((one) => one.privilege === privilege);

const readsAll = ({ privileges: own }: LinkedGrant): boolean =>
  own.some(({ privilege, columns }) => privilege === "select" && columns === undefined);

/** `public.*` is `public.orders` too, of the same owner. */
const covers = (other: LinkedGrant, { principal, table }: LinkedGrant): boolean =>
  other.principal === principal &&
  other.table.table === undefined &&
  other.table.schema === table.schema &&
  other.table.owner === table.owner;
