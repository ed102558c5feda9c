/** A known word, and how far a mistyped one is from it. */
export interface Near {
  readonly word: string;
  /** Steps from the one to the other, whatever the case of letters. */
  readonly distance: number;
  /** Its place among the known words. */
  readonly order: number;
}

/** The known word nearest to a mistyped one, if one is near enough to be what was meant: the first of those that take the fewest steps. */
export const closest = (word: string, known: Iterable<string>): string | undefined => nearest(word, known)?.word;

/** As `closest`. Where many words are looked for among the same known ones: `Words`. */
export function nearest(word: string, known: Iterable<string>): Near | undefined {
  const limit = limitFor(word);
  if (limit === undefined) return undefined;
  const written = word.toLowerCase();
  const rows = rowsFor(written.length + limit + 1);
  let best: Near | undefined;
  let order = -1;
  for (const candidate of known) {
    order += 1;
    const most = best === undefined ? limit : best.distance - 1;
    const small = candidate.toLowerCase();
    if (Math.abs(small.length - written.length) > most) continue;
    const distance = editDistance(written, small, most, rows);
    if (distance > most) continue;
    best = { word: candidate, distance, order };
    if (distance === 0) break;
  }
  return best;
}

/** The one that takes fewer steps; of equals the one that comes first. */
export function nearer(one: Near | undefined, other: Near | undefined): Near | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return other.distance < one.distance || (other.distance === one.distance && other.order < one.order) ? other : one;
}

/** How many steps away a word may be that was meant; undefined: no word of anyone's is as long, and comparing it would take long. */
export const limitFor = (word: string): number | undefined =>
  word.length > LONGEST ? undefined : Math.max(1, Math.floor(word.length / 3));

const LONGEST = 300;

/** ` Did you mean 'columns'?`, or nothing. */
export const didYouMean = (suggestion: string | undefined): string =>
  suggestion === undefined ? "" : ` Did you mean '${suggestion}'?`;

/** `'a', 'b' or 'c'` */
export const oneOf = (words: readonly string[]): string => listed(words, "or");

/** `'a', 'b' and 'c'` */
export const allOf = (words: readonly string[]): string => listed(words, "and");

function listed(words: readonly string[], last: "and" | "or"): string {
  const quoted = words.map((word) => `'${word}'`);
  return quoted.length < 2 ? quoted.join("") : `${quoted.slice(0, -1).join(", ")} ${last} ${quoted.at(-1)}`;
}

/** Three rows of the table of distances, which comparing one word with many uses again and again. */
type Rows = readonly [Uint16Array, Uint16Array, Uint16Array];

const rowsFor = (width: number): Rows => [new Uint16Array(width), new Uint16Array(width), new Uint16Array(width)];

/**
 * Insertions, deletions, substitutions and swaps of neighbours that turn one word into the other; more than `most` where it takes more
 * than that. Only cells near the diagonal can hold less.
 */
function editDistance(a: string, b: string, most: number, [first, second, third]: Rows): number {
  let [beforeLast, last, current] = [first, second, third];
  const beyond = most + 1;
  for (let column = 0; column <= b.length; column += 1) last[column] = column;
  for (let row = 1; row <= a.length; row += 1) {
    const from = Math.max(1, row - most);
    const to = Math.min(b.length, row + most);
    const letter = a.charCodeAt(row - 1);
    const letterBefore = row > 1 ? a.charCodeAt(row - 2) : -1;
    current[from - 1] = from === 1 ? row : beyond;
    let least = row;
    for (let column = from; column <= to; column += 1) {
      const other = b.charCodeAt(column - 1);
      const above = column === row + most ? beyond : (last[column] ?? beyond);
      let cost = Math.min(
        above + 1,
        (current[column - 1] ?? beyond) + 1,
        (last[column - 1] ?? beyond) + (letter === other ? 0 : 1),
      );
      if (column > 1 && letterBefore === other && letter === b.charCodeAt(column - 2))
        cost = Math.min(cost, (beforeLast[column - 2] ?? beyond) + 1);
      current[column] = cost;
      if (cost < least) least = cost;
    }
    // A row holds at most one more than the row before, so that no swap from there is cheaper.
    if (least > most) return beyond;
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return last[b.length] ?? beyond;
}
