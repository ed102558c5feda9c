import type { Json } from "../compiler/emit/json.js";
import type { OpenedPlace } from "./destination.js";
import type { RightsRow } from "./rights.js";

/** Gives the password of the user who opens a place. */
export type PasswordOf = (place: Pick<OpenedPlace, "password">) => Promise<string>;

/** A place that keeps rights, opened as its connection's user. Both methods take what `Wanted` has of it. */
export interface RightsSession {
  /** What bringing it there would change. Only reads. */
  differences(wanted: Json): Promise<readonly RightsRow[]>;
  /** Makes the principals' rights what is wanted. What it has done before it rejects is done again by the next publishing. */
  bring(wanted: Json): Promise<void>;
}

/** One place that keeps rights. Each engine has a file that makes it. */
export interface RightsKeeper {
  /** Which it is, and who opens it, for messages. */
  readonly where: string;
  /** Opens it, and closes it after `use`. Rejects if it is not reached, or the user is not let in. */
  opened<T>(use: (session: RightsSession) => Promise<T>): Promise<T>;
}
