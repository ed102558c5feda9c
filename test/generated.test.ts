import { resolve } from "node:path";
import { expect, it } from "vitest";
import { generateFromCode, generateSources, stale } from "../schema/generate/all.js";
import { checkout } from "../schema/generate.js";

it("running the generators would change nothing (else: npm run generate)", async () => {
  const tree = { ...checkout(".", (path) => path), load: async (path: string) => import(resolve(path)) };
  const made = { ...generateSources(tree), ...(await generateFromCode(tree)) };
  const changed = Object.entries(made).filter(([path, text]) => tree.read(path) !== text);
  expect([...changed.map(([path]) => path), ...stale(tree, made)]).toEqual([]);
});
