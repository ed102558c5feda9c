import { catalogue } from "./catalogue/catalogue.js";
import { callsIn } from "./facts.js";
import { decimalArithmetic } from "./infer/decimal.js";
import { withAggregates } from "./rewritten.js";
import { type DataType, sameType } from "./type.js";
import type { CallNode, TypedNode } from "./typed-node.js";

/** What is kept of a group so that rows can be added to it later. */
export interface Part {
  readonly name: string;
  /** An aggregate over rows. */
  readonly call: CallNode;
  /** The aggregate by which parts of one group become one. */
  readonly combine: "sum" | "min" | "max" | "bool_and" | "bool_or" | "bit_and" | "bit_or" | "bit_xor";
}

export interface Additive {
  readonly parts: readonly Part[];
  /** The aggregate's value, over the parts as columns. */
  readonly result: TypedNode;
}

/** Digits of the widest decimal. */
const WIDEST = 38;
/**
 * The most digits that decimals have which can be added to. A sum has ten more, which is room for ten thousand million of them. A mean is
 * the quotient of the sum and the number of values, which Spark rounds before it is rounded to the mean's digits: it has `24 - digits` more of
 * them (https://spark.apache.org/docs/latest/sql-ref-ansi-compliance.html), of which six tell on which side of a half a mean of a million values is.
 */
export const mostDigits = { sum: WIDEST - 10, avg: 18 } as const;

const same = ["min", "max", "bool_and", "bool_or", "bit_and", "bit_or", "bit_xor"] as const;

/** The aggregate in an expression that cannot be added to; undefined if there is none. */
export const notAdditive = (node: TypedNode): CallNode | undefined =>
  callsIn(node).find((call) => call.function.aggregate === true && partsOf(call, "") === undefined);

/**
 * An aggregate expression in parts that can be added to, or undefined. `name`: what parts are named after. Sums of whole numbers are
 * kept as decimals, so that they do not depend on the order in which rows come even where the whole does not fit.
 */
export function additive(node: TypedNode, name: string): Additive | undefined {
  if (notAdditive(node) !== undefined) return undefined;
  const parts: Part[] = [];
  const result = withAggregates(node, (call) => {
    const made = partsOf(call, `${name}_${parts.length}`, `${name}_${parts.length + 1}`);
    parts.push(...(made?.parts ?? []));
    return made?.result ?? call;
  });
  return { parts, result };
}

function partsOf(call: CallNode, name: string, second = name): Additive | undefined {
  const [value] = call.arguments;
  if (call.distinct) return undefined;
  const kept = (combine: Part["combine"]): Additive => ({ parts: [{ name, call, combine }], result: part(name, call) });
  const known = same.find((one) => one === call.function.name);
  if (known) return kept(known);
  switch (call.function.name) {
    case "count":
    case "count_if":
      return kept("sum");
    case "sum": {
      const sum = value && exactSum(call, value);
      return sum && { parts: [{ name, call: sum, combine: "sum" }], result: cast(part(name, sum), call.type) };
    }
    case "avg":
      return value && mean(call, value, name, second);
    default:
      return undefined;
  }
}

/** The sum of values in as many digits as there are. Of doubles it is what it is. */
function exactSum(call: CallNode, value: TypedNode): CallNode | undefined {
  if (value.type.kind === "double") return { ...call, type: value.type };
  const [digits, scale] = value.type.kind === "decimal" ? [value.type.precision, value.type.scale] : [19, 0];
  if (digits > mostDigits.sum) return undefined;
  const summed = cast(value, { kind: "decimal", precision: mostDigits.sum, scale });
  return { ...call, arguments: [summed], type: { kind: "decimal", precision: WIDEST, scale } };
}

/** By its parts, the sum and the number of values. */
function mean(call: CallNode, value: TypedNode, name: string, second: string): Additive | undefined {
  const [summing, counting] = [catalogue.get("sum"), catalogue.get("count")];
  const sum = summing && exactSum({ ...call, function: summing }, value);
  if (sum === undefined || counting === undefined) return undefined;
  if (value.type.kind === "decimal" && value.type.precision > mostDigits.avg) return undefined;
  const count: CallNode = { ...call, function: counting, type: { kind: "bigint" }, nullable: false };
  const [whole, of] = [part(name, sum), part(second, count)];
  const summed: DataType =
    value.type.kind === "decimal" ? { ...value.type, precision: value.type.precision + 10 } : { kind: "double" };
  const quotient: TypedNode = {
    kind: "binary",
    operator: "/",
    left: cast(whole, summed),
    right: of,
    type:
      summed.kind === "decimal"
        ? { kind: "decimal", ...decimalArithmetic("/", summed, { precision: 20, scale: 0 }).digits }
        : summed,
    nullable: true,
  };
  return {
    parts: [
      { name, call: sum, combine: "sum" },
      { name: second, call: count, combine: "sum" },
    ],
    result: cast(quotient, call.type),
  };
}

const part = (name: string, { type, nullable }: CallNode): TypedNode => ({
  kind: "column",
  relation: undefined,
  name,
  type,
  nullable,
});

/** Null where a value does not fit. */
const cast = (operand: TypedNode, type: DataType): TypedNode =>
  sameType(operand.type, type) ? operand : { kind: "cast", safe: true, operand, type, nullable: true };
