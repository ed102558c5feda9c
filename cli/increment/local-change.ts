import type { Node } from "../../compiler/source/tree.js";

/**
 * Whether two versions of a pipeline's document differ only in what nobody looks at who looks at pipelines that do not name each other:
 * not where anything stands, is read from or sent to, is called, or what it is, but what is said of it and what its rows are.
 */
export function isLocalChange(before: Node, after: Node): boolean {
  return [before, after].every(isOfTables) && isAlike(before, after, []);
}

/** What else a pipeline has is looked at together with that of others: who may read what, what starts when, what a database shows. */
const isOfTables = (root: Node): boolean =>
  root.kind === "map" && root.entries.every(({ key }) => ofTables.includes(key));

const ofTables = ["pipeline", "description", "compute", "sources", "bronze", "silver", "gold", "sinks"];

const things = ["sources", "bronze", "silver", "gold", "sinks"];

function isAlike(before: Node, after: Node, path: readonly string[]): boolean {
  if (isOwn(path)) return true;
  if (before.kind === "map" && after.kind === "map") {
    const [some, others] = [shared(before.entries, path), shared(after.entries, path)];
    return (
      some.length === others.length &&
      some.every(({ key, value }, at) => {
        const other = others[at];
        return other?.key === key && isAlike(value, other.value, [...path, key]);
      })
    );
  }
  if (before.kind === "sequence" && after.kind === "sequence")
    return (
      before.items.length === after.items.length &&
      before.items.every((item, at) => {
        const other = after.items[at];
        return other !== undefined && isAlike(item, other, [...path, `${at}`]);
      })
    );
  return (
    before.kind === "scalar" &&
    after.kind === "scalar" &&
    before.value === after.value &&
    before.written === after.written
  );
}

const shared = <T extends { readonly key: string }>(entries: readonly T[], path: readonly string[]): readonly T[] =>
  entries.filter(({ key }) => !isOwn([...path, key]));

/** It may be another, be there now or be gone. */
function isOwn([section = "", name, clause = "", ...below]: readonly string[]): boolean {
  if (section === "description") return name === undefined;
  if (!things.includes(section) || name === undefined || below.length > 0) return false;
  return clause === "description" || (["silver", "gold"].includes(section) && clauses.includes(clause));
}

/** What the rows of a table are: those who read it name it. */
const clauses = ["columns", "with_columns", "except", "where", "expect", "aggregates"];
