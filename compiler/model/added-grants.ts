import type { Report } from "../diagnostics/report.js";
import { type Grant, type GrantedPrivilege, type ListedTable, type Privilege, privileges } from "./grant.js";
import { grantDiagnostics } from "./grant-diagnostics.js";
import type { FoundGrant, GrantedObject } from "./granted-object.js";
import type { LinkedPrivilege } from "./linked-access.js";

type ObjectOf<E extends GrantedObject["engine"]> = Extract<GrantedObject, { readonly engine: E }>;

/** What is granted on objects that one engine keeps. */
export function foundIn<E extends GrantedObject["engine"]>(
  engine: E,
  all: readonly FoundGrant[],
): readonly FoundGrant<ObjectOf<E>>[] {
  const isThere = (one: FoundGrant): one is FoundGrant<ObjectOf<E>> => one.object.engine === engine;
  return all.filter(isThere);
}

/** What all pipelines grant to a principal on an object, in the order in which it is found. */
export type Declared<K> = (principal: { readonly name: string }, object: K) => readonly Grant[];

/** Put in order once, as each principal is asked for each object. `keyOf`: what one object is told from the others by. */
export function declaredIn<O extends GrantedObject, K>(
  found: readonly FoundGrant<O>[],
  keyOf: (object: O) => K,
): Declared<K> {
  const byPrincipal = new Map<string, Map<K, Grant[]>>();
  for (const { principal, object, grant } of found) {
    const own = byPrincipal.get(principal.name) ?? new Map<K, Grant[]>();
    byPrincipal.set(principal.name, own);
    const key = keyOf(object);
    const declared = own.get(key);
    if (declared === undefined) own.set(key, [grant]);
    else declared.push(grant);
  }
  return ({ name }, key) => byPrincipal.get(name)?.get(key) ?? [];
}

/** On which columns somebody has what he is granted in several lists; undefined: on all. */
export function columnsOf(lists: readonly Pick<GrantedPrivilege, "columns">[]): readonly string[] | undefined {
  const names = lists.flatMap(({ columns }) => columns ?? []).map(({ name }) => name);
  return lists.some(({ columns }) => columns === undefined) ? undefined : [...new Set(names)];
}

/** Privileges on tables add up in databases. */
export function addedUp(declared: readonly Grant[]): readonly LinkedPrivilege[] {
  const given = declared.flatMap((grant) => grant.privileges);
  return privileges.flatMap((privilege): readonly LinkedPrivilege[] => {
    const lists = given.filter((one) => one.privilege === privilege);
    return lists.length === 0 ? [] : [{ privilege, columns: columnsOf(lists), isOfKey: false }];
  });
}

/** What one principal may do with one table. */
export interface OnTable {
  readonly principal: { readonly name: string };
  readonly table: ListedTable;
  readonly privileges: readonly LinkedPrivilege[];
  readonly declared: readonly Grant[];
}

/**
 * Who changes or deletes rows may read what they are found by: all, or the columns of the key. `covers`: whether what is granted on
 * another object, which is more than one table, is on this one too.
 */
export function findable<G extends OnTable>(
  all: readonly G[],
  covers: (other: G, grant: G) => boolean,
  report: Report,
): readonly G[] {
  const reading = all.filter((one) => one.table.table === undefined && readsAll(one));
  return all.map((grant) => foundBy(grant, (one) => reading.some((other) => covers(other, one)), report));
}

function foundBy<G extends OnTable>(grant: G, isRead: (grant: G) => boolean, report: Report): G {
  const { principal, table } = grant;
  const words = grant.privileges.map(({ privilege }) => privilege).filter(isChange);
  if (words.length === 0 || readsAll(grant) || isRead(grant)) return grant;
  if (table.key.length === 0) {
    const at = grant.declared.flatMap((one) => one.privileges).find(({ privilege }) => words.includes(privilege));
    const details = { principal: principal.name, table: table.name, privileges: words };
    report.add(grantDiagnostics.notFound.at(at?.origin ?? table.origin, details));
    return grant;
  }
  const readable = grant.privileges.find(({ privilege }) => privilege === "select")?.columns ?? [];
  const missing = table.key.filter((column) => !readable.includes(column));
  const ofKey: LinkedPrivilege = { privilege: "select", columns: missing, isOfKey: true };
  return missing.length === 0 ? grant : { ...grant, privileges: [...grant.privileges, ofKey] };
}

const isChange = (privilege: Privilege): boolean => privilege === "update" || privilege === "delete";

const readsAll = ({ privileges: own }: OnTable): boolean =>
  own.some(({ privilege, columns }) => privilege === "select" && columns === undefined);
