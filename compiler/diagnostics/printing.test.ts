import { expect, it } from "vitest";
import { Origin } from "../source/origin.js";
import type { Node } from "../source/tree.js";
import { annotate } from "./annotate.js";
import type { Diagnostic } from "./diagnostic.js";
import { counted, frame, framed, type Palette } from "./frame.js";
import { diagnosticsJson } from "./json.js";
import { sarif } from "./sarif.js";

const text = 'pipeline: orders\nsources:\n  retries: "two"\n  list:\n    - a\n    - b\n    - c\n    - d\n';

it("frames a finding with place, path, line and mark", () => {
  expect(frame(finding(text, '"two"'))).toBe(
    `input.yaml:3:12 - error spec/wrong-type: Expected integer.
  at sources
3 |   retries: "two"
  |            ^^^^^
`,
  );
});

it("shows related places indented, and places from where the reader stands", () => {
  const related = [{ message: "The other is here.", origin: originOf("sluice.yaml", "a: 1\nb: 2\n", "b") }];
  expect(frame(finding(text, "retries", { related }), { folder: "shop/" })).toBe(
    `shop/input.yaml:3:3 - error spec/wrong-type: Expected integer.
  at sources
3 |   retries: "two"
  |   ^^^^^^^
  shop/sluice.yaml:2:1: The other is here.
  2 | b: 2
    | ^
`,
  );
});

it("marks three lines at most", () => {
  expect(frame(finding(text, "- a\n    - b\n    - c\n    - d\n")).split("\n").slice(2)).toEqual([
    "5 |     - a",
    "  |     ^^^",
    "6 |     - b",
    "  |     ^^^",
    "7 |     - c",
    "  |     ^^^",
    "… 1 line more",
    "",
  ]);
});

it("cuts a long line around its mark", () => {
  const long = `key: ${"x".repeat(200)}MARK${"y".repeat(200)}`;
  const [, , line = "", mark = ""] = frame(finding(long, "MARK")).split("\n");
  expect(line.length).toBeLessThanOrEqual(126);
  expect(line.slice(mark.indexOf("^"), mark.lastIndexOf("^") + 1)).toBe("MARK");
});

it("lets no text steer the terminal", () => {
  expect(frame(finding("a: \u001b[31m", "\u001b[31m", { message: "Bad \u001b[0m\nvalue." }))).not.toContain("\u001b");
});

it("shows no secret that was written by mistake, and the names of secrets", () => {
  const line = (yaml: string, at: string) => frame(finding(yaml, at)).split("\n")[2];
  expect(line('a: { secret: "Endpoint=sb://x;Key=y", c: d }', "d")).toBe(`1 | a: { secret: ${"•".repeat(23)}, c: d }`);
  expect(line("a: { user: shop, password: hunter2 }", "shop")).toBe("1 | a: { user: shop, password: ••••••• }");
  expect(line("a: { secret: events-connection, key: device_id }", "device_id")).toContain(
    "events-connection, key: device_id",
  );
});

it("frames nothing where there is nothing to show", () => {
  expect(frame(finding("", ""))).toBe("input.yaml:1:1 - error spec/wrong-type: Expected integer.\n  at sources\n");
});

it("colours through the palette only", () => {
  const bracket = (text: string) => `<${text}>`;
  const palette: Palette = { error: bracket, warning: bracket, place: bracket, code: bracket, dim: bracket };
  expect(frame(finding(text, "retries"), { palette })).toContain(
    "<input.yaml:3:3> - <error> <spec/wrong-type>: Expected",
  );
});

it("counts what it found", () => {
  const warning = finding(text, "list", { severity: "warning", origin: originOf("sluice.yaml", "a: 1", "a") });
  const error = finding(text, "retries");
  expect(counted([error, error, warning])).toBe("2 errors, 1 warning in 2 files");
  expect(framed([warning])).toMatch(/\n\n1 warning in 1 file\n$/);
  expect(framed([])).toBe("");
});

it("says the same as JSON", () => {
  const document = JSON.parse(diagnosticsJson([finding(text, '"two"', { fix: "2" })]));
  expect(document).toEqual({
    version: 1,
    errors: 1,
    warnings: 0,
    diagnostics: [
      {
        code: "spec/wrong-type",
        severity: "error",
        message: "Expected integer.",
        file: "input.yaml",
        path: ["sources"],
        range: { start: { line: 3, column: 12 }, end: { line: 3, column: 17 } },
        related: [],
        fix: "2",
      },
    ],
  });
});

it("says the same as SARIF, with the rules", () => {
  const related = [{ message: "Here.", origin: originOf("sluice.yaml", "b: 2\n", "b") }];
  const rules = [
    { code: "spec/wrong-type", severity: "error", explanation: "A value has another type. Change it." },
    { code: "spec/other", severity: "warning", explanation: "Other." },
  ] as const;
  const log = JSON.parse(
    sarif([finding(text, '"two"', { fix: "2", related })], { rules, version: "1.2.3", folder: "my shop/" }),
  );
  const [run] = log.runs;
  expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(["spec/other", "spec/wrong-type"]);
  expect(run.tool.driver.rules[1].shortDescription.text).toBe("A value has another type.");
  const region = { startLine: 3, startColumn: 12, endLine: 3, endColumn: 17 };
  const artifactLocation = { uri: "my%20shop/input.yaml" };
  expect(run.results).toEqual([
    {
      ruleId: "spec/wrong-type",
      ruleIndex: 1,
      level: "error",
      message: { text: "Expected integer." },
      locations: [
        { physicalLocation: { artifactLocation, region }, logicalLocations: [{ fullyQualifiedName: "sources" }] },
      ],
      relatedLocations: [
        {
          id: 0,
          message: { text: "Here." },
          physicalLocation: {
            artifactLocation: { uri: "my%20shop/sluice.yaml" },
            region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 },
          },
        },
      ],
      fixes: [
        {
          description: { text: "Replace with '2'." },
          artifactChanges: [
            { artifactLocation, replacements: [{ deletedRegion: region, insertedContent: { text: "2" } }] },
          ],
        },
      ],
    },
  ]);
});

it("annotates the lines with what is said of them", () => {
  const elsewhere = finding("a: 1", "a", { origin: originOf("sluice.yaml", "a: 1", "a") });
  const noted = annotate({ path: "input.yaml", text }, [
    finding(text, "pipeline", { severity: "warning" }),
    finding(text, '"two"'),
    elsewhere,
  ]);
  expect(noted).toBe(
    text
      .replace("orders\n", "orders\n#^^^^^^^ warning spec/wrong-type: Expected integer.\n")
      .replace('"two"\n', '"two"\n#          ^^^^^ error spec/wrong-type: Expected integer.\n'),
  );
});

/** A finding about the first occurrence of `marked` in a one-scalar document, for the tests of the printers. */
function finding(text: string, marked: string, more: Partial<Diagnostic> = {}): Diagnostic {
  return {
    code: "spec/wrong-type",
    severity: "error",
    message: "Expected integer.",
    origin: originOf("input.yaml", text, marked),
    related: [],
    ...more,
  };
}

/** An origin whose range is where `marked` stands. */
function originOf(path: string, text: string, marked: string): Origin {
  const start = text.indexOf(marked);
  const value: Node = { kind: "scalar", range: { start, end: start + marked.length }, value: marked };
  const root: Node = {
    kind: "map",
    range: { start: 0, end: text.length },
    entries: [{ key: "sources", keyRange: value.range, value }],
  };
  return Origin.root({ file: { path, text }, root }).child("sources");
}
