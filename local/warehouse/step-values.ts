import { NotKnown } from "./tokens.js";

/** A value of a procedure's variable: a text, a whole number, a moment, or NULL. */
export type StepValue = string | bigint | Date | null;

/** The type of a variable, or one that a value is cast to. `length`: in characters. */
export interface StepType {
  readonly kind: "char" | "varchar" | "nvarchar" | "int" | "bit" | "date" | "bigint";
  readonly length: number | "max";
}

/** What a variable or a cast makes of a value: too long a text is cut, one of a fixed length filled with spaces. */
export function fitted(value: StepValue, { kind, length }: StepType): StepValue {
  if (value === null) return null;
  if (kind === "char" || kind === "varchar" || kind === "nvarchar") {
    const cut = length === "max" ? textOf(value) : textOf(value).slice(0, length);
    return kind === "char" && length !== "max" ? cut.padEnd(length, " ") : cut;
  }
  if (typeof value !== "bigint") throw new NotKnown(`A ${kind} of what is no number is not known here.`);
  return kind === "bit" ? (value === 0n ? 0n : 1n) : value;
}

/** How many bytes it has. https://learn.microsoft.com/sql/t-sql/functions/datalength-transact-sql */
export function bytesOf(value: StepValue, { kind }: StepType): bigint | null {
  if (value === null) return null;
  if (typeof value !== "string") throw new NotKnown("DATALENGTH of what is no text is not known here.");
  return BigInt(kind === "nvarchar" ? value.length * 2 : Buffer.byteLength(value));
}

export function textOf(value: string | bigint | Date): string {
  if (typeof value === "string") return value;
  if (typeof value === "bigint") return String(value);
  throw new NotKnown("The text of a date without a style is not known here.");
}

/** Null where one of them is. Texts as if the shorter one had spaces at its end, by code points. */
export function compared(left: StepValue, right: StepValue): number | null {
  if (left === null || right === null) return null;
  if (typeof left === "bigint" && typeof right === "bigint") return left < right ? -1 : left > right ? 1 : 0;
  if (typeof left !== "string" || typeof right !== "string")
    throw new NotKnown("A comparison of values of several types is not known here.");
  const width = Math.max(left.length, right.length);
  const [a, b] = [left.padEnd(width, " "), right.padEnd(width, " ")];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The functions of T-SQL that are known in a procedure; all but COALESCE and ISNULL are null where an argument is. */
const functions: Readonly<Record<string, (...values: readonly (string | bigint | Date)[]) => StepValue>> = {
  LEN: (text) => BigInt(textOf(text ?? "").replace(/ +$/, "").length),
  RTRIM: (text) => textOf(text ?? "").replace(/ +$/, ""),
  LEFT: (text, length) => textOf(text ?? "").slice(0, Number(length)),
  SUBSTRING: (text, start, length) => textOf(text ?? "").slice(Number(start) - 1, Number(start) - 1 + Number(length)),
  CHARINDEX: (looked, text) => BigInt(textOf(text ?? "").indexOf(textOf(looked ?? "")) + 1),
  QUOTENAME: (name) => (textOf(name ?? "").length > 128 ? null : `[${textOf(name ?? "").replaceAll("]", "]]")}]`),
};

const counts: Readonly<Record<string, number>> = {
  LEN: 1,
  RTRIM: 1,
  LEFT: 2,
  SUBSTRING: 3,
  CHARINDEX: 2,
  QUOTENAME: 1,
};

export function called(name: string, values: readonly StepValue[]): StepValue {
  if (name === "COALESCE" || (name === "ISNULL" && values.length === 2))
    return values.find((value) => value !== null) ?? null;
  const found = functions[name];
  if (found === undefined || counts[name] !== values.length)
    throw new NotKnown(`The function ${name} of ${values.length} is not known here.`);
  const there = values.flatMap((value) => (value === null ? [] : [value]));
  return there.length < values.length ? null : found(...there);
}

/** `%` and `[…]`, as in `LIKE '%[^0-9]%'`. https://learn.microsoft.com/sql/t-sql/language-elements/like-transact-sql */
export function isLike(value: StepValue, pattern: string): boolean | null {
  if (value === null) return null;
  const parts = pattern.match(/\[[^\]]*\]|./g) ?? [];
  const source = parts.map((part) => {
    if (part === "%") return "[\\s\\S]*";
    if (part === "_") return "[\\s\\S]";
    return part.length > 1 ? part : part.replace(/[\\^$.*+?()[\]{}|]/, "\\$&");
  });
  return new RegExp(`^${source.join("")}$`).test(textOf(value));
}
