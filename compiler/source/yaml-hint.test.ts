import { expect, it } from "vitest";
import { parseYaml } from "./parse-yaml.js";

/** What is shown of the text, and what is said of it. */
const said = (text: string): string => {
  const [problem] = parseYaml("p.yaml", text).problems;
  return problem === undefined ? "" : `${text.slice(problem.range.start, problem.range.end)} | ${problem.detail}`;
};

const column =
  "this line begins in another column than the lines it would belong to: look at the spaces before it, and before the lines above it.";
const deeper =
  "this line is indented deeper than the one above, which has its value already: begin both in the same column.";

it.each([
  ["pipeline: p\ngold\n  a:\n    from: x\n", "gold | a key has a colon behind it: 'gold:'."],
  ["pipeline: p\ngold:\n  a:\n    from: x\n    where # later\n", "where | a key has a colon behind it: 'where:'."],
  [
    "gold:\n  a:\n    from:silver.x\n    where: y\n",
    "from:silver.x | a colon that ends a key has a space behind it: 'from: silver.x'.",
  ],
  [
    "gold:\n  a:\n    where: y\n    from:silver.x\n",
    "from:silver.x | a colon that ends a key has a space behind it: 'from: silver.x'.",
  ],
  ["gold:\n  a:\n    from: x\n   where: y\n", `where: | ${column}`],
  ["gold:\r\n  a:\r\n    from: x\r\n   where: y\r\n", `where: | ${column}`],
  ["gold:\n  a:\n    from: x\n     where: y\n", `where: y | ${deeper}`],
  ["gold:\r\n  a:\r\n    from: x\r\n     where: y\r\n", `where: y | ${deeper}`],
  ["gold\uFF1A\n  a:\n    from: x\n", "gold\uFF1A | behind 'gold' stands a full-width colon: write 'gold:'."],
  [
    "# of an old editor\rpipeline: p\r",
    "\r | a line ends with a carriage return alone: save the file with the line ends of Unix (LF) or of Windows (CRLF).",
  ],
  ["gold:\n\ta:\n", "\t | a tab indents this line: write spaces instead."],
  ["gold:\n  a: { from: x where: y }\n", "where | between braces a comma stands before the next key: ', where:'."],
  ["gold:\n  a: @x\n", "@ | a text that begins with '@' stands in quotes."],
  ["gold:\n  a: `x` > 1\n", "` | a text that begins with '`' stands in quotes."],
  ["gold:\n  a: { from: ${each} }\n", '${each} | between braces a placeholder stands in quotes, "${each}".'],
  [
    "gold:\n  a: x: y\n",
    "x | Nested mappings are not allowed in compact mappings: put the whole expression in double quotes.",
  ],
])("%j", (text, wanted) => {
  expect(said(text)).toBe(wanted);
});
