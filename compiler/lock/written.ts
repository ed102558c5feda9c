import type { Origin } from "../source/origin.js";
import { nodeAt } from "../source/source-file.js";
import { plainValue } from "../source/tree.js";
import type { DeclaredQuery } from "./declared-query.js";
import type { Difference } from "./differences.js";

/** A clause of the YAML that is written otherwise, and where it is written now. */
export interface WrittenDifference extends Difference {
  readonly place: Origin;
}

/** Where a table or sink, the source that it keeps and the views that it reads are written otherwise than they were. */
export function writtenDifferences(before: DeclaredQuery, now: DeclaredQuery): readonly WrittenDifference[] {
  const [was, is] = [partsOf(before), partsOf(now)];
  return [...is].flatMap(([prefix, origin]) => {
    const [old, written] = [clausesAt(was.get(prefix)), clausesAt(origin)];
    const names = [...new Set([...old.keys(), ...written.keys()])].sort();
    return names.flatMap((name) => {
      const [before, after] = [old.get(name), written.get(name)];
      const place = after === undefined ? origin.key() : origin.child(name);
      return before === after ? [] : [{ clause: `${prefix}${name}`, before, after, place }];
    });
  });
}

/** By what the names of their clauses begin with. */
function partsOf({ origin, elsewhere, views }: DeclaredQuery): ReadonlyMap<string, Origin> {
  const source = elsewhere().get("source");
  const others = [...(source ? [["source", source] as const] : []), ...views()];
  return new Map([["", origin], ...others.map(([name, of]) => [`${name}.`, of] as const)]);
}

/** The values of a mapping as texts, the same for the same values however they are laid out. */
function clausesAt(origin: Origin | undefined): ReadonlyMap<string, string> {
  const node = origin && nodeAt(origin.document.root, origin.path);
  if (node?.kind !== "map") return new Map();
  return new Map(
    node.entries.map(({ key, value }) => {
      const plain = plainValue(value);
      return [key, typeof plain === "string" ? plain : JSON.stringify(plain)];
    }),
  );
}
