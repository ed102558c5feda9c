/** A regular expression of Java as one of JavaScript; `flags` are added. */
export const javaPattern = (pattern: string, flags: string): RegExp => new RegExp(pattern, `${flags}u`);

/** The parts of a text between matches, as Java's `String.split` gives them with a limit; -1 keeps all. */
export function splitBy(text: string, pattern: string, limit: number): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  for (const match of text.matchAll(javaPattern(pattern, "g"))) {
    if (limit > 0 && parts.length === limit - 1) break;
    const end = match.index + match[0].length;
    if (end === 0) continue; // no empty part before a match of nothing at the start
    parts.push(text.slice(from, match.index));
    from = end;
  }
  return [...parts, text.slice(from)];
}
