import type { World } from "./world.js";

/** Lines that tell how things stand, written anew in place on a terminal. */
export interface LiveBlock {
  /** Replaces what was shown before. */
  readonly show: (text: string) => void;
  /** Writes something above it that stays. */
  readonly write: (text: string) => void;
  /** Leaves it as it stands; what is written next stands below. */
  readonly leave: () => void;
}

/** Away from a terminal every fifth showing is written, if it says something new. */
export function liveBlock({ err, columns }: Pick<World, "err" | "columns">): LiveBlock {
  let shown = "";
  let told = 0;
  const showHere = (text: string, width: number) => {
    const above = shown.split("\n").length - 1;
    shown = text.replace(/^.*$/gm, (line) => line.slice(0, width - 1)); // a line that wraps would count twice
    err(`${above > 0 ? `\x1b[${above}A\x1b[J` : ""}${shown}`);
  };
  const showThere = (text: string) => {
    if (told % 5 === 0 && text !== shown) {
      shown = text;
      err(text);
    }
    told += 1;
  };
  return {
    show: (text) => {
      const width = columns?.();
      if (width === undefined) showThere(text);
      else showHere(text, width);
    },
    write: (text) => {
      const width = columns?.();
      if (width === undefined) return err(text);
      const block = shown;
      showHere(text, Number.POSITIVE_INFINITY);
      shown = "";
      showHere(block, width);
    },
    leave: () => {
      shown = "";
    },
  };
}
