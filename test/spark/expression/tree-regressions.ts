import type { Tree } from "./tree-faults.js";

const row = (...texts: readonly string[]): readonly Tree[] => texts.map((text) => ({ text, aggregate: false }));
const group = (...texts: readonly string[]): readonly Tree[] => texts.map((text) => ({ text, aggregate: true }));

/** The least expressions that were once found to be typed or spelled wrongly, each group beside what was wrong. */
export const treeRegressions: readonly Tree[] = [
  // Null, for an empty array and a start that is null, where a merged value never is.
  ...row(
    "aggregate(days_r, at, (v1, v2) -> at_r)",
    "aggregate(array(1), n, (v1, v2) -> 0L)",
    "aggregate(numbers_r, n, (v1, v2) -> 0L, v3 -> coalesce(v3, 1L))",
  ),
  ...group("aggregate(array(1), percentile(m_r, 0), (v101, v102) -> 90965D)"),
  // Spark says of it that it can be null, also with a number that is written out.
  ...row("split_part(text_r, name_r, 2)", "split_part(text_r, ',', -1)"),
  // Arrays whose elements Spark does not widen: it failed.
  ...row(
    "arrays_overlap(longs, prices)",
    "arrays_overlap(prices_r, longs_r)",
    "array_union(prices, numbers)",
    "array_except(doubles, prices)",
    "array_intersect(array(1.5), prices_r)",
    "array_contains(prices, n)",
    "array_remove(prices_r, total_r)",
    "array_position(longs, price)",
    "array_append(numbers_r, price_r)",
    "array_prepend(numbers, total)",
    "array_contains(times, day)",
    "array_union(days_r, times_r)",
  ),
  // An element that is null makes no array null.
  ...row("array_append(array(n), n)", "array_prepend(array(n), n)"),
  // An int of a decimal of many digits goes by way of a double, a bigint does not: our evaluator came to 9.
  ...row(
    "try_cast(9.9999999999999999999999999999999999999BD as int)",
    "try_cast(9.9999999999999999999999999999999999999BD as bigint)",
    "try_cast(tiny_r as int)",
    "try_cast(huge as bigint)",
  ),
  // A time of day alone was read as one of today, and so were words for a moment in texts that are the same for every row.
  ...row(
    "try_cast(case when part >= 0 then '12:30' else text end as timestamp)",
    "try_cast(concat(' ', split_part(concat('7:05,', text_r), ',', 1)) as timestamp)",
    "try_to_timestamp(case when part >= 0 then 'T12:00' else text end)",
    "try_to_timestamp(case when part >= 0 then '2026-03-01T10:00:00Z' else text end)",
    "try_to_timestamp(case when part >= 0 then '12:30' else text end, 'HH:mm')",
    "try_cast(concat('10', ':00') as timestamp)",
    "try_cast(concat('no', 'w') as timestamp)",
    "try_cast(concat('to', 'day') as date)",
    "to_date(concat('tomor', 'row'))",
    "to_date(concat('2026-03', '-01'))",
    "try_to_timestamp(concat('epo', 'ch'))",
    "try_cast(concat('+2026-03-01 ', '10:00') as timestamp)",
    "try_cast(text as timestamp)",
  ),
  // Keys of maps that Spark does not widen: it failed.
  ...row(
    "element_at(map(-0.9BD, 0.5BD), j_r | i)",
    "element_at(map(0.00BD, -4.50BD), tiny_r)",
    "element_at(map(0BD, not flag_r), tiny_r)",
    "element_at(map(small_r, item_r), price)",
    "element_at(by_number, price)",
    "element_at(by_number_r, n_r)",
    "element_at(by_day_r, at_r)",
    "map_contains_key(map(0.00BD, -4.50BD), price)",
    "map_contains_key(by_number, price_r)",
    "map_contains_key(by_number_r, x)",
    "map_concat(map(0.5BD, 1), map(-12.25BD, 2L))",
    "map_zip_with(map(0.5BD, 1), map(price_r, 2L), (k, a, b) -> a)",
  ),
  // Spark computes where bytes end in ints that go round: our evaluator did not.
  ...row(
    "substring(body_r, -2147483648, -2147483648)",
    "substring(bytes_r, -2147483648, 2147483647)",
    "substring(bytes, -2, -2147483648)",
  ),
  // A condition that is written out as true ends the search in Spark 4, and not in 3.5.
  ...row("case when true then part when true then null end"),
  // Spark 4 computed sums and products in another order, so that others did not fit; with ANSI on it failed.
  ...row("((j_r & 0) * (j * j_r)) * 3", "(j * j_r) * 0 * 3", "(m_r + (m_r + m)) + 3"),
  // A day or a time far outside of the calendar failed where it was added to, subtracted, or made the other.
  ...row(
    "unix_seconds(date_from_unix_date(i_r))",
    "date_from_unix_date(i_r) + interval 1 hours",
    "date_from_unix_date(i_r) + interval 1 weeks",
    "date_sub(day, j_r) - at_r",
    "cast(date_add(day, i_r) as timestamp)",
    "timestamp_micros(m_r) - later_r",
    "timestamp_seconds(m_r) + interval 3 days",
    "timestamp_millis(m_r) - timestamp '1969-01-31 10:00:00'",
  ),
  // A merged value holds a null where the start value cannot: Spark read it as none.
  ...row(
    "aggregate(bodies_r || bodies, bodies_r, (v1, v2) -> array(cast(null as binary)))",
    "aggregate(flags_r, array(1e22D), (v1, v2) -> doubles)",
    "aggregate(flags_r, array(1e22D), (v1, v2) -> doubles, v -> element_at(v, 1))",
  ),
  // What our evaluator came to: an empty pattern parts characters; products are cut off at 39 digits before they are rounded.
  ...row("str_to_map(text, '', '=')", "str_to_map(text_r, 'a', '')", "price * tiny_r", "price_r / tiny_r"),
  // A text with a longer year was a day that ended the batch where it became a time.
  ...row(
    "cast(try_cast(case when part >= 0 then '300000-01-01' else text end as date) as timestamp)",
    "to_date(case when part >= 0 then '-300000-01-01' else text end) - at",
    "try_cast(case when part >= 0 then '294247-01-10' else text end as timestamp) + interval 1 days",
    "try_to_timestamp('+294247-01-10 04:00:00') + interval 1 days",
    "cast(to_date('5881580-07-11') as timestamp)",
    "try_cast('12345-01-01' as date)",
  ),
  // Spark's sets tell -0.0 from 0.0: our evaluator did not.
  ...row("array_union(array(x, -x), doubles)", "array_except(doubles, prices)"),
  // Of an array that is written out Spark knows which elements can be null.
  ...row(
    "element_at(array(part), -1)",
    "element_at(array(n, part), 2)",
    "element_at(array(n, part), 1)",
    "element_at(array(part), 2)",
    "element_at(array(part), part)",
    "array(n, part)[1]",
    "array(n, part)[0]",
    "array(part)[1]",
    "array(item_r, item_r).sku[1]",
    "array(item_r, item)[0].sku",
    "element_at(array(item_r, item).sku, 1)",
  ),
  // Of two types Spark compared no arrays; with one it does.
  ...row("nullif(prices_r, prices)", "equal_null(item, item_r)"),
];
