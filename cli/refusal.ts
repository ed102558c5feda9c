/** Why a command does not do what was asked: returned, and printed by whoever ran the command. */
export interface Refusal {
  readonly kind: "refusal";
  readonly message: string;
  readonly exitCode: 1 | 2;
}

/** Something stands in the way. */
export const refused = (message: string): Refusal => ({ kind: "refusal", message, exitCode: 1 });

/** The command makes no sense as it was given. */
export const misused = (message: string): Refusal => ({ kind: "refusal", message, exitCode: 2 });

/** What a command ends with: an exit code, or a refusal. */
export type Outcome = number | Refusal;
