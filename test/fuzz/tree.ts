/** A YAML value that is about to be spoilt: mappings are lists of pairs, as a key may be there twice, and be called anything. */
export type Value = Scalar | Sequence | Mapping;

export interface Scalar {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  /** As it is to be written, be it YAML or not. */
  readonly raw?: string;
}

export interface Sequence {
  readonly kind: "sequence";
  readonly items: readonly Value[];
}

export interface Mapping {
  readonly kind: "mapping";
  readonly pairs: readonly Pair[];
}

export type Pair = readonly [key: string, value: Value];

export const scalarOf = (value: Scalar["value"]): Scalar => ({ kind: "scalar", value });
export const raw = (text: string): Scalar => ({ kind: "scalar", value: null, raw: text });
export const sequenceOf = (items: readonly Value[]): Sequence => ({ kind: "sequence", items });
export const mappingOf = (pairs: readonly Pair[]): Mapping => ({ kind: "mapping", pairs });

export function treeOf(plain: unknown): Value {
  if (Array.isArray(plain)) return sequenceOf(plain.map(treeOf));
  if (typeof plain === "object" && plain !== null)
    return mappingOf(Object.entries(plain).map(([key, value]) => [key, treeOf(value)]));
  if (typeof plain === "string" || typeof plain === "number" || typeof plain === "boolean") return scalarOf(plain);
  return scalarOf(null);
}

/** The way from a root: indexes of pairs and items. */
export type Way = readonly number[];

/** All values below and at a value, each with the way to it and the keys on the way; the root is the first. */
export function everyValue(root: Value): readonly Found[] {
  const found: Found[] = [];
  walk(root, [], []);
  return found;

  function walk(value: Value, way: Way, keys: readonly string[]): void {
    found.push({ value, way, keys });
    if (value.kind === "sequence") for (const [at, item] of value.items.entries()) walk(item, [...way, at], keys);
    if (value.kind === "mapping")
      for (const [at, [key, child]] of value.pairs.entries()) walk(child, [...way, at], [...keys, key]);
  }
}

export interface Found {
  readonly value: Value;
  readonly way: Way;
  readonly keys: readonly string[];
}

/** The tree with another value there. */
export function replaced(root: Value, [at, ...rest]: Way, by: (value: Value) => Value): Value {
  if (at === undefined) return by(root);
  if (root.kind === "sequence")
    return sequenceOf(root.items.map((item, index) => (index === at ? replaced(item, rest, by) : item)));
  if (root.kind === "mapping")
    return mappingOf(
      root.pairs.map(([key, value], index) => [key, index === at ? replaced(value, rest, by) : value] as const),
    );
  return root;
}

/** As people write it, or all in brackets. */
export const written = (value: Value, form: "block" | "flow"): string =>
  form === "flow" ? `${flow(value)}\n` : `${block(value, 0).replace(/^\n/, "")}\n`;

function block(value: Value, indent: number): string {
  const start = `\n${" ".repeat(indent)}`;
  if (value.kind === "sequence" && value.items.length > 0)
    return value.items.map((item) => `${start}- ${block(item, indent + 2).replace(/^\n */, "")}`).join("");
  if (value.kind === "mapping" && value.pairs.length > 0)
    return value.pairs
      .map(([key, child]) => {
        const text = block(child, indent + 2);
        return `${start}${keyText(key)}:${text.startsWith("\n") ? "" : " "}${text}`;
      })
      .join("");
  return flow(value);
}

function flow(value: Value): string {
  switch (value.kind) {
    case "sequence":
      return `[${value.items.map(flow).join(", ")}]`;
    case "mapping":
      return `{${value.pairs.map(([key, child]) => `${keyText(key)}: ${flow(child)}`).join(", ")}}`;
    case "scalar":
      if (value.raw !== undefined) return value.raw;
      return typeof value.value === "string" ? scalarText(value.value) : String(value.value);
  }
}

const keyText = (key: string): string => (/^[A-Za-z_][\w.-]*$/.test(key) ? key : JSON.stringify(key));

const scalarText = (text: string): string =>
  /^[A-Za-z_][\w.-]*( [\w.]+)*$/.test(text) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(text)
    ? text
    : JSON.stringify(text);
