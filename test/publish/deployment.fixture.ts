import type { JsonObject } from "../../local/azure/json.js";
import { objectsIn } from "../../local/azure/json.js";

/** A batch of a script, as a run of the deployment pipeline is handed it. */
export interface HandedBatch {
  /** `master` or `own`: which database it is for. */
  readonly where: string;
  /** The script's path. */
  readonly script: string;
  readonly text: string;
}

/** What a run is handed, in order; empty: it runs no scripts. */
export const handedTo = (parameters: JsonObject): readonly HandedBatch[] =>
  objectsIn(parameters["batches"]).map(({ where, script, text }) => ({
    where: String(where),
    script: String(script),
    text: String(text),
  }));
