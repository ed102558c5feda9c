import type { Origin } from "../../source/origin.js";
import { decimalOf } from "../infer/arithmetic.js";
import { isWhole } from "../infer/common-type.js";
import { literalOf } from "../infer/given-call.js";
import { negationOverflows, overflows } from "../infer/whole-range.js";
import type { Syntax } from "../parse/syntax.js";
import type { CallNode, TypedNode } from "../typed-node.js";
import { modifyAggregates, spell } from "./spelling.js";
import { BEGUN_BY_A_YEAR, EXPONENT_IS_SHORT } from "./text-guard.js";

/** How columns are named where the text will stand. */
export interface ColumnNames {
  readonly origin: Origin;
  /** The alias of the table whose own columns are meant, where joined tables have columns of the same name. */
  readonly ownAlias: string | undefined;
}

/** Typed tree → what Spark is told: the same value under every setting, and no failure for any value. */
export function toSpark(node: TypedNode, names: ColumnNames): Syntax {
  const spark = (part: TypedNode): Syntax => toSpark(part, names);
  const guarded = (template: string, a: TypedNode, b: TypedNode): Syntax =>
    spell(
      template,
      new Map([
        ["a", [spark(a)]],
        ["b", [spark(b)]],
      ]),
      names.origin,
    );
  switch (node.kind) {
    case "literal":
      return { kind: "literal", value: node.value, text: node.text, ...NOWHERE };
    case "variable":
      return nameSyntax(node.name);
    case "column": {
      const alias = node.relation ?? names.ownAlias;
      return alias === undefined
        ? nameSyntax(node.name)
        : { kind: "field", target: nameSyntax(alias), name: node.name, nameRange: NOWHERE, ...NOWHERE };
    }
    case "field":
      return { kind: "field", target: spark(node.target), name: node.name, nameRange: NOWHERE, ...NOWHERE };
    case "index":
      return node.target.type.kind === "array"
        ? guarded("get(a, b)", node.target, node.index)
        : { kind: "index", target: spark(node.target), index: spark(node.index), ...NOWHERE };
    case "unary":
      if (node.operator === "-" && isWhole(node.type) && negationOverflows(node.operand))
        return spell("try_subtract(0, a)", new Map([["a", [spark(node.operand)]]]), names.origin);
      return { kind: "unary", operator: node.operator, operand: spark(node.operand), ...NOWHERE };
    case "binary": {
      const template = guardOf(node);
      if (template !== undefined) return guarded(template, node.left, node.right);
      return { kind: "binary", operator: node.operator, left: spark(node.left), right: spark(node.right), ...NOWHERE };
    }
    case "is":
      return { kind: "is", test: node.test, negated: node.negated, operand: spark(node.operand), ...NOWHERE };
    case "between":
      return {
        kind: "between",
        negated: node.negated,
        operand: spark(node.operand),
        low: spark(node.low),
        high: spark(node.high),
        ...NOWHERE,
      };
    case "in":
      return {
        kind: "in",
        negated: node.negated,
        operand: spark(node.operand),
        items: node.items.map(spark),
        ...NOWHERE,
      };
    case "like":
      return {
        kind: "like",
        operator: node.operator,
        negated: node.negated,
        operand: spark(node.operand),
        pattern: spark(node.pattern),
        ...NOWHERE,
      };
    case "case": {
      const branches = node.branches.map(({ when, result }) => ({ when: spark(when), result: spark(result) }));
      return {
        kind: "case",
        operand: node.operand && spark(node.operand),
        branches,
        otherwise: node.otherwise && spark(node.otherwise),
        ...NOWHERE,
      };
    }
    case "cast": {
      const [operand, guard] = [spark(node.operand), guardOfText(node)];
      return {
        kind: "cast",
        safe: node.safe,
        operand: guard === undefined ? operand : spell(guard, new Map([["text", [operand]]]), names.origin),
        type: node.type,
        typeRange: NOWHERE,
        ...NOWHERE,
      };
    }
    case "lambda":
      return { kind: "lambda", parameters: node.parameters, body: spark(node.body), ...NOWHERE };
    case "call":
      return callToSpark(node, names);
  }
}

const NOWHERE = { start: 0, end: 0 };

/** What a text is made of before it is cast, where Spark fails for some text. */
function guardOfText({ type, operand }: Extract<TypedNode, { readonly kind: "cast" }>): string | undefined {
  if (operand.type.kind !== "string") return undefined;
  if (type.kind === "decimal") return EXPONENT_IS_SHORT;
  return type.kind === "timestamp" || type.kind === "date" ? BEGUN_BY_A_YEAR : undefined;
}

const nameSyntax = (name: string): Syntax => ({ kind: "name", name, quoted: false, ...NOWHERE });

/** The spelling of an operator where the plain one fails for some value, or gives another one by a setting. */
function guardOf({ operator, left, right }: Extract<TypedNode, { readonly kind: "binary" }>): string | undefined {
  const wholes = isWhole(left.type) && isWhole(right.type);
  switch (operator) {
    case "+":
    case "-":
    case "*":
      return (wholes ? overflows(operator, left, right) : decimalOf(operator, left, right)?.fits === false)
        ? `${TRIED[operator]}(a, b)`
        : undefined;
    case "/":
      if (decimalOf("/", left, right)?.fits === false && !wholes) return "try_divide(a, b)";
      return isNotZero(right) ? undefined : "a / nullif(b, 0)";
    case "%":
      return isNotZero(right) ? undefined : "a % nullif(b, 0)";
    case "div":
      if (left.type.kind === "bigint" && literalOf(right) === undefined)
        return "case when b = -1 then try_subtract(0, a) else a div nullif(b, 0) end";
      if (left.type.kind === "bigint" && Number(literalOf(right)) === -1) return "try_subtract(0, a)";
      return isNotZero(right) ? undefined : "a div nullif(b, 0)";
    default:
      return undefined;
  }
}

const TRIED = { "+": "try_add", "-": "try_subtract", "*": "try_multiply" } as const;

function isNotZero(node: TypedNode): boolean {
  const value = literalOf(node);
  return value !== undefined && Number(value) !== 0;
}

function callToSpark(node: CallNode, names: ColumnNames): Syntax {
  const { spark } = node.function.spelling;
  const template = typeof spark === "function" ? spark(node) : spark;
  const given = node.arguments.map((argument) => toSpark(argument, names));
  const filter = node.filter && toSpark(node.filter, names);
  const { name, signatures } = node.function;
  if (template === "same") {
    return {
      kind: "call",
      name,
      nameRange: NOWHERE,
      arguments: given,
      star: node.star,
      distinct: node.distinct,
      filter,
      ...NOWHERE,
    };
  }
  const signature = signatures.find(
    ({ parameters }) => parameters.length >= given.length || parameters.at(-1)?.variadic === true,
  );
  const parts = new Map<string, Syntax[]>((signature?.parameters ?? []).map((parameter) => [parameter.name, []]));
  for (const [i, argument] of given.entries()) {
    const parameter = signature?.parameters[i] ?? signature?.parameters.at(-1);
    if (parameter !== undefined) parts.get(parameter.name)?.push(argument);
  }
  const spelled = spell(template, parts, names.origin);
  return node.function.aggregate === true
    ? modifyAggregates(spelled, isSparkAggregate, node.distinct, filter)
    : spelled;
}

/** The aggregates that spellings use. */
const isSparkAggregate = (name: string): boolean =>
  [
    "try_sum",
    "try_avg",
    "sum",
    "avg",
    "collect_list",
    "collect_set",
    "max_by",
    "min_by",
    "max",
    "min",
    "percentile",
    "median",
    "count",
  ].includes(name);
