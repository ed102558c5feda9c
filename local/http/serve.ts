import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** A request, whole. */
export interface Requested {
  readonly method: string;
  readonly url: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** In lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** What is answered; `json` or `text`. */
export interface Reply {
  readonly status: number;
  readonly type?: string;
  readonly text?: string;
  readonly json?: unknown;
}

export interface HttpServer {
  /** `http://127.0.0.1:49152` */
  readonly address: string;
  readonly stop: () => Promise<void>;
}

/** Answers on a free port of this machine alone; what goes wrong in an answer is a server's error. */
export async function serve(answer: (asked: Requested) => Promise<Reply> | Reply): Promise<HttpServer> {
  const server = createServer((incoming, outgoing) => {
    requested(incoming)
      .then(answer)
      .catch((): Reply => ({ status: 500 }))
      .then((reply) => send(outgoing, reply))
      .catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const bound = server.address();
  if (typeof bound !== "object" || bound === null) throw new Error("The server has no port.");
  return {
    address: `http://127.0.0.1:${bound.port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function requested(incoming: IncomingMessage): Promise<Requested> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const target = incoming.url ?? "/";
  const { pathname, searchParams, href } = new URL(target, `http://${incoming.headers.host ?? "here"}`);
  const headers = Object.entries(incoming.headersDistinct).map(([name, values = []]) => [name, values.join(", ")]);
  return {
    method: incoming.method ?? "GET",
    url: href,
    path: pathname,
    query: searchParams,
    headers: Object.fromEntries(headers),
    body: Buffer.concat(chunks),
  };
}

function send(outgoing: ServerResponse, { status, type, text, json }: Reply): void {
  const body = json === undefined ? (text ?? "") : JSON.stringify(json);
  const kind = json === undefined ? type : "application/json; charset=utf-8";
  outgoing.writeHead(status, kind === undefined ? {} : { "content-type": kind }).end(body);
}
