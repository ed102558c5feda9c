import { expect, test } from "vitest";
import { Random } from "../../test/fuzz/random.js";
import { additive, notAdditive } from "./additive.js";
import { decimalOf } from "./evaluate/decimal.js";
import { evaluate, evaluateAggregate } from "./evaluate/evaluate.js";
import { printValue, type Row, type Value } from "./evaluate/value.js";
import type { Expression } from "./expression.js";
import { columnsOf, expressionOf } from "./testing.fixture.js";

const columns = columnsOf({
  ...{ k: "bigint", i: "int", n: "bigint", x: "double", flag: "boolean", name: "string", at: "timestamp" },
  ...{
    d1: "decimal(1,0)",
    d9: "decimal(9,2)",
    d18: "decimal(18,4)",
    d19: "decimal(19,2)",
    d23: "decimal(23,2)",
    d28: "decimal(28,9)",
  },
});
const inGroups = { columns, aggregates: "required", groupedBy: ["k"], clause: "aggregates" } as const;

const random = new Random(7);
const perhaps = (value: Value): Value => (random.below(5) === 0 ? null : value);
/** A whole number of so many digits. */
const digits = (count: number): bigint =>
  BigInt(`${random.pick(["", "-"])}${Array.from({ length: count }, () => random.below(10)).join("")}`);

/** Of doubles only such as are exact in sums. */
const row = (): Row => ({
  columns: new Map<string, Value>([
    ["k", 3n],
    ["i", perhaps(digits(9))],
    ["n", perhaps(digits(15))],
    ["x", perhaps(random.below(400) / 4)],
    ["flag", perhaps(random.below(2) === 0)],
    ["name", perhaps(`name ${random.below(9)}`)],
    ["at", perhaps(digits(15))],
    ...columns.flatMap(({ name, type }): readonly (readonly [string, Value])[] =>
      type.kind === "decimal" ? [[name, perhaps(decimalOf(digits(type.precision), type.scale))]] : [],
    ),
  ]),
});

const aggregates = [
  ...[
    "count(*)",
    "count(n)",
    "count(n, x)",
    "count(*) filter (where i > 0)",
    "count_if(flag)",
    "sum(i)",
    "sum(n)",
    "sum(x)",
    "sum(1)",
  ],
  ...[
    "sum(d1)",
    "sum(d9)",
    "sum(d28)",
    "sum(n) filter (where flag)",
    "avg(i)",
    "avg(n)",
    "avg(x)",
    "avg(d9) filter (where flag)",
  ],
  ...["avg(d1)", "avg(d9)", "avg(d18)", "avg(d19)", "avg(d23)"],
  ...[
    "min(d28)",
    "max(at)",
    "min(name)",
    "max(x)",
    "bool_and(flag)",
    "bool_or(flag)",
    "bit_and(n)",
    "bit_or(i)",
    "bit_xor(n)",
  ],
  ...[
    "round(100 * coalesce(sum(i), 0) / count(*), 2)",
    "sum(i) + k",
    "case when count(x) > 3 then max(name) else min(name) end",
  ],
] as const;

/** An aggregate of rows that come in batches: of the parts that each batch has, one after the other, as a table keeps them. */
function inBatches(expression: Expression, batches: readonly (readonly Row[])[]): Value {
  const made = additive(expression.node, "_of");
  if (made === undefined) throw new Error("It cannot be added to.");
  const asked = (node: Expression["node"]): Expression => ({ ...expression, node });
  let kept: Row | undefined;
  for (const rows of batches) {
    const added: Row = {
      columns: new Map(made.parts.map(({ name, call }) => [name, evaluateAggregate(asked(call), rows)])),
    };
    const both = kept === undefined ? [added] : [kept, added];
    kept = {
      columns: new Map(
        made.parts.map(({ name, call, combine }) => {
          const scope = { ...inGroups, columns: [{ name, type: call.type, nullable: true }], groupedBy: [] };
          return [name, evaluateAggregate(expressionOf(`${combine}(${name})`, scope), both)];
        }),
      ),
    };
  }
  return evaluate(asked(made.result), { columns: new Map([...(kept?.columns ?? []), ["k", 3n]]) });
}

test.each(aggregates)("%s of rows in batches is what it is of all rows at once, or is not added to", (text) => {
  const expression = expressionOf(text, inGroups);
  if (additive(expression.node, "_of") === undefined) {
    expect(notAdditive(expression.node)).toBeDefined();
    return;
  }
  for (let group = 0; group < 200; group += 1) {
    const batches = Array.from({ length: 1 + random.below(4) }, () =>
      Array.from({ length: 1 + random.below(12) }, row),
    );
    const [whole, added] = [evaluateAggregate(expression, batches.flat()), inBatches(expression, batches)];
    expect(printValue(added, expression.type)).toBe(printValue(whole, expression.type));
  }
});

test("what is not added to: too many digits, values that are told apart, and what needs all rows", () => {
  const refused = (text: string): string | undefined => notAdditive(expressionOf(text, inGroups).node)?.function.name;
  expect(["avg(d18)", "sum(d28)", ...aggregates.filter((text) => !/d19|d23/.test(text))].filter(refused)).toEqual([]);
  expect(["avg(d19)", "avg(d23)", "1 + avg(d28)"].map(refused)).toEqual(["avg", "avg", "avg"]);
  expect(["count(distinct n)", "sum(distinct n)", "median(x)", "count(*) + stddev(x)"].map(refused)).toEqual([
    ...["count", "sum", "median", "stddev_samp"],
  ]);
});
