import { Problem } from "./problem.js";

const decoder = { fatal: false, ignoreBOM: true };

/** What is no UTF-8 becomes U+FFFD. */
export const utf8 = (bytes: Uint8Array): string => new TextDecoder("utf-8", decoder).decode(bytes);

export const toBase64 = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString("base64");

/** White space is passed over; anything else that is not base64 with its padding is refused. */
export function fromBase64(text: string): Uint8Array {
  const packed = text.replace(/[\t\n\r ]/g, "");
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(packed)) {
    throw new Problem("the text is not base64");
  }
  return Buffer.from(packed, "base64");
}

/** `%20` and `+` become what they stand for; `%` before anything else stays. */
export function fromUri(text: string): Uint8Array {
  const parts = text.replaceAll("+", " ").split(/(%[0-9a-fA-F]{2})/);
  return Buffer.concat(
    parts.map((part, index) => (index % 2 === 1 ? Buffer.from(part.slice(1), "hex") : Buffer.from(part))),
  );
}

/** As `fromUri`, as text; `%u20AC` is known too. */
export const textFromUri = (text: string): string =>
  text
    .split(/(%u[0-9a-fA-F]{4})/)
    .map((part, index) =>
      index % 2 === 1 ? String.fromCharCode(Number.parseInt(part.slice(2), 16)) : utf8(fromUri(part)),
    )
    .join("");

/** https://learn.microsoft.com/dotnet/api/system.uri.escapedatastring */
const longestUri = 65_519;

/** All but letters, digits and `~-._` is percent-encoded. */
export function toUri(text: string): string {
  if (text.length > longestUri) throw new Problem(`the text has more than ${longestUri} characters`);
  if (/\p{Surrogate}/u.test(text)) throw new Problem("the text holds half a character (a lone surrogate)");
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
