import { expressionDiagnostics } from "../diagnostics.js";
import { calendarProblem } from "./calendar.js";
import { advance, type Cursor, fail, failUnsupported, lastEnd, peek } from "./cursor.js";
import type { LiteralSyntax, LiteralValue } from "./syntax.js";
import type { Token } from "./token.js";
import { unescaped } from "./unescape.js";

export function wordLiteral(cursor: Cursor, word: "null" | "true" | "false"): LiteralSyntax {
  const { start, end } = advance(cursor);
  return {
    kind: "literal",
    value: word === "null" ? { kind: "null" } : { kind: "boolean", value: word === "true" },
    text: word,
    start,
    end,
  };
}

/** A number, with its minus sign if it has one: -2147483648 is an int, 2147483648 is none. */
export function numberLiteral(cursor: Cursor): LiteralSyntax {
  const { start } = peek(cursor);
  const sign = peek(cursor).text === "-" ? advance(cursor).text : "";
  const token = advance(cursor);
  const text = sign + token.text;
  const found = /^\d{1,9}$/.test(token.text)
    ? ({ kind: "int", value: Number(text) } as const)
    : numberOf(sign, token.text);
  if ("problem" in found) failLiteral(cursor, start, token.end, text, found.problem);
  return { kind: "literal", value: "problem" in found ? { kind: "null" } : found, text, start, end: token.end };
}

function numberOf(sign: string, text: string): LiteralValue | { readonly problem: string } {
  const [, digits = "", exponent = "", suffix = ""] = /^(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?(\w*)$/.exec(text) ?? [];
  switch (suffix.toUpperCase()) {
    case "":
      if (exponent !== "") return doubleOf(sign + digits + exponent);
      return digits.includes(".") ? decimalOf(sign, digits) : integerOf(sign, digits);
    case "D":
      return doubleOf(sign + digits + exponent);
    case "BD":
      return exponent === ""
        ? decimalOf(sign, digits)
        : { problem: "is a decimal with an exponent. Write its digits." };
    case "L":
      return digits.includes(".") || exponent !== ""
        ? { problem: "is no whole number, so it is no bigint." }
        : bigintOf(sign, digits);
    case "F":
      return { problem: "is a float, which is not a type here. Write it without the F, or with a D as a double." };
    case "S":
    case "Y":
      return { problem: "has a type smaller than int, which does not exist here. Write it without the letter." };
    default:
      if (/^0(x[\da-f]+|o[0-7]+)$/i.test(text)) return { problem: `is no number here. Write ${sign}${BigInt(text)}.` };
      return { problem: "is no number. (A name that starts with a digit is written in backticks.)" };
  }
}

function doubleOf(written: string): LiteralValue | { readonly problem: string } {
  const value = Number(written);
  return Number.isFinite(value) ? { kind: "double", value } : { problem: "does not fit into a double." };
}

function integerOf(sign: string, digits: string): LiteralValue | { readonly problem: string } {
  const value = Number(sign + digits);
  return value >= -2147483648 && value <= 2147483647 ? { kind: "int", value } : bigintOf(sign, digits);
}

function bigintOf(sign: string, digits: string): LiteralValue | { readonly problem: string } {
  const value = BigInt(digits) * (sign === "-" ? -1n : 1n);
  if (value === BigInt.asIntN(64, value)) return { kind: "bigint", value };
  return { problem: "does not fit into a bigint. Write it as a decimal, with BD after it." };
}

function decimalOf(sign: string, written: string): LiteralValue | { readonly problem: string } {
  const [whole = "", fraction = ""] = written.split(".");
  const scale = fraction.length;
  const significant = (whole + fraction).replace(/^0+(?=.)/, "").length;
  const precision = Math.max(significant, scale);
  if (precision > 38) return { problem: "has more than the 38 digits of a decimal." };
  return { kind: "decimal", value: sign + written, precision, scale };
}

/** `'…'`, `r'…'`, `x'…'` */
export function stringLiteral(cursor: Cursor): LiteralSyntax {
  const token = advance(cursor);
  const { start, end } = token;
  const prefix = token.text[0]?.toLowerCase();
  if (prefix === "x") {
    const digits = token.text.slice(2, -1);
    if (!/^([0-9a-fA-F]{2})*$/.test(digits))
      failLiteral(cursor, start, end, token.text, "must hold pairs of hexadecimal digits.");
    return { kind: "literal", value: { kind: "binary", value: digits.toUpperCase() }, text: token.text, start, end };
  }
  if (prefix === "r") {
    return { kind: "literal", value: { kind: "string", value: token.text.slice(2, -1) }, text: token.text, start, end };
  }
  const value = stringOf(cursor, token);
  if (peek(cursor).kind === "string")
    failUnsupported(cursor, peek(cursor), "A string directly after a string", "Join them with || or write one.");
  return { kind: "literal", value: { kind: "string", value }, text: sparkString(token.text), start, end };
}

/** Spark before 4 reads `''` as the end of one string and the start of another, so that the quote is lost. */
const sparkString = (text: string): string =>
  !text.includes("''", 1)
    ? text
    : `'${text.slice(1, -1).replaceAll(/\\.|''/gs, (pair) => (pair === "''" ? "\\'" : pair))}'`;

function stringOf(cursor: Cursor, token: Token): string {
  const found = unescaped(token.text.slice(1, -1));
  if (typeof found === "string") return found;
  const start = token.start + 1 + found.start;
  failLiteral(
    cursor,
    start,
    start + 2,
    `'${found.escape}'`,
    `is no escape: Spark would drop the backslash. Write '\\${found.escape}', or the whole string as r'…'.`,
  );
  return "";
}

/** `DATE '…'`, `TIMESTAMP '…'` */
export function typedLiteral(cursor: Cursor, kind: "date" | "timestamp"): LiteralSyntax {
  const { start } = advance(cursor);
  const token = advance(cursor);
  const value = /^[rx]/i.test(token.text) ? "" : stringOf(cursor, token);
  const problem = calendarProblem(kind, value);
  if (problem !== undefined) failLiteral(cursor, token.start, token.end, token.text, problem);
  return { kind: "literal", value: { kind, value }, text: `${kind} ${token.text}`, start, end: token.end };
}

/** `INTERVAL 10 MINUTES`, `INTERVAL '10' MINUTES`, `INTERVAL 1 HOUR 30 MINUTES`, `INTERVAL '10 minutes'` */
export function intervalAt(cursor: Cursor): LiteralSyntax {
  const { start } = advance(cursor);
  const parts: { readonly amount: string; readonly unit: string }[] = [];
  const text = peek(cursor);
  const written = text.kind === "string" ? text.text.slice(1, -1).trim() : "";
  if (/\s/.test(written)) {
    cursor.at += 1;
    const words = written.split(/\s+/);
    for (let at = 0; at < words.length; at += 2) parts.push({ amount: words[at] ?? "", unit: words[at + 1] ?? "" });
  } else {
    while (
      peek(cursor).kind === "number" ||
      peek(cursor).kind === "string" ||
      (parts.length === 0 && peek(cursor).text === "-")
    ) {
      const sign = peek(cursor).text === "-" ? advance(cursor).text : "";
      const amount = sign + advance(cursor).text.replaceAll("'", "").trim();
      parts.push({ amount, unit: advance(cursor).text });
    }
  }
  const end = lastEnd(cursor);
  let microseconds = 0n;
  let wholeDays = true;
  for (const { amount, unit } of parts) {
    const word = unit.toLowerCase().replace(/s$/, "");
    const size = Object.hasOwn(UNITS, word) ? UNITS[word] : undefined;
    if (word === "month" || word === "year") {
      failLiteral(cursor, start, end, `'${unit}'`, "has no fixed length. Write add_months(date, number_of_months).");
    } else if (size === undefined || !/^[+-]?\d{1,9}$/.test(amount)) {
      failLiteral(
        cursor,
        start,
        end,
        "An interval",
        "is a whole number and a unit: weeks, days, hours, minutes, seconds, milliseconds or microseconds.",
      );
    } else {
      microseconds += BigInt(amount) * size;
      wholeDays &&= word === "day" || word === "week";
    }
  }
  const spelled = parts.map(({ amount, unit }) => `${amount} ${unit}`).join(" ");
  return {
    kind: "literal",
    value: { kind: "interval", microseconds, wholeDays },
    text: `interval ${spelled}`,
    start,
    end,
  };
}

const UNITS: Readonly<Record<string, bigint | undefined>> = {
  week: 604_800_000_000n,
  day: 86_400_000_000n,
  hour: 3_600_000_000n,
  minute: 60_000_000n,
  second: 1_000_000n,
  millisecond: 1_000n,
  microsecond: 1n,
};

function failLiteral(cursor: Cursor, start: number, end: number, literal: string, problem: string): void {
  fail(cursor, expressionDiagnostics.badLiteral.at(cursor.origin.within({ start, end }), { literal, problem }));
}
