import type { JsonObject, JsonValue } from "./json.js";

/** Takes the properties of a JSON object one by one. What is wrong, and what was never asked for, becomes a problem. */
export interface Reader {
  /** Where the object stands, in words: `pipeline 'users', activity 'old mark'`. */
  readonly where: string;
  readonly has: (name: string) => boolean;
  /** Whatever stands there; null where nothing does and it is told. */
  readonly value: (name: string) => JsonValue;
  readonly optional: (name: string) => JsonValue | undefined;
  readonly text: (name: string) => string;
  readonly optionalText: (name: string) => string | undefined;
  readonly flag: (name: string, byDefault: boolean) => boolean;
  readonly count: (name: string, byDefault: number) => number;
  readonly object: (name: string) => Reader;
  readonly optionalObject: (name: string) => Reader | undefined;
  /** The objects of a list; none where there is no list. */
  readonly list: (name: string) => readonly Reader[];
  readonly names: () => readonly string[];
  /** A property that may only be one of these, for nothing else is done on this machine. */
  readonly only: <T extends JsonValue>(name: string, allowed: readonly [T, ...T[]]) => T;
  /** Properties that say nothing about what is done. */
  readonly ignore: (...names: readonly string[]) => void;
  /** A reader of another object that stands for a part of this one, and tells of it with it. */
  readonly of: (value: JsonValue, label: string) => Reader;
  readonly problem: (what: string) => void;
  /** Tells of the properties that were not asked for. */
  readonly done: () => void;
}

/** A reader of an object that stands in a file. */
export function readerOf(value: JsonValue | undefined, where: string, problems: string[]): Reader {
  const problem = (what: string) => {
    problems.push(`${where}: ${what}`);
  };
  if (!isObject(value)) problem("an object is expected.");
  const object: JsonObject = isObject(value) ? value : {};
  const asked = new Set<string>();
  const optional = (name: string): JsonValue | undefined => {
    asked.add(name);
    return Object.hasOwn(object, name) ? object[name] : undefined;
  };
  const typed = <T extends JsonValue>(name: string, what: string, is: (value: JsonValue) => value is T, none: T): T => {
    const found = optional(name);
    if (found === undefined) return none;
    if (is(found)) return found;
    problem(`'${name}' must be ${what}; it is ${JSON.stringify(found)}.`);
    return none;
  };
  const required = (name: string) => {
    if (optional(name) === undefined) problem(`'${name}' is missing.`);
  };
  const inner = (name: string) => readerOf(optional(name), `${where}, ${name}`, problems);
  return {
    where,
    has: (name) => Object.hasOwn(object, name),
    optional,
    value: (name) => {
      required(name);
      return optional(name) ?? null;
    },
    text: (name) => {
      required(name);
      return typed(name, "a text", isText, "");
    },
    optionalText: (name) => (optional(name) === undefined ? undefined : typed(name, "a text", isText, "")),
    flag: (name, byDefault) => typed(name, "true or false", isFlag, byDefault),
    count: (name, byDefault) => typed(name, "a whole number", isCount, byDefault),
    object: inner,
    optionalObject: (name) => (optional(name) === undefined ? undefined : inner(name)),
    list: (name) =>
      typed(name, "a list", isList, []).map((one, at) =>
        readerOf(one, `${where}, ${labelOf(one, name, at)}`, problems),
      ),
    names: () => Object.keys(object),
    only: (name, allowed) => {
      const found = optional(name);
      const same = allowed.find((one) => one === found);
      if (found !== undefined && same === undefined)
        problem(
          `${name}: ${JSON.stringify(found)} is not done on this machine, only ${allowed.map((one) => JSON.stringify(one)).join(" or ")}.`,
        );
      return same ?? allowed[0];
    },
    ignore: (...names) => {
      for (const name of names) asked.add(name);
    },
    of: (other, label) => readerOf(other, `${where}, ${label}`, problems),
    problem,
    done: () => {
      for (const name of Object.keys(object)) if (!asked.has(name)) problem(`'${name}' is not done on this machine.`);
    },
  };
}

/** What has a name is told by it. */
const labelOf = (one: JsonValue, list: string, at: number): string =>
  isObject(one) && typeof one["name"] === "string" ? `'${one["name"]}'` : `${list}[${at}]`;

export const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isText = (value: JsonValue): value is string => typeof value === "string";
const isFlag = (value: JsonValue): value is boolean => typeof value === "boolean";
const isCount = (value: JsonValue): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);
