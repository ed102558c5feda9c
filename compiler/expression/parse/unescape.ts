/** What stands between a string's quotes as Spark reads it; or the first backslash that Spark would silently drop. */
export function unescaped(raw: string): string | { readonly escape: string; readonly start: number } {
  if (!raw.includes("\\") && !raw.includes("''")) return raw;
  let value = "";
  for (let at = 0; at < raw.length; at += 1) {
    const character = raw.charAt(at);
    if (character === "'") at += 1;
    if (character !== "\\") {
      value += character;
      continue;
    }
    const unicode = /u([0-9a-fA-F]{4})|U(000[0-9a-fA-F]{5}|0010[0-9a-fA-F]{4})|([01][0-7]{2})/y;
    unicode.lastIndex = at + 1;
    const code = unicode.exec(raw);
    if (code !== null) {
      value +=
        code[3] === undefined
          ? String.fromCodePoint(Number.parseInt(code[1] ?? code[2] ?? "", 16))
          : String.fromCharCode(Number.parseInt(code[3], 8));
      at += code[0].length;
      continue;
    }
    const letter = raw.charAt(at + 1);
    const meaning = ESCAPES[letter];
    if (meaning === undefined) return { escape: `\\${letter}`, start: at };
    value += meaning;
    at += 1;
  }
  return value;
}

/** `\%` and `\_` keep their backslash: they are escapes of `like`, not of strings. */
const ESCAPES: Readonly<Record<string, string | undefined>> = {
  "0": "\0",
  "'": "'",
  '"': '"',
  b: "\b",
  n: "\n",
  r: "\r",
  t: "\t",
  Z: "\x1a",
  "\\": "\\",
  "%": "\\%",
  _: "\\_",
};
