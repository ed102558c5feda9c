import { Access, type Credential } from "./access.js";
import { Arm } from "./arm.js";
import type { Destination } from "./destination.js";
import { Jobs } from "./jobs.js";
import type { KindName } from "./kinds.js";
import { armKindsRead } from "./kinds-read.js";
import { Notebooks } from "./notebooks.js";
import type { Patience } from "./patience.js";
import type { Plane } from "./plane.js";
import type { Readings } from "./readings.js";
import { Releases } from "./releases.js";
import type { State } from "./state.js";
import { StateBlob } from "./state-blob.js";
import { synapseClients } from "./synapse-clients.js";
import type { Live, ThingId, Wanted } from "./thing.js";
import { told } from "./told.js";
import { WorkspaceClient } from "./workspace-client.js";

/** The application that Databricks workspaces are to Microsoft Entra ID. https://learn.microsoft.com/azure/databricks/dev-tools/auth */
const databricksScope = "2ff814a6-3304-4ab8-85cb-cd0e6f879c1d/.default";
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
  const lake = new Access(destination.state.endpoint, storageScope, credential);
  if (synapse !== undefined) {
    const clients = synapseClients({ destination, place: synapse, wanted, credential, lake, patience });
    for (const [kind, plane] of clients.taking) planes.set(kind, plane);
    readers.push(...clients.read);
  }
  const state = new StateBlob(destination, lake, patience);
  return {
    state,
    releases: new Releases(destination, lake, patience),
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
      return { live: all, state: kept, hidden: await hiddenOf(kept, all, planes) };
    },
  };
}

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
      const plane = [...planes].find(([kind]) => id.startsWith(`${kind}/`))?.[1];
      return (await plane?.isHidden?.(address)) === true ? [id] : [];
    }),
  );
  return found.flat();
}
