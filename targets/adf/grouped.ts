/** Several things with the same key; 1 is the number of the first group. */
interface Group<T> {
  readonly number: number;
  readonly things: readonly [T, ...T[]];
}

/** Those with one key together, in the order in which the first of each came. */
export function grouped<T>(things: readonly T[], keyOf: (thing: T) => string): readonly Group<T>[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return [...groups.values()].map((group, index) => ({ number: index + 1, things: group }));
}
