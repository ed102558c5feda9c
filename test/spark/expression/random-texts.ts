import fc from "fast-check";
import { parseExpression } from "../../../compiler/expression/parse/parse.js";
import { printSyntax } from "../../../compiler/expression/print/print-syntax.js";
import { Origin } from "../../../compiler/source/origin.js";

/** Texts made from the grammar without any care for brackets, each with the same text bracketed as our parser read it. */
export function bracketedPairs(count: number): readonly (readonly [string, string])[] {
  return fc.sample(expressionText, { numRuns: count, seed: 20260301 }).map((text) => [text, bracketed(text)] as const);
}

function bracketed(text: string): string {
  const origin = Origin.root({
    file: { path: "", text },
    root: { kind: "scalar", range: { start: 0, end: text.length }, value: text },
  });
  const parsed = parseExpression(text, origin);
  return "syntax" in parsed ? printSyntax(parsed.syntax, "all") : `${parsed.problem.message} in ${text}`;
}

/** One count of levels for all rules, or the texts grow beyond what Spark's parser reads in reasonable time. */
const DEPTH = { maxDepth: 3, depthIdentifier: fc.createDepthIdentifier(), withCrossShrink: true };

/** Any text that our grammar has; what it means does not matter. */
export const expressionText: fc.Arbitrary<string> = fc.letrec<{ boolean: string; value: string; primary: string }>(
  (tie) => ({
    boolean: fc.oneof(
      DEPTH,
      tie("value"),
      join(tie("boolean"), fc.constantFrom(" and ", " or ", " AND ", " OR "), tie("boolean")),
      join(fc.constantFrom("not ", "NOT "), tie("boolean")),
      join(tie("value"), fc.constantFrom(" is null", " is not null", " is true", " is not false")),
      join(tie("value"), fc.constantFrom(" is distinct from ", " is not distinct from "), tie("value")),
      join(
        tie("value"),
        fc.constantFrom(" between ", " not between "),
        tie("value"),
        fc.constant(" and "),
        tie("value"),
      ),
      join(
        tie("value"),
        fc.constantFrom(" in (", " not in ("),
        tie("boolean"),
        fc.constant(", "),
        tie("boolean"),
        fc.constant(")"),
      ),
      join(tie("value"), fc.constantFrom(" like ", " not rlike ", " ilike "), tie("value")),
    ),
    value: fc.oneof(
      DEPTH,
      tie("primary"),
      join(
        tie("value"),
        fc.constantFrom(" + ", " - ", " * ", " / ", " % ", " div ", " || ", " & ", " ^ ", " | "),
        tie("value"),
      ),
      join(
        tie("value"),
        fc.constantFrom(" = ", " == ", " <> ", " != ", " < ", " <= ", " > ", " >= ", " <=> "),
        tie("value"),
      ),
      join(fc.constantFrom("- ", "+"), tie("value")),
    ),
    primary: fc.oneof(
      DEPTH,
      fc.constantFrom(
        "a",
        "b",
        "`c d`",
        "1",
        "-1",
        "2.50",
        "1e3",
        "3L",
        "'x'",
        "'it\\'s'",
        "true",
        "null",
        "date '2026-03-01'",
        "interval 10 minutes",
        "a.b",
        "m.n.o",
      ),
      join(fc.constant("("), tie("boolean"), fc.constant(")")),
      join(
        fc.constantFrom("f(", "coalesce(", "count(distinct "),
        tie("boolean"),
        fc.constant(", "),
        tie("value"),
        fc.constant(")"),
      ),
      join(fc.constantFrom("a[", "m.n["), tie("value"), fc.constant("]")),
      join(
        fc.constantFrom("cast(", "try_cast("),
        tie("boolean"),
        fc.constantFrom(" as int)", " as decimal(9,2))", " as array<string>)"),
      ),
      join(
        fc.constant("case when "),
        tie("boolean"),
        fc.constant(" then "),
        tie("boolean"),
        fc.constant(" else "),
        tie("value"),
        fc.constant(" end"),
      ),
      join(
        fc.constant("case "),
        tie("value"),
        fc.constant(" when "),
        tie("value"),
        fc.constant(" then "),
        tie("boolean"),
        fc.constant(" end"),
      ),
      join(fc.constantFrom("filter(a, x -> ", "aggregate(a, 0, (x, y) -> "), tie("boolean"), fc.constant(")")),
      join(fc.constant("sum("), tie("value"), fc.constant(") filter (where "), tie("boolean"), fc.constant(")")),
    ),
  }),
).boolean;

function join(...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> {
  return fc.tuple(...parts).map((texts) => texts.join(""));
}
