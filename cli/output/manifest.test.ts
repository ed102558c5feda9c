import { expect, it } from "vitest";
import { type Manifest, type ManifestEntry, manifestFile, manifestParts } from "./manifest.js";

const entry = (number: number): ManifestEntry => ({
  path: `common/${number} "null".py`,
  sha256: String(number),
  plane: "lake",
  kind: "text",
  owner: `null ${number}`,
  dependsOn: number % 2 === 0 ? [] : [`common/${number - 1}`],
  reads: [],
  writes: ["a", "b"],
  origin: { file: "sluice.yaml", path: "" },
});

it.each([0, 1, 2, 511, 512, 513, 1024, 1025])("writes a manifest of %i files as one text would be", (count) => {
  const artifacts = Array.from({ length: count }, (_, at) => entry(at));
  const manifest: Manifest = { generator: "sluice", version: 1, artifacts };
  expect([...manifestFile(manifest)].join("")).toBe(`${JSON.stringify(manifest, null, 2)}\n`);
  expect([...manifestParts(manifest, 0)].join("")).toBe(JSON.stringify(manifest));
});
