import type { ObjectValue, Value } from "./value.js";

/** What expressions may ask for. What is left out cannot be named where the expression stands, and is refused. */
export interface Context {
  /** What `pipeline()` has besides parameters: `RunId`, `Pipeline`, `DataFactory`, `TriggerTime` … */
  readonly pipeline?: ObjectValue;
  readonly parameters?: ObjectValue;
  readonly globalParameters?: ObjectValue;
  readonly variables?: ObjectValue;
  /** What `activity('name')` gives, of those that have ended: `{ output, status, error … }`. */
  readonly activities?: ObjectValue;
  /** The item at hand of a ForEach or Filter. */
  readonly item?: Value;
  /** The parameters of the dataset that the expression stands in. */
  readonly dataset?: ObjectValue;
  /** The parameters of the linked service that the expression stands in. */
  readonly linkedService?: ObjectValue;
  readonly trigger?: ObjectValue;
  readonly triggerBody?: ObjectValue;
  readonly clock?: Clock;
}

/** What differs each time that it is asked for. */
export interface Clock {
  readonly utcNow: () => Date;
  /** With hyphens: `c2ecc88d-88c8-4096-912c-d6f2e2b138ce`. */
  readonly guid: () => string;
  /** From 0, below 1. */
  readonly random: () => number;
}
