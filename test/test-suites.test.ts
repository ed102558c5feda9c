import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

interface Suite {
  readonly name: string;
  readonly files: readonly string[];
}

it("each long suite stands in the page about them, with its minutes, and has its files", () => {
  const suites: readonly Suite[] = JSON.parse(readFileSync(".ci/suites.json", "utf8"));
  const rows = readFileSync("docs/test-suites.md", "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) => line.split("|").map((cell) => cell.trim()));
  expect(rows.map((cells) => cells[1])).toEqual(suites.map(({ name }) => `\`${name}\``));
  for (const [, , holds, inCi, whole, minutes] of rows) {
    expect(holds).not.toBe("");
    expect(whole).not.toBe("");
    for (const figure of [inCi, minutes]) expect(figure).toMatch(/^\d+(\.\d+)?$/);
  }
  expect(suites.flatMap(({ files }) => files).filter((file) => !existsSync(file))).toEqual([]);
});
