import type { Live } from "./thing.js";

/** What is seen of a job's runs. */
export type Seen = Pick<Live, "state" | "ended" | "run">;

/** The runs of streaming jobs, which go on until they are cancelled, in the service that a job is kept running by. */
export interface StreamingRuns<Job> {
  /** Whether a job runs, and if not, why its last run ended; of one that is cancelled and has not ended yet that alone. */
  seen(job: Job): Promise<Seen>;
  /**
   * Cancels what runs, and waits until it has ended.
   * @param note is told each run before it is cancelled
   */
  end(job: Job, note: (run: string) => Promise<void>): Promise<void>;
  /**
   * Starts a run when the last one has ended, unless one goes on.
   * @param check is asked right before
   */
  start(job: Job, check: () => Promise<void>): Promise<void>;
}
