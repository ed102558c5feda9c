import type { Expression, TypedNode } from "./expression.js";
import type { CallNode } from "./typed-node.js";

/** The column that an expression only repeats, under whatever name; undefined if it computes anything. */
export function columnOf({ node }: Expression): string | undefined {
  return node.kind === "column" && node.relation === undefined ? node.name : undefined;
}

/** The columns that cannot be null in a row for which the condition is true. */
export const provenNotNull = ({ node }: Expression): readonly string[] => [...proven(node)];

function proven(node: TypedNode): ReadonlySet<string> {
  switch (node.kind) {
    case "column":
      return strict(node);
    case "is":
      return node.negated === (node.test === "null") ? strict(node.operand) : new Set();
    case "between":
      return node.negated ? strict(node.operand) : strict(node.operand, node.low, node.high);
    case "in":
    case "like":
      return strict(node.operand);
    case "binary":
      if (node.operator === "and") return new Set([...proven(node.left), ...proven(node.right)]);
      if (node.operator === "or") return common(proven(node.left), proven(node.right));
      return comparisons.has(node.operator) ? strict(node.left, node.right) : new Set();
    default:
      return new Set();
  }
}

/** The columns that cannot be the empty text in a row for which the condition is true. */
export const provenNotEmpty = ({ node }: Expression): readonly string[] => [...notEmpty(node)];

function notEmpty(node: TypedNode): ReadonlySet<string> {
  if (node.kind === "in")
    return node.operand.kind === "column" && !node.negated && node.items.every(isSomeText)
      ? strict(node.operand)
      : new Set();
  if (node.kind !== "binary") return new Set();
  const { operator, left, right } = node;
  if (operator === "and") return new Set([...notEmpty(left), ...notEmpty(right)]);
  if (operator === "or") return common(notEmpty(left), notEmpty(right));
  const [column, text] = left.kind === "column" ? [left, right] : [right, left];
  const excludes = operator === "=" ? isSomeText(text) : operator === "<>" && isEmptyText(text);
  return column.kind === "column" && excludes ? strict(column) : new Set();
}

const isEmptyText = (node: TypedNode): boolean =>
  node.kind === "literal" && node.value.kind === "string" && node.value.value === "";

const isSomeText = (node: TypedNode): boolean =>
  node.kind === "literal" && node.value.kind === "string" && node.value.value !== "";

const comparisons: ReadonlySet<string> = new Set(["=", "<>", "<", "<=", ">", ">="]);

/** The columns without which the values would be null. */
function strict(...nodes: readonly TypedNode[]): ReadonlySet<string> {
  return new Set(
    nodes.flatMap((node): readonly string[] => {
      switch (node.kind) {
        case "column":
          return node.relation === undefined ? [node.name] : [];
        case "field":
          return [...strict(node.target)];
        case "unary":
        case "cast":
          return [...strict(node.operand)];
        case "binary":
          return ["+", "-", "*"].includes(node.operator) ? [...strict(node.left, node.right)] : [];
        default:
          return [];
      }
    }),
  );
}

const common = (a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...a].filter((name) => b.has(name)));

/** The calls in an expression, from the outside in. */
export function callsIn(root: TypedNode): readonly CallNode[] {
  const found: CallNode[] = [];
  const next: TypedNode[] = [root]; // a list instead of the call stack: an expression may be as deep as it likes
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    if (at.kind === "call") found.push(at);
    for (const child of children(at).toReversed()) next.push(child);
  }
  return found;
}

/** The nodes directly below a node. */
export function children(node: TypedNode): readonly TypedNode[] {
  switch (node.kind) {
    case "literal":
    case "column":
    case "variable":
      return [];
    case "field":
      return [node.target];
    case "index":
      return [node.target, node.index];
    case "unary":
    case "is":
    case "cast":
      return [node.operand];
    case "binary":
      return [node.left, node.right];
    case "between":
      return [node.operand, node.low, node.high];
    case "in":
      return [node.operand, ...node.items];
    case "like":
      return [node.operand, node.pattern];
    case "case":
      return [
        ...(node.operand ? [node.operand] : []),
        ...node.branches.flatMap(({ when, result }) => [when, result]),
        ...(node.otherwise ? [node.otherwise] : []),
      ];
    case "call":
      return [...node.arguments, ...(node.filter ? [node.filter] : [])];
    case "lambda":
      return [node.body];
  }
}
