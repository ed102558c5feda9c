import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { PostgresEngine } from "../engines/engine.js";
import { converse } from "../processes/conversation.js";
import { startKept } from "../processes/kept.js";
import type { Answer, Databases, DatabasesOptions, Session } from "./databases.js";
import { postgres } from "./dialect.js";

const inUtc: Session = { timezone: "UTC" };

/** Starts a PostgreSQL server with the databases that it is asked for, and waits until it is ready. */
export async function startPostgres(engine: PostgresEngine, { folder }: DatabasesOptions): Promise<Databases> {
  await mkdir(folder, { recursive: true });
  const log = join(folder, "server.log");
  await rm(log, { force: true });
  const script = fileURLToPath(new URL("./postgres.py", import.meta.url));
  const kept = await startKept({
    python: engine.python,
    record: join(folder, "process.json"),
    command: [engine.python, script, engine.home, folder],
    env: { ...engine.env, PYTHONDONTWRITEBYTECODE: "1" },
    log,
  });
  const { ask, listen } = converse<Answer>(kept, { name: "PostgreSQL", log });
  await listen((answer) => (answer.kind === "ready" ? true : undefined));
  return {
    database: (database, { timezone } = inUtc) => ({
      dialect: postgres,
      run: (statements, seconds = 0) =>
        ask({ database, statements, seconds, timezone }, (answer) =>
          answer.kind === "ran" ? answer.results : undefined,
        ),
    }),
    stop: kept.stop,
  };
}
