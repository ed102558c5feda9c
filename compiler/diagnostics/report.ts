import type { Diagnostic } from "./diagnostic.js";
import { onceWritten } from "./once-written.js";
import { Words } from "./words.js";

/** Collects what a compilation found. Passed in, never global. */
export class Report {
  private readonly found: Diagnostic[] = [];
  private readonly words = new WeakMap<object, WeakMap<object, Words>>();

  add(diagnostic: Diagnostic): void {
    this.found.push(diagnostic);
  }

  get hasErrors(): boolean {
    return this.found.some(({ severity }) => severity === "error");
  }

  /**
   * The words of something that does not change any more, put in order once however many names are looked for among them. `words`: the same
   * function each time.
   */
  wordsOf<Owner extends object>(owner: Owner, words: (owner: Owner) => readonly string[]): Words {
    const byOwner = this.words.get(words) ?? new WeakMap<object, Words>();
    this.words.set(words, byOwner);
    const known = byOwner.get(owner) ?? new Words(words(owner));
    byOwner.set(owner, known);
    return known;
  }

  /** By file, place and code: the order in which a person reads. What is written once is told once. */
  sorted(): readonly Diagnostic[] {
    return onceWritten(this.found)
      .map((diagnostic) => ({ diagnostic, path: diagnostic.origin.file.path, start: diagnostic.origin.range.start }))
      .sort((a, b) => compare(a.path, b.path) || a.start - b.start || compare(a.diagnostic.code, b.diagnostic.code))
      .map(({ diagnostic }) => diagnostic);
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
