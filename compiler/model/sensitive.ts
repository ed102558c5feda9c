import type { Origin } from "../source/origin.js";
import type { Named } from "./parts.js";

/** What can be sensitive in a value: of a person, a secret, of money, of somebody's health. */
export const labels = ["pii", "secret", "financial", "health"] as const;

export type Label = (typeof labels)[number];

export const isLabel = (word: unknown): word is Label => labels.some((label) => label === word);

/** Which kinds of what is sensitive may stand in a place, or be seen by somebody; none where it is not said. */
export interface Allowed {
  readonly labels: readonly Label[];
  /** Undefined: it is not said there. */
  readonly origin: Origin | undefined;
}

/** What a table says of the sensitivity of its columns, beside what they bring along. */
export interface SensitiveClauses {
  readonly sensitive: readonly Marking[];
  readonly declassify: readonly Declassification[];
}

/** A column that is sensitive because it is said so. */
export interface Marking {
  readonly column: Named;
  readonly label: Label;
}

/** A column that is not sensitive any more. */
export interface Declassification {
  readonly column: Named;
  readonly reason: string;
}
