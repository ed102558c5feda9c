import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { declared } from "../../cli/declared.generated.js";
import { mentions } from "../../schema/generate/diagnostics.js";
import { caseNames, expectedTree } from "../golden.js";

/** A rule of streaming on Spark, and what keeps it. */
interface Rule {
  readonly rule: string;
  readonly codes?: readonly string[];
  /** The cases that show the codes, or have what is emitted. */
  readonly golden?: string | readonly string[];
  /** Why the language cannot break it. */
  readonly unsayable?: string;
  /** What the emitted text has because of it. */
  readonly emits?: string;
  /** Why it is not in scope. */
  readonly out?: string;
}

const rules: Readonly<Record<string, Rule>> = parse(readFileSync("test/legality/rules.yaml", "utf8"));
const all = Object.entries(rules).map(([id, rule]) => ({ id, ...rule }));
const goldensOf = ({ golden = [] }: Rule): readonly string[] => [golden].flat();

it("has all rules", () => {
  const ids = Array.from({ length: 51 }, (_, at) => `L${String(at + 1).padStart(2, "0")}`);
  expect(Object.keys(rules)).toEqual(ids);
  const ways = all.map(
    ({ codes, unsayable, out }) => [codes ?? unsayable, out].filter((one) => one !== undefined).length,
  );
  expect(ways).toEqual(ids.map(() => 1));
});

describe.each(all)("$id: $rule", (rule) => {
  const goldens = goldensOf(rule);
  const texts = goldens.flatMap((name) => Object.values(expectedTree(name)));

  it("is shown by goldens that there are", () => {
    expect(goldens.filter((name) => !caseNames().includes(name))).toEqual([]);
    expect(goldens.length > 0).toBe(rule.codes !== undefined || rule.emits !== undefined);
  });

  it("is reported by codes that a golden shows, with a page each", () => {
    const codes = rule.codes ?? [];
    expect(codes.filter((code) => !declared.some((one) => one.code === code))).toEqual([]);
    expect(codes.filter((code) => !existsSync(`docs/diagnostics/${code}.md`))).toEqual([]);
    expect(codes.filter((code) => !texts.some((text) => mentions(text, code)))).toEqual([]);
  });

  it("is kept by what is emitted, where that is said", () => {
    const { emits } = rule;
    if (emits !== undefined) expect(texts.some((text) => text.includes(emits))).toBe(true);
  });
});
