import type { Field } from "../expression/type.js";

/** Where each row of a raw table stood, and when it got there. */
export interface Position {
  /** A table that reads a raw one sees these beside the source's own columns. */
  readonly columns: readonly Field[];
  /** The column with the time of arrival, which event times are compared with. */
  readonly arrival: string;
  /** The columns by which any two rows of one input have an order. */
  readonly order: readonly string[];
  /** The columns that tell any two rows apart, where rows without them cannot be. */
  readonly key: readonly string[] | undefined;
  /** The same row has the same one when all is read again. */
  readonly isLasting: boolean;
}

/** The position of a row in one of many files. */
export const filePosition: Position = {
  columns: [
    { name: "file_path", type: { kind: "string" }, nullable: false },
    { name: "file_modified_at", type: { kind: "timestamp" }, nullable: false },
    { name: "file_row", type: { kind: "bigint" }, nullable: false },
  ],
  arrival: "file_modified_at",
  order: ["file_modified_at", "file_path", "file_row"],
  key: ["file_path", "file_row"],
  isLasting: true,
};

/** When a row of a table that others write was read: it has no place there, and its files are none that last. */
export const landedPosition: Position = {
  columns: [
    { name: "landed_at", type: { kind: "timestamp" }, nullable: false },
    { name: "landed_row", type: { kind: "bigint" }, nullable: false },
  ],
  arrival: "landed_at",
  order: ["landed_at", "landed_row"],
  key: undefined,
  isLasting: false,
};

/** The position of an event in a partitioned log. */
export const eventPosition: Position = {
  columns: [
    { name: "enqueued_at", type: { kind: "timestamp" }, nullable: true },
    { name: "partition", type: { kind: "int" }, nullable: true },
    { name: "offset", type: { kind: "bigint" }, nullable: true },
  ],
  arrival: "enqueued_at",
  order: ["partition", "offset"],
  key: undefined,
  isLasting: true,
};
