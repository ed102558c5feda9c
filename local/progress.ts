import type { WalkEvent } from "./adf/world.js";
import type { QueryTally, SourceTally } from "./continuous/tally.js";
import type { RunnerEvent } from "./runner/answers.js";

/** What a run tells as it goes. */
export type RunProgress =
  | { readonly kind: "engine"; readonly line: string }
  | {
      readonly kind: "fed";
      /** Counts from 1: the files of a source are its waves. */
      readonly wave: number;
      readonly source: string;
      /** What is sent: the events of a file, its rows, or the file itself. */
      readonly what: "events" | "rows" | "file";
      readonly file: string;
      readonly sent: number;
      readonly skipped: number;
      readonly isDone: boolean;
    }
  | {
      readonly kind: "captured";
      /** None where files are cut while producers go on. */
      readonly wave?: number;
      readonly source: string;
      readonly files: number;
      readonly emptyFiles: number;
      readonly events: number;
    }
  /** An event that a function has posted, and how often it starts the pipeline. */
  | {
      readonly kind: "event";
      readonly wave: number;
      readonly type: string;
      readonly subject: string;
      readonly starts: number;
    }
  | { readonly kind: "activity"; readonly wave?: number; readonly event: WalkEvent }
  | { readonly kind: "notebook"; readonly wave?: number; readonly event: RunnerEvent }
  /** All queries of a continuous run have been started. */
  | { readonly kind: "beside" }
  /** Told by a continuous run every two seconds: the events that each source has been sent, and how each query stands. */
  | {
      readonly kind: "tally";
      readonly sources: readonly SourceTally[];
      readonly queries: readonly QueryTally[];
    }
  /** A continuous run has been told to drain: its producers stop, its queries rest, and then what is there is drained. */
  | { readonly kind: "draining" };
