import { type Reply, serve } from "../http/serve.js";

/** What stands in for a key vault whose secrets are addresses, and for who is told at them. */
export interface Vault {
  /** `http://127.0.0.1:49152/` */
  readonly address: string;
  readonly stop: () => Promise<void>;
}

/**
 * A secret is an address of this server, which takes what is sent there and answers nothing.
 * https://learn.microsoft.com/rest/api/keyvault/secrets/get-secret/get-secret
 */
export async function startVault(): Promise<Vault> {
  const refused = (status: number, code: string): Reply => ({ status, json: { error: { code } } });
  const server = await serve(({ method, path, query, headers }): Reply => {
    const [, kind, name = ""] = path.split("/");
    const address = `http://${headers["host"] ?? ""}/`;
    if (kind === "told" && method === "POST") return { status: 200, json: {} };
    if (kind !== "secrets" || method !== "GET") return refused(404, "NotFound");
    if (headers["authorization"] === undefined) return refused(401, "Unauthorized");
    if (!query.has("api-version")) return refused(400, "BadParameter");
    return { status: 200, json: { value: `${address}told/${name}`, id: `${address}secrets/${name}` } };
  });
  return { address: `${server.address}/`, stop: server.stop };
}
