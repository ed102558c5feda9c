import { type DataType, printType } from "../type.js";
import type { CallNode } from "../typed-node.js";
import { isWithin } from "./checks/literals.js";
import { oneZero, withOneZero } from "./one-zero.js";
import { averaged, summed, typeOfArgument } from "./result-types.js";
import type { FunctionRow, GivenCall } from "./row.js";

/** A statistic of doubles; null for no rows. */
const statistic = (name: string, description: string, aliases: readonly string[] = []): FunctionRow => ({
  name,
  aliases,
  signature: "(value: double): double",
  aggregate: true,
  nullable: "always",
  spelling: { spark: "same" },
  description,
  samples: [`${name}(x)`],
});

const pair = (name: string, description: string): FunctionRow => ({
  ...statistic(name, description),
  signature: "(y: double, x: double): double",
  samples: [`${name}(x, y)`],
});

const NONE: DataType = { kind: "null" };

/** The first argument without -0.0, which is equal to 0.0: which of the two is taken would depend on the order of rows. */
const first = ({ arguments: [value] }: CallNode): string =>
  value === undefined ? "value" : oneZero("value", value.type, value.nullable);
const typeOfFirst = ({ types: [type], nullables: [nullable] }: GivenCall): DataType =>
  type === undefined ? NONE : withOneZero(type, nullable === true);
const arrayOfFirst = (call: GivenCall): DataType => ({
  kind: "array",
  element: typeOfFirst(call),
  containsNull: false,
});

const NO_MINUS_ZERO = "A zero in it is never -0.0.";

const extreme = (name: "max" | "min", words: string, samples: FunctionRow["samples"]): FunctionRow => ({
  name,
  signature: "<A: orderable>(value: A): A",
  returns: typeOfFirst,
  aggregate: true,
  nullable: "always",
  spelling: { spark: (call) => `${name}(${first(call)})`, transact: { text: `${name.toUpperCase()}($1)` } },
  description: `The ${words} value; null for no rows. ${NO_MINUS_ZERO}`,
  samples,
});

/** Ties are broken by the value, so that the order of rows does not matter. */
const atExtreme = (name: "max_by" | "min_by", words: string): FunctionRow => ({
  name,
  signature: "<A: orderable, B: orderable>(value: A, measure: B): A",
  returns: typeOfFirst,
  aggregate: true,
  nullable: "always",
  spelling: {
    spark: (call) =>
      call.arguments[1]?.nullable === true
        ? `${name}(${first(call)}, case when measure is not null then struct(measure, value) end)`
        : `${name}(${first(call)}, struct(measure, value))`,
  },
  description: `The value in the row with the ${words} measure. Between equal measures the ${words} value is taken (Spark's own function takes any of them, by the order of rows). ${NO_MINUS_ZERO}`,
  samples: [`${name}(name, n)`],
});

/**
 * What is made of decimals whose sum may not fit into 38 digits: null if the positive or the negative ones do not fit, so that it does not
 * depend on the order of rows whether a sum fits on the way. Sums with ten digits more than each value have room for ten thousand million.
 */
function whereSumsFit(result: string, call: CallNode): string {
  const [value] = call.arguments;
  if (value === undefined || !mayNotFit(call)) return result;
  const zero = `cast(0 as ${printType(value.type)})`;
  const known = (text: string): string => (value.nullable ? `case when value is not null then ${text} end` : text);
  const fits = (text: string): string => `try_sum(${known(text)}) is not null`;
  return `case when ${fits(`greatest(value, ${zero})`)} and ${fits(`least(value, ${zero})`)} then ${result} end`;
}

const mayNotFit = ({ arguments: [value] }: CallNode): boolean =>
  value?.type.kind === "decimal" && value.type.precision + 10 > 38;

const keptAs = (call: CallNode): string | undefined => (mayNotFit(call) ? "sums by sign" : undefined);

export const aggregate: readonly FunctionRow[] = [
  {
    name: "count",
    signature: ["(*): bigint", "(first: any, more...: any): bigint"],
    aggregate: true,
    clears: true,
    nullable: "never",
    spelling: { spark: "same", transact: { text: "COUNT_BIG($1)" } },
    description: "`count(*)`: the number of rows; else the number of rows in which no argument is null.",
    samples: ["count(*)", "count(name)", "count(i, j)", "count(distinct name)", "count(*) filter (where flag)"],
  },
  {
    name: "count_if",
    signature: "(condition: boolean): bigint",
    aggregate: true,
    clears: true,
    nullable: "never",
    spelling: {
      spark: "count(case when condition then 1 end)",
      transact: { text: "COUNT_BIG(CASE WHEN $1 THEN 1 END)" },
    },
    description:
      "The number of rows for which the condition is true (spelled as a count, for Spark 4 fails where its own function stands within nullif or between).",
    samples: ["count_if(i > 0)"],
  },
  {
    name: "sum",
    aliases: ["try_sum"],
    signature: "(value: number): any",
    returns: summed,
    aggregate: true,
    nullable: "always",
    keptAs: (call) => (call.arguments[0]?.type.kind === "bigint" ? "decimal(30,0)" : keptAs(call)),
    spelling: {
      spark: (call) => {
        const kind = call.arguments[0]?.type.kind;
        if (kind === "bigint") return "try_cast(try_sum(cast(value as decimal(20,0))) as bigint)";
        return kind === "double" ? "sum(value)" : whereSumsFit("try_sum(value)", call);
      },
      transact: { text: "TRY_CAST(SUM($1) AS …)" },
    },
    description:
      "The sum; a bigint for whole numbers. Null for no rows and where it does not fit. Sums of doubles may differ in the last digits by the order of rows; others do not: those of bigints are computed as decimals (Spark's own is null if it does not fit on the way), and of decimals of more than 28 digits the positive values and the negative ones must each fit into 38 digits.",
    samples: ["sum(i)", "sum(price)", "sum(x)", "sum(price) filter (where flag)", "sum(distinct i)"],
  },
  {
    name: "avg",
    aliases: ["mean", "try_avg"],
    signature: "(value: number): any",
    returns: averaged,
    aggregate: true,
    nullable: "always",
    keptAs,
    spelling: {
      spark: (call) => (call.type.kind === "decimal" ? whereSumsFit("try_avg(value)", call) : "avg(value)"),
    },
    description:
      "The mean; a double, which may differ in its last digits by the order of rows, for whole numbers and doubles, and a decimal for decimals. Null for no rows, and for decimals of more than 28 digits whose sum is null.",
    samples: ["avg(x)", "avg(i)", "avg(price)"],
  },
  extreme("min", "least", ["min(at)", "min(name)"]),
  extreme("max", "greatest", ["max(at)", "max(price)"]),
  atExtreme("max_by", "greatest"),
  atExtreme("min_by", "least"),
  {
    name: "bool_and",
    aliases: ["every"],
    signature: "(condition: boolean): boolean",
    aggregate: true,
    nullable: "always",
    spelling: { spark: "same" },
    description: "Whether the condition is true in every row in which it is not null.",
    samples: ["bool_and(flag)"],
  },
  {
    name: "bool_or",
    aliases: ["some", "any"],
    signature: "(condition: boolean): boolean",
    aggregate: true,
    nullable: "always",
    spelling: { spark: "same" },
    description: "Whether the condition is true in some row.",
    samples: ["bool_or(flag)"],
  },
  ...(["bit_and", "bit_or", "bit_xor"] as const).map(
    (name): FunctionRow => ({
      name,
      signature: "<A: whole>(value: A): A",
      aggregate: true,
      nullable: "always",
      spelling: { spark: "same" },
      description: `The bits of all values joined by ${{ bit_and: "and", bit_or: "or", bit_xor: "exclusive or" }[name]}.`,
      samples: [`${name}(i)`],
    }),
  ),
  {
    name: "collect_list",
    aliases: ["array_agg"],
    signature: "<A: orderable>(value: A): array<A>",
    returns: arrayOfFirst,
    aggregate: true,
    nullable: "never",
    spelling: { spark: (call) => `sort_array(collect_list(${first(call)}))` },
    description: `The values that are not null, in order (Spark's own function leaves them in the order of rows, which differs from run to run). ${NO_MINUS_ZERO}`,
    samples: ["collect_list(name)", "collect_list(i) filter (where flag)"],
  },
  {
    name: "collect_set",
    signature: "<A: orderable>(value: A): array<A>",
    returns: arrayOfFirst,
    aggregate: true,
    nullable: "never",
    spelling: {
      spark: (call) => {
        const set = `sort_array(collect_set(${first(call)}))`;
        return call.arguments[0]?.type.kind === "double" ? `array_distinct(${set})` : set; // Spark's set holds every NaN anew
      },
    },
    description: `The different values that are not null, in order (Spark's own function leaves them in any order). ${NO_MINUS_ZERO}`,
    samples: ["collect_set(name)"],
  },
  {
    name: "approx_count_distinct",
    signature: "(value: orderable, deviation?: literal double): bigint",
    aggregate: true,
    clears: true,
    nullable: "never",
    check: isWithin(1, 0.001, 0.39),
    spelling: { spark: "same" },
    description:
      "About how many different values there are, by HyperLogLog++, with a relative standard deviation (default 0.05). The order of rows does not matter. Streams can compute it, unlike count(distinct …).",
    samples: ["approx_count_distinct(name)", "approx_count_distinct(name, 0.1)"],
  },
  {
    name: "percentile",
    signature: "(value: double, share: literal double): double",
    aggregate: true,
    nullable: "always",
    check: isWithin(1, 0, 1),
    spelling: { spark: "percentile(value + 0D, share)" },
    description:
      "The exact value below which such a share of the rows lies. It keeps every different value of the group in memory.",
    samples: ["percentile(x, 0.95)"],
  },
  {
    ...statistic("median", "The exact middle value. It keeps every different value of the group in memory."),
    spelling: { spark: "median(value + 0D)" },
  },
  {
    name: "percentile_approx",
    aliases: ["approx_percentile"],
    signature: "(value: number | date | timestamp, share: literal double, accuracy?: literal int): any",
    returns: typeOfArgument(0),
    aggregate: true,
    nullable: "always",
    check: (call) => isWithin(1, 0, 1)(call) ?? isWithin(2, 1, 2_147_483_647)(call),
    spelling: { spark: "same" },
    description:
      "About the value below which such a share of the rows lies (accuracy 10,000 by default: its inverse is the error). Within that error it may differ by the order of rows, also in a replay.",
    samples: ["percentile_approx(x, 0.95)", "percentile_approx(i, 0.5, 100)"],
  },
  statistic("stddev_samp", "The standard deviation of a sample.", ["stddev", "std"]),
  statistic("stddev_pop", "The standard deviation of a whole population."),
  statistic("var_samp", "The variance of a sample.", ["variance"]),
  statistic("var_pop", "The variance of a whole population."),
  statistic("skewness", "The skewness."),
  statistic("kurtosis", "The kurtosis, less three."),
  pair("covar_samp", "The covariance of a sample."),
  pair("covar_pop", "The covariance of a whole population."),
  pair("regr_slope", "The slope of the line through the points (second argument across, first one up)."),
  pair("regr_intercept", "The intercept of the line through the points."),
  pair("regr_r2", "How much of the variation the line through the points explains."),
];
