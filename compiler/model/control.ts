import type { Origin } from "../source/origin.js";
import type { Named } from "./parts.js";

/** Where it is kept how far each table of a database was read. */
export interface Control {
  readonly kind: "control";
  readonly origin: Origin;
  readonly connection: Named;
  /** The database's schema that its tables stand in. */
  readonly schema: string;
}
