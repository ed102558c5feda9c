// Places in a text, in JavaScript's words: its own `^`, `$` and `\b` go by other ends of lines and other letters.

export const LINE_ENDS = "\\n\\r\\u0085\\u2028\\u2029";
export const START = "^";
export const END = "$";
/** At the end, or before the line's end that is the last. */
export const BEFORE_LAST_LINE_END = `(?=(?:\\r\\n|(?<!\\r)\\n|[\\r\\u0085\\u2028\\u2029])?${END})`;
export const LINE_START = `(?:${START}|(?<=\\n|\\r(?!\\n)|[\\u0085\\u2028\\u2029])(?=[\\s\\S]))`;
export const LINE_END = `(?:${END}|(?=\\r\\n|(?<!\\r)\\n|[\\r\\u0085\\u2028\\u2029]))`;

/** A letter, a digit or `_`, and the marks on it: what Java before 19 takes for part of a word. */
const WORD = "[\\p{L}\\p{Nd}_]";
export const IN_WORD_BEFORE = `(?<=${WORD}\\p{Mn}*)`;
export const IN_WORD_AFTER = `(?:(?=${WORD})|(?<=${WORD}\\p{Mn}*)(?=\\p{Mn}))`;
export const NOT_BEFORE = `(?<!${WORD}\\p{Mn}*)`;
export const NOT_AFTER = `(?!${WORD}|(?<=${WORD}\\p{Mn}*)\\p{Mn})`;

/** Stands where only Java has something, that is to be read on behind. */
export const ANY = "(?:)";
