import type { JsonObject, JsonValue } from "./json.js";
import type { Scope } from "./scope.js";

/** How an activity ended. */
export type Outcome = "Succeeded" | "Failed" | "Skipped";

export type Condition = Outcome | "Completed";

/** An activity of a pipeline, read and found to be one that can be run here. */
export interface Activity {
  readonly name: string;
  readonly type: string;
  /** All of these must hold; of one activity's conditions, one. */
  readonly dependsOn: readonly Dependency[];
  /** Of one that is switched off: what it is taken to have come to. */
  readonly inactiveAs: Outcome | undefined;
  /** How often it is tried again when it fails. */
  readonly retry: JsonValue;
  /** What comes of it is not told. */
  readonly isSecret: boolean;
  readonly userProperties: readonly { readonly name: string; readonly value: JsonValue }[];
  readonly run: Run;
}

export interface Dependency {
  readonly activity: string;
  readonly conditions: readonly Condition[];
}

/** Does what the activity does; what comes of it is its `output`. */
export type Run = (scope: Scope) => Promise<JsonObject>;

/** Why an activity has failed, as the service's page of a run would show it. */
export class ActivityError extends Error {
  override readonly name = "ActivityError";
  constructor(
    message: string,
    readonly code = "",
  ) {
    super(message);
  }
}

/** What an activity has come to, as expressions see it: `activity('old mark').output.firstRow.mark`. */
export interface Result {
  readonly outcome: Outcome;
  readonly output: JsonObject;
  readonly error: { readonly message: string; readonly code: string } | undefined;
}
