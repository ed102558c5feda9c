import type { Tree } from "../golden.js";

/** Two findings of one kind differ in numbers and in what is quoted. */
export const kindOf = (finding: string): string =>
  finding
    .replace(/\d+/g, "0")
    .replace(/'[^']*'/g, "''")
    .slice(0, 160);

/** At most so many compilations; what is left by then is small enough to be read. */
const most = 1_500;

/** Files as short as they can be made by leaving parts out, of which `broken` still makes the same kind of finding. */
export function shrunk(files: Tree, finding: string, broken: (files: Tree) => readonly string[]): Tree {
  const kind = kindOf(finding);
  let left = most;
  const still = (tried: Tree): boolean => {
    left -= 1;
    return left > 0 && broken(tried).some((one) => kindOf(one) === kind);
  };
  let smallest = files;
  for (const path of Object.keys(files)) {
    const { [path]: _, ...others } = smallest;
    if (still(others)) smallest = others;
  }
  for (const [path, text] of Object.entries(smallest))
    for (const separator of ["\n", " ", ""])
      smallest = {
        ...smallest,
        [path]: without(smallest[path] ?? text, separator, (to) => still({ ...smallest, [path]: to })),
      };
  return smallest;
}

/** Leaves out ever smaller runs of pieces. */
function without(text: string, separator: string, still: (text: string) => boolean): string {
  let pieces = text.split(separator);
  for (let size = Math.ceil(pieces.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < pieces.length; ) {
      const tried = [...pieces.slice(0, at), ...pieces.slice(at + size)];
      if (still(tried.join(separator))) pieces = tried;
      else at += size;
    }
  }
  return pieces.join(separator);
}
