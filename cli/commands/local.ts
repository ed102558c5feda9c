import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Azure, startAzure } from "../../local/azure/azure.js";
import { type Certificate, makeCertificate } from "../../local/azure/certificate.js";
import { everyService, seeded, user } from "../../local/azure/seed.js";
import { interruption } from "../../local/interruption.js";
import type { Arguments } from "../arguments.js";
import { makeFolder } from "../make-folder.js";
import { misused, type Outcome } from "../refusal.js";
import type { World } from "../world.js";

/** `sluice local azure`: what stands in for Azure, until Ctrl-C. */
export async function run(given: Arguments, world: World): Promise<Outcome> {
  if (given.positional === undefined) return misused("What? There is 'sluice local azure'.");
  const folder = given.text("state");
  const state = folder === undefined ? undefined : resolve(world.cwd, folder);
  try {
    if (state !== undefined) makeFolder(state);
  } catch (error) {
    return misused(
      `--state is a folder, and '${folder}' cannot be made: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const { signal, dispose } = interruption();
  const secrets = mkdtempSync(join(tmpdir(), "sluice-azure-"));
  const tls = given.flag("https") ? makeCertificate(Date.now()) : undefined;
  try {
    const azure = await startAzure({
      principals: [user, ...given.list("principal").map((id) => ({ id, client: id, grants: [] }))],
      settings: { accounts: accountsIn(given.list("resource")) },
      port: Number(given.text("port") ?? 0),
      latency: Number(given.text("latency")),
      ...(state === undefined ? {} : { state: join(state, "azure.json") }),
      ...(tls === undefined ? {} : { tls }),
      seed: seeded({
        factories: given.list("factory"),
        workspaces: given.list("workspace"),
        pools: given.list("pool"),
        runtimes: given.list("integration-runtime"),
        credentials: given.list("credential"),
        containers: given.list("container"),
        secrets: given.list("secret"),
        resources: given.list("resource"),
        securables: given.list("securable"),
        identities: given.list("identity"),
      }),
    });
    world.out(
      variables(
        azure,
        {
          container: given.list("container")[0],
          workspace: given.list("workspace")[0],
          secret: given.list("secret")[0],
        },
        tls,
        secrets,
      ),
    );
    if (!signal.aborted) await new Promise<void>((done) => signal.addEventListener("abort", () => done()));
    await azure.stop();
    return 0;
  } finally {
    rmSync(secrets, { recursive: true });
    dispose();
  }
}

/** Storage accounts among resources, by their names. */
const accountsIn = (ids: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    ids.filter((id) => /\/storageAccounts\/[^/]+$/i.test(id)).map((id) => [id.slice(id.lastIndexOf("/") + 1), id]),
  );

/** What leads `sluice plan` and `sluice publish` here, as lines that a shell takes. */
function variables(
  azure: Azure,
  { container, workspace, secret }: Readonly<Record<"container" | "workspace" | "secret", string | undefined>>,
  tls: Certificate | undefined,
  secrets: string,
): string {
  const authority = join(secrets, "azure.pem");
  if (tls !== undefined) writeFileSync(authority, tls.cert);
  const account = container?.split("/")[0] ?? "lake";
  const values = {
    SLUICE_ARM: azure.arm,
    SLUICE_DATABRICKS: azure.databricks,
    ...(workspace === undefined ? {} : { SLUICE_SYNAPSE: `${azure.synapse}/${workspace.split("/")[2]}` }),
    SLUICE_BLOB: `${azure.blob}/${account}`,
    SLUICE_DFS: `${azure.files}/${account}`,
    ...(secret === undefined ? {} : { SLUICE_VAULT: `${azure.vault}/${secret.split("/")[0]}` }),
    SLUICE_TOKEN: azure.token(user.id, everyService, 7 * 86_400),
    ...(tls === undefined ? {} : { NODE_EXTRA_CA_CERTS: authority }),
  };
  const lines = Object.entries(values).map(([name, value]) => `export ${name}=${value}\n`);
  const identity = Object.entries(azure.identity).map(([name, value]) => `#   export ${name}=${value}\n`);
  return `${lines.join("")}# Without SLUICE_TOKEN, the vendor's credentials find a managed identity by\n${identity.join("")}# Ctrl-C ends it.\n`;
}
