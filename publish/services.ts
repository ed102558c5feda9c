import { Access, type Credential } from "./access.js";
import { Arm } from "./arm.js";
import { CheckpointFolders } from "./checkpoint-folders.js";
import { type CatalogPlace, type Destination, plannerTag, type StackPlace } from "./destination.js";
import { Jobs } from "./jobs.js";
import type { KindName } from "./kinds.js";
import { armKindsRead } from "./kinds-read.js";
import { Notebooks } from "./notebooks.js";
import type { Patience } from "./patience.js";
import type { Plane, Viewer } from "./plane.js";
import type { MadePerhaps, Readings } from "./readings.js";
import { textAt } from "./records.js";
import { Releases } from "./releases.js";
import type { PasswordOf } from "./rights-keeper.js";
import { keeperOf } from "./rights-keepers.js";
import { RightsPlane } from "./rights-plane.js";
import { sqlOpener } from "./sql-opener.js";
import { SqlPlane } from "./sql-plane.js";
import { type Begun, begunOf, type State } from "./state.js";
import { StateBlob } from "./state-blob.js";
import type { Step } from "./step.js";
import { synapseClients } from "./synapse-clients.js";
import type { Live, ThingId, Wanted } from "./thing.js";
import { told } from "./told.js";
import { Vault } from "./vault.js";
import { WorkspaceClient } from "./workspace-client.js";

/** The application that Databricks workspaces are to Microsoft Entra ID. https://learn.microsoft.com/azure/databricks/dev-tools/auth */
const databricksScope = "2ff814a6-3304-4ab8-85cb-cd0e6f879c1d/.default";
/** https://learn.microsoft.com/azure/key-vault/general/authentication */
const vaultScope = "https://vault.azure.net/.default";
const storageScope = "https://storage.azure.com/.default";

/** Something that is asked what is there. */
export interface Reader {
  readonly plane: Pick<Plane, "read">;
  /** For messages. */
  readonly where: string;
}

/** An environment's services. */
export interface Services {
  readonly state: StateBlob;
  readonly releases: Releases;
  /** The client of a kind. */
  planeOf(kind: KindName): Plane;
  /** Everything that a plan rests on. Only reads. */
  read(): Promise<Readings>;
  /** What steps are to make that only its maker may be shown, and who that is. */
  making(steps: readonly Step[]): Promise<Begun["making"]>;
}

/** What can be gone back to; nothing is sent yet. */
export function releasesIn(destination: Destination, credential: Credential, patience: Patience): Releases {
  return new Releases(destination, new Access(destination.state.endpoint, storageScope, credential), patience);
}

/** Makes a client for each place; nothing is sent yet. */
export function servicesOf(
  destination: Destination,
  wanted: readonly Wanted[],
  credential: Credential,
  patience: Patience,
): Services {
  const { factory, databricks, synapse } = destination;
  const planes = new Map<KindName, Plane>();
  const readers: Reader[] = [];
  if (factory !== undefined) {
    const access = new Access(factory.endpoint, `${factory.endpoint}/.default`, credential);
    const seen = armKindsRead(wanted);
    const arm = new Arm(destination, factory, seen, patience, access.client());
    for (const kind of seen) planes.set(kind, arm);
    readers.push({ plane: arm, where: `the factory ${factory.name} (${factory.endpoint})` });
  }
  if (databricks !== undefined) {
    const access = new Access(databricks.endpoint, databricksScope, credential);
    const client = new WorkspaceClient(databricks.endpoint, access.client(), patience);
    const [notebooks, jobs] = [new Notebooks(client, destination), new Jobs(client, destination, patience)];
    planes.set("notebook", notebooks).set("job", jobs);
    const where = `the workspace ${databricks.workspace} (${databricks.endpoint})`;
    readers.push({ plane: notebooks, where }, { plane: jobs, where });
  }
  const passwordOf: PasswordOf = async ({ password: { vault, secret } }) => {
    const client = new Access(vault, vaultScope, credential).client();
    return told(`the vault ${vault}`, new Vault(vault, client, patience).secret(secret));
  };
  if (destination.databases.length > 0) {
    const armOf = ({ endpoint }: StackPlace) => new Access(endpoint, `${endpoint}/.default`, credential).client();
    const workspaceOf = ({ endpoint }: CatalogPlace) => new Access(endpoint, databricksScope, credential).client();
    const rights = new RightsPlane(destination.databases, wanted, (place) =>
      keeperOf(place, passwordOf, armOf, workspaceOf, patience),
    );
    planes.set("rights", rights);
    readers.push({ plane: rights, where: "rights" });
  }
  if (destination.sql !== undefined) {
    const databases = new SqlPlane(destination.sql, wanted, sqlOpener(credential, passwordOf, patience));
    planes.set("database", databases);
    readers.push({ plane: databases, where: "databases that are opened directly" });
  }
  const lake = new Access(destination.state.endpoint, storageScope, credential);
  if (synapse !== undefined) {
    const clients = synapseClients({ destination, place: synapse, wanted, credential, lake, patience });
    for (const [kind, plane] of clients.taking) planes.set(kind, plane);
    readers.push(...clients.read);
  }
  const state = new StateBlob(destination, lake, patience);
  const releases = new Releases(destination, lake, patience);
  const files = new Access(destination.state.files, storageScope, credential).client();
  planes.set("checkpoint", new CheckpointFolders(destination.state, files, patience));
  return {
    state,
    releases,
    planeOf(kind) {
      const plane = planes.get(kind);
      if (plane === undefined) throw new Error(`The environment has no service that takes a ${kind}`);
      return plane;
    },
    async read() {
      const [kept, ...live] = await Promise.all([
        state.read(),
        ...readers.map(({ plane, where }) => told(where, plane.read())),
      ]);
      const all = live.flat();
      const [hidden, unsure] = await Promise.all([hiddenOf(kept, all, planes), unsureOf(kept, all, planes)]);
      const isAsked = Object.values(kept.checkpoints).some(({ is }) => is === "abandoned");
      const known = isAsked ? { releases: (await releases.list()).map(({ id }) => id) } : {};
      return { live: all, state: kept, hidden, unsure, ...known };
    },
    async making(steps) {
      const made = steps.filter(({ action, kind }) => action === "create" && planes.get(kind.name)?.viewer);
      const makers = await viewersOf(made.flatMap(({ kind }) => planes.get(kind.name) ?? []));
      return Object.fromEntries(made.map(({ thing, kind }) => [thing, makers.get(planes.get(kind.name))?.name ?? ""]));
    },
  };
}

/** Each is asked once. */
async function viewersOf(planes: readonly Plane[]): Promise<ReadonlyMap<Plane | undefined, Viewer | undefined>> {
  const asked = [...new Set(planes)].map(async (plane) => [plane, await plane.viewer?.()] as const);
  return new Map(await Promise.all(asked));
}

/**
 * What may have been made since it was noted that it would be: its maker sees it if it was, and so does whoever sees everything, or was let
 * look when it was made. Others cannot know.
 */
async function unsureOf(
  { begun }: State,
  live: readonly Live[],
  planes: ReadonlyMap<KindName, Plane>,
): Promise<readonly MadePerhaps[]> {
  // That the state has an address says nothing: it may be of one before, which is gone. What was made and noted is not in `making`.
  const shown = new Set(live.map(({ id }) => id));
  const unseen = Object.entries(begun?.making ?? {}).flatMap(([thing, maker]) => {
    const plane = planeFor(thing, planes);
    return shown.has(thing) || plane === undefined ? [] : [{ thing, maker, plane }];
  });
  const viewers = await viewersOf(unseen.map(({ plane }) => plane));
  return unseen.flatMap(({ thing, maker, plane }) => {
    const viewer = viewers.get(plane);
    const wouldSee = viewer === undefined || viewer.seesAll || viewer.name === maker;
    const planned = begunOf(begun, thing);
    const isLet = planned.length > 0 && planned.every((one) => textAt(one, "tags", plannerTag) === viewer?.name);
    return wouldSee || isLet ? [] : [{ thing, maker }];
  });
}

const planeFor = (thing: ThingId, planes: ReadonlyMap<KindName, Plane>): Plane | undefined =>
  [...planes].find(([kind]) => thing.startsWith(`${kind}/`))?.[1];

/** What the state knows, no list shows, and is there nevertheless. */
async function hiddenOf(
  { addresses }: State,
  live: readonly Live[],
  planes: ReadonlyMap<KindName, Plane>,
): Promise<readonly ThingId[]> {
  const shown = new Set(live.map(({ id }) => id));
  const unseen = Object.entries(addresses).filter(([id]) => !shown.has(id));
  const found = await Promise.all(
    unseen.map(async ([id, address]) => {
      return (await planeFor(id, planes)?.isHidden?.(address)) === true ? [id] : [];
    }),
  );
  return found.flat();
}
