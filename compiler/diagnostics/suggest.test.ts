import fc from "fast-check";
import { expect, it } from "vitest";
import { closest, nearest } from "./suggest.js";
import { Words } from "./words.js";

/** By the definition, without a thought of time: the least number of steps from one word to the other. */
function distance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, row) =>
    Array.from({ length: b.length + 1 }, (_, column) => (row === 0 ? column : column === 0 ? row : 0)),
  );
  const at = (row: number, column: number): number => table[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= a.length; row += 1)
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = at(row - 1, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const isSwap = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const swapped = isSwap ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY;
      table[row]?.splice(column, 1, Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, replaced, swapped));
    }
  return at(a.length, b.length);
}

function slowly(word: string, known: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(word.length / 3));
  const all = known.map((one) => ({ one, steps: distance(word.toLowerCase(), one.toLowerCase()) }));
  const least = Math.min(...all.map(({ steps }) => steps));
  return least <= limit ? all.find(({ steps }) => steps === least)?.one : undefined;
}

it("finds the first of the words that take the fewest steps", () => {
  const word = fc.string({ unit: fc.constantFrom(..."abcAB_"), maxLength: 14 });
  fc.assert(
    fc.property(word, fc.array(word, { minLength: 1, maxLength: 8 }), (one, known) => {
      expect(closest(one, known)).toBe(slowly(one, known));
    }),
    { numRuns: 5_000 },
  );
});

it("finds the first of the words that end with a dot and a part as looking at one after the other does", () => {
  const word = fc.string({ unit: fc.constantFrom(..."ab.."), maxLength: 6 });
  fc.assert(
    fc.property(word, fc.array(word, { maxLength: 8 }), (end, known) => {
      expect(new Words(known).endingWith(end)).toBe(known.find((one) => one.endsWith(`.${end}`)));
    }),
    { numRuns: 5_000 },
  );
});

it("finds among words that were put in order what it finds one by one", () => {
  const letters = [..."abA_\u0130ß", "\ud83d\ude00", "\ud83d"];
  const word = fc.oneof(
    fc.string({ unit: fc.constantFrom(...letters), maxLength: 14 }),
    fc
      .tuple(fc.constantFrom("silver.t", "shop/silver.t", "Shop/silver.t", "bronze."), fc.nat(300))
      .map((parts) => parts.join("")),
    fc.string({ unit: fc.constantFrom("a", "b"), minLength: 60, maxLength: 80 }),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), fc.array(word, { minLength: 1, maxLength: 8 }), (known, asked) => {
      const words = new Words(known);
      const isMeant = (one: string): boolean => !one.startsWith("shop/");
      for (const one of asked) {
        expect(words.nearest(one)).toEqual(nearest(one, known));
        const meant = known.filter(isMeant);
        expect(words.nearest(one, isMeant)?.word).toEqual(closest(one, meant));
      }
    }),
    { numRuns: 300 },
  );
});

it("no word is near to one that is as long as a text", () => {
  const long = "x".repeat(1_000_000);
  expect(closest(long, [`${long}y`, "x"])).toBeUndefined();
});
