import type { HttpClient } from "@azure/core-rest-pipeline";
import type { Json } from "../compiler/emit/json.js";
import type { CatalogPlace } from "./destination.js";
import type { Patience } from "./patience.js";
import { isJsonList, isJsonRecord, parsed, textAt, valueAt } from "./records.js";
import type { RightsRow } from "./rights.js";
import type { RightsKeeper } from "./rights-keeper.js";
import { type Found, type GrantChange, type Securable, type SecurableKind, UnityCatalog } from "./unity-catalog.js";
import { until } from "./until.js";
import { WorkspaceClient } from "./workspace-client.js";

/** The rights in one catalog: what principals hold directly on each declared thing is read, and the differences are sent, a request for each thing. */
export function unityKeeper(place: CatalogPlace, access: HttpClient, patience: Patience): RightsKeeper {
  const catalog = new UnityCatalog(new WorkspaceClient(place.endpoint, access, patience));
  return {
    where: `the catalog ${place.catalog} of connections.${place.connection} (${place.workspace})`,
    async opened(use) {
      // What was held against the plan is what is done, and not what somebody has changed since.
      let seen: Reading | undefined;
      return use({
        async differences(wanted) {
          seen = await read(catalog, rightsIn(wanted));
          return seen.stops.length > 0 ? seen.stops : seen.differences.flatMap(rowsOf);
        },
        async bring(wanted) {
          const rights = rightsIn(wanted);
          const { stops, differences } = seen ?? (await read(catalog, rights));
          if (stops.length > 0) throw new Error(stops.map(({ privilege }) => privilege).join(", "));
          await bring(catalog, rights, differences, patience);
        },
      });
    },
  };
}

/** What is declared, as `targets/grants/unity-rights.ts` prints it. */
interface Rights {
  readonly principals: readonly Principal[];
  readonly securables: readonly WantedSecurable[];
}

interface Principal {
  /** As the project calls it. */
  readonly name: string;
  /** As Unity Catalog knows it. */
  readonly identity: string;
}

interface WantedSecurable extends Securable {
  /** By principals' names. */
  readonly rights: ReadonlyMap<string, readonly string[]>;
}

/** What one principal gets, or loses, on one thing. */
interface Difference {
  readonly securable: Securable;
  readonly principal: Principal;
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

interface Reading {
  readonly stops: readonly RightsRow[];
  /** From the catalog down. */
  readonly differences: readonly Difference[];
}

async function read(catalog: UnityCatalog, rights: Rights): Promise<Reading> {
  const asked = rights.securables.map(async (securable) => ({ securable, found: await catalog.find(securable) }));
  const [asker, all] = await Promise.all([catalog.asker(), Promise.all(asked)]);
  const stops = all.flatMap(({ securable, found }) => stopsOf(securable, found, rights));
  const root = all.find(({ securable }) => securable.kind === "CATALOG")?.found;
  const unseen = root === undefined || seesAll(root, asker, rights) ? [] : [hidden];
  return {
    stops: [...stops, ...unseen],
    differences: all.flatMap(({ securable, found }) =>
      rights.principals.flatMap((principal) => differenceOf(securable, principal, found) ?? []),
    ),
  };
}

function differenceOf(
  securable: WantedSecurable,
  principal: Principal,
  found: Found | undefined,
): Difference | undefined {
  const held = found?.held.get(principal.identity.toLowerCase()) ?? new Set();
  const declared = securable.rights.get(principal.name) ?? [];
  const [add, remove] = [declared.filter((one) => !held.has(one)), [...held].filter((one) => !declared.includes(one))];
  return add.length + remove.length === 0 ? undefined : { securable, principal, add, remove: remove.sort() };
}

/** Rights are told as SQL has them. */
const rowsOf = ({ securable, principal, add, remove }: Difference): readonly RightsRow[] =>
  [
    ...remove.map((right) => ({ action: "revoke" as const, right })),
    ...add.map((right) => ({ action: "grant" as const, right })),
  ].map(({ action, right }) => ({
    ...{ action, grantee: principal.name, privilege: right.replaceAll("_", " ") },
    object: wordsOf(securable),
  }));

const wordsOf = ({ kind, fullName }: Securable): string => `${kind} ${fullName}`;

/** What the script ends for, too. */
function stopsOf(securable: Securable, found: Found | undefined, { principals }: Rights): readonly RightsRow[] {
  const stop = (privilege: string, grantee?: string): RightsRow => ({
    ...{ action: "stop", grantee, privilege, object: wordsOf(securable) },
  });
  if (found === undefined) return [stop("is not there, or whoever asks is not shown it")];
  if (!isOfKind(securable.kind, found.tableType))
    return [stop(`is not there: what has that name is a ${found.tableType ?? "thing of an unknown kind"}`)];
  if (found.owner === undefined) return [stop("does not show its owner to whoever asks, and a principal could be it")];
  const owner = principals.find(({ identity }) => identity.toLowerCase() === found.owner?.toLowerCase());
  return owner === undefined ? [] : [stop("is owned by the principal, who may do anything with it", owner.name)];
}

/** https://docs.databricks.com/api/uc-tables/v1/get-table */
function isOfKind(kind: SecurableKind, tableType: string | undefined): boolean {
  if (kind === "VIEW") return tableType === "VIEW";
  return (
    kind !== "TABLE" || (tableType !== undefined && !["VIEW", "MATERIALIZED_VIEW", "METRIC_VIEW"].includes(tableType))
  );
}

/**
 * Who may do less is shown his own rights alone, perhaps: what others hold would be taken for nothing. A right of a principal does not
 * count, as it would be taken away on the way.
 * https://learn.microsoft.com/azure/databricks/sql/language-manual/sql-ref-privileges
 */
function seesAll({ owner, held }: Found, asker: ReadonlySet<string>, { principals }: Rights): boolean {
  const declared = new Set(principals.map(({ identity }) => identity.toLowerCase()));
  const names = [...asker].filter((name) => !declared.has(name));
  if (names.some((name) => owner?.toLowerCase() === name)) return true;
  const rights = new Set(names.flatMap((name) => [...(held.get(name) ?? [])]));
  const uses = rights.has("ALL_PRIVILEGES") || (rights.has("USE_CATALOG") && rights.has("USE_SCHEMA"));
  return uses && rights.has("MANAGE");
}

const hidden: RightsRow = {
  action: "stop",
  grantee: undefined,
  privilege:
    "does not show what others hold to whoever asks, who neither owns it nor has MANAGE, USE CATALOG and USE SCHEMA on it, himself or by a group of the workspace that is no principal",
  object: "the catalog",
};

/**
 * What is given goes before what is taken away, so that nobody loses meanwhile what he keeps by another right. A right that contains
 * others takes them along (https://learn.microsoft.com/azure/databricks/sql/language-manual/security-revoke): those that are declared
 * are given again. What is answered right after a change may be older than it
 * (https://github.com/databricks/terraform-provider-databricks/blob/main/catalog/permissions/permissions.go).
 */
async function bring(
  catalog: UnityCatalog,
  rights: Rights,
  differences: readonly Difference[],
  patience: Patience,
): Promise<void> {
  const grant = (all: readonly Difference[]) =>
    send(
      catalog,
      all.map((one) => ({ ...one, remove: [] })),
    );
  await grant(differences);
  await send(
    catalog,
    differences.map((one) => ({ ...one, add: [] })),
  );
  await until(patience, "Unity Catalog to have taken the changes", async () => {
    const left = stillOf(differences, (await read(catalog, rights)).differences);
    await grant(left);
    return left.length === 0;
  });
}

/** What of these changes is not there yet, or is gone with one of them; what others do meanwhile is the next plan's. */
const stillOf = (made: readonly Difference[], left: readonly Difference[]): readonly Difference[] =>
  left.flatMap((one) => {
    const own = made.find(
      ({ securable, principal }) =>
        securable.fullName === one.securable.fullName && principal.name === one.principal.name,
    );
    if (own === undefined) return [];
    const remove = one.remove.filter((right) => own.remove.includes(right));
    return one.add.length + remove.length === 0 ? [] : [{ ...one, remove }];
  });

async function send(catalog: UnityCatalog, differences: readonly Difference[]): Promise<void> {
  const open = differences.filter(({ add, remove }) => add.length + remove.length > 0);
  for (const securable of new Set(open.map((one) => one.securable))) {
    const changes = open
      .filter((one) => one.securable === securable)
      .map(({ principal, add, remove }): GrantChange => ({ principal: principal.identity, add, remove }));
    await catalog.change(securable, changes);
  }
}

const kinds: readonly SecurableKind[] = ["CATALOG", "SCHEMA", "TABLE", "VIEW", "VOLUME"];

function rightsIn(wanted: Json): Rights {
  const all = parsed(textAt(wanted, "script") ?? "");
  const [principals, securables] = [valueAt(all, "principals"), valueAt(all, "securables")];
  if (!isJsonRecord(principals) || !isJsonList(securables)) throw new Error("there are no rights of Unity Catalog");
  return {
    principals: Object.entries(principals).map(([name, identity]) => ({ name, identity: String(identity) })),
    securables: securables.map(securableOf),
  };
}

function securableOf(value: Json): WantedSecurable {
  const kind = kinds.find((one) => one === textAt(value, "kind"));
  const [fullName, rights] = [textAt(value, "full_name"), valueAt(value, "rights")];
  if (kind === undefined || fullName === undefined || !isJsonRecord(rights))
    throw new Error("there is something unknown among the rights of Unity Catalog");
  const own = Object.entries(rights).map(([name, all]): [string, readonly string[]] => [
    name,
    isJsonList(all) ? all.filter((right) => typeof right === "string") : [],
  ]);
  return { kind, fullName, rights: new Map(own) };
}
