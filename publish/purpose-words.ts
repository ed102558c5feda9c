import type { Purpose } from "./plan.js";

/** What each purpose is called: when it is asked for, given again, and done. */
export const purposeWords: Readonly<
  Record<Purpose, { readonly ask: string; readonly again: string; readonly done: string }>
> = {
  publish: { ask: "publish this", again: "publish again", done: "published" },
  rollback: { ask: "go back to this", again: "roll back again", done: "rolled back" },
  destroy: { ask: "destroy this", again: "destroy again", done: "destroyed" },
};

/** As a sentence begins. */
export const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
