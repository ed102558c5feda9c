import type { Origin } from "../source/origin.js";
import type { ExpressionText, Named } from "./parts.js";

/** What is shown of a value that is masked; of null it is null. docs/warehouse.md says it for every value. */
export type Shown =
  | { readonly kind: "nothing" | "domain" }
  /** `characters`: how many, from 1 to 100. */
  | { readonly kind: "first" | "last"; readonly characters: number };

/** A column of a view whose values only some see. */
export interface Mask {
  readonly origin: Origin;
  readonly column: Named;
  readonly show: Shown;
  /** The principals that see them; none: nobody does. */
  readonly unmask: readonly Named[];
}

/** The rows that a principal sees. */
export interface RowFilter {
  readonly origin: Origin;
  readonly principal: Named;
  readonly where: ExpressionText | "all";
}
