import { Problem } from "../problem.js";
import { type Fields, fieldsOf, type Instant } from "./instant.js";
import { months, weekdays } from "./names.js";

/** https://learn.microsoft.com/dotnet/standard/base-types/standard-date-and-time-format-strings, culture en-US */
const standard: Readonly<Record<string, string>> = {
  d: "M/d/yyyy",
  D: "dddd, MMMM d, yyyy",
  m: "MMMM d",
  M: "MMMM d",
  o: "yyyy-MM-ddTHH:mm:ss.fffffffK",
  O: "yyyy-MM-ddTHH:mm:ss.fffffffK",
  r: "ddd, dd MMM yyyy HH:mm:ss 'GMT'",
  R: "ddd, dd MMM yyyy HH:mm:ss 'GMT'",
  s: "yyyy-MM-ddTHH:mm:ss",
  u: "yyyy-MM-dd HH:mm:ss'Z'",
  y: "MMMM yyyy",
  Y: "MMMM yyyy",
};

/** What they give is not the same on every machine, and was not to be shown. */
const ofTheMachine = ["", "f", "F", "g", "G", "t", "T", "U"];

/**
 * A time in a standard or custom format of .NET.
 * https://learn.microsoft.com/dotnet/standard/base-types/custom-date-and-time-format-strings
 */
export function formatInstant(instant: Instant, format: string): string {
  if (ofTheMachine.includes(format)) {
    throw new Problem(
      `the format '${format}' depends on the culture of the machine: write it out, such as 'M/d/yyyy h:mm tt'`,
    );
  }
  const pattern = format.length === 1 ? standard[format] : format;
  if (pattern === undefined) {
    throw new Problem(`'${format}' is no format; a single letter of a custom one is written '%${format}'`);
  }
  return custom(instant, pattern);
}

/** Letters in a row, a quoted text, or one other character with what belongs to it. */
const piece = /([dfFghHKmMstyz])\1*|(["'])((?:\\.|(?!\2)[^\\])*)\2|\\(.)|%([^%"'\\])|./gsu;

function custom(instant: Instant, pattern: string): string {
  const fields = fieldsOf(instant);
  let text = "";
  for (const [whole, letter, quote, quoted = "", escaped, single] of pattern.matchAll(piece)) {
    if (letter !== undefined) text = appended(text, letter, whole.length, fields, instant);
    else if (quote !== undefined) text += quoted.replace(/\\(.)/gsu, "$1");
    else if (escaped !== undefined) text += escaped;
    else if (single !== undefined) text = appended(text, single, 1, fields, instant);
    else if (/^["'\\%]$/.test(whole)) throw new Problem(`the format '${pattern}' is not complete at ${whole}`);
    else text += whole;
  }
  return text;
}

function appended(text: string, letter: string, length: number, fields: Fields, instant: Instant): string {
  if (letter === "F") {
    const digits = fraction(fields, length).replace(/0+$/, "");
    return digits === "" ? text.replace(/\.$/, "") : text + digits;
  }
  return text + specified(letter, length, fields, instant);
}

function specified(letter: string, length: number, fields: Fields, { kind }: Instant): string {
  const two = Math.min(length, 2);
  switch (letter) {
    case "d":
      return length < 3 ? padded(fields.day, two) : named(weekdays[fields.weekday], length);
    case "M":
      return length < 3 ? padded(fields.month, two) : named(months[fields.month - 1], length);
    case "y":
      return length < 3 ? padded(fields.year % 100, two) : padded(fields.year, length);
    case "h":
      return padded(fields.hour % 12 || 12, two);
    case "H":
      return padded(fields.hour, two);
    case "m":
      return padded(fields.minute, two);
    case "s":
      return padded(fields.second, two);
    case "f":
      return fraction(fields, length);
    case "t":
      return (fields.hour < 12 ? "AM" : "PM").slice(0, two);
    case "z":
      return ["+0", "+00"][length - 1] ?? "+00:00";
    case "K":
      return { utc: "Z", local: "+00:00", unspecified: "" }[kind].repeat(length);
    case "g":
      throw new Problem("the format's 'g' (the era) depends on the culture of the machine");
    default:
      return letter;
  }
}

const padded = (number: number, length: number): string => String(number).padStart(length, "0");

const named = (name = "", length: number): string => (length === 3 ? name.slice(0, 3) : name);

function fraction(fields: Fields, length: number): string {
  if (length > 7) throw new Problem("a second has seven digits after the point at most");
  return padded(fields.fraction, 7).slice(0, length);
}
