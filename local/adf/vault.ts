import { createServer } from "node:http";

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
  let address = "";
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://here");
    const [, kind, name = ""] = pathname.split("/");
    const answer = (status: number, body: object): void => {
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    };
    request.resume();
    if (kind === "told" && request.method === "POST") answer(200, {});
    else if (kind !== "secrets" || request.method !== "GET") answer(404, { error: { code: "NotFound" } });
    else if (request.headers.authorization === undefined) answer(401, { error: { code: "Unauthorized" } });
    else if (!searchParams.has("api-version")) answer(400, { error: { code: "BadParameter" } });
    else answer(200, { value: `${address}told/${name}`, id: `${address}secrets/${name}` });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  if (typeof bound !== "object" || bound === null) throw new Error("The stand-in of the vault has no port.");
  address = `http://127.0.0.1:${bound.port}/`;
  return {
    address,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
