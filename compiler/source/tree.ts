import type { SourceFile } from "./source-file.js";

/** A half-open stretch of characters of one file, counted from 0. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The way from a document's root to a value: property names and sequence indexes. */
export type Path = readonly (string | number)[];

export type ScalarValue = string | number | boolean | null;

/** `written`: the value's characters. */
export const scalar = (range: Range, value: ScalarValue, written: string): ScalarNode =>
  typeof value === "number" || typeof value === "boolean"
    ? { kind: "scalar", range, value, written }
    : { kind: "scalar", range, value };

/** A YAML value with its place. Aliases are already resolved to the anchored node. */
export type Node = ScalarNode | MapNode | SequenceNode;

export interface ScalarNode {
  readonly kind: "scalar";
  readonly range: Range;
  readonly value: ScalarValue;
  /** Of a number or a truth value its characters: `1.10` and `9007199254740993` are not what a double makes of them. */
  readonly written?: string;
  /** Stands for a value that could not be read; the reason was reported. */
  readonly poisoned?: true;
  /** The value was made of what is written, so its characters are not those of the file. */
  readonly made?: true;
}

export interface MapNode {
  readonly kind: "map";
  readonly range: Range;
  readonly entries: readonly MapEntry[];
}

export interface MapEntry {
  readonly key: string;
  readonly keyRange: Range;
  readonly value: Node;
  /** The file that key and value stand in, where it is not the document's: what a source takes from a database's schema. */
  readonly file?: SourceFile;
  /** What `tables` or `for_each` made it for: `sales.orders`. It is written once, for all of them. */
  readonly madeFor?: string;
}

export interface SequenceNode {
  readonly kind: "sequence";
  readonly range: Range;
  readonly items: readonly Node[];
}

/** What a YAML value is to a program. Maps inherit nothing, so a key named like an object's own member is only a key. */
export type YamlValue = ScalarValue | readonly YamlValue[] | { readonly [key: string]: YamlValue };

/** V8 keeps objects without any prototype as hash tables, each of them 400 bytes and slow to read; those of this one share their shapes. */
const nothing: object = Object.freeze(Object.create(null));

export function plainValue(node: Node): YamlValue {
  switch (node.kind) {
    case "scalar":
      return node.value;
    case "sequence":
      return node.items.map(plainValue);
    case "map": {
      const value: { [key: string]: YamlValue } = Object.create(nothing);
      for (const entry of node.entries) value[entry.key] = plainValue(entry.value);
      return value;
    }
  }
}
