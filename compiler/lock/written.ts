import type { Origin } from "../source/origin.js";
import { nodeAt } from "../source/source-file.js";
import { type Node, plainValue } from "../source/tree.js";
import type { DeclaredQuery } from "./declared-query.js";
import type { Difference } from "./differences.js";

/** A clause of the YAML that is written otherwise, and where it is written now. */
export interface WrittenDifference extends Difference {
  readonly place: Origin;
}

/**
 * Where a table or sink, the source that it keeps, the views that it reads and the project's defaults that hold for it are written
 * otherwise than they were.
 */
export function writtenDifferences(before: DeclaredQuery, now: DeclaredQuery): readonly WrittenDifference[] {
  const [was, is] = [partsOf(before), partsOf(now)];
  const own = [...is].flatMap(([prefix, origin]) => {
    const [old, written] = [clausesAt(was.get(prefix)), clausesAt(origin)];
    const names = [...new Set([...old.keys(), ...written.keys()])].sort();
    return names.flatMap((name) => {
      const [before, after] = [old.get(name), written.get(name)];
      const place = after === undefined ? origin.key() : origin.child(...name.split("."));
      return before === after ? [] : [{ clause: `${prefix}${name}`, before, after, place }];
    });
  });
  return [...own, ...defaultDifferences(before, now)];
}

/** Of clauses that it said itself neither then nor now: else its own clause is told. */
function defaultDifferences(before: DeclaredQuery, now: DeclaredQuery): readonly WrittenDifference[] {
  const [was, is] = [before.defaults(), now.defaults()];
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((clause) => {
    const path = clause.split(".");
    // Of a watermark that it inherits, the table that declares it is told.
    if (now.elsewhere().has(path[0] ?? "")) return [];
    if ([before, now].some(({ origin }) => origin.child(...path).isWritten)) return [];
    const [old, written] = [was.get(clause), is.get(clause)];
    const texts = { before: old && textAt(old), after: written && textAt(written) };
    const place = written ?? now.origin.key();
    return texts.before === texts.after ? [] : [{ clause: `defaults.${clause}`, ...texts, place }];
  });
}

function textAt({ document, path }: Origin): string | undefined {
  const node = nodeAt(document.root, path);
  return node && textOf(node);
}

/** The same for the same values however they are laid out. */
function textOf(node: Node): string {
  const plain = plainValue(node);
  return typeof plain === "string" ? plain : JSON.stringify(plain);
}

/** By what the names of their clauses begin with. */
function partsOf({ origin, elsewhere, views }: DeclaredQuery): ReadonlyMap<string, Origin> {
  const source = elsewhere().get("source");
  const others = [...(source ? [["source", source] as const] : []), ...views()];
  return new Map([["", origin], ...others.map(([name, of]) => [`${name}.`, of] as const)]);
}

/** The values of a mapping as texts; a watermark's one by one, as they mean different things. */
function clausesAt(origin: Origin | undefined): ReadonlyMap<string, string> {
  const node = origin && nodeAt(origin.document.root, origin.path);
  if (node?.kind !== "map") return new Map();
  return new Map(
    node.entries.flatMap(({ key, value }): readonly (readonly [string, string])[] =>
      key === "watermark" && value.kind === "map"
        ? value.entries.map((one) => [`${key}.${one.key}`, textOf(one.value)] as const)
        : [[key, textOf(value)]],
    ),
  );
}
