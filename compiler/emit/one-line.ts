/** Words as they stand in a comment of one line: no character of theirs ends it. */
export const oneLine = (words: string): string => words.replaceAll(/[\s\p{Cc}\u2028\u2029]+/gu, " ").trim();
