/** A run of one letter, or text that stands as it is. */
export type PatternPart =
  | { readonly kind: "field"; readonly letter: string; readonly count: number }
  | { readonly kind: "text"; readonly text: string };

/**
 * The parts of a pattern of a time. Without an era `y` is the year with its sign, which Spark writes `u` for.
 * https://spark.apache.org/docs/latest/sql-ref-datetime-pattern.html
 */
export function partsOf(pattern: string): readonly PatternPart[] {
  const parts: PatternPart[] = [];
  for (const [run] of pattern.matchAll(/'(?:[^']|'')*'|([A-Za-z])\1*|[^A-Za-z']+/g)) {
    if (run.startsWith("'"))
      parts.push({ kind: "text", text: run === "''" ? "'" : run.slice(1, -1).replaceAll("''", "'") });
    else if (/^[A-Za-z]/.test(run)) parts.push({ kind: "field", letter: run.charAt(0), count: run.length });
    else parts.push({ kind: "text", text: run });
  }
  const hasEra = parts.some((part) => part.kind === "field" && part.letter === "G");
  return parts.map((part) =>
    part.kind === "field" && part.letter === "y" && !hasEra ? { ...part, letter: "u" } : part,
  );
}

export const MONTHS: readonly string[] =
  "January February March April May June July August September October November December".split(" ");

/** From Monday. */
export const WEEKDAYS: readonly string[] = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");

export const QUARTERS: readonly string[] = ["1st quarter", "2nd quarter", "3rd quarter", "4th quarter"];

export const ERAS: readonly string[] = ["Before Christ", "Anno Domini"];
export const SHORT_ERAS: readonly string[] = ["BC", "AD"];
