/** To read (4), to write (2), to execute (1): added up. */
export type Rights = number;

/** One entry of an access list: `user:<id>:r-x`, `default:mask::rwx`. */
export interface AclEntry {
  readonly isDefault: boolean;
  readonly kind: "user" | "group" | "mask" | "other";
  /** Of a named user or group; empty: the owner, the owning group, the mask, everybody else. */
  readonly id: string;
  readonly rights: Rights;
}

/** What a file or folder is to who asks for it. */
export interface Listed {
  readonly owner: string;
  readonly group: string;
  readonly entries: readonly AclEntry[];
}

/** Somebody, and the groups that he is in, directly or not. */
export interface Caller {
  readonly id: string;
  readonly groups: readonly string[];
}

export const rightsOf = (text: string): Rights =>
  (text[0] === "r" ? 4 : 0) + (text[1] === "w" ? 2 : 0) + (text[2] === "x" ? 1 : 0);

export const rightsText = (rights: Rights): string =>
  `${rights & 4 ? "r" : "-"}${rights & 2 ? "w" : "-"}${rights & 1 ? "x" : "-"}`;

/** The entries of `x-ms-acl`; undefined if it is none. https://learn.microsoft.com/rest/api/storageservices/datalakestoragegen2/path/update */
export function parsedAcl(text: string): readonly AclEntry[] | undefined {
  const found = text.split(",").map((one): AclEntry | undefined => {
    const [, scope, kind, id = "", rights = ""] =
      /^(default:)?(user|group|mask|other):([^:,]*):([r-][w-][x-])$/.exec(one) ?? [];
    return kind === "user" || kind === "group" || kind === "mask" || kind === "other"
      ? { isDefault: scope !== undefined, kind, id, rights: rightsOf(rights) }
      : undefined;
  });
  const entries = found.filter((one) => one !== undefined);
  return entries.length === found.length ? entries : undefined;
}

export const aclText = (entries: readonly AclEntry[]): string =>
  entries
    .map(({ isDefault, kind, id, rights }) => `${isDefault ? "default:" : ""}${kind}:${id}:${rightsText(rights)}`)
    .join(",");

/**
 * Whether somebody who is no superuser may do something with a path, as the vendor's algorithm says: the owner by his own entry, a named
 * user by his under the mask, members of groups by all of theirs together under the mask, others by the last.
 * https://learn.microsoft.com/azure/storage/blobs/data-lake-storage-access-control#how-permissions-are-evaluated
 */
export function isAllowed({ owner, group, entries }: Listed, caller: Caller, desired: Rights): boolean {
  const access = entries.filter(({ isDefault }) => !isDefault);
  const own = (kind: AclEntry["kind"]) => access.find((one) => one.kind === kind && one.id === "")?.rights ?? 0;
  const mask = access.find(({ kind }) => kind === "mask")?.rights ?? 7;
  const has = (rights: Rights) => (desired & rights) === desired;
  if (caller.id === owner) return has(own("user"));
  const named = access.find(({ kind, id }) => kind === "user" && id !== "" && id === caller.id);
  if (named) return has(named.rights & mask);
  const groups = access.filter(({ kind, id }) => kind === "group" && caller.groups.includes(id === "" ? group : id));
  if (groups.length > 0) return has(groups.reduce((sum, { rights }) => sum | rights, 0) & mask);
  return has(own("other") & mask);
}

/**
 * The lists of a new child: what its folder's default list says, of which the umask takes nothing; of a folder without one 0750 for a
 * folder and 0640 for a file. `mode`: what its maker asked for, which limits owner, mask and others as POSIX has it.
 * https://learn.microsoft.com/azure/storage/blobs/data-lake-storage-access-control#default-permissions-on-new-files-and-directories
 */
export function inherited(parent: readonly AclEntry[], isFolder: boolean, mode?: number): readonly AclEntry[] {
  const defaults = parent.filter(({ isDefault }) => isDefault);
  if (defaults.length === 0) {
    const given = (mode ?? (isFolder ? 0o777 : 0o666)) & ~0o027;
    return (["user", "group", "other"] as const).map((kind, at): AclEntry => {
      const rights = (given >> (6 - 3 * at)) & 7;
      return { isDefault: false, kind, id: "", rights };
    });
  }
  const access = defaults.map((one) => ({ ...one, isDefault: false, rights: limited(one, defaults, mode) }));
  return isFolder ? [...access, ...defaults] : access;
}

function limited({ kind, id, rights }: AclEntry, all: readonly AclEntry[], mode = 0o777): Rights {
  const isClass = kind === "mask" || (kind === "group" && id === "" && !all.some((one) => one.kind === "mask"));
  if (kind === "user" && id === "") return rights & (mode >> 6) & 7;
  if (isClass) return rights & (mode >> 3) & 7;
  return kind === "other" ? rights & mode & 7 : rights;
}

/** What is wrong with a list as a whole; undefined: nothing. */
export function wrongIn(entries: readonly AclEntry[], isFolder: boolean): string | undefined {
  if (!isFolder && entries.some(({ isDefault }) => isDefault)) return "a file has no default list";
  const keys = entries.map(({ isDefault, kind, id }) => `${isDefault}/${kind}/${id}`);
  if (new Set(keys).size < keys.length) return "an entry stands twice";
  for (const isDefault of [false, true]) {
    const scope = entries.filter((one) => one.isDefault === isDefault);
    if (scope.length === 0 && isDefault) continue;
    const bases = ["user", "group", "other"].filter((kind) => scope.some((one) => one.kind === kind && one.id === ""));
    if (bases.length < 3) return "owner, owning group or others are missing";
    const isNamed = scope.some(({ kind, id }) => (kind === "user" || kind === "group") && id !== "");
    if (isNamed && !scope.some(({ kind }) => kind === "mask")) return "there is no mask over named entries";
    if (scope.length > 32) return "there are more than 32 entries";
  }
  return undefined;
}

/** `rwxr-x---`, with `+` where there is more than these three; the sticky bit is a `t` at the end, or `T` where others may not execute. */
export function permissionsText(entries: readonly AclEntry[], isSticky = false): string {
  const access = entries.filter(({ isDefault }) => !isDefault);
  const own = (kind: AclEntry["kind"]) => access.find((one) => one.kind === kind && one.id === "")?.rights;
  const group = own("mask") ?? own("group") ?? 0;
  const extended = access.length > 3 ? "+" : "";
  const others = rightsText(own("other") ?? 0);
  const last = isSticky ? `${others.slice(0, 2)}${others.endsWith("x") ? "t" : "T"}` : others;
  return `${rightsText(own("user") ?? 0)}${rightsText(group)}${last}${extended}`;
}
