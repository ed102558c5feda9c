import { base64Of, bytesOfBase64 } from "../base64.js";
import { type Evaluator, type Evaluators, strict, withNulls } from "../evaluator.js";
import { formatNumber } from "../format-number.js";
import { concatenated, joinedTexts } from "../join.js";
import { bytesOf, bytesOfHex, charactersOf, readable, searchable } from "../text.js";
import { arrayOf, bytesIn, elementsIn, textIn, type Value, wholeIn } from "../value.js";
import { isLuhnNumber, levenshtein, soundex } from "../words.js";

const ofText = (compute: (text: string) => Value): Evaluator => strict(([text]) => compute(textIn(text)));
const ofTexts = (compute: (...texts: readonly string[]) => Value): Evaluator =>
  strict((texts) => compute(...texts.map(textIn)));

const numberIn = (value: Value | undefined): number => Number(wholeIn(value));

const MOST = 2_147_483_647;

/** From a place counted from 1, or from the end, as Spark counts: a start before the text takes its length from there. */
function part<T>(items: readonly T[], start: number, length: number): readonly T[] {
  const from = start > 0 ? start - 1 : start < 0 ? items.length + start : 0;
  const to = Math.min(Math.max(from + length, -MOST - 1), MOST);
  return to <= from ? [] : items.slice(Math.max(0, from), Math.max(0, to));
}

const partOfText = (text: string, start: number, length = MOST): string =>
  joinedTexts(part(charactersOf(text), start, length));

/** Of bytes the length counts from the start within them. */
function partOfBytes(bytes: Uint8Array, start: number, length: number): Uint8Array {
  if (start > bytes.length) return new Uint8Array(0);
  const from = start > 0 ? start - 1 : start < 0 ? bytes.length + start : 0;
  // Spark computes in ints that go round.
  const to = ((bytes.length - from) | 0) < length ? bytes.length : (from + length) | 0;
  return bytes.slice(Math.max(0, from), Math.max(0, to));
}

function padded(text: string, length: number, padding: string, atStart: boolean): string {
  const [characters, more] = [charactersOf(text), charactersOf(padding)];
  const missing = length - characters.length;
  if (missing <= 0 || more.length === 0) return joinedTexts(characters.slice(0, length));
  const filling = Array.from({ length: missing }, (_, i) => more[i % more.length] ?? "");
  return joinedTexts(atStart ? [...filling, ...characters] : [...characters, ...filling]);
}

const pad = (atStart: boolean): Evaluator =>
  strict(([text, length, padding]) => padded(textIn(text), numberIn(length), textIn(padding ?? " "), atStart));

const search = (test: (text: string, part: string) => boolean): Evaluator =>
  ofTexts((...texts) => {
    const [text = "", wanted = ""] = searchable(texts);
    return test(text, wanted);
  });

/** How many characters stand before the part, from a character on; -1 if it is not there. */
function placeOf(text: string, wanted: string, from = 0): number {
  if (wanted === "") return 0;
  const [characters, looked] = [charactersOf(text), charactersOf(wanted)];
  for (let at = from; at + looked.length <= characters.length; at += 1)
    if (looked.every((character, i) => characters[at + i] === character)) return at;
  return -1;
}

function trimmedOf(text: string, characters: string): string {
  const [list, taken] = [charactersOf(text), new Set(charactersOf(characters))];
  let [from, to] = [0, list.length];
  while (from < to && taken.has(list[from] ?? "")) from += 1;
  while (to > from && taken.has(list[to - 1] ?? "")) to -= 1;
  return joinedTexts(list.slice(from, to));
}

function translated(text: string, characters: string, by: string): string {
  const [from, to] = [[...readable(characters)], [...readable(by)]];
  const meaning = new Map<string, string>();
  for (const [i, character] of from.entries()) if (!meaning.has(character)) meaning.set(character, to[i] ?? "");
  return [...readable(text)].map((character) => meaning.get(character) ?? character).join("");
}

function beforeDelimiters(text: string, delimiter: string, count: number): string {
  if (delimiter === "" || count === 0) return "";
  let at = count > 0 ? -1 : text.length - delimiter.length + 1;
  for (let left = Math.abs(count); left > 0; left -= 1) {
    const from = count > 0 ? at + 1 : at - 1;
    at = from < 0 ? -1 : count > 0 ? text.indexOf(delimiter, from) : text.lastIndexOf(delimiter, from);
    if (at < 0) return text;
  }
  return count > 0 ? text.slice(0, at) : text.slice(at + delimiter.length);
}

function overlaid(text: string, by: string, start: number, length: number): string {
  const replaced = length >= 0 ? length : charactersOf(by).length;
  const after = Number(BigInt.asIntN(32, BigInt(start) + BigInt(replaced)));
  return joinedTexts([partOfText(text, 1, Number(BigInt.asIntN(32, BigInt(start) - 1n))), by, partOfText(text, after)]);
}

function masked(text: string, capital: string, small: string, digit: string): string {
  const one = (character: string): string =>
    /^\p{Uppercase}$/u.test(character)
      ? capital
      : /^\p{Lowercase}$/u.test(character)
        ? small
        : /^\p{Nd}$/u.test(character)
          ? digit
          : character;
  return text.replaceAll(/[\s\S]/g, one);
}

function bytesInForm(text: string, form: string): Uint8Array | null {
  switch (form.toLowerCase()) {
    case "hex":
      return unhexed(text);
    case "base64":
      return bytesOfBase64(text);
    default:
      return bytesOf(text);
  }
}

const unhexed = (text: string): Uint8Array | null =>
  /^[0-9a-fA-F]*$/.test(text) ? bytesOfHex(text.length % 2 === 0 ? text : `0${text}`) : null;

const partsBetween = (text: string, delimiter: string): readonly string[] =>
  delimiter === "" ? [text] : readable(text).split(readable(delimiter));

export const string: Evaluators = {
  concat: strict((parts, { call: { type } }) => concatenated(parts, type)),
  concat_ws: withNulls(([separator = null, ...parts], { types: [, ...types] }) => {
    if (separator === null) return null;
    const flat = parts.flatMap((value, i) =>
      value !== null && types[i]?.kind === "array" ? elementsIn(value) : [value],
    );
    const known = flat.filter((value) => value !== null).map(textIn);
    return joinedTexts(known.flatMap((value, i) => (i === 0 ? [value] : [textIn(separator), value])));
  }),
  length: strict(([value]) =>
    BigInt(value instanceof Uint8Array ? bytesIn(value).length : charactersOf(textIn(value)).length),
  ),
  octet_length: ofText((text) => BigInt(bytesOf(text).length)),
  bit_length: ofText((text) => BigInt(bytesOf(text).length * 8)),
  upper: ofText((text) => readable(text).toUpperCase()),
  lower: ofText((text) => readable(text).toLowerCase()),
  initcap: ofText((text) => {
    const words = readable(text).toLowerCase().split(" ");
    return words.map((word) => word.replace(/^./su, (letter) => letter.toUpperCase())).join(" ");
  }),
  trim: ofText((text) => text.replace(/^ +/, "").replace(/ +$/, "")),
  ltrim: ofText((text) => text.replace(/^ +/, "")),
  rtrim: ofText((text) => text.replace(/ +$/, "")),
  btrim: ofTexts((text = "", characters = " ") => trimmedOf(text, characters)),
  substring: strict(([value, start, length]) => {
    const [from, count] = [numberIn(start), length === undefined ? MOST : numberIn(length)];
    return value instanceof Uint8Array
      ? partOfBytes(value, from, Math.max(0, count))
      : partOfText(textIn(value), from, count);
  }),
  left: strict(([text, count]) => partOfText(textIn(text), 1, numberIn(count))),
  right: strict(([text, count]) => (numberIn(count) <= 0 ? "" : partOfText(textIn(text), -numberIn(count)))),
  lpad: pad(true),
  rpad: pad(false),
  repeat: strict(([text, times]) => textIn(text).repeat(numberIn(times))),
  space: strict(([count]) => " ".repeat(numberIn(count))),
  contains: search((text, wanted) => text.includes(wanted)),
  startswith: search((text, wanted) => text.startsWith(wanted)),
  endswith: search((text, wanted) => text.endsWith(wanted)),
  instr: ofTexts((text = "", wanted = "") => BigInt(placeOf(text, wanted) + 1)),
  locate: withNulls(([wanted = null, text = null, start]) => {
    if (start === null) return 0n;
    if (wanted === null || text === null) return null;
    const from = start === undefined ? 1 : numberIn(start);
    return from < 1 ? 0n : BigInt(placeOf(textIn(text), textIn(wanted), from - 1) + 1);
  }),
  replace: ofTexts((text = "", wanted = "", by = "") => (wanted === "" ? text : text.replaceAll(wanted, () => by))),
  translate: ofTexts((text = "", characters = "", by = "") => translated(text, characters, by)),
  reverse: strict(([value = null], { call: { type } }) =>
    type.kind === "array"
      ? arrayOf(elementsIn(value).toReversed())
      : joinedTexts(charactersOf(textIn(value)).toReversed()),
  ),
  ascii: ofText((text) => BigInt(readable(charactersOf(text)[0] ?? "").codePointAt(0) ?? 0)),
  chr: strict(([code]) => (wholeIn(code) < 0n ? "" : String.fromCharCode(Number(wholeIn(code) & 0xffn)))),
  split_part: strict(([text, delimiter, number]) => {
    const [parts, wanted] = [partsBetween(textIn(text), textIn(delimiter)), numberIn(number)];
    if (wanted === 0 || wanted === -MOST - 1) return null;
    return parts[wanted > 0 ? wanted - 1 : parts.length + wanted] ?? "";
  }),
  substring_index: strict(([text, delimiter, count]) =>
    numberIn(count) === -MOST - 1 ? null : beforeDelimiters(textIn(text), textIn(delimiter), numberIn(count)),
  ),
  find_in_set: ofTexts((text = "", list = "") => (text.includes(",") ? 0n : BigInt(list.split(",").indexOf(text) + 1))),
  overlay: strict(([text, by, start, length]) =>
    overlaid(textIn(text), textIn(by), numberIn(start), length === undefined ? -1 : numberIn(length)),
  ),
  levenshtein: ofTexts((left = "", right = "") => BigInt(levenshtein(charactersOf(left), charactersOf(right)))),
  soundex: ofText(soundex),
  format_number: strict(([value = null, digits]) => formatNumber(value, numberIn(digits))),
  base64: strict(([bytes]) => base64Of(bytesIn(bytes))),
  unbase64: ofText(bytesOfBase64),
  unhex: ofText(unhexed),
  try_to_binary: ofTexts((text = "", form = "") => bytesInForm(text, form)),
  mask: withNulls(([text = null, capital = "X", small = "x", digit = "n"]) =>
    text === null ? null : masked(readable(textIn(text)), textIn(capital), textIn(small), textIn(digit)),
  ),
  luhn_check: ofText((text) => isLuhnNumber(text)),
};
