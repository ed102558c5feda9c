import { elementsIn, entriesIn, fieldsIn, type Value } from "../../../compiler/expression/evaluate/value.js";
import type { Expression, TypedNode } from "../../../compiler/expression/expression.js";
import { children } from "../../../compiler/expression/facts.js";
import type { DataType } from "../../../compiler/expression/type.js";
import { sparkJson } from "./fixture.js";
import { readValue } from "./read-value.js";
import type { Ansi, Lane, Result } from "./spark-of-trees.js";
import { surerThanSpark } from "./surer.js";

/** What an expression comes to by our own evaluator, one text for each row or group; undefined if it cannot compute it. */
export type Own = readonly string[] | undefined;

export type Answers = { readonly [L in Lane]: { readonly [A in Ansi]: Result } };

/** What is wrong with an expression, and the row that shows it, if one does. */
export interface Fault {
  readonly kind: "refused" | "fails" | "type" | "nullability" | "null" | "differs" | "order" | "evaluated";
  readonly detail: string;
  readonly row?: number;
}

/** Holds what four Sparks computed against each other, and against what was inferred. */
export function faultOf(expression: Expression, answers: Answers, own: Own, backwards?: Result): Fault | undefined {
  const all = (["3.5", "4.0"] as const).flatMap((lane) =>
    (["false", "true"] as const).map((ansi) => ({ lane, ansi, result: answers[lane][ansi] })),
  );
  const failing = all.find(({ result }) => "error" in result);
  if (failing !== undefined && "error" in failing.result)
    return { kind: "fails", detail: `Spark ${failing.lane}, ANSI ${failing.ansi}: ${failing.result.error}` };
  const computed = all.flatMap(({ result, ...rest }) => ("error" in result ? [] : [{ ...rest, ...result }]));
  for (const { lane, ansi, type, nullable } of computed) {
    const surer = surerThanSpark(expression, lane) !== undefined;
    const bare = surer || knowsCondition(expression.node);
    const [ours, theirs] = [comparableType(sparkJson(expression.type), bare), comparableType(type, bare)];
    const where = `Spark ${lane}, ANSI ${ansi}`;
    if (ours !== theirs) return { kind: "type", detail: `${where}: ours ${ours}, Spark's ${theirs}` };
    if (nullable !== expression.nullable && !(nullable ? surer : knowsCondition(expression.node)))
      return { kind: "nullability", detail: `${where}: ours ${expression.nullable}, Spark's ${nullable}` };
  }
  const [first, ...others] = computed;
  for (const [row, value] of (first?.values ?? []).entries()) {
    if (isWronglyNull(readValue(value, expression.type), expression.type, expression.nullable))
      return { kind: "null", detail: `null where it cannot be: ${value}`, row };
    const isRounded = dependsOnOrder(expression.node);
    const other = others.find(
      ({ values: { [row]: their = "" } }) => their !== value && !(isRounded && isNear(their, value)),
    );
    if (other !== undefined)
      return {
        kind: "differs",
        detail: `Spark 3.5, ANSI false: ${value}; Spark ${other.lane}, ANSI ${other.ansi}: ${other.values[row]}`,
        row,
      };
  }
  if (backwards !== undefined && !dependsOnOrder(expression.node)) {
    const [one, other] = [
      first?.values.join(", "),
      "error" in backwards ? backwards.error : backwards.values.join(", "),
    ];
    if (one !== other) return { kind: "order", detail: `${one}; with the last row first: ${other}` };
  }
  // Of what rounding in the order of rows decides, no value is the one.
  const row =
    own === undefined || dependsOnOrder(expression.node)
      ? -1
      : (first?.values ?? []).findIndex((value, at) => value !== own[at]);
  return row === -1
    ? undefined
    : { kind: "evaluated", detail: `ours ${own?.[row]}, Spark's ${first?.values[row]}`, row };
}

/** All intervals are one type here. `bare`: without what can be null inside. */
export function comparableType(type: unknown, bare: boolean): string {
  const text = JSON.stringify(type).replaceAll(/"interval [a-z ]+"/g, '"interval"');
  return bare ? text.replaceAll(/"(containsNull|valueContainsNull|nullable)":(true|false)/g, '"$1":"?"') : text;
}

function isWronglyNull(value: Value, type: DataType, nullable: boolean): boolean {
  if (value === null) return !nullable;
  if (type.kind === "array")
    return elementsIn(value).some((item) => isWronglyNull(item, type.element, type.containsNull));
  if (type.kind === "map")
    return entriesIn(value).some(([, item]) => isWronglyNull(item, type.value, type.valueContainsNull));
  return (
    type.kind === "struct" &&
    type.fields.some((field, i) => isWronglyNull(fieldsIn(value)[i] ?? null, field.type, field.nullable))
  );
}

/** Spark 4 looks no further than a condition that is written out as true, and none of ours is so. */
const knowsCondition = (node: TypedNode): boolean =>
  (node.kind === "case" && node.branches.some(({ when }) => when.kind === "literal")) ||
  children(node).some(knowsCondition);

/** Of numbers of which rounding in the order of rows decides the last digits, which Sparks take in another one. */
const isNear = (a: string, b: string): boolean =>
  Math.abs(Number(a) - Number(b)) <= 1e-6 * Math.max(1, Math.abs(Number(a)), Math.abs(Number(b)));

/** Of which the manual says that the order of rows may change the last digits, or the value within an error. */
const dependsOnOrder = (node: TypedNode): boolean =>
  (node.kind === "call" &&
    (/^(stddev|var|covar|regr|skewness|kurtosis|percentile_approx)/.test(node.function.name) ||
      (/^(sum|avg)$/.test(node.function.name) && node.type.kind === "double"))) ||
  children(node).some(dependsOnOrder);
