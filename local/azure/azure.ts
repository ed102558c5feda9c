import { createArm } from "./arm/arm.js";
import { createStorage } from "./blob/storage.js";
import type { Service } from "./call.js";
import { type Control, createControls } from "./control.js";
import { createWorkspace } from "./databricks/workspace.js";
import { createIssuer, type Issuer } from "./issuer.js";
import { type Listener, listen } from "./listener.js";
import type { Principal } from "./principal.js";
import type { Settings } from "./settings.js";
import { emptyStore } from "./store.js";

export interface AzureRequest {
  readonly principals: readonly Principal[];
  /** The first of the ports that are listened on, one a plane; without it any that are free. */
  readonly port?: number;
  /** With it the services speak https, as the vendor's clients want it where they send a token. PEM. */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Milliseconds before each request is handled. */
  readonly latency?: number;
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
  readonly control: Control;
  readonly token: Issuer["issue"];
  readonly stop: () => Promise<void>;
}

/**
 * Starts what stands in for Azure's control planes: they answer as the services do where it matters to somebody who publishes,
 * and nothing that they are told to start really runs. Written from the vendor's pages, never from what our publisher does.
 */
export async function startAzure(request: AzureRequest): Promise<Azure> {
  const { principals, port = 0, tls, latency = 0 } = request;
  const settings: Settings = { ...defaults, ...request.settings, principals };
  const store = emptyStore();
  const controls = createControls();
  const issuer = createIssuer(settings.now);
  const reached = async (service: Service, at: number): Promise<Listener> =>
    listen({
      service,
      controls,
      issuer,
      latency,
      port: port === 0 ? 0 : port + at,
      ...(tls === undefined ? {} : { tls }),
      onHandled: () => {},
    });
  const arm = await reached(createArm(store, settings), 0);
  const databricks = await reached(createWorkspace(store, settings), 1);
  const blob = await reached(createStorage(store, settings), 2);
  const listeners = [arm, databricks, blob];
  return {
    arm: arm.url,
    databricks: databricks.url,
    blob: blob.url,
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
