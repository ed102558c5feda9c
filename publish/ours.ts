import { comparable, isAsSent } from "./comparable.js";
import { begunOf, type State } from "./state.js";
import type { Live } from "./thing.js";

/** Whether a thing that is there may be changed and deleted by this project. */
export function isOurs({ id, kind, value, isMarked }: Live, { published, begun }: State): boolean {
  switch (kind.ownership) {
    case "mark":
      return isMarked;
    case "place":
      if (!isMarked || value === undefined) return false;
      // What was only begun may never have been made: somebody else's may stand there by now.
      return (
        Object.hasOwn(published, id) || begunOf(begun, id).some((one) => isAsSent(kind, one, comparable(kind, value)))
      );
    case "principals":
      return true;
    case "shared":
    case "never":
      return false;
  }
}
