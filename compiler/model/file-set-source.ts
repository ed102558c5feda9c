import type { Origin } from "../source/origin.js";
import type { Duration } from "./duration.js";
import type { Named } from "./parts.js";
import type { SourceColumn } from "./source.js";

/** Files of a storage account whose rows the orchestrator lands. */
export interface FileSetSource {
  readonly kind: "file-set";
  readonly origin: Origin;
  readonly name: string;
  readonly connection: Named;
  /** Below the container's root: `orders/*.csv`. */
  readonly path: string;
  readonly reading: FileSetReading;
  readonly changes: "snapshot" | "upsert" | undefined;
  readonly format: "json" | "csv" | "parquet" | "avro";
  readonly text: DelimitedForm;
  readonly primaryKey: readonly Named[];
  readonly columns: readonly SourceColumn[];
  /** The project's own files, which stand for them on this machine; by environment. */
  readonly samples: ReadonlyMap<string, string> | undefined;
}

export type FileSetReading =
  /** All files, each time. */
  | { readonly kind: "full" }
  /** Those that were put or changed since the last time; `lag`: so far behind the clock. */
  | { readonly kind: "new-files"; readonly lag: Duration };

/** How the rows of a file are written as text. */
export interface DelimitedForm {
  readonly hasHeader: boolean;
  readonly delimiter: string;
  readonly quote: string;
  /** `zip`: each is an archive of such files. */
  readonly compression: "gzip" | "zip" | undefined;
}
