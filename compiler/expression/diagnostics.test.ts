import { expect, test } from "vitest";
import type { Scope } from "./expression.js";
import { columns, columnsOf, problemsOf, scope } from "./testing.fixture.js";

const joined: Scope = {
  ...scope,
  columns: [...columns, ...columnsOf({ store: "struct<city:string>" })],
  relations: new Map([["store", columnsOf({ city: "string", opened: "date" })]]),
};
const grouped: Scope = { columns, aggregates: "required", groupedBy: ["name"], clause: "aggregates" };

test.each([
  ["i +", "syntax at +: Expected a value, found the end."],
  ["i 1", "syntax at 1: Expected an operator or the end, found '1'."],
  ["(i + 1", "syntax at 1: Expected ')', found the end."],
  ["'abc", "syntax at 'abc: Expected a value, found a string without its closing quote."],
  ["case i end", "syntax at end: Expected 'when', found 'end'."],
  ["cast(i int)", "syntax at int: Expected 'as', found 'int'."],
  ["cast(i as integer)", "unknown-type at integer: There is no type 'integer'. Did you mean 'int'?"],
  ["i is", "syntax at s: Expected 'null', 'not null', 'true', 'false' or 'distinct from', found the end."],
  [
    'name = "a"',
    'unsupported-syntax at ": A double quote is not part of the expression language. Write strings in single quotes and names in backticks.',
  ],
  [
    "(select 1)",
    "unsupported-syntax at select: A subquery is not part of the expression language. Join the other table with the `join` clause.",
  ],
  [
    "i in (select 1)",
    "unsupported-syntax at select: A subquery is not part of the expression language. Join the other table with the `join` clause.",
  ],
  [
    "sum(i) over (order by n)",
    "unsupported-syntax at over: A window function (OVER) is not part of the expression language. Rows are ordered and grouped by the table's clauses: window, group_by, deduplicate.",
  ],
  ["i = 1 && n = 2", "unsupported-syntax at &&: '&&' is not part of the expression language. Write 'and'."],
  [
    "i::int",
    "unsupported-syntax at ::: '::' is not part of the expression language. Write cast(… as …) or try_cast(… as …).",
  ],
  [
    "i -- x",
    "unsupported-syntax at --: A comment is not part of the expression language. Put it into the YAML, after #.",
  ],
  [
    "99999999999999999999",
    "bad-literal at 99999999999999999999: 99999999999999999999 does not fit into a bigint. Write it as a decimal, with BD after it.",
  ],
  ["date '2026-02-30'", "bad-literal at '2026-02-30': '2026-02-30' is not a day of the calendar."],
  [
    "date 'yesterday'",
    "bad-literal at 'yesterday': 'yesterday' stands for a moment of the wall clock, so a replay would not compute the same rows. Write the day itself, or use a time of the row.",
  ],
  [
    "name rlike '\\d'",
    "bad-literal at \\d: '\\d' is no escape: Spark would drop the backslash. Write '\\\\d', or the whole string as r'…'.",
  ],
  ["name rlike '('", "bad-literal at '(': '(' is no regular expression: it has a bracket that is not closed."],
  [
    "interval 1 month",
    "bad-literal at interval 1 month: 'month' has no fixed length. Write add_months(date, number_of_months).",
  ],
  ["devise_id", "unknown-column at devise_id: 'devise_id' is not a column that columns can use."],
  ["nme", "unknown-column at nme: 'nme' is not a column that columns can use. Did you mean 'name'?"],
  ["Name", "unknown-column at Name: 'Name' is not a column that columns can use. Did you mean 'name'?"],
  [
    "quantity",
    "unknown-column at quantity: 'quantity' is not a column that columns can use. Did you mean 'item.quantity'?",
  ],
  [
    "item.prise",
    "unknown-field at prise: There is no field 'prise' in struct<sku:string,quantity:int,price:decimal(9,2)>. Did you mean 'price'?",
  ],
  ["name.first", "unknown-field at first: There is no field 'first' in string."],
  [
    "name = \u2018x\u2019",
    "unsupported-syntax at \u2018: A curly quote is not part of the expression language. Write strings in straight ones: 'text'.",
  ],
  ["average(i)", "unknown-function at average: There is no function 'average'. Did you mean 'avg'?"],
  [
    "frobnicate(i)",
    "unknown-function at frobnicate: There is no function 'frobnicate'. docs/functions.md lists them all.",
  ],
  [
    "cast(i as geography)",
    "unknown-type at geography: There is no type 'geography'. There are string, boolean, int, bigint, double, decimal(p,s), date, timestamp, binary, array<…>, map<…> and struct<…>.",
  ],
  ["cast(i as int64)", "unknown-type at int64: There is no type 'int64'. Did you mean 'bigint'?"],
  ["uper(name)", "unknown-function at uper: There is no function 'uper'. Did you mean 'upper'?"],
  [
    "xpath(name, 'a')",
    "refused-function at xpath: 'xpath' is a function of Spark SQL that expressions cannot call: it is not in the catalogue (yet).",
  ],
  [
    "parse_url(name, 'HOST')",
    "refused-function at parse_url: 'parse_url' is a function of Spark SQL that expressions cannot call: it fails on bad addresses, or gives null, by a setting. Write regexp_extract, such as regexp_extract(url, '^https?://([^/]+)', 1).",
  ],
  [
    "current_timestamp()",
    "nondeterministic-function at current_timestamp: 'current_timestamp' gives another value each time it runs, so a replay would not compute the same rows. Use a time of the row, such as `enqueued_at` of events, `file_modified_at` of files or `landed_at` of a table that others write, which a table over bronze sees.",
  ],
  ["upper()", "argument-count at upper(): 'upper' takes 1 argument, here it is given none."],
  [
    "substring(name, 1, 2, 3)",
    "argument-count at substring(name, 1, 2, 3): 'substring' takes 2 to 3 arguments, here it is given 4.",
  ],
  ["upper(i)", "argument-type at i: Argument 1 of 'upper' must be string, this is int. Write cast(… as string)."],
  [
    "substring(name, n)",
    "argument-type at n: Argument 2 of 'substring' must be int, this is bigint. Write try_cast(… as int).",
  ],
  [
    "lpad(name, i)",
    "argument-form at i: Argument 2 of 'lpad' must be written out: it is checked before anything runs.",
  ],
  [
    "regexp_extract(name, 'a')",
    "argument-form at 'a': Argument 2 of 'regexp_extract' has no group, so it has no group 1. Group 0 is the whole match.",
  ],
  [
    "name rlike '{'",
    "bad-literal at '{': '{' is no regular expression: it has '{' where no number of times can stand (write '\\{' for the character).",
  ],
  [
    "name rlike 'a{2}{3}'",
    "bad-literal at 'a{2}{3}': 'a{2}{3}' is no regular expression: it has '{' after '{2}', which would be about nothing (put what is to be repeated in brackets: '(?:a{2}){3}').",
  ],
  [
    "date_format(at, 'YYYY')",
    "argument-form at 'YYYY': Argument 2 of 'date_format' has the letter 'Y', which means no part of a time. The letters are GyMLdDQqEFahHkKmsSVzOXxZ; other text stands in quotes.",
  ],
  [
    "try_to_timestamp('yesterday')",
    "argument-form at 'yesterday': Argument 1 of 'try_to_timestamp' stands for a moment of the wall clock, so a replay would not compute the same rows. Use a time of the row.",
  ],
  [
    "try_to_timestamp('10:00')",
    "argument-form at '10:00': Argument 1 of 'try_to_timestamp' stands for a moment of the wall clock, so a replay would not compute the same rows. Use a time of the row.",
  ],
  [
    "try_cast(' 7:30' as timestamp)",
    "bad-literal at ' 7:30': ' 7:30' stands for a moment of the wall clock, so a replay would not compute the same rows. Use a time of the row.",
  ],
  [
    "from_json(name, 'struct<a:array<timestamp>>')",
    "argument-form at 'struct<a:array<timestamp>>': Argument 2 of 'from_json' must have no timestamp: Spark takes '10:00' for a time of the day on which it reads it, so a replay would not compute the same rows. Write string there, and try_cast(… as timestamp) of what is parsed.",
  ],
  [
    "from_json(name, 'array<date>')",
    "argument-form at 'array<date>': Argument 2 of 'from_json' must have no date: Spark takes '20260301' for so many days since 1970, and what is computed of a day far outside of the calendar fails. Write string there, and try_cast(… as date) of what is parsed.",
  ],
  [
    "to_json(array(map(x'FF', n)))",
    "argument-form at array(map(x'FF', n)): Argument 1 of 'to_json' must have no map with keys of the type binary: Spark writes for such a key its place in memory, which differs from run to run. Make texts of the keys first, by transform_keys and to_json or base64.",
  ],
  [
    "from_json(name, 'struct<a:map<int,string>>')",
    "argument-form at 'struct<a:map<int,string>>': Argument 2 of 'from_json' must have no map but one with string keys: JSON has no others.",
  ],
  [
    "try_to_timestamp(name, 'EEE d.M.yyyy')",
    "argument-form at 'EEE d.M.yyyy': Argument 2 of 'try_to_timestamp' has the letter 'E', which Spark writes and does not read. Cut that part off, as with substring or regexp_replace.",
  ],
  [
    "to_date(name, 'd.M.y')",
    "argument-form at 'd.M.y': Argument 2 of 'to_date' has 'y', by which Spark reads years that are no time to it, and fails. Write yyyy, which reads a year of four digits.",
  ],
  [
    "map(array(map(1, i)), i)",
    "argument-form at array(map(1, i)): Argument 1 of 'map' is or holds a map, which cannot be a key.",
  ],
  [
    "greatest(i, x, 1) + least(array(x), array(1D))[0]",
    "argument-form at array(x): Argument 1 of 'least' holds a double: of -0.0 and 0.0, which are equal, Spark 4 takes another one than Spark 3.5.",
  ],
  [
    "try_cast(flag as decimal(4,4))",
    "impossible-cast at try_cast(flag as decimal(4,4)): boolean cannot be cast to decimal(4,4).",
  ],
  [
    "-(-9.9999999999999999999999999999999999999BD)",
    "operand-type at (-9.9999999999999999999999999999999999999BD): What stands after '-' must be a number of at most 34 digits, which is what Spark 4 keeps here, this is decimal(38,37).",
  ],
  [
    "to_utc_timestamp(at, 'Warsaw')",
    "argument-form at 'Warsaw': Argument 2 of 'to_utc_timestamp' must be a time zone by place or offset, such as 'Europe/Warsaw', 'UTC' or '+02:00'.",
  ],
  [
    "map(name, i)",
    "argument-form at name: Argument 1 of 'map' is a key and can be null, and Spark fails on that. Wrap it in coalesce.",
  ],
  [
    "map(coalesce(x, 0), i)",
    "argument-form at coalesce(x, 0): Argument 1 of 'map' is or holds a double, which cannot be a key: of -0.0 Spark 3.5 makes another key than of 0.0, and Spark 4 the same. Cast it to a string or a decimal.",
  ],
  [
    "map_from_arrays(array(struct(1e0)), numbers)",
    "argument-form at array(struct(1e0)): Argument 1 of 'map_from_arrays' has keys each of which is or holds a double, which cannot be a key: of -0.0 Spark 3.5 makes another key than of 0.0, and Spark 4 the same. Cast it to a string or a decimal.",
  ],
  [
    "transform_keys(counts, (k, v) -> 0.5D)",
    "argument-form at (k, v) -> 0.5D: Argument 2 of 'transform_keys' gives keys each of which is or holds a double, which cannot be a key: of -0.0 Spark 3.5 makes another key than of 0.0, and Spark 4 the same. Cast it to a string or a decimal.",
  ],
  [
    "i = name",
    "operator-types at i = name: '=' does not work on int and string. Write try_cast(… as int) around the string.",
  ],
  [
    "day > '2026-01-01'",
    "operator-types at day > '2026-01-01': '>' does not work on date and string. Write a day as DATE '2026-03-01', and convert a column with to_date(…).",
  ],
  [
    "name + 1",
    "operator-types at name + 1: '+' does not work on string and int. Write try_cast(… as int) around the string.",
  ],
  ["day + 1", "operator-types at day + 1: '+' does not work on date and int. Write date_add(date, number_of_days)."],
  [
    "day - day",
    "operator-types at day - day: '-' does not work on date and date. Write datediff(later, earlier), which is a number of days.",
  ],
  ["i and flag", "operator-types at i and flag: 'and' does not work on int and boolean."],
  ["not i", "operand-type at i: What stands after 'not' must be boolean, this is int."],
  ["numbers[n]", "operand-type at n: The subscript of an array must be int, this is bigint."],
  [
    "null",
    "operand-type at null: A value that is always null must be of some type, as in cast(null as string), this is of none.",
  ],
  ["i = null", "null-operand at i = null: '=' with null is always null. Write 'is null'."],
  ["i != null", "null-operand at i != null: '<>' with null is always null. Write 'is not null'."],
  ["i in (1, null)", "null-operand at null: 'in' with null is always null."],
  [
    "case when flag then 1 else name end",
    "no-common-type at name: The results of case must have one type, but one is int and this is string.",
  ],
  ["i in (1, 'a')", "no-common-type at 'a': The values of 'in' must have one type, but one is int and this is string."],
  [
    "cast(name as int)",
    "unsafe-cast at cast(name as int): A cast of string to int can fail or lose. Write try_cast(… as int), which is null where the value does not fit.",
  ],
  [
    "cast(n as int)",
    "unsafe-cast at cast(n as int): A cast of bigint to int can fail or lose. Write try_cast(… as int), which is null where the value does not fit.",
  ],
  [
    "cast(at as bigint)",
    "impossible-cast at cast(at as bigint): timestamp cannot be cast to bigint. Write unix_seconds(…), unix_millis(…) or unix_micros(…).",
  ],
  [
    "count(*)",
    "misplaced-aggregate at count: 'count' computes one value from many rows, and columns has one row at a time.",
  ],
  [
    "upper(distinct name)",
    "not-an-aggregate at upper(distinct name): DISTINCT belongs to aggregates, and 'upper' is none.",
  ],
  [
    "i -> i",
    "misplaced-lambda at i -> i: A lambda stands only as an argument of a function that takes one, such as transform or filter.",
  ],
  ["transform(numbers, 1)", "misplaced-lambda at 1: Argument 2 of 'transform' must be a lambda such as (x, y) -> …."],
  [
    "abs(huge)",
    "argument-form at huge: Argument 1 of 'abs' is decimal(38,0), and Spark 4 keeps 34 digits here. Cast it to fewer first.",
  ],
  [
    "-huge",
    "operand-type at huge: What stands after '-' must be a number of at most 34 digits, which is what Spark 4 keeps here, this is decimal(38,0).",
  ],
  [
    "cast(name as decimal(50,2))",
    "bad-type at decimal(50,2): A decimal has 1 to 38 digits, and no more of them after the point: decimal(50,2) cannot be.",
  ],
])("%s is refused", (text, problem) => expect(problemsOf(text)).toEqual([problem]));

test.each([
  [
    "collect_set(array(counts))",
    "argument-type at array(counts): Argument 1 of 'collect_set' must be something that has an order, this is array<map<string,int>>.",
  ],
  ["sum(max(i))", "nested-aggregate at max: 'max' stands inside 'sum', and both compute one value from many rows."],
  [
    "i + count(*)",
    "not-grouped at i: 'i' has many values per group: aggregates can use it only inside an aggregate or as a key of the group.",
  ],
  [
    "first(i)",
    "refused-function at first: 'first' is a function of Spark SQL that expressions cannot call: its result depends on the order of rows. Write min_by or max_by with a time: `max_by(value, event_time)`.",
  ],
])("per group, %s is refused", (text, problem) => expect(problemsOf(text, grouped)).toEqual([problem]));

test.each([
  ["opened", "unknown-column at opened: 'opened' is not a column that columns can use. Did you mean 'store.opened'?"],
  [
    "stores.city",
    "unknown-column at stores: 'stores' is not a column that columns can use. Did you mean 'store.city'?",
  ],
  ["store.opend", "unknown-field at opend: There is no field 'opend' in struct<city:string>."],
])("beside a joined table, %s is refused", (text, problem) => expect(problemsOf(text, joined)).toEqual([problem]));

test("maps of a source that have doubles for keys are not put together", () => {
  const byDouble = { ...scope, columns: columnsOf({ rates: "map<double,int>", more: "map<double,int>" }) };
  expect(problemsOf("map_concat(rates, more)", byDouble)).toEqual([
    "argument-form at rates: Argument 1 of 'map_concat' has keys each of which is or holds a double, which cannot be a key: of -0.0 Spark 3.5 makes another key than of 0.0, and Spark 4 the same. Cast it to a string or a decimal.",
  ]);
});

test("several problems are all reported", () => {
  expect(problemsOf("concat(colour, upper(i))")).toHaveLength(2);
});
