import type { Diagnostic } from "./diagnostic.js";
import { allOf } from "./suggest.js";

/**
 * What is written once, and stands for many (`tables`, `for_each`), has a finding once and not for each of them: the first one's
 * message, and for which it holds. None has a fix, as what it would replace is written for the others too.
 */
export function onceWritten(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const groups = new Map<string, Diagnostic[]>();
  const alone: Diagnostic[] = [];
  // What several take from one place is found in each of them.
  const told = new Set<string>();
  for (const diagnostic of found) {
    if (diagnostic.origin.madeFor !== undefined) join(groups, diagnostic);
    else if (isNew(diagnostic, told)) alone.push(diagnostic);
  }
  return [...alone, ...[...groups.values()].map(together)];
}

function isNew({ code, message, origin }: Diagnostic, told: Set<string>): boolean {
  const { start, end } = origin.range;
  const key = JSON.stringify([code, message, origin.file.path, start, end]);
  return told.size < told.add(key).size;
}

/** Two findings of one thing at one place are two findings of each of the others too. */
function join(groups: Map<string, Diagnostic[]>, diagnostic: Diagnostic): void {
  const { code, origin } = diagnostic;
  const { start, end } = origin.range;
  for (let nth = 0; ; nth += 1) {
    const key = JSON.stringify([code, origin.file.path, start, end, nth]);
    const group = groups.get(key);
    if (group?.some((other) => other.origin.madeFor === origin.madeFor)) continue;
    if (group === undefined) groups.set(key, [diagnostic]);
    else group.push(diagnostic);
    return;
  }
}

function together(group: readonly Diagnostic[]): Diagnostic {
  const sorted = [...group].sort((a, b) => (madeFor(a) < madeFor(b) ? -1 : 1));
  const [first] = sorted;
  if (first === undefined) throw new Error("A group of findings without one");
  const { fix: _, ...rest } = first;
  const own = ownWords(sorted.map(madeFor));
  const words = sorted.map(({ message }, at) => bare(message).replaceAll(own[at] ?? "", "*"));
  const alike = sorted.filter((_, at) => words[at] === words[0]).map(madeFor);
  const others = sorted.filter((_, at) => words[at] !== words[0]).map(madeFor);
  const likewise = others.length === 0 ? "" : `; likewise, with other details, for ${named(others)}`;
  return { ...rest, message: `${first.message} (For ${named(alike)}${likewise}.)` };
}

/** `sales.OrderLines` is `order_lines` in other names. */
const bare = (text: string): string => text.toLowerCase().replaceAll("_", "");

/** By what names differ that begin alike: of `bronze.pos_lines` and `bronze.pos_users` `lines` and `users`. */
function ownWords(names: readonly string[]): readonly string[] {
  const [first = "", ...others] = names.map(bare);
  let common = 0;
  while (common < first.length - 1 && others.every((name) => name[common] === first[common])) common += 1;
  const start = others.length === 0 ? first.lastIndexOf(".") + 1 : common;
  return [first, ...others].map((name) => name.slice(start) || name);
}

const madeFor = ({ origin }: Diagnostic): string => origin.madeFor ?? "";

/** `'a'`, `'a' and 'b'`, `'a', 'b' and 7 more` */
function named(names: readonly string[]): string {
  if (names.length <= 3) return allOf(names);
  const shown = names.slice(0, 2).map((name) => `'${name}'`);
  return `${shown.join(", ")} and ${names.length - shown.length} more`;
}
