import { isWithin, type Size } from "./limits.js";

/** Something that is put into one of several parts. */
export interface Weighed<T> {
  readonly thing: T;
  /** Unique, and the same whatever else there is. */
  readonly id: string;
  /** What it adds to a part, beside what its group does. */
  readonly bytes: number;
  /** What all things of its group need once in each part. */
  readonly group: string;
  readonly groupSize: Size;
}

/** How full parts are at first: the room is for what is added later, which then moves nothing else. */
export const filled = 0.75;

/**
 * Puts things into as few parts as hold them with room to spare; some may be empty. What one more thing moves is little: each has
 * an order of its own in which it likes the parts (rendezvous hashing), and is in the first that has room when those with
 * smaller ids have been put away. What is too large for every part has one to itself.
 * `least`: how many parts there are at the least.
 * https://en.wikipedia.org/wiki/Rendezvous_hashing
 */
export function spread<T>(things: readonly Weighed<T>[], limits: Size, least = 2): readonly (readonly T[])[] {
  const total = things.reduce((sum, { bytes }) => sum + bytes, 0);
  for (let count = Math.max(2, least, Math.ceil(total / (limits.bytes * filled))); ; count += 1) {
    const parts = intoParts(things, count, limits);
    if (parts) return parts.map((part) => things.filter((one) => part.includes(one)).map(({ thing }) => thing));
  }
}

/** Undefined: there are too few. */
function intoParts<T>(
  things: readonly Weighed<T>[],
  count: number,
  limits: Size,
): readonly (readonly Weighed<T>[])[] | undefined {
  const parts = Array.from({ length: count }, (): Weighed<T>[] => []);
  for (const thing of things.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const liked = parts
      .map((part, at) => ({ part, liking: hash(`${thing.id} ${at}`) }))
      .sort((a, b) => b.liking - a.liking);
    const found = liked.find(({ part }) => part.length === 0 || isWithin(sizeOf([...part, thing]), limits));
    if (found === undefined) return undefined;
    found.part.push(thing);
  }
  return parts;
}

function sizeOf<T>(part: readonly Weighed<T>[]): Size {
  const groups = [...new Map(part.map(({ group, groupSize }) => [group, groupSize])).values()];
  const sum = (of: keyof Size): number => groups.reduce((total, size) => total + size[of], 0);
  return {
    bytes: part.reduce((total, { bytes }) => total + bytes, sum("bytes")),
    activities: sum("activities"),
    parameters: sum("parameters"),
  };
}

/** FNV-1a of 32 bits, its bits mixed once more: neighbours in what is hashed are none in what comes of it. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
