import { Problem } from "./problem.js";
import type { Value } from "./value.js";

/** JSON, and nothing else. Integers keep all their digits. */
export function parseJson(text: string): Value {
  JSON.parse(text);
  return readJson(text);
}

const gap = /[\t\n\r ]*/y;
const number = /-?(?:0|[1-9]\d*)(\.\d*)?([eE][+-]?\d+)?(?=[\s,}\])/]|$)/y;
const word = /(?:true|false|null)(?=[\s,}\])/]|$)/y;
const name = /[\p{L}\p{N}_$]+/uy;
const words: Readonly<Record<string, Value>> = { true: true, false: false, null: null };

/**
 * The first value of a text, as the function `json` reads it: quotes may be single, names bare, a comma may follow the last item.
 * What follows the value is not looked at. Comments, numbers that are none in JSON (`0x1F`, `NaN`), `undefined` and what is not
 * closed, of which the engine makes something, are refused.
 */
export function readJson(text: string): Value {
  let at = 0;
  return readValue();

  function readValue(): Value {
    skipGap();
    if (take("{")) return readObject();
    if (take("[")) return readArray();
    if (text[at] === '"' || text[at] === "'") return readString();
    const found = read(word);
    if (found !== undefined) return words[found[0]] ?? null;
    const digits = read(number);
    if (digits === undefined) throw wrong("a value");
    return digits[1] === undefined && digits[2] === undefined ? BigInt(digits[0]) : Number(digits[0]);
  }

  function readObject(): Value {
    const entries: [string, Value][] = [];
    for (;;) {
      skipGap();
      if (take("}")) return Object.fromEntries(entries);
      const key = text[at] === '"' || text[at] === "'" ? readString() : read(name)?.[0];
      if (key === undefined) throw wrong("a name");
      skipGap();
      if (!take(":")) throw wrong("':'");
      entries.push([key, readValue()]);
      skipGap();
      if (!take(",") && text[at] !== "}") throw wrong("',' or '}'");
    }
  }

  function readArray(): Value {
    const items: Value[] = [];
    for (;;) {
      skipGap();
      if (take("]")) return items;
      items.push(readValue());
      skipGap();
      if (!take(",") && text[at] !== "]") throw wrong("',' or ']'");
    }
  }

  function readString(): string {
    const quote = text[at] ?? "";
    let content = "";
    for (at += 1; text[at] !== quote; ) {
      if (at >= text.length) throw wrong("the end of the string");
      if (take("\\")) content += readEscape();
      else content += text[at++];
    }
    at += 1;
    return content;
  }

  function readEscape(): string {
    const letter = text[at] ?? "";
    const hex = /^u[0-9a-fA-F]{4}/.exec(text.slice(at, at + 5))?.[0];
    const character = hex === undefined ? escapes[letter] : String.fromCharCode(Number.parseInt(hex.slice(1), 16));
    if (character === undefined) throw wrong("an escape of JSON");
    at += hex?.length ?? 1;
    return character;
  }

  function skipGap(): void {
    read(gap);
  }

  function take(character: string): boolean {
    if (text[at] !== character) return false;
    at += 1;
    return true;
  }

  function read(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    at += found?.[0].length ?? 0;
    return found ?? undefined;
  }

  function wrong(wanted: string): Problem {
    const found = at < text.length ? `'${text[at]}'` : "the end";
    return new Problem(`the text is not JSON: expected ${wanted}, found ${found} (character ${at + 1} of it)`);
  }
}

const escapes: Readonly<Record<string, string>> = {
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
