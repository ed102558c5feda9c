import fc from "fast-check";
import { expect, it } from "vitest";
import { type CommandSpec, parseArguments } from "./arguments.js";
import { commandHelp } from "./help.js";

const spec: CommandSpec = {
  summary: "Does it",
  positional: { name: "WHAT", description: "What to do", choices: ["this", "that"] },
  options: {
    check: { kind: "flag", description: "Only looks" },
    out: { kind: "text", value: "DIR", description: "Where", default: "generated" },
    env: { kind: "list", value: "NAME", description: "For whom" },
    format: { kind: "text", value: "text|json", description: "How", choices: ["text", "json"] },
    rate: {
      kind: "text",
      value: "N|max",
      description: "How fast",
      shape: { pattern: /^(\d+|max)$/, expected: "a number or 'max'" },
    },
  },
};

it("reads flags, values in both spellings, lists, the argument and defaults", () => {
  const parsed = parseArguments(spec, [
    "--check",
    "--env",
    "dev",
    "this",
    "--env=prod",
    "--format=json",
    "--rate",
    "max",
  ]);
  if (parsed.kind !== "arguments") throw new Error(JSON.stringify(parsed));
  const { given } = parsed;
  expect(given.flag("check")).toBe(true);
  expect(given.list("env")).toEqual(["dev", "prod"]);
  expect(given.text("format")).toBe("json");
  expect(given.text("rate")).toBe("max");
  expect(given.text("out")).toBe("generated");
  expect(given.positional).toBe("this");
  expect(() => given.text("check")).toThrow("--check is not declared as a text");
});

it.each<[string, string]>([
  ["--chek", "Unknown option '--chek'. Did you mean '--check'?"],
  ["--ou=x", "Unknown option '--ou'. Did you mean '--out'?"],
  ["-x", "Unknown option '-x'."],
  ["--constructor", "Unknown option '--constructor'."],
  ["--check=yes", "--check takes no value."],
  ["--out", "--out needs a value: --out DIR"],
  ["--out --check", "--out needs a value: --out DIR"],
  ["--out=", "--out needs a value: --out DIR"],
  ["--out a --out b", "--out is given twice."],
  ["--format jsn", "--format is 'text' or 'json', not 'jsn'. Did you mean 'json'?"],
  ["--rate fast", "--rate is a number or 'max', not 'fast'."],
  ["thiss", "WHAT is 'this' or 'that', not 'thiss'. Did you mean 'this'?"],
  ["this that", "Unexpected argument 'that'."],
  ["-- --check", "WHAT is 'this' or 'that', not '--check'."],
])("refuses %s", (line, message) => {
  expect(parseArguments(spec, line.split(" "))).toEqual({ kind: "misuse", message });
});

it("does not say a choice twice where it is the argument's name", () => {
  const only = { ...spec, positional: { name: "this", description: "What", choices: ["this"] } };
  const message = "The argument is 'this', not 'thsi'. Did you mean 'this'?";
  expect(parseArguments(only, ["thsi"])).toEqual({ kind: "misuse", message });
});

it("never throws, whatever is typed", () => {
  const word = fc.oneof(
    fc.string(),
    fc.constantFrom("--check", "--out", "--env", "--", "-", "--help", "this", "--out=", "--=x", "-h"),
  );
  fc.assert(
    fc.property(fc.array(word), (words) => ["arguments", "help", "misuse"].includes(parseArguments(spec, words).kind)),
  );
});

it("makes the help from the same table", () => {
  expect(parseArguments(spec, ["--out", "x", "--help"])).toEqual({ kind: "help" });
  expect(commandHelp("do", spec)).toBe(`Does it.

Usage: sluice do [WHAT] [OPTIONS]

Argument:
  WHAT  What to do

Options:
  --check             Only looks
  --out DIR           Where (default generated)
  --env NAME          For whom (may be repeated)
  --format text|json  How
  --rate N|max        How fast
  --help              Shows this
`);
});
