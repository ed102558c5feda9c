import { Problem } from "../problem.js";
import { textOf } from "../text.js";
import { areSame, isArray, isObject, type ObjectValue, property, typeOf, type Value } from "../value.js";
import { at, type Call, type FunctionRule, int32At, many, stringAt, wrongType } from "./call.js";

/** https://learn.microsoft.com/azure/data-factory/control-flow-expression-language-functions#collection-functions */
export const collectionFunctions: Readonly<Record<string, FunctionRule>> = {
  contains: { takes: [2, 2], call: contains },
  empty: { takes: [1, 1], call: empty },
  first: { takes: [1, 1], call: (call) => endOf(call, 0) },
  intersection: { takes: [2, many], call: intersection },
  join: { takes: [2, 2], call: join },
  last: { takes: [1, 1], call: (call) => endOf(call, -1) },
  length: { takes: [1, 1], call: (call) => BigInt(sequence(call).length) },
  skip: { takes: [2, 2], call: (call) => sequence(call).slice(count(call)) },
  take: { takes: [2, 2], call: (call) => sequence(call).slice(0, count(call)) },
  union: { takes: [2, many], call: union },
};

function contains(call: Call): boolean {
  const collection = at(call, 0);
  if (isArray(collection)) return collection.some((item) => areSame(item, at(call, 1)));
  if (isObject(collection)) return property(collection, stringAt(call, 1)) !== undefined;
  if (typeof collection === "string") return collection.includes(stringAt(call, 1));
  throw wrongType(call.name, "an object, an array or a string", collection, 0);
}

function empty(call: Call): boolean {
  const value = at(call, 0);
  if (value === null) return true;
  return isObject(value) ? Object.keys(value).length === 0 : sequence(call).length === 0;
}

function sequence(call: Call): string | readonly Value[] {
  const value = at(call, 0);
  if (typeof value === "string" || isArray(value)) return value;
  throw wrongType(call.name, "an array or a string", value, 0);
}

function endOf(call: Call, index: number): Value {
  const items = sequence(call);
  return items.at(index) ?? (typeof items === "string" ? "" : null);
}

function count(call: Call): number {
  const number = int32At(call, 1);
  if (number < 0) throw new Problem(`'${call.name}' cannot take ${number} as its second argument`);
  return number;
}

function join(call: Call): string {
  const items = at(call, 0);
  if (!isArray(items)) throw wrongType(call.name, "an array", items, 0);
  return items.map(textOf).join(stringAt(call, 1));
}

function union(call: Call): Value {
  const collections = alike(call);
  if (!collections.every(isArray)) return Object.assign({}, ...collections);
  return distinct(collections.flat());
}

function intersection(call: Call): Value {
  const [first, ...others] = alike(call);
  if (isArray(first)) {
    const inAll = first.filter((item) => others.every((other) => isArray(other) && includes(other, item)));
    return distinct([...inAll, ...others.flat().filter((item) => includes(inAll, item))]);
  }
  return Object.fromEntries(
    Object.entries(first ?? {}).filter(([name, value]) =>
      others.every((other) => isObject(other) && Object.hasOwn(other, name) && areSame(other[name] ?? null, value)),
    ),
  );
}

const includes = (items: readonly Value[], item: Value): boolean => items.some((other) => areSame(other, item));

/** Each once, at its first place; of values that are the same but for the order of names, the last is kept. */
function distinct(items: readonly Value[]): readonly Value[] {
  const kept: Value[] = [];
  for (const item of items) {
    const index = kept.findIndex((other) => areSame(other, item));
    kept[index === -1 ? kept.length : index] = item;
  }
  return kept;
}

/** Arrays only, or objects only. */
function alike(call: Call): readonly (readonly Value[])[] | readonly ObjectValue[] {
  if (call.values.every(isArray)) return call.values;
  if (call.values.every(isObject)) return call.values;
  const types = [...new Set(call.values.map(typeOf))].join(", ");
  throw new Problem(`'${call.name}' takes arrays only or objects only, not ${types}`);
}
