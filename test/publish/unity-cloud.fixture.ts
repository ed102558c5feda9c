import { user } from "../../local/azure/seed.js";
import type { Securable } from "../../local/azure/store.js";
import type { Catalog, Kind, Right, Thing } from "../grants/unity-catalog.fixture.js";
import { type Declared, filesOf, foreign, identities, sample } from "../grants/unity-declared.fixture.js";
import { projectCloud, type Version, versionOf } from "./project-cloud.fixture.js";
import { publisherOf, unrepeated } from "./publisher.fixture.js";

/* The stand-in's Unity Catalog, filled from the catalog that the vendor's rules are tried on, and read back into it. */

const lake = { lake: { account: "shopprod" } };
export const versionFor = (declared: Declared): Version => versionOf(filesOf(declared, lake));
export const rightsStep = "update:rights/lake";
export const workspaceAudience = "2ff814a6-3304-4ab8-85cb-cd0e6f879c1d";

/** Knows nothing of the catalog but what he is granted. */
export const stranger = {
  ...user,
  id: "00000000-0000-0000-0000-00000000000c",
  client: "00000000-0000-0000-0000-00000000000d",
  workspace: { manages: [], reads: [], createsJobs: false, groups: ["grp-curious"] },
};

/** Is in a group that is a principal. */
export const member = {
  ...stranger,
  id: "00000000-0000-0000-0000-00000000000e",
  client: "00000000-0000-0000-0000-00000000000f",
  workspace: { ...stranger.workspace, groups: [identities.team] },
};

const types = { CATALOG: "catalog", SCHEMA: "schema", TABLE: "table", VIEW: "table", VOLUME: "volume" } as const;

function securableOf({ kind, path, owner }: Thing, held: readonly Right[]): Securable {
  const own = held.filter((right) => right.kind === kind && right.path.join(".") === path.join("."));
  const rightsOf = (name: string): readonly string[] =>
    own.filter(({ who }) => who === name).map(({ privilege }) => privilege.replaceAll(" ", "_"));
  const names = [...new Set(own.map(({ who }) => who))];
  const tableType = kind === "VIEW" ? "VIEW" : kind === "TABLE" ? "MANAGED" : undefined;
  return {
    ...{ type: types[kind], fullName: path.join("."), owner },
    held: Object.fromEntries(names.map((name) => [name.toLowerCase(), rightsOf(name)])),
    ...(tableType === undefined ? {} : { tableType }),
  };
}

const kindOf = ({ type, tableType }: Securable): Kind => {
  if (type === "table") return tableType === "VIEW" ? "VIEW" : "TABLE";
  return type === "catalog" ? "CATALOG" : type === "schema" ? "SCHEMA" : "VOLUME";
};

export async function unityCloud() {
  const cloud = await projectCloud(filesOf(sample, lake), [stranger, member]);
  const { securables, identities: known } = cloud.unity;
  for (const name of [...Object.values(identities), foreign, stranger.client, "grp-curious"])
    known.set(name.toLowerCase(), name);

  return {
    ...cloud,
    /** The catalog becomes this one. */
    fill({ things, held }: Catalog): void {
      securables.clear();
      for (const thing of things) {
        const one = securableOf(thing, held);
        securables.set(`${one.type}/${one.fullName}`.toLowerCase(), one);
      }
    },
    /** The catalog as it is. */
    catalog(): Catalog {
      const all = [...securables.values()];
      const placeOf = (one: Securable) => ({ kind: kindOf(one), path: one.fullName.split(".") });
      return {
        things: all.map((one) => ({ ...placeOf(one), owner: one.owner })),
        held: all.flatMap((one) =>
          Object.entries(one.held).flatMap(([who, rights]) =>
            rights.map((right) => ({
              ...placeOf(one),
              ...{ who: known.get(who) ?? who, privilege: right.replaceAll("_", " ") },
            })),
          ),
        ),
      };
    },
    /** Whoever publishes a version, or only plans it. */
    publisher(version: Version, who = user.id) {
      const own = publisherOf(version, cloud.destination, cloud.credentialOf(who), unrepeated());
      return {
        ...own,
        publish: (allowed: readonly string[] = [rightsStep], agreed?: { readonly digest: string }) =>
          own.publish(allowed, agreed),
      };
    },
  };
}
