import { children } from "../expression/facts.js";
import { keyOf } from "../expression/keyed.js";
import type { TypedNode } from "../expression/typed-node.js";
import type { Origin } from "../source/origin.js";
import type { HashKeys } from "./hash-key.js";
import { isSound } from "./poisoned.js";
import type { Label } from "./sensitive.js";
import type { SourceColumn } from "./source.js";

/** Something sensitive in a column. */
export interface Mark {
  readonly label: Label;
  /** The field below the column that it is in; empty: the whole column. */
  readonly fields: readonly string[];
  /** Where it is declared. */
  readonly root: Hop;
  /** Where it is now. */
  readonly at: Hop;
}

/** A column on the way, and where in the YAML it is made. */
export interface Hop {
  /** `sources.users`, `silver.users` */
  readonly of: string;
  /** `email`, `customer.email` */
  readonly column: string;
  readonly origin: Origin;
  /** What it is made of; undefined: it is declared here. */
  readonly from: Hop | undefined;
}

/** What is sensitive in the columns of a table, by their names; the others have nothing. */
export type Marks = ReadonlyMap<string, readonly Mark[]>;

/** What is sensitive in a column that is read. */
export type Reading = (column: string) => readonly Mark[];

/** What a source declares of one of its columns, and of the fields below it. */
export function declaredMarks(of: string, column: SourceColumn): readonly Mark[] {
  return below(column, []);

  function below({ name, type, sensitive, origin }: SourceColumn, above: readonly string[]): readonly Mark[] {
    const path = [...above, name];
    const own = { of, column: path.join("."), origin: origin.key(), from: undefined };
    const fields = typeof type === "string" ? [] : type.flatMap((field) => below(field, path));
    return sensitive === undefined
      ? fields
      : [{ label: sensitive, fields: path.slice(1), root: own, at: own }, ...fields];
  }
}

/**
 * What is sensitive in the value of an expression: all that is in the columns that it is computed from, but for what only
 * decides which rows are aggregated, what is counted, and what is hashed by a key that says so. A column or a field as it stands keeps what is in its fields apart.
 */
export function marksOf(node: TypedNode, read: Reading, keys: HashKeys): readonly Mark[] {
  const path = pathOf(node);
  if (path) return atPath(read(path[0]), path.slice(1));
  if (node.kind === "call" && node.function.clears) return [];
  const inParts = marksWithin(node, read, keys);
  const key = node.kind === "call" ? keyOf(node) : undefined;
  return key === undefined ? inParts : inParts.filter((mark) => !isHashed(mark, key, keys));
}

/** What is sensitive in that of which a node is computed. */
export function marksWithin(node: TypedNode, read: Reading, keys: HashKeys): readonly Mark[] {
  const parts = node.kind === "call" ? node.arguments : children(node);
  return once(parts.flatMap((part) => marksOf(part, read, keys)).map((mark) => ({ ...mark, fields: [] })));
}

/** Whether it is not in a hash by a key any more. Of a key that is not known or has an error this is all that is said. */
export function isHashed({ label }: Mark, key: string, keys: HashKeys): boolean {
  const known = keys.get(key);
  return !isSound(known) || known.clears.includes(label);
}

/** The column, and the fields below it, that a node is; undefined if it computes anything. */
function pathOf(node: TypedNode): readonly [string, ...string[]] | undefined {
  if (node.kind === "column") return [node.name];
  const above = node.kind === "field" ? pathOf(node.target) : undefined;
  return above && node.kind === "field" ? [...above, node.name] : undefined;
}

/** What is in a field, told from there: all of the column's own, and what is in the field or below it. */
export const atPath = (marks: readonly Mark[], path: readonly string[]): readonly Mark[] =>
  marks.flatMap((mark) => {
    const isSame = path.every((field, at) => at >= mark.fields.length || mark.fields[at] === field);
    return isSame ? [{ ...mark, fields: mark.fields.slice(path.length) }] : [];
  });

/** Of the same thing from the same place one is enough: the first. */
export function once(marks: readonly Mark[]): readonly Mark[] {
  if (marks.length < 2) return marks;
  return marks.filter(
    (mark, at) =>
      marks.findIndex(
        (other) =>
          other.label === mark.label &&
          other.root === mark.root &&
          other.fields.length === mark.fields.length &&
          other.fields.every((field, index) => field === mark.fields[index]),
      ) === at,
  );
}

/** The same one hop further. */
export const carried = (marks: readonly Mark[], hop: Omit<Hop, "from">): readonly Mark[] =>
  marks.map((mark) => ({ ...mark, at: { ...hop, from: mark.at } }));

/** All columns on the way, from where it is declared. */
export function hopsOf({ at }: Mark): readonly Hop[] {
  const hops: Hop[] = [];
  for (let hop: Hop | undefined = at; hop !== undefined; hop = hop.from) hops.push(hop);
  return hops.reverse();
}
