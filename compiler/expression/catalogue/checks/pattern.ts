import { parsePattern } from "../../evaluate/java-pattern.js";

/**
 * Why a text is no regular expression of Java, if it is surely none. Of some things that only Java has, as the names of scripts, the
 * rest is taken on trust, so such a pattern can still be wrong in a rare detail.
 */
export function patternProblem(pattern: string): string | undefined {
  const found = parsePattern(pattern);
  return "problem" in found && !found.isJavas ? `is no regular expression: it ${found.problem}.` : undefined;
}

/** How many groups a pattern captures. */
export const groupsOf = (pattern: string): number => parsePattern(pattern).groups.length - 1;
