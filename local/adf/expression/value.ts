/**
 * A value of the expression language: JSON whose whole numbers are told from the others, as the service tells them. An
 * integer is a `bigint`, a float is a `number`. Names that look like whole numbers come first among an object's names, since
 * that is how JavaScript keeps them.
 */
export type Value = null | boolean | bigint | number | string | readonly Value[] | ObjectValue;

export interface ObjectValue {
  readonly [name: string]: Value;
}

export type TypeName = "Null" | "Boolean" | "Integer" | "Float" | "String" | "Array" | "Object";

/** The type's name as the service's messages have it. */
export function typeOf(value: Value): TypeName {
  if (value === null) return "Null";
  if (isArray(value)) return "Array";
  switch (typeof value) {
    case "boolean":
      return "Boolean";
    case "bigint":
      return "Integer";
    case "number":
      return "Float";
    case "string":
      return "String";
    default:
      return "Object";
  }
}

export const isArray = (value: Value | undefined): value is readonly Value[] => Array.isArray(value);

export const isObject = (value: Value | undefined): value is ObjectValue =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The property of that name; if there is none, one whose name differs in case only. */
export function property(object: ObjectValue, name: string): Value | undefined {
  if (Object.hasOwn(object, name)) return object[name];
  const folded = name.toLowerCase();
  const other = Object.keys(object).find((key) => key.toLowerCase() === folded);
  return other === undefined ? undefined : object[other];
}

/** The same type and content; the order of an object's names does not count. */
export function areSame(a: Value, b: Value): boolean {
  if (isArray(a)) {
    return isArray(b) && a.length === b.length && a.every((item, index) => areSame(item, b[index] ?? null));
  }
  if (isObject(a)) {
    const names = Object.keys(a);
    return (
      isObject(b) &&
      names.length === Object.keys(b).length &&
      names.every((name) => Object.hasOwn(b, name) && areSame(a[name] ?? null, b[name] ?? null))
    );
  }
  return a === b;
}

/** What `JSON.parse` or a literal of the program gives, as a value: numbers without a fraction are integers. */
export function toValue(json: unknown): Value {
  switch (typeof json) {
    case "string":
    case "boolean":
    case "bigint":
      return json;
    case "number":
      return Number.isSafeInteger(json) ? BigInt(json) : json;
    case "object":
      if (json === null) return null;
      if (Array.isArray(json)) return json.map(toValue);
      return Object.fromEntries(
        Object.entries(json)
          .filter(([, value]) => value !== undefined)
          .map(([name, value]) => [name, toValue(value)]),
      );
    default:
      throw new TypeError(`'${typeof json}' is no JSON`);
  }
}
