/** What Java does not take either; its message says what the pattern has, as `ends too early`. */
export class Refusal extends Error {}

export function fail(problem: string): never {
  throw new Refusal(problem);
}

/** Reads on, to find what Java would not take either. */
export function noteAsJavas(reader: Reader, problem: string): void {
  reader.javas ??= problem;
}

/** Java's flags, as they stand where the reader is. */
export interface Flags {
  readonly i: boolean;
  readonly s: boolean;
  readonly m: boolean;
  readonly x: boolean;
  readonly d: boolean;
}

export const NO_FLAGS: Flags = { i: false, s: false, m: false, x: false, d: false };

/** A pattern of Java on its way to JavaScript: what is read of it, and what came of that so far. */
export interface Reader {
  readonly characters: readonly string[];
  at: number;
  flags: Flags;
  /** How many groups JavaScript's pattern has so far, and which of them are Java's. */
  count: number;
  /** How many brackets are open. */
  level: number;
  readonly groups: number[];
  readonly names: Map<string, number>;
  /** What only Java has, if there is something. */
  javas: string | undefined;
}

/** The character `ahead` of the next one; none at the end. */
export const peek = (reader: Reader, ahead = 0): string => reader.characters[reader.at + ahead] ?? "";

/** Reads a character, which must be there. */
export function next(reader: Reader): string {
  const character = peek(reader);
  if (character === "") fail("ends too early");
  reader.at += 1;
  return character;
}

/** Reads this text, if it is what comes next. */
export function take(reader: Reader, text: string): boolean {
  const found = [...text].every((character, i) => peek(reader, i) === character);
  if (found) reader.at += [...text].length;
  return found;
}

/** More than any person nests, and fewer than Java or this reader has room for. */
const DEEPEST = 200;

/** Opens a bracket; who closes it takes it off `level`. */
export function enter(reader: Reader): void {
  reader.level += 1;
  if (reader.level > DEEPEST) fail(`has more than ${DEEPEST} brackets within each other`);
}

/** The name of a group, and the bracket behind it. */
export function nameOf(reader: Reader): string {
  let name = "";
  while (peek(reader) !== ">") name += next(reader);
  next(reader);
  return name;
}
