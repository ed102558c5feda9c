import { javaDouble } from "./java-double.js";

/** A JSON value as it was written: names in order and perhaps repeated, numbers as text. */
export type Json =
  | { readonly kind: "object"; readonly members: readonly (readonly [name: string, value: Json])[] }
  | { readonly kind: "array"; readonly elements: readonly Json[] }
  | { readonly kind: "string"; readonly text: string }
  | { readonly kind: "whole"; readonly value: bigint }
  | { readonly kind: "double"; readonly value: number; readonly text: string }
  | { readonly kind: "word"; readonly word: "true" | "false" | "null" };

/** What a reader of JSON lets pass beside JSON; both let single quotes pass. */
export interface Leniency {
  readonly controlCharacters: boolean;
  /** NaN and Infinity. */
  readonly noNumbers: boolean;
}

/** The first value of a text as Jackson reads it: what follows a whole value is not looked at. Undefined for what is no JSON. */
export function parseJson(text: string, leniency: Leniency): Json | undefined {
  const reader: Reader = { text, at: 0, leniency };
  try {
    skipSpace(reader);
    const value = valueAt(reader);
    // A number or a word ends with white space or with the text.
    const isOpen = value.kind === "whole" || value.kind === "double" || value.kind === "word";
    return isOpen && !/^(?:[ \t\r\n]|$)/.test(text.slice(reader.at, reader.at + 1)) ? undefined : value;
  } catch (error) {
    if (error instanceof NoJson) return undefined;
    throw error;
  }
}

class NoJson extends Error {}

interface Reader {
  readonly text: string;
  at: number;
  readonly leniency: Leniency;
}

const fail = (): never => {
  throw new NoJson();
};

function skipSpace(reader: Reader): void {
  while (/[ \t\r\n]/.test(reader.text.charAt(reader.at))) reader.at += 1;
}

function take(reader: Reader, text: string): boolean {
  const found = reader.text.startsWith(text, reader.at);
  if (found) reader.at += text.length;
  return found;
}

function valueAt(reader: Reader): Json {
  const first = reader.text.charAt(reader.at);
  if (first === "{") return objectAt(reader);
  if (first === "[") return arrayAt(reader);
  if (first === '"' || first === "'") return { kind: "string", text: stringAt(reader) };
  for (const word of ["true", "false", "null"] as const) if (take(reader, word)) return { kind: "word", word };
  return numberAt(reader);
}

const NO_NUMBERS: Readonly<Record<string, number>> = {
  NaN: Number.NaN,
  "+Infinity": Number.POSITIVE_INFINITY,
  Infinity: Number.POSITIVE_INFINITY,
  "-Infinity": Number.NEGATIVE_INFINITY,
  "+INF": Number.POSITIVE_INFINITY,
  INF: Number.POSITIVE_INFINITY,
  "-INF": Number.NEGATIVE_INFINITY,
};

function numberAt(reader: Reader): Json {
  const number = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?(?![\d])/y;
  number.lastIndex = reader.at;
  const [text, fraction, exponent] = number.exec(reader.text) ?? [];
  if (text !== undefined) {
    reader.at += text.length;
    if (fraction === undefined && exponent === undefined) return { kind: "whole", value: BigInt(text) };
    return { kind: "double", value: Number(text), text };
  }
  if (reader.leniency.noNumbers)
    for (const [word, value] of Object.entries(NO_NUMBERS))
      if (take(reader, word)) return { kind: "double", value, text: word };
  return fail();
}

function objectAt(reader: Reader): Json {
  const members: (readonly [string, Json])[] = [];
  reader.at += 1;
  skipSpace(reader);
  if (take(reader, "}")) return { kind: "object", members };
  for (;;) {
    skipSpace(reader);
    if (!/["']/.test(reader.text.charAt(reader.at))) fail();
    const name = stringAt(reader);
    skipSpace(reader);
    if (!take(reader, ":")) fail();
    skipSpace(reader);
    members.push([name, valueAt(reader)]);
    skipSpace(reader);
    if (take(reader, "}")) return { kind: "object", members };
    if (!take(reader, ",")) fail();
  }
}

function arrayAt(reader: Reader): Json {
  const elements: Json[] = [];
  reader.at += 1;
  skipSpace(reader);
  if (take(reader, "]")) return { kind: "array", elements };
  for (;;) {
    skipSpace(reader);
    elements.push(valueAt(reader));
    skipSpace(reader);
    if (take(reader, "]")) return { kind: "array", elements };
    if (!take(reader, ",")) fail();
  }
}

const ESCAPES: Readonly<Record<string, string | undefined>> = {
  '"': '"',
  "'": "'",
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

function stringAt(reader: Reader): string {
  const quote = reader.text.charAt(reader.at);
  reader.at += 1;
  let text = "";
  for (;;) {
    const character = reader.text.charAt(reader.at);
    reader.at += 1;
    if (character === quote) return text;
    if (character === "" || (character < " " && !reader.leniency.controlCharacters)) fail();
    text += character === "\\" ? escapeAt(reader) : character;
  }
}

function escapeAt(reader: Reader): string {
  const letter = reader.text.charAt(reader.at);
  reader.at += 1;
  if (letter !== "u") return (letter === "'" ? undefined : ESCAPES[letter]) ?? fail();
  const code = /^[0-9a-fA-F]{4}/.exec(reader.text.slice(reader.at, reader.at + 4))?.[0] ?? fail();
  reader.at += 4;
  return String.fromCharCode(Number.parseInt(code, 16));
}

/** JSON as Jackson writes it, without spaces; a number with a fraction or an exponent becomes a double first. */
export function printJson(value: Json): string {
  switch (value.kind) {
    case "object":
      return `{${value.members.map(([name, one]) => `${quotedJson(name)}:${printJson(one)}`).join(",")}}`;
    case "array":
      return `[${value.elements.map(printJson).join(",")}]`;
    case "string":
      return quotedJson(value.text);
    case "whole":
      return String(value.value);
    case "double":
      return jsonDouble(value.value);
    case "word":
      return value.word;
  }
}

/** What is no number is a text. */
export const jsonDouble = (value: number): string =>
  Number.isFinite(value) ? javaDouble(value) : `"${javaDouble(value)}"`;

const SHORT: Readonly<Record<string, string | undefined>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

export const quotedJson = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that JSON escapes
  `"${text.replaceAll(/["\\\u0000-\u001f]/g, (one) => SHORT[one] ?? `\\u${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`)}"`;
