import type { Diagnostic } from "./diagnostic.js";

/**
 * What is written once, and stands for many (`tables`, `for_each`), has a finding once and not for each of them: the first one's
 * message, and for which it holds. None has a fix, as what it would replace is written for the others too.
 */
export function onceWritten(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const groups = new Map<string, Diagnostic[]>();
  const alone: Diagnostic[] = [];
  for (const diagnostic of found) {
    if (diagnostic.origin.madeFor === undefined) alone.push(diagnostic);
    else join(groups, diagnostic);
  }
  return [...alone, ...[...groups.values()].map(together)];
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
  return { ...rest, message: `${first.message} (For ${named(sorted.map(madeFor))}.)` };
}

const madeFor = ({ origin }: Diagnostic): string => origin.madeFor ?? "";

/** `'a'`, `'a' and 'b'`, `'a', 'b' and 7 more` */
function named(names: readonly string[]): string {
  const most = 3;
  const shown = names.length <= most ? names : names.slice(0, most - 1);
  const rest = names.length - shown.length;
  const words = [...shown.map((name) => `'${name}'`), ...(rest === 0 ? [] : [`${rest} more`])];
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
