import { existsSync, readFileSync } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { CatalogueTable } from "./step-pool.js";

/** The external tables that procedures have made; `file`: where they are kept. */
export const cataloguedTables = (file: string): readonly CatalogueTable[] =>
  existsSync(file) ? parsed(readFileSync(file, "utf8")) : [];

/** The one place where what this file has written gets its type. What was made before it was kept when is as old as can be, and written anew. */
const parsed = (text: string): readonly CatalogueTable[] =>
  (JSON.parse(text) as readonly (Omit<CatalogueTable, "created"> & Partial<CatalogueTable>)[]).map((table) => ({
    ...table,
    created: table.created ?? "0001-01-01T00:00:00.000Z",
  }));

/** Either all of them are kept, or those that were. */
export async function keepTables(file: string, tables: readonly CatalogueTable[]): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, `${JSON.stringify(tables, null, 2)}\n`);
  await rename(`${file}.new`, file);
}
