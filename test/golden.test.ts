import { readdirSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { CompileResult } from "../compiler/compile.js";
import { caseNames, compileCase, expectedTree, readCase, rewrite, shown } from "./golden.js";
import { pythonMistakes } from "./python.js";

it("every case is named for what it shows", () => {
  const targets = readdirSync("targets", { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const prefixes = ["error", "warning", "e2e", "project", ...targets.map(({ name }) => name)];
  const strays = caseNames().filter((name) => !prefixes.some((prefix) => name.startsWith(`${prefix}-`)));
  expect(strays).toEqual([]);
});

describe.each(caseNames())("%s", (name) => {
  const golden = readCase(name);
  let result: CompileResult = { diagnostics: [], artifacts: [] };
  beforeAll(() => {
    result = compileCase(golden);
  });

  it("matches expected/ (rewrite with UPDATE_GOLDEN=1, then read the difference)", () => {
    const produced = shown(golden, result);
    if (process.env["UPDATE_GOLDEN"] === "1") rewrite(name, produced);
    expect(produced).toEqual(expectedTree(name));
    expect(Object.keys(produced)).not.toEqual([]);
  });

  it("says in its first line what it is for", () => {
    const first = golden.input["sluice.yaml"] ?? Object.values(golden.input)[0];
    expect(first).toMatch(/^# \S/);
  });

  it("finds what its name says and nothing else", () => {
    const severities = [...new Set(result.diagnostics.map(({ severity }) => severity))].sort();
    const messages = result.diagnostics.map(({ code, message }) => `${code}: ${message}`);
    if (golden.severity === undefined) expect(messages).toEqual([]);
    else if (golden.severity === "error") expect(severities).toContain("error");
    else expect(severities).toEqual(["warning"]);
    expect(result.artifacts.length === 0).toBe(golden.severity === "error");
  });

  it("compiles to the same a second time, from the files in another order", () => {
    const again = compileCase({ ...golden, input: Object.fromEntries(Object.entries(golden.input).reverse()) });
    expect(again.artifacts.map(({ path, body }) => [path, body])).toEqual(
      result.artifacts.map(({ path, body }) => [path, body]),
    );
    expect(again.diagnostics.map(({ code, message }) => [code, message])).toEqual(
      result.diagnostics.map(({ code, message }) => [code, message]),
    );
  });

  it("leaves its input as it was", () => {
    expect(readCase(name).input).toEqual(golden.input);
  });

  it("writes each path once, in text files that end in a line end", () => {
    const paths = result.artifacts.map(({ path }) => path);
    expect(paths.filter((path, i) => paths.indexOf(path) !== i)).toEqual([]);
    expect(
      result.artifacts.filter(({ body }) => body.includes("\r") || !body.endsWith("\n")).map(({ path }) => path),
    ).toEqual([]);
    expect(paths.filter((path) => !/^(common|env\/[\w-]+)\/[\w./-]+$/.test(path))).toEqual([]);
    const known = new Set(paths);
    expect(result.artifacts.flatMap(({ dependsOn }) => dependsOn.filter((path) => !known.has(path)))).toEqual([]);
  });

  it("writes JSON that parses and Python that knows its names", () => {
    const files = Object.fromEntries(result.artifacts.map(({ path, body }) => [path, body]));
    for (const [path, text] of Object.entries(files))
      if (path.endsWith(".json")) expect(() => JSON.parse(text), path).not.toThrow();
    expect(pythonMistakes(files)).toEqual([]);
  });
});
