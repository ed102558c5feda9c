import { readFileSync } from "node:fs";
import { Node, Project } from "ts-morph";
import { expect, it } from "vitest";

/** The rows of the table: a promise, and what it is held by. */
const rows = readFileSync("docs/promises.md", "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| "))
  .slice(1)
  .map((line) => line.split(" | "));

/** Each file of tests that a text names, with what stands in quotes up to the next one. */
function named(text: string): readonly { readonly file: string; readonly titles: readonly string[] }[] {
  const parts = text.split(/`([^`]+\.test\.ts)`/);
  return parts.flatMap((file, at) => {
    const after = parts[at + 1] ?? "";
    return at % 2 === 0 ? [] : [{ file, titles: [...after.matchAll(/"([^"]+)"/g)].map(([, title = ""]) => title) }];
  });
}

/** The titles of a file's tests, as they stand in it; none: there is no such file. */
function titlesIn(path: string): readonly string[] {
  const project = new Project({ skipFileDependencyResolution: true, skipLoadingLibFiles: true });
  return (project.addSourceFileAtPathIfExists(path)?.getDescendants() ?? []).flatMap((node) => {
    if (!Node.isCallExpression(node)) return [];
    const [title] = node.getArguments();
    const isTest = /^(it|describe)\b/.test(node.getExpression().getText());
    return isTest && (Node.isStringLiteral(title) || Node.isTemplateExpression(title)) ? [title.getText()] : [];
  });
}

it.each(rows)("%s", (_, heldBy = "") => {
  const tests = named(heldBy);
  expect(tests).not.toEqual([]);
  expect(tests.filter(({ titles }) => titles.length === 0)).toEqual([]);
  for (const { file, titles } of tests) {
    const there = titlesIn(file);
    expect(
      titles.filter((title) => !there.some((one) => one.includes(title))),
      file,
    ).toEqual([]);
  }
});

it("every promise was looked at", () => {
  expect(rows.length).toBeGreaterThan(15);
  expect(rows.every(({ length }) => length === 2)).toBe(true);
});
