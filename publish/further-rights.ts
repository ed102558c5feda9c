import type { Destination } from "./destination.js";
import { type Permissions, permissionsOf, type RoleDefinition } from "./permissions.js";
import type { Wanted } from "./thing.js";
import { scopeOf } from "./trigger-kinds.js";

/** What publishing a release needs beyond what publishing the sources does, each with where it is needed: only the sources are looked at for the roles that are printed. */
export function furtherRights(
  destination: Destination,
  release: readonly Wanted[],
  sources: readonly Wanted[],
): readonly string[] {
  const needed = permissionsOf(destination, release, "publish");
  const printed = permissionsOf(destination, sources, "publish");
  const subscribed = scopesIn(sources);
  const scopes = [...scopesIn(release)].filter((scope) => !subscribed.has(scope)).sort();
  return [
    ...beyond(needed.factory, printed.factory),
    ...beyond(needed.synapse?.workspace, printed.synapse?.workspace),
    ...poolsOf(needed)
      .filter((pool) => !poolsOf(printed).includes(pool))
      .map((pool) => `${needed.synapse?.compute?.role} at the pool ${pool}`),
    ...dataScopesOf(needed)
      .filter((scope) => !dataScopesOf(printed).includes(scope))
      .map((scope) => `${needed.synapse?.data?.role} at ${scope}`),
    ...scopes.flatMap((scope) => (needed.events?.Actions ?? []).map((action) => `${action} at ${scope}`)),
  ];
}

const poolsOf = ({ synapse }: Permissions): readonly string[] => synapse?.compute?.pools ?? [];

const dataScopesOf = ({ synapse }: Permissions): readonly string[] => synapse?.data?.scopes ?? [];

const scopesIn = (wanted: readonly Wanted[]): ReadonlySet<string> =>
  new Set(wanted.flatMap(({ value }) => scopeOf(value) ?? []));

const beyond = (needed: RoleDefinition | undefined, printed: RoleDefinition | undefined): readonly string[] =>
  (needed?.Actions ?? [])
    .filter((action) => printed?.Actions.includes(action) !== true)
    .map((action) => `${action} in the role '${needed?.Name}'`);
