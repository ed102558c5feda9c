import type { Json } from "../compiler/emit/json.js";
import type { Change } from "./change.js";
import type { Kind } from "./kinds.js";
import type { ThingId } from "./thing.js";

export type Action =
  | "create"
  | "update"
  | "delete"
  | "start"
  | "stop"
  /** Starts a pipeline with what it is handed, and waits until it has done it. */
  | "run"
  /** Takes entries of ours out of what is shared with others, or of what a pipeline returns, when nothing uses them any more. */
  | "clear";

/** One call, or a few that belong together, to a service. */
export interface Step {
  /** `update:pipeline/users`. */
  readonly id: StepId;
  readonly action: Action;
  readonly thing: ThingId;
  readonly kind: Kind;
  readonly name: string;
  /** How the service itself calls it, where that is not its name. */
  readonly address: string | undefined;
  /** The version that was read, which must still be there; undefined: there must be none. */
  readonly before: string | undefined;
  /** What is sent by creating or updating. */
  readonly value: Json | undefined;
  readonly changes: readonly Change[];
  /** Why, in a few words. */
  readonly reason: string;
  /** What cannot be had again afterwards: it needs `--allow` with the step's id. */
  readonly loses: string | undefined;
  /** Where it is not allowed, it is left undone, and the rest is published. */
  readonly isOptional?: boolean;
  /** Steps that must be done before. */
  readonly after: readonly StepId[];
}

export type StepId = string;

export const stepId = (action: Action, thing: ThingId): StepId => `${action}:${thing}`;
