import type { Tree } from "./tree-faults.js";

const row = (...texts: readonly string[]): readonly Tree[] => texts.map((text) => ({ text, aggregate: false }));
const group = (...texts: readonly string[]): readonly Tree[] => texts.map((text) => ({ text, aggregate: true }));

/** Either zero, by the row. */
const ZERO = "case when i_r > j_r then part * 0D else -(part * 0D) end"; // of 0D and -0D Spark makes one branch

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
  // What is null by the element that is written out; a place that is null is no reason.
  ...row("get(array(n, part), 1)", "get(array(n, part), 0)", "get(array(part), 1)", "locate('a', text_r, j)"),
  // Spark makes the elements of both arrays alike before it compares them.
  ...row("array_intersect(nested_r, nested)", "array_intersect(nested, nested_r)", "array_except(nested_r, nested)"),
  // Of -0.0 and 0.0 Spark 4 took the other one, and our evaluator counted them as one where Spark's sets do not, or not where it does.
  ...row(
    "greatest(-x, x)",
    "greatest(x * 0D, -(x * 0D))",
    "least(-(x_r * 0D), x_r * 0D, null)",
    "array_distinct(array(x * 0D, -(x * 0D), y))",
    "array_intersect(array(x_r * 0D, y), array(-(x_r * 0D), y))",
    "arrays_overlap(array(x_r * 0D), array(-(x_r * 0D)))",
    "hash(sqrt(-1D - x * x), part)",
    "xxhash64(x_r * try_cast('NaN' as double), part)",
  ),
  ...group("median(distinct x * 0D)", "collect_list(distinct -(x * 0D))"),
  ...group("percentile(x % x, 0.5)", "median(-(x * 0D))", "median(distinct i) filter (where flag)"),
  // Spark 4 failed, but where count_if was the first operand.
  ...group(
    "nullif(0L, count_if(n > 1))",
    "5 between 0 and count_if(ok)",
    "nullif(count_if(ok), count_if(distinct flag) filter (where flag_r))",
  ),
  // A year of more than four digits that is read by a pattern ended the batch.
  ...row(
    ...["+300000-01-01", "-300000-01-01", "300000-01-01", "2026-03-01", "+12345-01-01", "-2026-03-01"].map(
      (text) => `try_to_timestamp(case when part >= 0 then '${text}' else text end, 'yyyy-MM-dd')`,
    ),
    "to_date(case when part >= 0 then '01.+300000' else text end, 'MM.yyyy')",
    "to_date(case when part >= 0 then 'T 03 2026' else text end, '\\'T\\' MM yyyy')",
    "try_to_timestamp(case when part >= 0 then '+3000000101' else text end, 'yyyyMMdd')",
    "try_to_timestamp(case when part >= 0 then '-20260301' else text end, 'yyyyMMdd')",
    "try_to_timestamp(case when part >= 0 then 'Mar 01 +0100 2026' else text end, 'MMM dd Z yyyy')",
    "try_to_timestamp(case when part >= 0 then '+300000 AD' else text end, 'yyyy G')",
    "try_to_timestamp(case when part >= 0 then '01032026-101500' else text end, 'ddMMyyyy-HHmmss')",
    "try_to_timestamp(case when part >= 0 then '0103+12026-101500' else text end, 'ddMMyyyy-HHmmss')",
    "try_to_timestamp(case when part >= 0 then '01 Mar 2026 -101500' else text end, 'dd MMM yyyy -HHmmss')",
    "try_to_timestamp(case when part >= 0 then 'Mar 01 +300000' else text end, 'MMM dd yyyy')",
    "try_to_timestamp(case when part >= 0 then '060 +300000' else text end, 'DDD yyyy')",
    "try_to_timestamp(case when part >= 0 then '+0100 +300000-01-01' else text end, 'Z yyyy-MM-dd')",
    "try_to_timestamp(text, 'dd/MM/yy')",
  ),
  // So did an exponent that Spark cannot count with; a zero with many digits before its point is none.
  ...row(
    ...[
      "1e2147483647",
      "1e-2147483647",
      "0e40",
      "0e37",
      "0.000e40",
      "0.000e41",
      "1e-1000",
      "1e+5",
      "1e00005",
      "1e5 ",
    ].map((text) => `try_cast(case when part >= 0 then '${text}' else text end as decimal(38,18))`),
    "try_cast(text as decimal(38,0))",
  ),
  // What our evaluator came to of half a character, and of bytes that are none.
  ...row(
    "cast(x'41EDA08042' as string)",
    "cast(case when part >= 0 then x'EDA0' else body end as string)",
    "cast(case when part >= 0 then x'EDB0EDA080E282' else body end as string)",
    "levenshtein(cast(case when part >= 0 then x'62C328' else body end as string), text_r)",
    ...["translate(text, 'b', 'c')", "split_part(text, 'A', 2)", "split_part(text, '', 1)"].map((call) => {
      const text = "cast(case when part >= 0 then x'6241C328E282ED' else body end as string)";
      return `hex(cast(${call.replace("text", text)} as binary))`;
    }),
    "regexp_count(concat('🙂', text_r), '')",
    "regexp_replace(concat('🙂a', text_r), 'a*', '-')",
    "regexp_count(concat('🙂', text_r), '[^🙂]*')",
    "regexp_extract_all(concat('a🙂', text_r), '(b?)', 1)",
    "regexp_count(concat('🙂', text_r), '$')",
    "split(concat('a🙂', text_r), 'b*')",
  ),
  // Of a separator that is null by its branches Spark 4 made a text.
  ...row(
    "concat_ws(case when ok then text_r when flag_r then text end, name_r)",
    "concat_ws(case when ok then text_r end, name_r, words)",
  ),
  // The type of what has the divisor 0 was that of another zero.
  ...row("nvl(i, share) % 0", "share % 0", "share / 0", "price % 0.0BD", "n / 0"),
  // Of two types Spark compared no arrays; with one it does.
  ...row("nullif(prices_r, prices)", "equal_null(item, item_r)"),
  // Of -0.0 and 0.0, which are equal, the order of rows decided which one was taken; of an array Spark 4 sorted -0.0 before 0.0, and 3.5 did not.
  ...group(
    ...[ZERO, `array(${ZERO})`, `named_struct('z', ${ZERO}, 'n', n)`].flatMap((zero) => [
      ...["max", "min", "collect_list", "collect_set"].map((name) => `${name}(${zero})`),
      `max_by(${zero}, part)`,
      `min_by(${zero}, case when ok is null then 0D else ${ZERO} end)`,
    ]),
    `max(case when flag_r then named_struct('of', named_struct('z', ${ZERO}, 'it''s', text_r)) end)`,
    `min(case when ok then array(array(case when flag then ${ZERO} end), doubles) end)`,
    `collect_list(case when ok then array(named_struct('\`', ${ZERO}), named_struct('\`', x)) end)`,
    `collect_set(distinct named_struct('z', ${ZERO})) filter (where flag_r)`,
  ),
  ...row(
    `sort_array(array(${ZERO}, -(${ZERO})))`,
    `sort_array(array(${ZERO}, x, -(${ZERO})), false)`,
    `array_sort(array(${ZERO}, y_r, -(${ZERO})))`,
    `sort_array(array(array(${ZERO}), array(-(${ZERO}))), false)`,
    `array_max(array(${ZERO}, -(${ZERO})))`,
    `array_min(array(${ZERO}, -(${ZERO}), x))`,
  ),
  // Spark's sets held every NaN anew.
  ...group("collect_set(y_r * try_cast('NaN' as double))", "collect_set(array(y_r * try_cast('NaN' as double), 0))"),
  // A sum that did not fit on the way was null, by the order of rows.
  ...group(
    ...[
      "9223372036854775807",
      "9.9999999999999999999999999999999999999BD",
      `${"9".repeat(38)}BD`,
      `0.${"9".repeat(38)}BD`,
    ]
      .map((most) => `case when i_r > j_r then ${most} else -${most} end`)
      .flatMap((value) => [
        `sum(${value})`,
        `avg(${value})`,
        `sum(distinct ${value})`,
        `avg(${value}) filter (where ok)`,
      ]),
    ...["m", "m_r", "huge_r", "big_r"].flatMap((name) => [
      `sum(${name})`,
      `sum(distinct ${name})`,
      `avg(${name})`,
      `avg(distinct ${name}) filter (where flag)`,
    ]),
  ),
];
