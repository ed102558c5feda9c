/** What a query does with its position and its state. Those that follow a watermark of their own, or remove repeats, are `watermarked-rows`; `growing-ingest` reads a hub or topic as a stream that can be given more partitions. */
export type QueryKind =
  | "ingest"
  | "growing-ingest"
  | "new-files"
  | "new-rows"
  | "landing"
  | "apply-changes"
  | "rows"
  | "watermarked-rows"
  | "windows"
  | "interval-join"
  | "replace"
  | "documents"
  | "send"
  | "files";

/** How the rows of a query come to where they stand, which decides what becomes of those that another checkpoint's query wrote. */
export type WriteKind =
  /** Beside those that are there. */
  | "append"
  /** Into those that are there, by key. */
  | "merge"
  /** All of them at once, in place of those that were there. */
  | "replace"
  /** Into a store, by a key that it knows rows again by. */
  | "upsert"
  /** To readers, who know repeats by their ids. */
  | "send"
  /** Into a folder that is named for the checkpoint. */
  | "folder";

export const writeOf: Readonly<Record<QueryKind, WriteKind>> = {
  ingest: "append",
  "growing-ingest": "append",
  "new-files": "append",
  "new-rows": "append",
  landing: "folder",
  "apply-changes": "merge",
  rows: "append",
  "watermarked-rows": "append",
  windows: "append",
  "interval-join": "append",
  replace: "replace",
  documents: "upsert",
  send: "send",
  files: "folder",
};

export const isQueryKind = (text: string): text is QueryKind => Object.hasOwn(writeOf, text);
