import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PackagesEngine } from "../../../local/engines/engine.js";
import { cuttingWay } from "./cutting-way.fixture.js";
import { type Client, reached, redisProgram } from "./redis-server.js";

/** A Redis server whose users stand in a file, and a way to it on which messages can be lost. */
export interface KeptRedis {
  /** `127.0.0.1:40001` */
  readonly address: string;
  /** A connection of its own; without a user as 'default'. */
  login(as?: { readonly user: string; readonly password: string }): Promise<Client>;
  /** What the file has. */
  readonly file: () => string;
  readonly messages: () => number;
  readonly cutAt: ReturnType<typeof cuttingWay>["cutAt"];
  /** Ends the server at once, and starts it anew. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** A port that nobody listens on, just now. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address: AddressInfo | string | null = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === "object" && address !== null ? address.port : 0;
}

/**
 * @param users lines of the file
 * @param keeping `aclfile`: the server has the file; `config`: its users stand in its configuration; `none`: it was only told them; `cluster`: as `aclfile`, and it is a node of a cluster
 */
export async function keptRedis(
  engine: PackagesEngine,
  users: readonly string[],
  keeping: "aclfile" | "config" | "none" | "cluster",
): Promise<KeptRedis> {
  const folder = mkdtempSync(join(tmpdir(), "redis-"));
  const [socket, file, config] = [join(folder, "socket"), join(folder, "users.acl"), join(folder, "redis.conf")];
  const told = ["port 0", `unixsocket ${socket}`, 'save ""', "maxmemory 32mb"];
  writeFileSync(file, `${users.join("\n")}\n`);
  const isFiled = keeping === "aclfile" || keeping === "cluster";
  const mode =
    keeping === "cluster" ? ["cluster-enabled yes", "bind 127.0.0.1", `cluster-port ${await freePort()}`] : [];
  const lines = [...told, ...mode, ...(isFiled ? [`aclfile ${file}`] : users)];
  if (keeping !== "none") writeFileSync(config, `${lines.join("\n")}\n`);
  const start = () => {
    const server = spawn(redisProgram(engine), keeping === "none" ? ["-"] : [config], {
      cwd: folder,
      stdio: ["pipe", "ignore", "ignore"],
    });
    server.stdin.end(keeping === "none" ? `${lines.join("\n")}\n` : "");
    return server;
  };
  let server = start();
  await reached(socket, server);
  const way = cuttingWay(socket);
  const port = await way.listen();
  const end = async () => {
    const ended = new Promise((done) => server.once("close", done));
    server.kill("SIGKILL");
    await ended;
  };
  return {
    address: `127.0.0.1:${port}`,
    login: (as) => reached(socket, server, as),
    file: () => readFileSync(file, "utf8"),
    messages: way.messages,
    cutAt: way.cutAt,
    async restart() {
      await end();
      rmSync(socket, { force: true });
      server = start();
      await reached(socket, server);
    },
    async stop() {
      way.close();
      await end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
