import type { Field } from "../expression/type.js";
import type { PerEnvironment } from "./environment.js";

/** A container of a storage account whose files are landed. */
export interface BlobContainerIr {
  /** The connection's name. */
  readonly name: string;
  readonly account: PerEnvironment;
  readonly container: PerEnvironment;
}

/** Files of a container, as one source of rows. */
export interface FileSetIr {
  readonly kind: "file-set";
  /** The source that reads them: `orders/sources.orders`. */
  readonly id: string;
  /** The pipeline that the source stands in. */
  readonly pipeline: string;
  readonly store: BlobContainerIr;
  /** Below the container's root; `*` stands for any part of a name, and `{yyyy}` and its like for a part of a date. */
  readonly path: string;
  readonly read: FileSetReadIr;
  readonly text: DelimitedIr | JsonLinesIr;
  /** The columns that are read, in the order of a file that has no header. */
  readonly columns: readonly Field[];
  /** The project's own files, which stand for them on this machine, by environment; may have `*`, then each file is a wave. */
  readonly samples: PerEnvironment | undefined;
}

/** Which files each reading takes. */
export type FileSetReadIr =
  /** All; each row has the time of its reading beside its columns (`readAt`). */
  | { readonly kind: "full" }
  /** Those that were put or changed since the last reading, up to so many seconds behind the clock. */
  | { readonly kind: "new-files"; readonly lagSeconds: number }
  /** Those whose paths carry a period that was not read yet, and is over since so many seconds. */
  | {
      readonly kind: "new-periods";
      readonly unit: "day" | "hour";
      /** When the first one begins, in UTC: `2026-01-01 05:00:00`. */
      readonly start: string;
      readonly lagSeconds: number;
    };

/** A JSON object on each line. */
export interface JsonLinesIr {
  readonly kind: "json-lines";
  /** `zip`: each is an archive of such files. */
  readonly compression: "gzip" | "zip" | undefined;
}

/** Records, the cells of which are the columns. */
export interface DelimitedIr {
  readonly kind: "delimited";
  /** The first record of each file names its columns. */
  readonly hasHeader: boolean;
  readonly delimiter: string;
  /** Written twice within a cell that it is around. */
  readonly quote: string;
  /** `zip`: each is an archive of such files. */
  readonly compression: "gzip" | "zip" | undefined;
}
