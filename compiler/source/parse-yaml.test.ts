import { expect, it } from "vitest";
import { parseYaml } from "./parse-yaml.js";

/** What is wrong with a file, and the characters that it is about. */
function problemsOf(text: string) {
  const { documents, problems } = parseYaml("input.yaml", text);
  return {
    documents: documents.length,
    problems: problems.map(({ kind, range, detail }) => [kind, text.slice(range.start, range.end), detail]),
  };
}

const decoded = (text: string, encoding: BufferEncoding): string => Buffer.from(text, encoding).toString("utf8");

it("of a file in another encoding says so, once", () => {
  const utf16 = { documents: 0, problems: [["not-utf-8", expect.anything(), "The file is UTF-16: save it as UTF-8."]] };
  expect(problemsOf(decoded("\uFEFFversion: 1\n", "utf16le"))).toEqual(utf16);
  expect(problemsOf(decoded("version: 1\n", "utf16le"))).toEqual(utf16);
  expect(problemsOf(Buffer.from("\uFEFFversion: 1\n", "utf16le").swap16().toString("utf8"))).toEqual(utf16);
  expect(problemsOf(decoded("a: 1 # für\nb: Österreich\n", "latin1"))).toMatchObject({
    documents: 0,
    problems: [["not-utf-8", "\uFFFD", expect.stringContaining("Here stands U+FFFD, which decoding puts where")]],
  });
  expect(problemsOf("\uFEFFa: für 😀\n")).toEqual({ documents: 1, problems: [] });
});

it.each([
  ['a: "x\\0y"', "\\0", "U+0000"],
  ['a: "\\\\0 \\e"', "\\e", "U+001B"],
  ['a: "\\ud83d\\ude00 \\ud800"', "\\ud800", "U+D800"],
  ['a: "\\U00000085"', "\\U00000085", "U+0085"],
  ['a: "\\N"', "\\N", "U+0085"],
  ['a: "\\L"', "\\L", "U+2028"],
  ['a: "\\P"', "\\P", "U+2029"],
  ['a: "\\x7F"', "\\x7F", "U+007F"],
  ['{ a: [b, "\\v"] }', "\\v", "U+000B"],
  ["a: x\u2028y", "\u2028", "U+2028"],
  ["a: 'x\u0085'", "\u0085", "U+0085"],
  ["a: |\n  x\n  \u009By", "\u009B", "U+009B"],
  ["a: x\u001By", "\u001B", "U+001B"],
  ["a: x\u0000y", "\u0000", "U+0000"],
  ['"a\\b": x', "\\b", "U+0008"],
  ['a: &x "\\f"\nb: *x', "\\f", "U+000C"],
])("%j holds a character that no text may have", (text, written, character) => {
  expect(problemsOf(text)).toEqual({ documents: 1, problems: [["control-character", written, character]] });
});

it.each(['a: "tab\\t line\\n return\\r é \\u00e9 \\ud83d\\ude00 \\_"', "a: '\\0'", "a: \\u0001", "a: 1 # \u2028"])(
  "%j is fine",
  (text) => {
    expect(problemsOf(text)).toEqual({ documents: 1, problems: [] });
  },
);

it("a hundred levels are enough", () => {
  const nested = (depth: number, close = "]"): string => `a: ${"[".repeat(depth)}${close.repeat(depth)}`;
  expect(problemsOf(nested(99))).toEqual({ documents: 1, problems: [] });
  for (const text of [nested(100), nested(1000), nested(5000), nested(5000, ""), nested(100_000)])
    expect(problemsOf(text)).toEqual({ documents: 0, problems: [["too-deep", "[", ""]] });
  const mappings = Array.from({ length: 3000 }, (_, at) => `${" ".repeat(at)}a:`).join("\n");
  expect(problemsOf(mappings)).toMatchObject({ documents: 0, problems: [["too-deep", "a", ""]] });
});

it("an empty document is nothing, a written null is none", () => {
  for (const text of ["", "# only a comment\n", "---\n", "---\n# one\n---\n# two\n"])
    expect(problemsOf(text)).toEqual({ documents: 0, problems: [] });
  for (const text of ["null\n", "~", "--- null\n"]) expect(problemsOf(text)).toEqual({ documents: 1, problems: [] });
});
