/** The known word nearest to a mistyped one, if one is near enough to be what was meant. */
export function closest(word: string, known: Iterable<string>): string | undefined {
  // No word of anyone's is as long, and comparing it would take long.
  if (word.length > LONGEST) return undefined;
  const limit = Math.max(1, Math.floor(word.length / 3));
  const written = word.toLowerCase();
  const rows = rowsFor(word.length + limit + 1);
  let best: { word: string; distance: number } | undefined;
  for (const candidate of known) {
    const most = best === undefined ? limit : best.distance - 1;
    if (Math.abs(candidate.length - word.length) > most) continue;
    const distance = editDistance(written, candidate.toLowerCase(), most, rows);
    if (distance > most) continue;
    best = { word: candidate, distance };
    if (distance === 0) break;
  }
  return best?.word;
}

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
