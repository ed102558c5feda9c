import type { Lock } from "../lock/lock.js";
import type { Ids } from "./ids.js";
import type { Places } from "./places.js";

/** What the identities of checkpoints are told by: the same in all environments, and by the environments' own places. */
export interface Identities {
  /** The project's name. */
  readonly project: string;
  readonly lock: Lock;
  readonly ids: Ids;
  readonly places: Places;
}
