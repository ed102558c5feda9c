import type { DataType } from "../../type.js";
import { arithmeticOf } from "../arithmetic.js";
import { compare } from "../compare.js";
import { decimalOf, fitted } from "../decimal.js";
import { distinctValues, withOneZero } from "../distinct.js";
import { type Evaluator, type Evaluators, ofRows } from "../evaluator.js";
import { kurtosis, moments, sampleVariance, skewness, variance } from "../moments.js";
import { explained, type PairMoments, pairMoments } from "../pair-moments.js";
import { arrayOf, booleanIn, decimalIn, doubleIn, type Value, wholeIn } from "../value.js";

/** The values of the first argument that are not null. */
const known = (rows: readonly (readonly Value[])[]): readonly Value[] =>
  rows.map(([value = null]) => value).filter((value) => value !== null);

/** Of values that are not null, with their type; null for none. */
const ofValues = (compute: (values: readonly Value[], type: DataType) => Value): Evaluator =>
  ofRows((rows, { types: [type = { kind: "null" }] }) => {
    const values = known(rows);
    return values.length === 0 ? null : compute(values, type);
  });

/** Of doubles that are not null. */
const statistic = (compute: (values: readonly number[]) => number | null): Evaluator =>
  ofRows((rows) => compute(known(rows).map(doubleIn)));

/** Of pairs of doubles of which neither is null. */
const ofPairs = (compute: (pairs: readonly (readonly [first: number, second: number])[]) => number | null): Evaluator =>
  ofRows((rows) => {
    const pairs = rows.filter(([first, second]) => first !== null && second !== null);
    return pairs.length === 0 ? null : compute(pairs.map(([first, second]) => [doubleIn(first), doubleIn(second)]));
  });

/** Of pairs in which the first argument goes across. */
const firstAcross = (compute: (found: PairMoments) => number | null): Evaluator =>
  ofPairs((pairs) => compute(pairMoments(pairs.map(([x, y]) => ({ x, y })))));

const secondAcross = (compute: (found: PairMoments) => number | null): Evaluator =>
  ofPairs((pairs) => compute(pairMoments(pairs.map(([y, x]) => ({ x, y })))));

const extreme = (values: readonly Value[], type: DataType, sign: 1 | -1): Value =>
  withOneZero(
    values.reduce<Value>(
      (best, value) => (best === null || compare(value, best, type) * sign > 0 ? value : best),
      null,
    ),
    type,
  );

const atExtreme = (sign: 1 | -1): Evaluator =>
  ofRows((rows, { types: [type = { kind: "null" }, measureType = { kind: "null" }] }) => {
    let best: readonly Value[] | undefined;
    for (const row of rows) {
      const [value = null, measure = null] = row;
      if (measure === null) continue;
      const order =
        best === undefined
          ? sign
          : compare(measure, best[1] ?? null, measureType) || compare(value, best[0] ?? null, type);
      if (order * sign > 0) best = row;
    }
    return withOneZero(best?.[0] ?? null, type);
  });

const bits = (join: (a: bigint, b: bigint) => bigint): Evaluator =>
  ofValues((values) => values.map(wholeIn).reduce(join));

/** Null where it does not fit; of decimals, where those of one sign do not. */
function sum(values: readonly Value[], result: DataType): Value {
  if (result.kind === "double") return values.map(doubleIn).reduce((total, value) => total + value, 0);
  if (result.kind !== "decimal") {
    const total = values.map(wholeIn).reduce((before, value) => before + value, 0n);
    return BigInt.asIntN(64, total) === total ? total : null;
  }
  const unscaled = values.map((value) => decimalIn(value).unscaled);
  const of = (some: readonly bigint[]): Value =>
    fitted(
      decimalOf(
        some.reduce((before, value) => before + value, 0n),
        result.scale,
      ),
      result.precision,
      result.scale,
    );
  const [positive, negative] = [of(unscaled.filter((value) => value > 0n)), of(unscaled.filter((value) => value < 0n))];
  return positive === null || negative === null ? null : of(unscaled);
}

function average(values: readonly Value[], type: DataType, result: DataType): Value {
  const count = BigInt(values.length);
  if (result.kind !== "decimal") {
    const total = values.map((value) => (typeof value === "bigint" ? Number(value) : doubleIn(value)));
    return total.reduce((before, value) => before + value, 0) / Number(count);
  }
  if (type.kind !== "decimal") return null;
  const wide: DataType = { kind: "decimal", precision: Math.min(38, type.precision + 10), scale: type.scale };
  const total = sum(values, wide);
  return total === null
    ? null
    : arithmeticOf("/", { value: total, type: wide }, { value: count, type: { kind: "bigint" } }, result);
}

/** Between two values a share of both. Every zero is 0.0. */
function percentile(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null;
  const sorted = values.map((value) => value + 0).toSorted((a, b) => compare(a, b, { kind: "double" }));
  const position = (sorted.length - 1) * share;
  const [below, above] = [Math.floor(position), Math.ceil(position)];
  const [lower = 0, higher = 0] = [sorted[below], sorted[above]];
  if (below === above || lower === higher) return lower;
  return (above - position) * lower + (position - below) * higher;
}

const shareOf = (rows: readonly (readonly Value[])[]): number => doubleIn(rows[0]?.[1] ?? 0);

const sorted = (values: readonly Value[], type: DataType): Value =>
  arrayOf(values.map((value) => withOneZero(value, type)).toSorted((a, b) => compare(a, b, type)));

export const aggregate: Evaluators = {
  count: ofRows((rows, { call: { star } }) =>
    BigInt(star ? rows.length : rows.filter((values) => !values.includes(null)).length),
  ),
  count_if: ofRows((rows) => BigInt(known(rows).filter(booleanIn).length)),
  sum: ofRows((rows, { call }) => (known(rows).length === 0 ? null : sum(known(rows), call.type))),
  avg: ofRows((rows, { call, types: [type = { kind: "null" }] }) =>
    known(rows).length === 0 ? null : average(known(rows), type, call.type),
  ),
  min: ofValues((values, type) => extreme(values, type, -1)),
  max: ofValues((values, type) => extreme(values, type, 1)),
  max_by: atExtreme(1),
  min_by: atExtreme(-1),
  bool_and: ofValues((values) => values.every(booleanIn)),
  bool_or: ofValues((values) => values.some(booleanIn)),
  bit_and: bits((a, b) => a & b),
  bit_or: bits((a, b) => a | b),
  bit_xor: bits((a, b) => a ^ b),
  collect_list: ofRows((rows, { types: [type = { kind: "null" }] }) => sorted(known(rows), type)),
  collect_set: ofRows((rows, { types: [type = { kind: "null" }] }) => sorted(distinctValues(known(rows), type), type)),
  approx_count_distinct: {
    kind: "none",
    reason: "It is an estimate, which HyperLogLog++ corrects by tables of errors that were measured.",
  },
  percentile: ofRows((rows) => percentile(known(rows).map(doubleIn), shareOf(rows))),
  median: statistic((values) => percentile(values, 0.5)),
  percentile_approx: { kind: "none", reason: "It is an estimate, which depends on the order of rows." },
  stddev_samp: statistic((values) => {
    const found = sampleVariance(moments(values));
    return found === null ? null : Math.sqrt(found);
  }),
  stddev_pop: statistic((values) => {
    const found = variance(moments(values));
    return found === null ? null : Math.sqrt(found);
  }),
  var_samp: statistic((values) => sampleVariance(moments(values))),
  var_pop: statistic((values) => variance(moments(values))),
  skewness: statistic((values) => skewness(moments(values))),
  kurtosis: statistic((values) => kurtosis(moments(values))),
  covar_samp: firstAcross(({ count, together }) => (count === 1 ? null : together / (count - 1))),
  covar_pop: firstAcross(({ count, together }) => together / count),
  regr_slope: secondAcross(({ count, together, ofX }) => (count < 2 || ofX === 0 ? null : together / ofX)),
  regr_intercept: secondAcross(({ count, together, ofX, meanX, meanY }) =>
    count < 2 || ofX === 0 ? null : meanY - (together / ofX) * meanX,
  ),
  regr_r2: ofPairs((pairs) => (pairs.length < 2 ? null : explained(pairs.map(([x, y]) => ({ x, y }))))),
};
