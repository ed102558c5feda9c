import type { Range } from "./tree.js";

/**
 * Where a span of a scalar's value stands in its source text. Both are walked side by side; what only the source has
 * (quotes, indentation, escapes, fold breaks) is stepped over.
 */
export function spanInSource(text: string, scalar: Range, value: string, span: Range): Range {
  const source = text.slice(scalar.start, scalar.end);
  const places: Range[] = []; // of each unit of the value, in the source
  const hasEscapes = source.startsWith('"');
  let at = hasEscapes ? 1 : 0;
  for (const character of value) {
    const place = (hasEscapes ? escapeAt(source, at, character) : undefined) ?? plainAt(source, at, character);
    if (place === undefined) return scalar;
    for (let unit = 0; unit < character.length; unit += 1) places.push(unitOf(place, unit, character));
    at = place.end;
  }
  const start = places[span.start]?.start ?? at;
  const end = places[span.end - 1]?.end ?? at;
  return { start: scalar.start + start, end: scalar.start + Math.max(start + (span.end > span.start ? 1 : 0), end) };
}

/** A character outside Unicode's first plane that stands as it is has two units in the text too. */
const unitOf = ({ start, end }: Range, unit: number, character: string): Range =>
  end - start === character.length && end > start ? { start: start + unit, end: start + unit + 1 } : { start, end };

/** A character as it stands, or the whitespace that a fold made of a line break. */
function plainAt(source: string, at: number, character: string): Range | undefined {
  const isSpace = /\s/.test(character);
  const start = isSpace ? at : source.indexOf(character, at);
  if (start === -1 || start > source.length) return undefined;
  return { start, end: isSpace && !/\s/.test(source[start] ?? "") ? start : start + character.length };
}

/** The escape that stands for a character; undefined where there is none: https://yaml.org/spec/1.2.2/#57-escaped-characters */
function escapeAt(source: string, from: number, character: string): Range | undefined {
  const between = /\s/.test(character) ? /^(?:\\\r?\n[ \t]*)*/ : /^(?:\s|\\\r?\n)*/;
  const start = from + (between.exec(source.slice(from))?.[0].length ?? 0);
  if (source[start] !== "\\") return undefined;
  const digits = lengths[source[start + 1] ?? ""];
  const escapes = digits === lengths["u"] ? character.length : 1; // two that are a pair
  return { start, end: start + (2 + (digits ?? 0)) * escapes };
}

/** Of the digits in an escape. */
const lengths: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };
