import type { Field } from "../expression/type.js";
import type { ContainerIr } from "./container.js";
import type { EndpointIr } from "./endpoint.js";
import type { PerEnvironment } from "./environment.js";
import type { BodyIr } from "./table.js";

export interface SourceNames {
  /** `readings/sources.readings` */
  readonly id: string;
  /** By which a job knows it: unique among the sources that the job reads. */
  readonly name: string;
}

export interface HubIr extends SourceNames {
  readonly hub: string;
  readonly endpoint: EndpointIr;
  readonly partitions: PerEnvironment<number>;
  readonly read: "stream" | "capture";
  readonly capture: { readonly minutes: PerEnvironment<number>; readonly megabytes: number } | undefined;
  readonly body: BodyIr;
  readonly producer:
    | { readonly file: PerEnvironment; readonly key: string; readonly rate: number | undefined }
    | undefined;
}

/** What stands in a container, and the project's files that stand for it on this machine. */
interface StoredSource extends SourceNames, ContainerIr {
  readonly columns: readonly Field[];
  readonly samples: PerEnvironment | undefined;
}

/** Files of a storage account. */
export interface FilesIr extends StoredSource {
  /** Below the container's root; `*` stands for any part of a name. */
  readonly path: string;
  readonly format: BodyIr["format"];
  /** The first record of each file names the columns. */
  readonly hasHeader: boolean;
}

/** A Delta table that others write. `columns`: those that are read; it may have others. */
export interface LakeTableIr extends StoredSource {
  /** Below the container's root. */
  readonly path: string;
}
