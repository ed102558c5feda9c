import type { Field } from "../expression/type.js";

/** A table of the lake. */
export interface TableIr {
  /** `silver.readings`, `silver.readings.quarantine` */
  readonly reference: string;
  /** Below the lake's root: `silver/readings`. */
  readonly path: string;
  readonly columns: readonly Field[];
  readonly comment: string;
  /** The columns by whose values its files are kept in folders. */
  readonly partitionBy: readonly string[];
  /** What becomes of an existing table with other columns: it stops the job, or it gets the ones that it lacks. */
  readonly onSchemaChange: "fail" | "add";
}

/** What each event holds: a body to be parsed, or (read from Parquet, Avro or Delta) these columns. */
export interface BodyIr {
  readonly format: "json" | "csv" | "parquet" | "avro" | "delta";
  readonly columns: readonly Field[];
}

/** Where each row of a raw table stood, and when it got there. */
export interface PositionIr {
  readonly columns: readonly Field[];
  /** The column with the time of arrival. */
  readonly arrival: string;
  /** The columns by which any two rows of one input have an order. */
  readonly order: readonly string[];
}
