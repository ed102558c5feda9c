const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Base 64 by RFC 4648. */
export function base64Of(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = bytes.subarray(at, at + 3);
    const group = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    const digit = (shift: number): string => DIGITS[(group >> shift) & 63] ?? "";
    text += digit(18) + digit(12) + (b === undefined ? "=" : digit(6)) + (c === undefined ? "=" : digit(0));
  }
  return text;
}

/** The bytes of a text in base 64, in which there may be white space, and no padding; null for other text, as `try_to_binary` has it. */
export function bytesOfBase64(text: string): Uint8Array | null {
  const written = text.replaceAll(/[ \t\r\n]/g, "");
  const match = /^([A-Za-z0-9+/]*)(={0,2})$/.exec(written);
  if (match === null) return null;
  const [, digits = "", padding = ""] = match;
  const rest = digits.length % 4;
  if (rest === 1 || (padding !== "" && rest + padding.length !== 4)) return null;
  const bytes: number[] = [];
  for (let at = 0; at < digits.length; at += 4) {
    const group = [...digits.slice(at, at + 4)].map((digit) => DIGITS.indexOf(digit));
    const bits = group.reduce((all, digit, i) => all | (digit << (18 - 6 * i)), 0);
    bytes.push(...[bits >> 16, (bits >> 8) & 255, bits & 255].slice(0, group.length - 1));
  }
  return Uint8Array.from(bytes);
}
