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
  | { readonly kind: "new-files"; readonly lag: Duration }
  | PeriodReading;

/** Those whose names carry a day, or an hour, that was not read yet. */
export interface PeriodReading {
  readonly kind: "new-periods";
  readonly unit: PeriodUnit;
  /** As it is written, `2026-01-01` or `2026-01-01T05:00`, in UTC; empty: it is not. */
  readonly start: string;
  /** How long after its period is over a file may still come; undefined: not at all. */
  readonly lag: Duration | undefined;
}

/** What the names of files carry. */
export type PeriodUnit = "day" | "hour";

/** How the rows of a file are written as text. */
export interface DelimitedForm {
  readonly hasHeader: boolean;
  readonly delimiter: string;
  readonly quote: string;
  /** `zip`: each is an archive of such files. */
  readonly compression: "gzip" | "zip" | undefined;
}
