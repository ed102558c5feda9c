import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PostgresEngine } from "../../../local/engines/engine.js";
import { answering } from "./answering.fixture.js";
import { cuttingWay } from "./cutting-way.fixture.js";
import type { Step } from "./server.js";

/** A PostgreSQL server that asks for passwords, and a way to it on which messages can be lost. */
export interface KeptServer {
  /** `127.0.0.1:40001` */
  readonly address: string;
  /** As a superuser. */
  do(step: Step): Promise<unknown>;
  /** How many messages of clients have come to the way. */
  readonly messages: () => number;
  /** Cuts the connection at a client's message: before the server gets it, or after it has answered, and the answer is lost; or leaves it there, and answers never. */
  cutAt(message: number | undefined, when?: "before" | "after" | "never"): void;
  stop(): Promise<void>;
}

export async function keptServer(engine: PostgresEngine): Promise<KeptServer> {
  const folder = mkdtempSync(join(tmpdir(), "sluice-grants-test-"));
  const python = spawn(
    engine.python,
    ["test/spark/grants/kept_server.py", "local/sql", engine.home, join(folder, "postgres")],
    { env: { ...engine.env, PYTHONDONTWRITEBYTECODE: "1" }, stdio: ["pipe", "pipe", "ignore"] },
  );
  const server = answering(python);
  const way = cuttingWay(`${await server.answer()}/.s.PGSQL.5432`);
  const port = await way.listen();
  return {
    address: `127.0.0.1:${port}`,
    do: server.ask,
    messages: way.messages,
    cutAt: way.cutAt,
    stop: async () => {
      way.close();
      await server.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
