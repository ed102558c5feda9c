import { keyOfNotebooks } from "../keyed.js";
import type { CallNode, TypedNode } from "../typed-node.js";

/**
 * The typed tree as an expression of a mapping data flow; what has no spelling is told to `refuse`. The vendor says of few functions and
 * operators what they make of null, so here they meet none: what may be null is tested before.
 * https://learn.microsoft.com/azure/data-factory/data-flow-expressions-usage
 */
export interface DataFlowPrinter {
  /** The value, of a string, a boolean or an array of strings: a text no longer than what was written, but for a factor. */
  readonly value: (node: TypedNode) => string;
  /** Whether a condition is true; never null. */
  readonly holds: (node: TypedNode) => string;
}

/** `what`: the function or operator; `because`: why it has no spelling; undefined: it is not known to mean the same. */
type Refuse = (what: string, because: string | undefined) => void;

/**
 * Makes a column of a value that stands at more than one place of a text, and gives its name: an expression has no names for its parts,
 * and written out a part within a part would stand there twice as often at each depth.
 */
type Keep = (text: string) => string;

export function dataFlowPrinter(refuse: Refuse, keep: Keep): DataFlowPrinter {
  const known = new Map<TypedNode, Strict>();
  const refused = (what: string, because?: string): string => {
    refuse(what, because);
    return "";
  };

  const value = (node: TypedNode): string => withTest(strict(node));

  /** A value within another one. */
  const within = (node: TypedNode): string => withTest(isCondition(node) ? operand(node) : strict(node));

  /** One whose text, and what says whether it is null, may stand at several places. */
  function operand(node: TypedNode): Strict {
    const found = strict(node);
    if (!found.isWhole) return found;
    const name = keep(found.text);
    return { text: name, nulls: [name] };
  }

  /** The same where it does stand at several places, so it is a column, or what is written out. */
  function repeatable(node: TypedNode): Strict {
    if (node.kind === "column" || node.kind === "literal") return operand(node);
    const name = keep(value(node));
    return { text: name, nulls: node.nullable ? [name] : [] };
  }

  function strict(node: TypedNode): Strict {
    const found = known.get(node) ?? spelled(node);
    known.set(node, found);
    return found;
  }

  function spelled(node: TypedNode): Strict {
    if (!isSpelled(node)) return plain(refused(whatOf(node), "in a data flow there are strings and conditions only."));
    switch (node.kind) {
      case "column":
        return { text: dataFlowColumn(node.name), nulls: node.nullable ? [dataFlowColumn(node.name)] : [] };
      case "literal":
        return plain(literal(node));
      case "call":
        return call(node);
      case "case":
        return maybe(cases(node), node.nullable);
      case "binary":
        if (node.operator === "||" && node.type.kind === "string")
          return together("concat", [node.left, node.right].map(operand));
        break;
    }
    if (node.type.kind !== "boolean") return plain(refused(whatOf(node)));
    if (!node.nullable) return plain(holds(node));
    return maybe(`iif(${holds(node)}, true(), iif(${fails(node)}, false()))`, true);
  }

  function call(node: CallNode): Strict {
    const { name, spelling } = node.function;
    const { dataFlow } = spelling;
    const because = node.function.keyed ? keyOfNotebooks : dataFlow?.unless?.(node);
    if (dataFlow === undefined || because !== undefined) return plain(refused(name, because));
    const more = dataFlow.more ?? [];
    if (dataFlow.skipsNulls)
      return maybe(`${dataFlow.name}(${[...node.arguments.map(within), ...more].join(", ")})`, node.nullable);
    return together(dataFlow.name, node.arguments.map(argument), more);
  }

  const argument = (node: TypedNode): Strict =>
    node.kind === "literal" && node.value.kind === "int" ? plain(String(node.value.value)) : operand(node);

  function cases({ operand, branches, otherwise }: Pick<CaseNode, "operand" | "branches" | "otherwise">): string {
    if (operand) return refused("case … when", "write `case when <condition> then …`.");
    const [first, ...rest] = branches;
    if (first === undefined) return "";
    const others =
      rest.length > 0
        ? cases({ operand: undefined, branches: rest, otherwise })
        : otherwise && !isNull(otherwise)
          ? within(otherwise)
          : undefined;
    return `iif(${[holds(first.when), within(first.result), ...(others === undefined ? [] : [others])].join(", ")})`;
  }

  function holds(node: TypedNode): string {
    const logic = logicOf(node, holds, fails, "&&", "||");
    if (logic !== undefined) return logic;
    if (node.kind === "is" && node.test === "null") return nullTest(operand(node.operand), node.negated);
    if (node.kind === "is") return negated(node.negated, (node.test === "true" ? holds : fails)(node.operand));
    if (node.kind === "in") return anyOf(node, node.negated ? "fails" : "holds");
    if (node.kind === "binary" && node.operator === "<=>") return same(node.left, node.right);
    const isEqual = node.kind === "binary" && equality(node.operator);
    if (node.kind === "binary" && isEqual) return compared(node.left, isEqual === "=" ? "==" : "!=", node.right);
    return ofValue(node, "true");
  }

  function fails(node: TypedNode): string {
    const logic = logicOf(node, fails, holds, "||", "&&");
    if (logic !== undefined) return logic;
    if (node.kind === "is" || (node.kind === "binary" && node.operator === "<=>")) return `!(${holds(node)})`;
    if (node.kind === "in") return anyOf(node, node.negated ? "holds" : "fails");
    const isEqual = node.kind === "binary" && equality(node.operator);
    if (node.kind === "binary" && isEqual) return compared(node.left, isEqual === "=" ? "!=" : "==", node.right);
    return ofValue(node, "false");
  }

  /** `and`, `or` and `not` of conditions that are never null. */
  function logicOf(
    node: TypedNode,
    own: (node: TypedNode) => string,
    other: (node: TypedNode) => string,
    and: string,
    or: string,
  ): string | undefined {
    if (node.kind === "unary" && node.operator === "not") return other(node.operand);
    if (node.kind !== "binary" || (node.operator !== "and" && node.operator !== "or")) return undefined;
    return `(${own(node.left)} ${node.operator === "and" ? and : or} ${own(node.right)})`;
  }

  function ofValue(node: TypedNode, wanted: "true" | "false"): string {
    if (isCondition(node)) return refused(whatOf(node));
    const text = value(node);
    const sure = node.nullable ? `coalesce(${text}, ${wanted === "true" ? "false()" : "true()"})` : text;
    return wanted === "true" ? sure : `!(${sure})`;
  }

  /** Of two values that are not null; else false. */
  function compared(left: TypedNode, operator: "==" | "!=", right: TypedNode, side = operand): string {
    if (left.type.kind !== right.type.kind) return refused("a comparison of two types");
    const [a, b] = [side(left), operand(right)];
    const nulls = [...new Set([...a.nulls, ...b.nulls])].map((one) => `isNull(${one})`);
    const test = `(${a.text} ${operator} ${b.text})`;
    return nulls.length === 0 ? test : `iif(${nulls.join(" || ")}, false(), ${test})`;
  }

  function same(left: TypedNode, right: TypedNode): string {
    const sides = [left, right].map(operand);
    const equal = compared(left, "==", right);
    if (sides.some(({ nulls }) => nulls.length === 0)) return equal;
    return `((${sides.map((side) => nullTest(side, false)).join(" && ")}) || ${equal})`;
  }

  function anyOf(node: TypedNode & { readonly kind: "in" }, wanted: "holds" | "fails"): string {
    const operator = wanted === "holds" ? "==" : "!=";
    const side = node.items.length > 1 ? repeatable : operand;
    const each = node.items.map((item) => compared(node.operand, operator, item, side));
    return `(${each.join(wanted === "holds" ? " || " : " && ")})`;
  }

  function literal({ value: written }: TypedNode & { readonly kind: "literal" }): string {
    if (written.kind === "boolean") return `${written.value}()`;
    if (written.kind !== "string") return refused("a null that is written out");
    if (/['\\\p{C}]/u.test(written.value))
      return refused(
        `the text ${JSON.stringify(written.value)}`,
        "it has a quote, a backslash or a sign without a shape.",
      );
    return `'${written.value}'`;
  }

  return { value, holds };
}

type CaseNode = TypedNode & { readonly kind: "case" };

/** A text that may only be evaluated where none of `nulls`, which are columns, is null; where one is the value is null. */
interface Strict {
  readonly text: string;
  readonly nulls: readonly string[];
  /** It may be evaluated everywhere, and is null by itself. */
  readonly isWhole?: true;
}

const plain = (text: string): Strict => ({ text, nulls: [] });

const maybe = (text: string, isNullable: boolean): Strict =>
  isNullable ? { text, nulls: [], isWhole: true } : plain(text);

function withTest({ text, nulls }: Strict): string {
  const isItself = nulls.length === 1 && nulls[0] === text;
  return nulls.length === 0 || isItself ? text : `iif(${nulls.map((one) => `!isNull(${one})`).join(" && ")}, ${text})`;
}

function nullTest({ nulls }: Strict, isNegated: boolean): string {
  const tests = nulls.map((one) => `isNull(${one})`);
  if (tests.length < 2) return tests[0] === undefined ? `${isNegated}()` : `${isNegated ? "!" : ""}${tests[0]}`;
  return `${isNegated ? "!" : ""}(${tests.join(" || ")})`;
}

/** Whether it is true is another text than whether it is false, so its value has both. */
const isCondition = ({ kind, type }: TypedNode): boolean =>
  type.kind === "boolean" && !["column", "literal", "call", "case"].includes(kind);

const together = (name: string, parts: readonly Strict[], more: readonly string[] = []): Strict => ({
  text: `${name}(${[...parts.map(({ text }) => text), ...more].join(", ")})`,
  nulls: [...new Set(parts.flatMap(({ nulls }) => nulls))],
});

const negated = (isNegated: boolean, text: string): string => (isNegated ? `!(${text})` : text);

const equality = (operator: string): "=" | "<>" | undefined =>
  operator === "=" || operator === "<>" ? operator : undefined;

const isNull = (node: TypedNode): boolean => node.kind === "literal" && node.value.kind === "null";

/** Values of other types are read and computed by other rules there. */
const isSpelled = ({ type }: TypedNode): boolean =>
  type.kind === "string" || type.kind === "boolean" || (type.kind === "array" && type.element.kind === "string");

function whatOf(node: TypedNode): string {
  switch (node.kind) {
    case "call":
      return node.function.name;
    case "binary":
    case "unary":
    case "like":
      return node.operator;
    case "literal":
      return node.text;
    case "column":
      return node.name;
    case "cast":
      return node.safe ? "try_cast" : "cast";
    default:
      return node.kind;
  }
}

/** A column's name; within braces where it could be read otherwise. https://learn.microsoft.com/azure/data-factory/concepts-data-flow-expression-builder#column-name-escaping */
export const dataFlowColumn = (name: string): string =>
  /^[A-Za-z][A-Za-z0-9_]*$/.test(name) && !words.has(name) ? name : `{${name}}`;

/** What the script has a meaning for. */
const words: ReadonlySet<string> = new Set([
  "as",
  "true",
  "false",
  "null",
  "each",
  "match",
  "name",
  "type",
  "position",
  "stream",
]);
