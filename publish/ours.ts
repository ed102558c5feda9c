import { isKnown, type State } from "./state.js";
import type { Live } from "./thing.js";

/** Whether a thing that is there may be changed and deleted by this project. */
export function isOurs({ id, kind, isMarked }: Live, state: State): boolean {
  switch (kind.ownership) {
    case "mark":
      return isMarked;
    case "place":
      return isMarked && isKnown(state, id);
    case "shared":
    case "never":
      return false;
  }
}
