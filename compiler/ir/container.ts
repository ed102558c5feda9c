import type { PerEnvironment } from "./environment.js";

/** A container of a storage account. */
export interface ContainerIr {
  /** By which a job knows it. */
  readonly connection: string;
  readonly account: PerEnvironment;
  readonly container: PerEnvironment;
}
