import { expect, test } from "vitest";
import { Report } from "../diagnostics/report.js";
import { analyze } from "./analyze.js";
import type { Scope } from "./expression.js";
import { columns, columnsOf, expressionOf, originOf, problemsOf, scope } from "./testing.fixture.js";
import { printType } from "./type.js";

const grouped: Scope = { columns, aggregates: "required", groupedBy: ["name"], clause: "aggregates" };

test.each([
  ["element_at(array(1, 2), -1)", "int"],
  ["element_at(array(1, 2), 3)", "int?"],
  ["element_at(array(1, 2), size(array(1)))", "int?"],
  ["array(1, 2)[1]", "int"],
  ["array(1, 2)[size(array(1))]", "int?"],
  ["i + j", "int?"],
  ["j + 1", "int?"],
  ["cast(j as bigint) * j", "bigint"],
  ["hour(at) * 60", "int?"],
  ["60 * 60", "int"],
  ["i / j", "double?"],
  ["price * 2", "decimal(11,2)?"],
  ["price * i", "decimal(20,2)?"],
  ["price / 3", "decimal(13,6)?"],
  ["huge * price", "decimal(38,2)?"],
  ["i = j", "boolean?"],
  ["i <=> j", "boolean"],
  ["i is null", "boolean"],
  ["case when flag then 1 else 2.5 end", "decimal(11,1)"],
  ["case when flag then 1 end", "int?"],
  ["coalesce(i, n, 0)", "bigint"],
  ["item.price", "decimal(9,2)?"],
  ["items.sku", "array<string>?"],
  ["items[0].price", "decimal(9,2)?"],
  ["counts['a']", "int?"],
  ["try_cast(name as int)", "int?"],
  ["cast(id as string)", "string"],
  ["day + interval 1 day", "date?"],
  ["day + interval 1 hour", "timestamp?"],
  ["at - at > interval 5 minutes", "boolean?"],
  ["transform(items, x -> x.price * 2)", "array<decimal(11,2)>?"],
  ["aggregate(numbers, 0L, (sum, x) -> sum + x)", "bigint?"],
  ["named_struct('a', id, 'b', name)", "struct<a:bigint,b:string>"],
])("%s is %s", (text, expected) => {
  const { type, nullable } = expressionOf(text);
  expect(`${printType(type)}${nullable ? "?" : ""}`).toBe(expected);
});

test.each([
  ["count(*)", "bigint"],
  ["sum(price)", "decimal(19,2)?"],
  ["avg(price)", "decimal(13,6)?"],
  ["sum(i) filter (where flag)", "bigint?"],
  ["count(distinct i) + 1", "bigint?"],
  ["upper(name)", "string?"],
])("per group, %s is %s", (text, expected) => {
  const { type, nullable } = expressionOf(text, grouped);
  expect(`${printType(type)}${nullable ? "?" : ""}`).toBe(expected);
});

test("the lineage names each path once, in order, without lambda variables", () => {
  const relations = new Map([["store", columnsOf({ city: "string", open: "struct<from:int>" })]]);
  const { references } = expressionOf(
    "item.price * i + item.price + transform(numbers, i -> i + j)[0] + store.open.from",
    { ...scope, relations },
  );
  expect(references).toEqual([
    { path: ["item", "price"] },
    { path: ["i"] },
    { path: ["numbers"] },
    { path: ["j"] },
    { relation: "store", path: ["open", "from"] },
  ]);
});

test("a poisoned column is silent, and does not hide other problems", () => {
  const poisoned: Scope = {
    ...scope,
    columns: [...columns, { name: "broken", type: { kind: "null" }, nullable: true, poisoned: true }],
  };
  const report = new Report();
  expect(analyze("broken + 1", originOf("broken + 1"), poisoned, report)).toBeUndefined();
  expect(report.sorted()).toEqual([]);
  expect(problemsOf("concat(broken, colour)", poisoned)).toEqual([
    "unknown-column at colour: 'colour' is not a column that columns can use.",
  ]);
});

test("whether it aggregates is known", () => {
  expect(expressionOf("count(*) + 1", grouped).isAggregate).toBe(true);
  expect(expressionOf("name", grouped).isAggregate).toBe(false);
});
