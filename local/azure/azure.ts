import { randomUUID } from "node:crypto";
import { createArm } from "./arm/arm.js";
import { createFiles } from "./blob/files.js";
import { createStorage } from "./blob/storage.js";
import type { Service } from "./call.js";
import { type Control, createControls } from "./control.js";
import { createWorkspace } from "./databricks/workspace.js";
import { createIdentity } from "./identity/identity.js";
import { createIssuer, type Issuer } from "./issuer.js";
import { type Listener, listen } from "./listener.js";
import type { Principal } from "./principal.js";
import { savedStore, saveStore } from "./saved.js";
import type { Settings } from "./settings.js";
import { emptyStore, type Store } from "./store.js";
import { createSynapse } from "./synapse/endpoint.js";
import { createVaults } from "./vault/vault.js";

export interface AzureRequest {
  readonly principals: readonly Principal[];
  /** The first of the ports that are listened on, one a plane; without it any that are free. */
  readonly port?: number;
  /** With it the services speak https, as the vendor's clients want it where they send a token. PEM. */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Milliseconds before each request is handled. */
  readonly latency?: number;
  /** A file in which everything is kept from one start to the next. */
  readonly state?: string;
  /** Puts there what is to be there from the start. */
  readonly seed?: (store: Store, now: number) => void;
  readonly settings?: Partial<Omit<Settings, "principals">>;
}

/** Control planes of Azure on this machine. */
export interface Azure {
  /** Azure Resource Manager. */
  readonly arm: string;
  /** A Databricks workspace. */
  readonly databricks: string;
  /** Blob storage; the account is the first part of the path. */
  readonly blob: string;
  /** The files and folders of storage accounts (`dfs`); the account is the first part of the path. */
  readonly files: string;
  /** The development endpoints of Synapse workspaces; the workspace is the first part of the path. */
  readonly synapse: string;
  /** Key Vaults; the vault is the first part of the path. */
  readonly vault: string;
  /** Gives tokens of the first principal: what the vendor's credentials find by these variables. */
  readonly identity: { readonly IDENTITY_ENDPOINT: string; readonly IDENTITY_HEADER: string };
  readonly control: Control;
  readonly token: Issuer["issue"];
  readonly stop: () => Promise<void>;
}

/**
 * Starts what stands in for Azure's control planes: they answer as the services do where it matters to somebody who publishes,
 * and nothing that they are told to start really runs. Written from the vendor's pages, never from what our publisher does.
 */
export async function startAzure(request: AzureRequest): Promise<Azure> {
  const { principals, port = 0, tls, latency = 0, state } = request;
  const settings: Settings = { ...defaults, ...request.settings, principals };
  const store = state === undefined ? emptyStore() : savedStore(state);
  request.seed?.(store, settings.now());
  const controls = createControls();
  const issuer = createIssuer(settings.now);
  const reached = (service: Service, at: number): Promise<Listener> =>
    listen({
      service,
      controls,
      issuer,
      latency,
      port: port === 0 ? 0 : port + at,
      // Where a machine's identity is asked for, the cloud speaks http too.
      ...(tls === undefined || service.plane === "identity" ? {} : { tls }),
      onChange: () => {
        if (state !== undefined) saveStore(state, store);
      },
    });
  const arm = await reached(createArm(store, settings), 0);
  const databricks = await reached(createWorkspace(store, settings), 1);
  const blob = await reached(createStorage(store, settings), 2);
  const secret = randomUUID();
  const principal = principals[0]?.id ?? "";
  const identity = await reached(createIdentity({ issuer, principal, secret, settings }), 3);
  const synapse = await reached(createSynapse(store, settings), 4);
  const vault = await reached(createVaults(store, settings), 5);
  const files = await reached(createFiles(store, settings), 6);
  const listeners = [arm, databricks, blob, identity, synapse, vault, files];
  return {
    arm: arm.url,
    databricks: databricks.url,
    blob: blob.url,
    files: files.url,
    synapse: synapse.url,
    vault: vault.url,
    identity: { IDENTITY_ENDPOINT: identity.url, IDENTITY_HEADER: secret },
    control: controls,
    token: issuer.issue,
    stop: async () => {
      await Promise.all(listeners.map((one) => one.stop()));
    },
  };
}

const defaults: Omit<Settings, "principals"> = {
  accounts: {},
  now: () => Date.now(),
  pageSize: 50,
  operationTime: 0,
  runTime: 0,
};
