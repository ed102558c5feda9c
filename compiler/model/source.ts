import type { Origin } from "../source/origin.js";
import { isDatabaseKind } from "./connection.js";
import type { DatabaseSource } from "./database-source.js";
import type { FileSetSource } from "./file-set-source.js";
import type { HttpSource } from "./http-source.js";
import type { LoadsSource } from "./loads-source.js";
import type { Named, Varied } from "./parts.js";
import type { Label } from "./sensitive.js";

export type Source = QueriedSource | LandedSource;

/** A source that the orchestrator lands, or whose loads its job takes from where they are. */
export type LandedSource = DatabaseSource | FileSetSource | HttpSource | LoadsSource;

export const isLandedSource = <T extends { readonly kind: string }>(thing: T): thing is Extract<T, LandedSource> =>
  isDatabaseKind(thing.kind) || thing.kind === "file-set" || thing.kind === "http" || thing.kind === "azure-function";

/** Files of JSON, whose lines land as they are, an API's answers, or loads of a function. */
export const isOfJson = (source: LandedSource): boolean =>
  source.kind === "http" ||
  source.kind === "azure-function" ||
  (source.kind === "file-set" && source.format === "json");

/** A source whose rows a query of bronze reads. */
export type QueriedSource = StreamSource | FilesSource | LakeSource;

/** A log of events in partitions: an event hub, or a topic of Kafka. */
export interface StreamSource {
  readonly kind: "event-hub" | "kafka";
  readonly origin: Origin;
  readonly name: string;
  readonly connection: Named;
  /** The hub's name, or the topic's. */
  readonly hub: string;
  readonly partitions: Varied<number>;
  readonly capture: Capture | undefined;
  readonly read: "stream" | "capture";
  readonly format: BodyFormat;
  readonly columns: readonly SourceColumn[];
  readonly producer: Producer | undefined;
}

/** What stands in a container of a storage account. */
interface StoredSource {
  readonly origin: Origin;
  readonly name: string;
  readonly connection: Named;
  /** Below the container's root: `sales/orders`, `orders/*.csv`. */
  readonly path: string;
  readonly columns: readonly SourceColumn[];
  /** The project's own files, which stand for it on this machine; by environment. */
  readonly samples: ReadonlyMap<string, string> | undefined;
}

/** Files, each of which is read once. */
export interface FilesSource extends StoredSource {
  readonly kind: "files";
  readonly format: FileFormat;
  /** The first record of each file of CSV is its header. */
  readonly hasHeader: boolean;
}

/** A Delta table that others write, read as its commits come. `columns`: those that are read; it may have others. */
export interface LakeSource extends StoredSource {
  readonly kind: "lake";
  readonly format: "delta";
}

/** Lines and records are parsed by the table that reads them; Parquet and Avro hold rows. */
export type FileFormat = BodyFormat | "parquet" | "avro";

/** What the body of an event is written in. */
export type BodyFormat = "json" | "csv";

/** `type` is a word of the language, or the fields of a struct. */
export interface SourceColumn {
  readonly name: string;
  readonly origin: Origin;
  readonly type: string | readonly SourceColumn[];
  /** Where its type stands. */
  readonly typeOrigin: Origin;
  /** What is sensitive in it; undefined: nothing is said. */
  readonly sensitive: Label | undefined;
}

export interface Capture {
  readonly origin: Origin;
  readonly minutes: Varied<number>;
  readonly megabytes: number;
}

export interface Producer {
  readonly origin: Origin;
  readonly file: ReadonlyMap<string, string>;
  readonly key: Named;
  /** Events per second; undefined: as fast as they can be sent. */
  readonly rate: number | undefined;
}
