import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { diskHost } from "../../cli/disk-host.js";
import { compile } from "../../compiler/compile.js";
import { targets } from "../../targets/index.js";
import { caseNames, compileCase, expectedTree, readCase } from "../golden.js";
import { type Emitted, type Kept, limits } from "./limits.js";
import { limitsOfNumbers } from "./numbers.js";

/** All that goldens and projects to copy have for a factory or a workspace. */
const emitted: readonly Emitted[] = [
  ...caseNames().map((name) => compileCase(readCase(name))),
  ...["youflix", "pizza-store", "imdb", "tmdb"].map((name) => compile(diskHost(`pipelines/${name}`), targets)),
]
  .flatMap(({ artifacts }) => artifacts)
  .flatMap(({ path, body }) => {
    const [, kind = ""] = /\/(?:adf|synapse)\/(\w+)\/[^/]+\.json$/.exec(path) ?? [];
    return kind === "" || kind === "factory" || kind === "notebook"
      ? []
      : [{ path, kind, body, value: JSON.parse(body) }];
  });

it("there is something of each kind to look at", () => {
  const kinds = new Set(emitted.map(({ kind }) => kind));
  for (const kind of ["pipeline", "dataset", "linkedService", "dataflow", "trigger"]) expect(kinds).toContain(kind);
});

describe.each([...limits, ...limitsOfNumbers])("$limit", ({ kept, source }) => {
  it.each(kept)("is kept ($kind)", (how) => {
    expect(source).toMatch(/^https:\/\/learn\.microsoft\.com\//);
    if ("says" in how) expect(how.says).not.toBe("");
    check(how);
  });
});

function check(how: Kept): void {
  switch (how.kind) {
    case "refused":
    case "warned": {
      const told = Object.values(expectedTree(how.golden)).join("\n").split("\n");
      const found = `${how.kind === "refused" ? "error" : "warning"} ${how.code}: `;
      expect(told.filter((line) => line.includes(found) && line.includes(how.says))).not.toEqual([]);
      return;
    }
    case "told":
      expect(readFileSync(how.test, "utf8")).toContain(how.says);
      return;
    case "split": {
      const { artifacts, diagnostics } = compileCase(readCase(how.golden));
      expect(diagnostics).toEqual([]);
      expect(artifacts.filter(({ path }) => how.into.test(path)).length).toBeGreaterThanOrEqual(how.several);
      return;
    }
    case "never": {
      const measured = emitted.flatMap((one) => how.measured(one).map((value) => ({ path: one.path, value })));
      expect(measured.length).toBeGreaterThan(0);
      expect(measured.filter(({ value }) => !(value >= (how.least ?? 0) && value <= how.most))).toEqual([]);
      return;
    }
    case "named": {
      const names = emitted.flatMap(how.names);
      expect(names.length).toBeGreaterThan(0);
      expect(names.filter((name) => !how.pattern.test(name))).toEqual([]);
      return;
    }
  }
}
