import { join } from "node:path";
import { askPython } from "../engines/ask-python.js";
import type { PackagesEngine } from "../engines/engine.js";
import { warehouseScript } from "./script.js";
import { printType } from "./syntax.js";
import type { Translated } from "./translate.js";

/** Rows with their columns; whole numbers, decimals and times as texts, bits as `0` and `1`. */
export interface Rows {
  readonly kind: "rows";
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly (readonly (string | boolean | null)[])[];
}

/** A statement that has no rows, and why. */
export interface NoRows {
  readonly kind: "refused";
  readonly error: string;
}

/** A statement, and the folder of each external data source that it reads from. */
export interface Computation {
  readonly translated: Translated;
  readonly sources: Readonly<Record<string, string>>;
  /** A folder that is not there yet, for what it gives as a file of Parquet; its answer has no rows then. */
  readonly into?: string;
}

/** Computes statements, one after another in one process. */
export async function compute(
  engine: PackagesEngine,
  computations: readonly Computation[],
): Promise<readonly (Rows | NoRows)[]> {
  const commands = computations.map(({ translated: { duck, relations }, sources, into }) => ({
    statement: duck,
    into: into ?? null,
    relations: relations.map(({ relation, format, source, path, more, csv, columns }) => ({
      relation,
      format,
      folder: join(sources[source] ?? "", path),
      more: more.map((one) => join(sources[source] ?? "", one)),
      csv,
      columns,
    })),
  }));
  const lines = await askPython(engine, warehouseScript(), commands, "The warehouse could not be computed.");
  return computations.map(({ translated }, at): Rows | NoRows => {
    const answer = parsed(lines[at] ?? "");
    const columns = translated.columns.map(({ name, type }) => ({ name, type: printType(type) }));
    return answer.kind === "rows" ? { ...answer, columns } : answer;
  });
}

/** The one place where an answer of the process gets its type. */
const parsed = (line: string): Omit<Rows, "columns"> | NoRows => JSON.parse(line) as Omit<Rows, "columns"> | NoRows;
