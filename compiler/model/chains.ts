/** A pipeline, and those that it comes after, by name. */
export interface Link {
  readonly name: string;
  readonly after: readonly string[];
}

/** Pipelines that come after each other, by way of others too: each after those that it comes after. */
export type Chain<T extends Link> = readonly [T, ...T[]];

/** The chains of more than one pipeline. Those that wait for each other must have been refused. */
export function chainsOf<T extends Link>(all: readonly T[]): readonly Chain<T>[] {
  const links = tied(all);
  const chains = links.reduce<readonly (readonly T[])[]>((found, link) => {
    const isOf = (chain: readonly T[]): boolean =>
      chain.some(({ name, after }) => after.includes(link.name) || link.after.includes(name));
    return [...found.filter((chain) => !isOf(chain)), [...found.filter(isOf).flat(), link]];
  }, []);
  const order = new Map(inOrder(links).map(({ name }, at) => [name, at]));
  const place = ({ name }: T): number => order.get(name) ?? 0;
  return chains
    .map((chain) => chain.toSorted((a, b) => place(a) - place(b)))
    .filter((chain): chain is [T, ...T[]] => chain.length > 1)
    .sort(([a], [b]) => place(a) - place(b));
}

/** Those that come after others, or that others come after: mostly few. */
function tied<T extends Link>(links: readonly T[]): readonly T[] {
  const before = new Set(links.flatMap(({ after }) => after));
  return links.filter(({ name, after }) => after.length > 0 || before.has(name));
}

/** Each after those that it comes after, else as they were; those that wait for each other are left out. */
export function inOrder<T extends Link>(links: readonly T[]): readonly T[] {
  const ordered: T[] = [];
  const done = new Set<string>();
  let left = links;
  for (;;) {
    const next = left.find(({ after }) => after.every((name) => done.has(name)));
    if (next === undefined) return ordered;
    ordered.push(next);
    done.add(next.name);
    left = left.filter((link) => link !== next);
  }
}

/** Pipelines that wait for each other: each circle once, from the first of them round to it again. */
export function circlesOf<T extends Link>(all: readonly T[]): readonly (readonly T[])[] {
  const links = tied(all);
  const circles: (readonly T[])[] = [];
  const done = new Set(inOrder(links).map(({ name }) => name));
  const byName = new Map(links.map((link) => [link.name, link]));
  const waiting = ({ after }: T): T | undefined =>
    after.flatMap((name) => (done.has(name) ? [] : (byName.get(name) ?? [])))[0];
  for (const link of links) {
    const path: T[] = [];
    for (let at: T | undefined = done.has(link.name) ? undefined : link; at !== undefined; at = waiting(at)) {
      const begin = path.indexOf(at);
      path.push(at);
      if (begin === -1) continue;
      circles.push(path.slice(begin));
      break;
    }
    for (const { name } of path) done.add(name);
  }
  return circles;
}
