/** What a notebook run tells as it goes. */
export type RunnerEvent =
  | { readonly kind: "started"; readonly notebook: string }
  | { readonly kind: "printed"; readonly notebook: string; readonly line: string }
  | { readonly kind: "finished"; readonly notebook: string; readonly seconds: number }
  | NotebookFailure;

/** A notebook that failed: the line that says why, and the traceback with its cells. */
export interface NotebookFailure {
  readonly kind: "failed";
  readonly notebook: string;
  readonly error: string;
  readonly traceback: string;
}

/** A value of a table's row, as the runner writes it: times in ISO 8601 UTC, decimals as text, bytes in base64. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [name: string]: Value };

export type TableRow = Readonly<Record<string, Value>>;

/** How many windows the rows of a table are in, each row counted once for each of them. */
export interface Windowed {
  readonly total: number;
  /** Those in windows that the watermark has not passed. */
  readonly open: number;
}

/** What the rows of two tables come to in pairs. */
export interface Pairs {
  readonly pairs: number;
  /** Rows of the first table that are in no pair; undefined where it is not known what the watermark has passed. */
  readonly alone?: number;
  /** Those of them that may still get into one. */
  readonly waiting?: number;
}

/** What became of a file's rows; `there`: an earlier run has added them; `unfit`: none of them is in the table. */
export type Appending = { readonly kind: "added" | "there" } | { readonly kind: "unfit"; readonly reason: string };

/** One line of the runner's channel. */
export type Answer =
  | RunnerEvent
  | { readonly kind: "ready" }
  | { readonly kind: "done" }
  | { readonly kind: "rows"; readonly rows: readonly TableRow[] }
  | { readonly kind: "exists"; readonly exists: boolean }
  | Appending
  | ({ readonly kind: "windowed" } & Windowed)
  | ({ readonly kind: "pairs" } & Pairs);
