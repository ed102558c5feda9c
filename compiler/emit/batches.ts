export interface Batch {
  readonly text: string;
  /** Of the script, where it begins: the first is 1. */
  readonly line: number;
}

/**
 * The batches of a script in T-SQL: each ends with `GO` on a line of its own. The tools that run such files know it, the database does not.
 * https://learn.microsoft.com/sql/t-sql/language-elements/sql-server-utilities-statements-go
 */
export function batchesIn(script: string): readonly Batch[] {
  const found: Batch[] = [];
  let line = 1;
  for (const part of script.split(/^[ \t]*GO[ \t]*\r?$/im)) {
    const [text, blank] = [part.trim(), /^\s*/.exec(part)?.[0] ?? ""];
    if (text !== "") found.push({ text, line: line + lineEnds(blank) });
    line += lineEnds(part);
  }
  return found;
}

const lineEnds = (text: string): number => text.split("\n").length - 1;

/** Their texts. */
export const batchesOf = (script: string): readonly string[] => batchesIn(script).map(({ text }) => text);
