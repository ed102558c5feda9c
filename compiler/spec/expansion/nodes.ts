import type { MapEntry, MapNode, Node, Range, ScalarNode } from "../../source/tree.js";

export const entryOf = (node: Node | undefined, key: string): MapEntry | undefined =>
  node?.kind === "map" ? node.entries.find((entry) => entry.key === key) : undefined;

export const valueAt = (node: Node | undefined, key: string): Node | undefined => entryOf(node, key)?.value;

/** The text of a scalar; undefined of anything else. */
export const textOf = (node: Node | undefined): string | undefined =>
  node?.kind === "scalar" && typeof node.value === "string" ? node.value : undefined;

/** A text that was made of what is written. */
export const made = (value: string, range: Range): ScalarNode => ({ kind: "scalar", range, value, made: true });

/** In the place of what has an error that was reported. */
export const poison = ({ range }: Node): ScalarNode => ({ kind: "scalar", range, value: null, poisoned: true });

/** The mapping with one of its values replaced. */
export const withValue = (map: MapNode, key: string, value: Node): MapNode => ({
  ...map,
  entries: map.entries.map((entry) => (entry.key === key ? { ...entry, value } : entry)),
});
