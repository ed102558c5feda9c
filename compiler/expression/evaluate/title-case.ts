/** Letters of two, whose form at the start of a word has only its first part capital. */
const PAIRS: readonly string[] = ["ǅ", "ǈ", "ǋ", "ǲ"];

/** Each word, after a space or at the start, with a capital letter, as Java's `Character.toTitleCase` makes it. */
export const titleCase = (text: string): string =>
  text.replaceAll(/(^| )([^ ])/gu, (_, before: string, letter: string) => before + capital(letter));

function capital(letter: string): string {
  const pair = PAIRS.find((one) => one.toLowerCase() === letter.toLowerCase());
  if (pair !== undefined) return pair;
  if (/^[\u10d0-\u10ff]$/.test(letter)) return letter;
  const code = letter.codePointAt(0) ?? 0;
  if (code >= 0x1f80 && code <= 0x1faf && code % 16 < 8) return String.fromCodePoint(code + 8);
  if (code === 0x1fb3 || code === 0x1fc3 || code === 0x1ff3) return String.fromCodePoint(code + 9);
  const upper = letter.toUpperCase();
  return [...upper].length === 1 ? upper : letter;
}
