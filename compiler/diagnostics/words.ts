import { limitFor, type Near, nearer } from "./suggest.js";

/**
 * Known words, put in order once for many that may be mistyped ones of them. What it finds is what `nearest` finds among the same words one by one, but
 * what words begin with alike is compared once, and no further than where a word cannot be near any more: it looks at few of them.
 */
export class Words {
  /** In small letters, each once, in the order of UTF-16. */
  private readonly sorted: readonly string[];
  /** The words that are so in small letters, in their order. */
  private readonly known = new Map<string, Omit<Near, "distance">[]>();
  /** The first of the words that have this behind a dot. */
  private byEnd: ReadonlyMap<string, string> | undefined;

  constructor(private readonly words: readonly string[]) {
    let order = 0;
    for (const word of words) {
      const small = word.toLowerCase();
      const alike = this.known.get(small);
      if (alike === undefined) this.known.set(small, [{ word, order }]);
      else alike.push({ word, order });
      order += 1;
    }
    this.sorted = [...this.known.keys()].sort();
  }

  /** Of the keys of a mapping. */
  static readonly keysOf = (mapping: ReadonlyMap<string, unknown>): readonly string[] => [...mapping.keys()];

  /** The first of the words that ends with a dot and this. */
  endingWith(end: string): string | undefined {
    this.byEnd ??= firstByEnd(this.words);
    return this.byEnd.get(end);
  }

  closest(word: string): string | undefined {
    return this.nearest(word)?.word;
  }

  /** The first of the words that take the fewest steps; of those that `isMeant` only. */
  nearest(word: string, isMeant: (known: string) => boolean = () => true): Near | undefined {
    const limit = limitFor(word);
    if (limit === undefined) return undefined;
    // What is near is found soonest where little is allowed.
    for (let most = 0; ; most = Math.min(limit, Math.max(1, most * 2))) {
      const best = this.within(word.toLowerCase(), most, isMeant);
      if (best !== undefined || most === limit) return best;
    }
  }

  private within(written: string, limit: number, isMeant: (known: string) => boolean): Near | undefined {
    const { sorted, known } = this;
    const width = written.length + 1;
    /** Row `n`: the least steps from the first `n` letters of a known word to each beginning of the written one; `beyond` stands for all that is too many. */
    const rows: Uint16Array[] = [Uint16Array.from({ length: width }, (_, at) => at)];
    const letters: number[] = [];
    let best: Near | undefined;
    visit(0, sorted.length);
    return best;

    /** All from one place of `sorted` to another begin with `letters`. */
    function visit(from: number, to: number): void {
      const depth = letters.length;
      let at = from;
      if (sorted[at]?.length === depth) found(sorted[at] ?? "", rows[depth]?.[width - 1] ?? 0);
      while (at < to && sorted[at]?.length === depth) at += 1;
      while (at < to) {
        const letter = sorted[at]?.charCodeAt(depth) ?? 0;
        const end = endOf(letter, depth, at, to);
        letters[depth] = letter;
        if (fill(depth + 1, best?.distance ?? limit)) visit(at, end);
        letters.length = depth;
        at = end;
      }
    }

    function found(small: string, distance: number): void {
      const meant = distance > limit ? undefined : known.get(small)?.find(({ word }) => isMeant(word));
      if (meant !== undefined) best = nearer(best, { ...meant, distance });
    }

    /** Where words end that have a letter there. */
    function endOf(letter: number, depth: number, from: number, to: number): number {
      let [low, high] = [from + 1, to];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (sorted[middle]?.charCodeAt(depth) === letter) low = middle + 1;
        else high = middle;
      }
      return low;
    }

    /**
     * A row from the two before it; false if all in it takes more than `most`. Only cells near the diagonal can hold less. A row holds at most one
     * more than the row before, so that no swap of neighbours leads from there to less.
     */
    function fill(depth: number, most: number): boolean {
      const last = rows[depth - 1] ?? new Uint16Array(width);
      const beforeLast = rows[depth - 2];
      const row = rows[depth] ?? new Uint16Array(width);
      rows[depth] = row;
      const beyond = limit + 1;
      const letter = letters[depth - 1];
      const letterBefore = letters[depth - 2];
      const [start, end] = [Math.max(1, depth - limit), Math.min(width - 1, depth + limit)];
      row.fill(beyond);
      row[0] = Math.min(depth, beyond);
      let least = row[0];
      for (let column = start; column <= end; column += 1) {
        const other = written.charCodeAt(column - 1);
        let cost = Math.min(
          (last[column] ?? beyond) + 1,
          (row[column - 1] ?? beyond) + 1,
          (last[column - 1] ?? beyond) + (letter === other ? 0 : 1),
        );
        if (column > 1 && letterBefore === other && letter === written.charCodeAt(column - 2))
          cost = Math.min(cost, (beforeLast?.[column - 2] ?? beyond) + 1);
        row[column] = Math.min(cost, beyond);
        if (cost < least) least = cost;
      }
      return least <= most;
    }
  }
}

function firstByEnd(words: readonly string[]): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  for (const word of words)
    for (let at = word.indexOf("."); at >= 0; at = word.indexOf(".", at + 1)) {
      const end = word.slice(at + 1);
      if (!first.has(end)) first.set(end, word);
    }
  return first;
}
