import { parsePattern } from "../../evaluate/java-pattern.js";

/**
 * Why a text is no regular expression of Java, if it is surely none: as JavaScript says it, or as it is read here. Of what only Java
 * knows the rest is taken on trust, so such a pattern can still be wrong in a rare detail.
 */
export function patternProblem(pattern: string): string | undefined {
  try {
    new RegExp(inJavaScript(pattern));
    const found = parsePattern(pattern);
    return "problem" in found && !found.isJavas ? `is no regular expression: it ${found.problem}.` : undefined;
  } catch (error) {
    const reason =
      error instanceof Error
        ? error.message.replace(/^Invalid regular expression: /, "").replace(/^.*\/[a-z]*: /s, "")
        : "";
    return `is no regular expression: ${reason.toLowerCase()}.`;
  }
}

/** How many groups a pattern captures. */
export const groupsOf = (pattern: string): number => {
  try {
    return (new RegExp(`${inJavaScript(pattern)}|`).exec("")?.length ?? 1) - 1;
  } catch {
    return 0;
  }
};

const inJavaScript = (pattern: string): string =>
  pattern
    .replaceAll(/\\Q.*?(?:\\E|$)/gs, "q")
    .replaceAll(/\\[pP](?:\{\w+\}|\w)/g, "\\w")
    .replaceAll(/\\[AZzGhHRX]/g, "")
    .replaceAll(/\(\?[a-zA-Z-]+\)/g, "")
    .replaceAll(/\(\?[a-zA-Z-]+:/g, "(?:")
    .replaceAll("(?>", "(?:")
    .replaceAll(/(\\.|[*+?}])\+/g, (all, before: string) => (before.startsWith("\\") ? all : before));
