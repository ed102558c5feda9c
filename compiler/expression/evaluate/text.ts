/**
 * Strings as Spark has them: bytes, mostly UTF-8. Here they are JavaScript's strings, in which a byte that is part of no character
 * is a lone surrogate, U+DC00 and the byte, so that bytes come back as they were.
 */

/** Whether every byte is part of a character. */
export const isWellFormed = (text: string): boolean => !/[\ud800-\udfff]/u.test(text);

/** The bytes of a text. */
export function bytesOf(text: string): Uint8Array {
  if (isWellFormed(text)) return new TextEncoder().encode(text);
  const parts: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0xdc80 && code <= 0xdcff) parts.push(code - 0xdc00);
    else parts.push(...new TextEncoder().encode(character));
  }
  return Uint8Array.from(parts);
}

/** The text of bytes: what is no UTF-8 is kept, byte by byte. */
export function textOf(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; ) {
    const length = characterAt(bytes, at);
    if (length === 0) {
      text += String.fromCharCode(0xdc00 + (bytes[at] ?? 0));
      at += 1;
      continue;
    }
    text += String.fromCodePoint(codeAt(bytes, at, length));
    at += length;
  }
  return text;
}

function codeAt(bytes: Uint8Array, at: number, length: number): number {
  const first = bytes[at] ?? 0;
  let code = length === 1 ? first : first & (0xff >> (length + 1));
  for (let i = 1; i < length; i += 1) code = (code << 6) | ((bytes[at + i] ?? 0) & 0x3f);
  return code;
}

/** How many bytes the character that starts here has; 0 if none does. */
function characterAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length =
    first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0;
  if (length === 0 || at + length > bytes.length) return 0;
  for (let i = 1; i < length; i += 1) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  const code = codeAt(bytes, at, length);
  const least = length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000;
  return code < least || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? 0 : length;
}

/** As a person reads it: what is no UTF-8 is a replacement character, as in Java, where half a surrogate pair is one and not three. */
export const readable = (text: string): string =>
  isWellFormed(text)
    ? text
    : new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytesOf(text.replaceAll(HALF_A_PAIR, "\ufffd")));

/** The bytes ED A0 80 to ED BF BF, the last of which may be missing. */
const HALF_A_PAIR = /\udced[\udca0-\udcbf][\udc80-\udcbf]?/gu;

export const hexOf = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");

export const bytesOfHex = (digits: string): Uint8Array =>
  Uint8Array.from((digits.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)));

/** The order of Spark's texts and bytes: byte by byte, without sign. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** The order of texts is that of their bytes, which for UTF-8 is that of their characters. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return compareBytes(bytesOf(a), bytesOf(b));
}

/** Without what `UTF8String.trimAll` takes off both ends: spaces and control characters. */
export const trimmed = (text: string): string => text.replace(/^[\0-\x20\x7f]+|[\0-\x20\x7f]+$/g, "");

/** The characters of a text as Spark counts them: where bytes are no UTF-8, by what the first byte says of how many follow. */
export function charactersOf(text: string): readonly string[] {
  if (isWellFormed(text)) return [...text];
  const bytes = bytesOf(text);
  const found: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at] ?? 0;
    const length = first < 0xc2 || first > 0xf4 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    found.push(textOf(bytes.subarray(at, at + length)));
    at += length;
  }
  return found;
}

/** Texts whose bytes can be searched: as they are, or with a character for each byte where one of them is no UTF-8. */
export const searchable = (texts: readonly string[]): readonly string[] =>
  texts.every(isWellFormed) ? texts : texts.map((text) => String.fromCharCode(...bytesOf(text)));
