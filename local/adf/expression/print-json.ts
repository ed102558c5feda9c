import { floatText } from "./number-text.js";
import { isArray, type Value } from "./value.js";

/** JSON without spaces, letter for letter as the engine writes it. */
export function printJson(value: Value): string {
  if (value === null) return "null";
  if (isArray(value)) return `[${value.map(printJson).join(",")}]`;
  switch (typeof value) {
    case "string":
      return quote(value);
    case "number":
      return printFloat(value);
    case "object":
      return `{${Object.entries(value)
        .map(([name, content]) => `${quote(name)}:${printJson(content)}`)
        .join(",")}}`;
    default:
      return String(value);
  }
}

/** A float is known by its point or exponent; what JSON has no number for is a string. */
function printFloat(value: number): string {
  const text = floatText(value);
  if (!Number.isFinite(value)) return `"${text}"`;
  return /[.E]/.test(text) ? text : `${text}.0`;
}

const quote = (text: string): string => `"${text.replace(/["\\\p{Cc}\u2028\u2029]/gu, escaped)}"`;

const escapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

function escaped(character: string): string {
  const isPlain = character >= "\u007f" && character <= "\u009f" && character !== "\u0085";
  return isPlain ? character : (escapes[character] ?? unicode(character));
}

const unicode = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
