import { expect, it } from "vitest";
import { Origin } from "./origin.js";
import { parseYaml } from "./parse-yaml.js";

/** The source text of the part of the value that is `part`. */
function shown(text: string, part: string): string {
  const [document] = parseYaml("test.yaml", text).documents;
  if (document?.root.kind !== "map") throw new Error("no mapping");
  const node = document.root.entries[0]?.value;
  const value = node?.kind === "scalar" ? String(node.value) : "";
  const start = value.indexOf(part);
  expect(start, value).toBeGreaterThan(-1);
  const range = Origin.root(document)
    .child("a")
    .within({ start, end: start + part.length }).range;
  return text.slice(range.start, range.end);
}

it.each([
  ["a: x and yy = 1", "yy", "yy"],
  ['a: "x and yy = 1"', "yy", "yy"],
  ["a: 'x = ''it'' and yy = 1'", "yy", "yy"],
  ['a: "x = \\"yy\\" or yz = 1"', "yz", "yz"],
  ['a: "x = \\u0079y or y\\u0079y = 1"', "yyy", "y\\u0079y"],
  ["a: \"x = '\\t\\n\\\\' and \\x79y = 1\"", "yy", "\\x79y"],
  ["a: \"x = '\\ud83d\\ude00' and yy = 1\"", "yy", "yy"],
  ["a: \"x = '\\ud83d\\ude00' and yy = 1\"", "\ud83d\ude00", "\\ud83d\\ude00"],
  ["a: \"x = '\\U0001F600' and yy = 1\"", "yy", "yy"],
  ["a: \"x = '\ud83d\ude00' and yy = 1\"", "yy", "yy"],
  ['a: "x = 1\n  and yy = 1"', "yy", "yy"],
  ['a: "x = 1\n  \\u0061nd yy = 1"', "and", "\\u0061nd"],
  ['a: "x = 1 \\\n  and\\\n  \\ yy = 1"', "yy", "yy"],
  ["a: >\n  x = 1\n  and yy = 1\n", "yy", "yy"],
])("%j: %j stands as %j", (text, part, source) => {
  expect(shown(text, part)).toBe(source);
});
