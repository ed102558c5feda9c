import type { Origin } from "../source/origin.js";
import type { Named } from "./parts.js";
import type { SourceColumn } from "./source.js";

/** What a function loads into the lake, each time the whole: each load is a folder of its own, and nobody copies it. */
export interface LoadsSource {
  readonly kind: "azure-function";
  readonly origin: Origin;
  readonly name: string;
  /** The function's name in its app. */
  readonly function: string;
  /** Whether it runs by itself, or each run of the pipeline calls it. */
  readonly calledBy: "outside" | "pipeline";
  /** To the app, of one that is called; undefined: none is written. */
  readonly connection: Named | undefined;
  /** The project's folder with the app's code; undefined: it has none. */
  readonly app: string | undefined;
  /** Below the lake's root: `tmdb` holds `tmdb/load=20261127T050000.000000Z-0a1b2c3d/`. */
  readonly folder: string;
  readonly primaryKey: readonly Named[];
  readonly columns: readonly SourceColumn[];
  /** The project's own files, by environment: what the app's API has on this machine, or without an app each a load. */
  readonly samples: ReadonlyMap<string, string> | undefined;
}
