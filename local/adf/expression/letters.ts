/** Letter by letter, as .NET does: never more letters than before, and the Turkish i without or with a dot stays as it is. */
export const toUpper = (text: string): string => mapped(text, (letter) => letter.toUpperCase());

export const toLower = (text: string): string => mapped(text, (letter) => letter.toLowerCase());

/** The same for texts that differ in case only. */
export const foldCase = toUpper;

const mapped = (text: string, map: (letter: string) => string): string =>
  text.replace(/[^\u0130\u0131\ud800-\udfff]/g, (letter) => {
    const other = map(letter);
    return other.length === 1 ? other : letter;
  });
