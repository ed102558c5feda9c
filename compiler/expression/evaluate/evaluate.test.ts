import { expect, test } from "vitest";
import { families } from "../catalogue/catalogue.js";
import { columns, expressionOf, scope } from "../testing.fixture.js";
import { evaluatorOf } from "./catalogue.js";
import { canEvaluate, evaluate, evaluateAggregate } from "./evaluate.js";
import { printValue, type Row, type Value } from "./value.js";

const rows = families.flatMap((family) => family.rows);

test("every function of the catalogue has an evaluator, or a reason why it has none", () => {
  expect(rows.filter(({ name }) => evaluatorOf(name) === undefined).map(({ name }) => name)).toEqual([]);
  const none = rows.filter(({ name }) => evaluatorOf(name)?.kind === "none").map(({ name }) => name);
  expect(none).toEqual(["sin", "cos", "tan", "cot", "approx_count_distinct", "percentile_approx"]);
});

test("aggregates are evaluated over rows, and no others", () => {
  const ofRows = rows.filter(({ name }) => evaluatorOf(name)?.kind === "rows").map(({ name }) => name);
  const aggregates = rows.filter((row) => row.aggregate && evaluatorOf(row.name)?.kind !== "none");
  expect(ofRows).toEqual(aggregates.map(({ name }) => name));
});

const row = (values: Readonly<Record<string, Value>>): Row => ({ columns: new Map(Object.entries(values)) });

const printed = (text: string, values: Readonly<Record<string, Value>> = {}): string => {
  const expression = expressionOf(text);
  return printValue(evaluate(expression, row(values)), expression.type);
};

test("a value is printed so that no two values of a type look alike", () => {
  expect(printed("1.50")).toBe("1.50");
  expect(printed("-0.0D * 1")).toBe("-0e0");
  expect(printed("x'0aFF'")).toBe("x'0aff'");
  expect(printed("array('a', null)")).toBe('["a", null]');
  expect(printed("map('a', 1)")).toBe('{"a": 1}');
  expect(printed("named_struct('a', 1, 'b', date '2026-03-01')")).toBe("(a: 1, b: 2026-03-01)");
});

test("a key is looked up as a value of the type that keys and it have in common", () => {
  expect(printed("element_at(map(5, 'a', 6, 'b'), 6.00)")).toBe('"b"');
  expect(printed("element_at(map(5, 'a', 6, 'b'), 6.01)")).toBe("null");
  expect(printed("map_contains_key(map(5, 'a'), 5.0D)")).toBe("true");
  expect(printed("map_contains_key(map(0.50, 'a'), 0.5000)")).toBe("true");
});

test("what does not fit, divides by zero or is outside is null", () => {
  const text = "struct(i + 1 as_is)".replace(" as_is", "");
  expect(printed(text, { i: 2147483647n })).toBe("(col1: null)");
  expect(printed("n / 0", { n: 1n })).toBe("null");
  expect(printed("numbers[3]", { numbers: { kind: "array", elements: [1n] } })).toBe("null");
});

test("a column of a joined table is one of that table, and a column that a row lacks is null", () => {
  const joined = { ...scope, relations: new Map([["stores", columns]]) };
  const expression = expressionOf("coalesce(name, stores.name)", joined);
  const relations = new Map([["stores", new Map<string, Value>([["name", "there"]])]]);
  expect(evaluate(expression, { columns: new Map(), relations })).toBe("there");
});

test("an aggregate counts what its filter and DISTINCT leave", () => {
  const grouped = { ...scope, aggregates: "required" } as const;
  const group = [1n, 1n, 2n, null, 7n].map((i) => row({ i }));
  const of = (text: string): Value => evaluateAggregate(expressionOf(text, grouped), group);
  expect(of("count(*)")).toBe(5n);
  expect(of("count(distinct i)")).toBe(3n);
  expect(of("sum(i) filter (where i < 5) + count(i)")).toBe(8n);
  expect(evaluateAggregate(expressionOf("max(i)", grouped), [])).toBe(null);
});

test("a keyed hash is evaluated where its key is known", () => {
  const keyed = expressionOf("keyed_hash(name, 'people')");
  expect(canEvaluate(keyed)).toBe(false);
  const keys = new Map([["people", "key"]]);
  expect(canEvaluate(keyed, { keys })).toBe(true);
  // RFC 2104's function by another implementation: printf x | openssl dgst -sha256 -hmac key
  expect(evaluate(keyed, row({ name: "The quick brown fox jumps over the lazy dog" }), { keys })).toBe(
    "f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8",
  );
});

test("a pattern that means something else outside of Java, or nothing, is not evaluated", () => {
  expect(canEvaluate(expressionOf("name rlike r'(a)\\1'"))).toBe(false);
  expect(canEvaluate(expressionOf("regexp_count(name, r'(?u)a')"))).toBe(false);
  expect(canEvaluate(expressionOf("name rlike r'[a-z&&[^b]]++'"))).toBe(true);
});
