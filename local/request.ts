import type { SparkLane } from "./engines/versions.js";
import type { RunProgress } from "./progress.js";
import type { Runner } from "./runner/runner.js";

export interface RunRequest {
  /** The compiler's output: it has `common/` and `env/`. */
  readonly artifactsDir: string;
  /** Writes them; called once nobody else uses the state folder, since a running job reads them wave after wave. */
  readonly writeArtifacts?: () => Promise<void>;
  /** Writes what the state is made with; called once the state is sure to be gone on with, or has been emptied. */
  readonly writeLock?: () => void;
  /** What the feeds' file names are relative to. */
  readonly projectDir: string;
  /** Holds all that a run leaves behind; a run that was killed is gone on with. */
  readonly stateDir: string;
  /** The job's name; needed if there are several. */
  readonly job?: string;
  /** The environment whose job it is; `local` by default. */
  readonly environment?: string;
  /** Rows per second instead of what each feed declares; `max` for as fast as it goes. */
  readonly rate?: number | "max";
  /** Files to send instead of the declared ones, by source or topic. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** The release of Spark that the notebooks run on, and how they reach it; `3.5` by default. */
  readonly spark?: SparkLane;
  /** A Spark that is up already, of that release: the run uses it and leaves it up. Default: one of its own. */
  readonly runner?: Runner;
  /** Throw the state of earlier runs away first. */
  readonly fresh?: boolean;
  /** Goes on until this signal: all queries side by side, in their own rhythms; then what is there is drained. */
  readonly until?: AbortSignal;
  /** More for the environment of the notebooks: secrets. */
  readonly env?: Readonly<Record<string, string>>;
  readonly onProgress?: (event: RunProgress) => void;
  /** Stops the run, cleanly: what is under way is given up and a later run goes on with it. */
  readonly signal?: AbortSignal;
}
