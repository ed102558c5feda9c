import type { Origin } from "../source/origin.js";
import type { Named, NonEmpty } from "./parts.js";

/** Its pipeline runs when all of these have succeeded. */
export interface After {
  readonly kind: "after";
  readonly origin: Origin;
  readonly name: string;
  readonly pipelines: NonEmpty<Named>;
}
