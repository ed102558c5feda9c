import type { EndpointIr } from "./endpoint.js";
import type { PerEnvironment } from "./environment.js";
import type { BodyIr, FieldIr } from "./table.js";

export interface HubIr {
  /** `readings/sources.readings` */
  readonly id: string;
  /** By which a job knows it: unique among the sources that the job reads. */
  readonly name: string;
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

/** Files of a storage account. */
export interface FilesIr {
  /** `orders/sources.orders` */
  readonly id: string;
  /** By which a job knows it: unique among the sources that the job reads. */
  readonly name: string;
  /** By which a job knows the container. */
  readonly connection: string;
  readonly account: PerEnvironment;
  readonly container: PerEnvironment;
  /** Below the container's root; `*` stands for any part of a name. */
  readonly path: string;
  readonly format: BodyIr["format"];
  /** The first record of each file names the columns. */
  readonly hasHeader: boolean;
  readonly columns: readonly FieldIr[];
  /** Files of the project, which stand for those of the account on this machine. */
  readonly samples: PerEnvironment | undefined;
}

/** A Delta table that others write. */
export interface LakeTableIr {
  /** `orders/sources.orders` */
  readonly id: string;
  /** By which a job knows it: unique among the sources that the job reads. */
  readonly name: string;
  /** By which a job knows the container. */
  readonly connection: string;
  readonly account: PerEnvironment;
  readonly container: PerEnvironment;
  /** Below the container's root. */
  readonly path: string;
  /** Those that are read; the table may have others. */
  readonly columns: readonly FieldIr[];
  /** Files of the project, whose rows stand for those of the table on this machine. */
  readonly samples: PerEnvironment | undefined;
}
