import type { Origin } from "../source/origin.js";

/** One file that a target makes, and what the publisher must know of it. */
export interface Artifact {
  /** Below the output folder: `common/…` is the same for every environment, `env/<name>/…` is that environment's own. */
  readonly path: string;
  /** The control plane that takes it. */
  readonly plane: Plane;
  readonly kind: string;
  /** The exact text, UTF-8, LF, with a final newline. */
  readonly body: string;
  /** Paths of the artifacts that must be there first. */
  readonly dependsOn: readonly string[];
  /** The target that made it. */
  readonly owner: string;
  /** What it reads and writes when it runs, as dotted references. */
  readonly effects: Effects;
  readonly origin: Origin;
}

export type Plane =
  | "arm"
  | "databricks-workspace"
  | "synapse-workspace"
  | "sql"
  | "postgres"
  | "redis"
  | "unity-catalog"
  | "cassandra"
  | "lake"
  /** Rights that Azure keeps: people bring them there, who may grant them, or publishing deploys them as a stack. */
  | "azure-rights"
  | "this-machine";

export interface Effects {
  readonly reads: readonly string[];
  readonly writes: readonly string[];
}
