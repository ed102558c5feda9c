import type { Origin } from "../source/origin.js";
import type { Named } from "./parts.js";

/** Bronze of a database's table: what each reading brought, in a folder of its own. */
export interface LandedTable {
  readonly kind: "landed";
  readonly origin: Origin;
  readonly layer: "bronze";
  readonly name: string;
  /** The name by which the lake and the lock know it: the one it had before it was renamed. */
  readonly storedAs: string;
  readonly description: string | undefined;
  readonly from: Named;
  readonly format: "csv" | "parquet" | "json";
}
