import { join } from "node:path";
import type { SparkEngine } from "../engines/engine.js";
import { ensureSql } from "../engines/engines.js";
import { ensurePostgres } from "../engines/postgres.js";
import type { LocalFlow } from "../flow.js";
import { type Databases, startDatabases } from "./databases.js";
import { startPostgres } from "./postgres.js";

export interface Starting {
  readonly spark: SparkEngine;
  /** The run's own folder. */
  readonly stateDir: string;
  readonly progress: (line: string) => void;
}

/** Starts what stands in for the databases of a flow, each by its kind. */
export async function startDatabasesOf(
  { databases }: LocalFlow,
  { spark, stateDir, progress }: Starting,
): Promise<Databases> {
  const transact = await startDatabases(await ensureSql(spark, progress), { folder: join(stateDir, "sql") });
  const others = databases.filter(({ kind }) => kind === "postgres").map(({ linked_service }) => linked_service);
  if (others.length === 0) return transact;
  try {
    const postgres = await startPostgres(await ensurePostgres(spark, progress), { folder: join(stateDir, "postgres") });
    return {
      database: (name, session) => (others.includes(name) ? postgres : transact).database(name, session),
      stop: async () => {
        await Promise.all([transact.stop(), postgres.stop()]);
      },
    };
  } catch (error) {
    await transact.stop();
    throw error;
  }
}
