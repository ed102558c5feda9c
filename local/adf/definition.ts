import type { Activity } from "./activity.js";
import type { Script } from "./data-flow/script.js";
import type { JsonValue } from "./json.js";

/** A pipeline, read and found to be one that can be run here. */
export interface Pipeline {
  readonly name: string;
  readonly parameters: ReadonlyMap<string, Declared>;
  readonly variables: ReadonlyMap<string, Declared>;
  readonly activities: readonly Activity[];
}

/** A parameter or a variable. */
export interface Declared {
  /** In lower case: `array`. */
  readonly type: string;
  /** Undefined: a parameter must be given, a variable has its type's own. */
  readonly byDefault: JsonValue | undefined;
}

/** What an activity reads from or writes to, by parameters. */
export interface Dataset {
  readonly name: string;
  readonly type: string;
  readonly linkedService: string;
  readonly parameters: ReadonlyMap<string, Declared>;
  /** As they were written, with expressions over its own parameters. */
  readonly properties: JsonValue;
}

/** A mapping data flow, read and found to be one that can be run here. */
export interface DataFlow {
  readonly name: string;
  readonly script: Script;
  readonly sources: readonly { readonly name: string; readonly dataset: string }[];
  readonly sinks: readonly { readonly name: string; readonly linkedService: string }[];
}

/** How an activity names a dataset. */
export interface DatasetUse {
  readonly dataset: Dataset;
  readonly parameters: JsonValue;
}
