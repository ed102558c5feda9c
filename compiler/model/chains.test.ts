import fc from "fast-check";
import { expect, it } from "vitest";
import { chainsOf, circlesOf, type Link } from "./chains.js";

const links = (after: Readonly<Record<string, readonly string[]>>): readonly Link[] =>
  Object.entries(after).map(([name, of]) => ({ name, after: of }));

const named = (chains: readonly (readonly Link[])[]) => chains.map((chain) => chain.map(({ name }) => name));

it("keeps apart what does not come after each other, each after those before it, else as it was written", () => {
  const chains = chainsOf(links({ c: ["b"], alone: [], x: ["y"], b: [], d: ["b", "c"], y: [] }));
  expect(named(chains)).toEqual([
    ["b", "c", "d"],
    ["y", "x"],
  ]);
});

it("finds each circle once, and not what only leads to one", () => {
  const of = links({ behind: ["a"], a: ["c"], b: ["a"], c: ["first", "b"], self: ["self"], first: [] });
  expect(named(circlesOf(of))).toEqual([
    ["a", "c", "b", "a"],
    ["self", "self"],
  ]);
});

const numbered = fc.array(fc.array(fc.nat(11), { maxLength: 3 }), { minLength: 1, maxLength: 12 });

it("has a chain for every pipeline that comes after another, or a circle", () => {
  fc.assert(
    fc.property(numbered, (lists) => {
      const all = lists.map((after, at) => ({ name: `${at}`, after: [...new Set(after)].map(String) }));
      const there = new Set(all.map(({ name }) => name));
      const of = all.map(({ name, after }) => ({ name, after: after.filter((other) => there.has(other)) }));
      if (circlesOf(of).length > 0) return;
      const chains = chainsOf(of);
      const placed = chains.flat().map(({ name }) => name);
      const touched = of.filter((one) => one.after.length > 0 || of.some(({ after }) => after.includes(one.name)));
      expect(placed.toSorted()).toEqual(touched.map(({ name }) => name).toSorted());
      for (const chain of chains)
        for (const [at, { after }] of chain.entries())
          expect(after.every((name) => chain.slice(0, at).some((one) => one.name === name))).toBe(true);
    }),
  );
});

it("finds a circle wherever there is no order", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 }), fc.nat(), numbered, (size, seed, lists) => {
      // A ring, whatever else its members come after.
      const of = Array.from({ length: size }, (_, at) => ({
        name: `${at}`,
        after: [`${(at + 1) % size}`, ...(lists[(at + seed) % lists.length] ?? []).map((one) => `${one % size}`)],
      }));
      const circles = circlesOf(of);
      expect(circles.length).toBeGreaterThan(0);
      for (const circle of circles) {
        expect(circle.at(-1)).toBe(circle[0]);
        for (const [at, { after }] of circle.entries())
          if (at < circle.length - 1) expect(after).toContain(circle[at + 1]?.name);
      }
    }),
  );
});
