import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCompletely } from "./complete-yaml.js";
import { readQuickly } from "./quick-yaml.js";
import type { Node } from "./tree.js";

/** What the quick reader makes of a text; it must be what the complete reader makes of it, and nothing may be wrong with the text. */
function quickTrees(text: string): readonly Node[] | undefined {
  const file = { path: "input.yaml", text };
  const quick = readQuickly(file)?.map(({ root }) => root);
  if (quick === undefined) return undefined;
  const complete = readCompletely(file);
  expect({ text, problems: complete.problems, trees: quick }).toEqual({
    text,
    problems: [],
    trees: complete.documents.map(({ root }) => root),
  });
  return quick;
}

const projects = execFileSync("git", ["ls-files", "*.yaml"], { encoding: "utf8" }).trim().split("\n");

it.each(projects)("reads %s as the complete reader does, or not at all", (path) => {
  const text = readFileSync(path, "utf8");
  quickTrees(text);
  quickTrees(text.replaceAll("\n", "\r\n"));
});

it("reads the example projects: it does not leave everything to the complete reader", () => {
  const examples = projects.filter((path) => path.startsWith("pipelines/"));
  expect(examples).not.toEqual([]);
  expect(examples.filter((path) => quickTrees(readFileSync(path, "utf8")) === undefined)).toEqual([]);
});

describe("forms that people write", () => {
  it.each([
    ["nothing", ""],
    ["only a comment", "# nothing\n"],
    ["several documents", "a: 1\n---\nb: 2\n--- # third\nc: 3\n"],
    ["windows' line ends", "a: 1\r\nb:\r\n  - x\r\n  - y\r\n"],
    [
      "numbers",
      "a: [0, -1, +12, 0x1F, 0o17, 1.5, .5, 1., 1e3, -1.5E-3, .inf, -.Inf, .nan, 99999999999999999999, -0]\n",
    ],
    ["words", "a: [true, False, TRUE, null, ~, Null, yes, no, on, y, nUll, 012, 1_000, 12:30, 2020-01-01]\n"],
    ["keys that are no text", "1: a\ntrue: b\n2.50: c\n0x10: d\n"],
    ["keys without values", "a:\nb: {c: , d, e: 1}\nf:\n"],
    ["quotes", 'a: \'it\'\'s\'\n"b\\n": "tab\\t \\u00e9 \\"x\\""\nc: \'two\n  lines\'\nd: "two\\\n  lines"\n'],
    ["blocks", "a: |\n  one\n   two\n\n  three\n\nb: >-\n  folded\n  lines\n\n\nc: | # why\n  text\n"],
    ["flow over several lines", "a: { # why\n  b: [1, # one\n    2 ],\n  c: 'd' }\n"],
    ["comments everywhere", "# top\na: # of a\n  # above\n  b: c # beside\n  # below\n# end\n"],
    ["sequences of mappings", "a:\n- b: 1\n  c: 2\n-   - d\n    - e: f\n"],
    ["many keys", Array.from({ length: 40 }, (_, at) => `key_${at}: ${at}\n`).join("")],
    ["signs beyond ASCII", "größe: 'é 😀'\nname: Ünï\u00a0x\n"],
  ])("%s", (_, text) => expect(quickTrees(text)).toBeDefined());
});

describe("is left to the complete reader", () => {
  it.each([
    ["an anchor", "a: &x 1\n"],
    ["an alias", "a: &x 1\nb: *x\n"],
    ["a tag", "a: !!str 1\n"],
    ["a directive", "%YAML 1.2\n---\na: 1\n"],
    ["an explicit key", "? a\n: 1\n"],
    ["a tab", "a:\t1\n"],
    ["a byte-order mark", "\uFEFFa: 1\n"],
    ["a key twice", "a: 1\na: 2\n"],
    ["a key twice among many", `a: 1\n${Array.from({ length: 40 }, (_, at) => `key_${at}: ${at}\n`).join("")}a: 2\n`],
    ["a later key twice among many", `${Array.from({ length: 40 }, (_, at) => `key_${at}: 1\n`).join("")}key_30: 2\n`],
    ["a merge key", "<<: {a: 1}\n"],
    ["a key that is a list", "[a]: 1\n"],
    ["a key without text", "null: 1\n"],
    ["an item without value", "a:\n  - \n  - b\n"],
    ["kept line ends", "a: |+\n  x\n\n"],
    ["a stated indentation", "a: |2\n    x\n"],
    ["no mapping", "- a\n"],
    ["a syntax error", "a: [1\n"],
    ["a value that its comma cuts", "a: { b: decimal(9,2) }\n"],
    ["a key of more than 1,024 characters", `${"k".repeat(1025)}: 1\n`],
    ["a hundred levels", `a: ${"[".repeat(101)}${"]".repeat(101)}\n`],
  ])("%s", (_, text) => expect(quickTrees(text)).toBeUndefined());
});

const pieces = [
  ..."abc :-[]{},#|>'\"?&*!%@`\\\n\n\n1~<é".split(""),
  ...[
    "a: 1\n",
    "b:\n",
    "  c: x\n",
    "  - y\n",
    "    z: 'q'\n",
    "d: {e: [1, 2]}\n",
    "f: |\n    text\n",
    "g: >-\n",
    "---\n",
  ],
  ...[
    ": ",
    "- ",
    "- - ",
    " # c\n",
    "\n  ",
    "\n    ",
    "\r\n",
    '"s"',
    "'t'",
    "true",
    "0x1F",
    "1.5",
    "[a, b]",
    "{c: d}",
    "k: ",
  ],
  ...[
    "...\n",
    "<<",
    "&x ",
    "*x",
    "!t ",
    '"\\n"',
    "\t",
    "\u2028",
    "\u0085",
    "\u0007",
    "😀",
    "plain words",
    "a#b",
    "x:y",
    "http://h",
  ],
];

it("agrees on any text", () => {
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 16 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, (any) => {
      quickTrees(any);
    }),
    { numRuns: 3000 },
  );
});

it("agrees on a project with mistakes in it", () => {
  const original = readFileSync("pipelines/telemetry/pipelines/readings.yaml", "utf8").split("\n");
  const edit = fc.record({ at: fc.nat(), removed: fc.nat(3), put: fc.constantFrom("", ...pieces) });
  const text = fc
    .tuple(fc.nat(original.length - 1), fc.integer({ min: 3, max: 20 }), fc.array(edit, { maxLength: 2 }))
    .map(([from, lines, edits]) => edits.reduce(edited, original.slice(from, from + lines).join("\n")));
  fc.assert(
    fc.property(text, (any) => {
      quickTrees(any);
    }),
    { numRuns: 1000 },
  );
});

function edited(text: string, { at, removed, put }: { at: number; removed: number; put: string }): string {
  const place = at % (text.length + 1);
  return text.slice(0, place) + put + text.slice(place + removed);
}
