import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { LocalFlow } from "../flow.js";
import type { Databases } from "./databases.js";
import { makeTables } from "./rows.js";
import { runFile } from "./script.js";

/** Makes the databases of a flow as far as they are not there: the tables that are read, and what their owner's scripts make. */
export async function makeDatabases(databases: Databases, flow: LocalFlow, artifactsDir: string): Promise<void> {
  for (const { linked_service, setup, tables } of flow.databases) {
    const database = databases.database(linked_service);
    await makeTables(database, tables);
    for (const path of setup) await runFile(database, await readFile(join(artifactsDir, path), "utf8"));
  }
}
