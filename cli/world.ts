import { text } from "node:stream/consumers";
import { createColors } from "picocolors";
import type { Palette } from "../compiler/diagnostics/frame.js";

/** What a command knows of the process that it runs in. */
export interface World {
  readonly cwd: string;
  readonly palette: Palette;
  /** Milliseconds since whenever, by a clock that is never set. */
  now(): number;
  /** Results. */
  out(text: string): void;
  /** Refusals and progress. */
  err(text: string): void;
  /** All that comes on standard input; undefined: nothing is given there. */
  input?(): Promise<string | undefined>;
  /** How wide the terminal is that `err` goes to; undefined: it goes to none. */
  columns?(): number | undefined;
}

/** The world of this process. */
export function processWorld(): World {
  const colours = createColors(wantsColour(process.env, process.stdout.isTTY));
  return {
    cwd: process.cwd(),
    now: () => performance.now(),
    palette: {
      error: (text) => colours.bold(colours.red(text)),
      warning: (text) => colours.bold(colours.yellow(text)),
      place: colours.cyan,
      code: colours.gray,
      dim: colours.gray,
    },
    out: (words) => {
      process.stdout.write(words);
    },
    err: (words) => {
      process.stderr.write(words);
    },
    input: async () => (process.stdin.isTTY ? undefined : text(process.stdin)),
    columns: () => (process.stderr.isTTY && process.env["TERM"] !== "dumb" ? process.stderr.columns : undefined),
  };
}

/** On a terminal, unless the person says otherwise (https://no-color.org, FORCE_COLOR). */
export function wantsColour(variables: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = variables;
  if (NO_COLOR !== undefined && NO_COLOR !== "") return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== "") return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  return isTerminal && TERM !== "dumb";
}
