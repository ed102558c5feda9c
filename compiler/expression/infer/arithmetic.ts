import type { ArithmeticOperator } from "../parse/syntax.js";
import type { DataType } from "../type.js";
import type { TypedNode } from "../typed-node.js";
import { commonType, isNumeric, isWhole } from "./common-type.js";
import { wholeLiteral } from "./comparison.js";
import { decimalArithmetic, digitsOf } from "./decimal.js";
import { conversionRemedy } from "./remedy.js";
import { overflows } from "./whole-range.js";

/** The type of a result, and whether values that are not null can give null; or what to write instead. */
export type Arithmetic = { readonly type: DataType; readonly makesNull: boolean } | { readonly remedy: string };

export function arithmetic(operator: ArithmeticOperator, left: TypedNode, right: TypedNode): Arithmetic {
  const [a, b] = [left.type, right.type];
  if (isNumeric(a) && isNumeric(b)) return numbers(operator, left, right);
  if (operator === "+" && a.kind === "interval") return timeAndInterval(right, left);
  if ((operator === "+" || operator === "-") && b.kind === "interval") return timeAndInterval(left, right);
  return operator === "-" ? between(a, b) : { remedy: timeRemedy(operator, a, b) };
}

function numbers(operator: ArithmeticOperator, left: TypedNode, right: TypedNode): Arithmetic {
  const [a, b] = [left.type, right.type];
  if (operator === "div") {
    return isWhole(a) && isWhole(b)
      ? { type: { kind: "bigint" }, makesNull: true }
      : { remedy: " It divides whole numbers; write / and a try_cast of the result." };
  }
  const divides = operator === "/" || operator === "%";
  if (a.kind === "double" || b.kind === "double" || (operator === "/" && isWhole(a) && isWhole(b)))
    return { type: { kind: "double" }, makesNull: divides };
  if (isWhole(a) && isWhole(b)) {
    return {
      type: commonType(a, b) ?? a,
      makesNull: operator === "/" || operator === "%" || overflows(operator, left, right),
    };
  }
  const found = decimalOf(operator, left, right);
  return found === undefined
    ? { remedy: "" }
    : { type: { kind: "decimal", ...found.digits }, makesNull: divides || !found.fits };
}

/** Decimal arithmetic, if both sides are decimals or whole numbers. */
export function decimalOf(
  operator: Exclude<ArithmeticOperator, "div">,
  left: TypedNode,
  right: TypedNode,
): ReturnType<typeof decimalArithmetic> | undefined {
  const beside = left.type.kind === "decimal" || right.type.kind === "decimal";
  const [a, b] = [
    digitsOf(left.type, beside ? wholeLiteral(left) : undefined),
    digitsOf(right.type, beside && !isDividedByZero(operator, right) ? wholeLiteral(right) : undefined),
  ];
  return a && b && decimalArithmetic(operator, a, b);
}

/** Spark is told null, of the zero's own type, instead of a divisor that is 0. */
const isDividedByZero = (operator: ArithmeticOperator, right: TypedNode): boolean =>
  (operator === "/" || operator === "%") && Number(wholeLiteral(right)) === 0;

function timeAndInterval(time: TypedNode, interval: TypedNode): Arithmetic {
  if (time.type.kind === "timestamp") return { type: { kind: "timestamp" }, makesNull: false };
  if (time.type.kind !== "date") return { remedy: "" };
  if (interval.kind !== "literal" || interval.value.kind !== "interval")
    return { remedy: " Write cast(… as timestamp) around the date." };
  return { type: { kind: interval.value.wholeDays ? "date" : "timestamp" }, makesNull: false };
}

function between(a: DataType, b: DataType): Arithmetic {
  const times = (a.kind === "timestamp" || a.kind === "date") && (b.kind === "timestamp" || b.kind === "date");
  if (!times || (a.kind === "date" && b.kind === "date")) return { remedy: timeRemedy("-", a, b) };
  return { type: { kind: "interval" }, makesNull: false };
}

function timeRemedy(operator: ArithmeticOperator, a: DataType, b: DataType): string {
  if (a.kind === "date" && b.kind === "date") return " Write datediff(later, earlier), which is a number of days.";
  if (a.kind === "date" && isWhole(b))
    return ` Write ${operator === "-" ? "date_sub" : "date_add"}(date, number_of_days).`;
  if (a.kind === "timestamp" && isNumeric(b)) return " Add or subtract an interval: INTERVAL 10 MINUTES.";
  return conversionRemedy(a, b);
}
