import type { Result } from "./activity.js";
import type { JsonObject, JsonValue } from "./json.js";
import type { World } from "./world.js";

/** What an activity, and the expressions in it, can see. */
export interface Scope {
  readonly world: World;
  readonly run: PipelineRun;
  readonly results: Results;
  /** Of a ForEach, or of a Filter. */
  readonly item?: JsonValue;
  /** The containers that it is in, and which turn of each: `each table`, `users`. */
  readonly within: readonly string[];
}

/** One run of a pipeline. */
export interface PipelineRun {
  readonly pipeline: string;
  readonly id: string;
  /** When it was started, in ISO 8601. */
  readonly at: string;
  readonly parameters: JsonObject;
  readonly variables: Map<string, JsonValue>;
  /** What it returns to the activity that started it, by key. */
  readonly returned: Map<string, JsonValue>;
  /** The run whose activity started it. */
  readonly parent: PipelineRun | undefined;
}

/** What activities have come to: those of a container's turn, and around them those of the whole pipeline. */
export interface Results {
  readonly get: (name: string) => Result | undefined;
  /** By the activities' names, as they are written. */
  readonly all: () => Readonly<Record<string, Result>>;
  readonly set: (name: string, result: Result) => void;
  /** The results of a turn: it sees what is around it, and nobody else sees into it. */
  readonly inner: () => Results;
}

export function newResults(outer?: Results): Results {
  const own = new Map<string, Result>();
  const results: Results = {
    get: (name) => own.get(name) ?? outer?.get(name),
    all: () => ({ ...outer?.all(), ...Object.fromEntries(own) }),
    set: (name, result) => {
      own.set(name, result);
    },
    inner: () => newResults(results),
  };
  return results;
}
