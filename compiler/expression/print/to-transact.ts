import { keyOfNotebooks } from "../keyed.js";
import { type DataType, printType, sameType } from "../type.js";
import type { CallNode, TypedNode } from "../typed-node.js";
import { isAscii, joined, name, plain, type Transact, text, transact } from "./transact.js";
import { aggregatePrinter, withoutSpelling } from "./transact-aggregates.js";
import {
  arithmeticFails,
  type Comparison,
  fits,
  holdsWhole,
  incomparable,
  isComparison,
  isNumber,
} from "./transact-comparison.js";
import { collation, transactTypeOf } from "./transact-types.js";

/**
 * The typed tree as an expression of T-SQL, as a serverless SQL pool has it; what would mean something else there, or fail for some
 * value, is told to `refuse`. Values and conditions are two things in T-SQL: a value of `bit` is no condition, and a condition no value.
 * https://learn.microsoft.com/sql/t-sql/language-elements/expressions-transact-sql
 */
export interface TransactPrinter {
  /** Has the type that the bridge names, and null where Spark has; a text that is put together has `varchar(max)`. */
  readonly value: (node: TypedNode) => Transact;
  /** True, false and unknown where Spark says true, false and null. */
  readonly holds: (node: TypedNode) => Transact;
}

/** `what`: the function or operator; `because`: why it has no spelling; undefined: it is not known to mean the same. */
type Refuse = (what: string, because: string | undefined) => void;

/** How a column is spelled; `relation`: the name of the join whose it is. Undefined: it is none of those that are read. */
export type SpellColumn = (column: string, relation: string | undefined) => Transact | undefined;

/** The columns of rows that have an alias. */
export const columnsOf =
  (alias: string): SpellColumn =>
  (column, relation) =>
    relation === undefined ? transact`${name(alias)}.${name(column)}` : undefined;

/** `levels`: in how many CASEs what is printed will stand. */
export function transactPrinter(column: SpellColumn, refuse: Refuse, levels = 0): TransactPrinter {
  const refused = (what: string, because?: string): Transact => {
    refuse(what, because);
    return transact`NULL`;
  };

  let depth = levels;

  /** A CASE, in which others stand. */
  function nested(what: string, print: () => Transact): Transact {
    depth += 1;
    const printed = depth > deepestCase ? refused(what, `in T-SQL a CASE has at most ${deepestCase} levels.`) : print();
    depth -= 1;
    return printed;
  }

  function value(node: TypedNode): Transact {
    switch (node.kind) {
      case "column":
        return (
          column(node.name, node.relation) ??
          refused(node.relation === undefined ? node.name : `${node.relation}.${node.name}`)
        );
      case "literal":
        return literal(node);
      case "case":
        return nested("case", () => cases(node));
      case "cast":
        return cast(node);
      case "call":
        return call(node);
      case "unary":
        if (node.operator === "-" && node.operand.kind === "literal" && isNumber(node.operand))
          return transact`(-${value(node.operand)})`;
        break;
      case "binary":
        if (node.operator === "||" && node.type.kind === "string") return concatenated([node.left, node.right]);
        break;
    }
    if (node.type.kind !== "boolean")
      return refused(whatOf(node), node.kind === "binary" ? arithmeticFails : undefined);
    return nested(whatOf(node), () => bit(node));
  }

  /** A condition as a value. */
  function bit(node: TypedNode): Transact {
    const condition = holds(node);
    if (!node.nullable) return transact`CAST(CASE WHEN ${condition} THEN 1 ELSE 0 END AS bit)`;
    return transact`CAST(CASE WHEN ${condition} THEN 1 WHEN NOT ${condition} THEN 0 END AS bit)`;
  }

  function holds(node: TypedNode): Transact {
    switch (node.kind) {
      case "unary":
        if (node.operator === "not") return transact`(NOT ${holds(node.operand)})`;
        break;
      case "binary":
        if (node.operator === "and") return transact`(${holds(node.left)} AND ${holds(node.right)})`;
        if (node.operator === "or") return transact`(${holds(node.left)} OR ${holds(node.right)})`;
        return comparison(node);
      case "is":
        return test(node);
      case "in": {
        const each = node.items.map((item) => compared(node.operand, node.negated ? "<>" : "=", item));
        return transact`(${joined(each, node.negated ? " AND " : " OR ")})`;
      }
      case "between": {
        const { operand, low, high, negated } = node;
        return negated
          ? transact`(${compared(operand, "<", low)} OR ${compared(operand, ">", high)})`
          : transact`(${compared(operand, ">=", low)} AND ${compared(operand, "<=", high)})`;
      }
      case "like":
        return refused(whatOf(node), "T-SQL's LIKE has other wildcards, and takes no notice of some trailing spaces.");
      default:
        return transact`(${value(node)} = 1)`;
    }
    return refused(whatOf(node));
  }

  function test({ test: wanted, negated, operand }: TypedNode & { readonly kind: "is" }): Transact {
    if (wanted === "null")
      return negated ? transact`(${value(operand)} IS NOT NULL)` : transact`(${value(operand)} IS NULL)`;
    const condition = nested(whatOf(operand), () =>
      wanted === "true" ? holds(operand) : transact`(NOT ${holds(operand)})`,
    );
    const is = transact`CASE WHEN ${condition} THEN 1 ELSE 0 END`;
    return negated ? transact`(${is} = 0)` : transact`(${is} = 1)`;
  }

  function comparison(node: TypedNode & { readonly kind: "binary" }): Transact {
    const { operator, left, right } = node;
    if (isComparison(operator)) return compared(left, operator, right);
    if (operator !== "<=>" && operator !== "is not distinct from" && operator !== "is distinct from")
      return refused(whatOf(node), arithmeticFails);
    const [a, b] = [value(left), value(right)];
    const same = transact`((${a} IS NULL AND ${b} IS NULL) OR (${a} IS NOT NULL AND ${b} IS NOT NULL AND ${compared(left, "=", right)}))`;
    return operator === "is distinct from" ? transact`(NOT ${same})` : same;
  }

  /** T-SQL fills the shorter of two texts up with spaces before it compares them: equal ones must be equally long too. */
  function compared(left: TypedNode, operator: Comparison, right: TypedNode): Transact {
    const isEqual = operator === "=" || operator === "<>";
    const reason = incomparable(left, right, isEqual);
    if (reason !== undefined)
      return refused(`${operator} of ${printType(left.type)} and ${printType(right.type)}`, reason);
    const [a, b] = [value(left), value(right)];
    if (left.type.kind !== "string") return transact`(${a} ${{ transact: operator }} ${b})`;
    return operator === "="
      ? transact`(${a} = ${b} AND DATALENGTH(${a}) = DATALENGTH(${b}))`
      : transact`(${a} <> ${b} OR DATALENGTH(${a}) <> DATALENGTH(${b}))`;
  }

  function cases(node: TypedNode & { readonly kind: "case" }): Transact {
    const { operand, branches, otherwise, type } = node;
    const whens = branches.map(({ when, result }) => {
      const condition = operand === undefined ? holds(when) : compared(operand, "=", when);
      return transact`WHEN ${condition} THEN ${as(result, type)} `;
    });
    const rest = otherwise === undefined ? transact`` : transact`ELSE ${as(otherwise, type)} `;
    return transact`CASE ${joined(whens, "")}${rest}END`;
  }

  function cast(node: TypedNode & { readonly kind: "cast" }): Transact {
    const { operand, type } = node;
    const [from, to] = [operand.type.kind, type.kind];
    if (operand.kind === "literal" && operand.value.kind === "null") return as(operand, type);
    const inner = value(operand);
    if (sameType(operand.type, type)) return inner;
    if ((from === "int" && to === "bigint") || (from === "timestamp" && to === "date"))
      return transact`CAST(${inner} AS ${typeOf(type)})`;
    if (from === "date" && to === "timestamp") return transact`CAST(${inner} AS ${typeOf(type)})`;
    if (to === "string" && (from === "int" || from === "bigint")) return transact`CAST(${inner} AS varchar(20))`;
    if (to === "string" && from === "date") return transact`CONVERT(varchar(10), ${inner}, 23)`;
    return refused(`cast from ${printType(operand.type)} to ${printType(type)}`);
  }

  function call(node: CallNode): Transact {
    const { name: called, spelling } = node.function;
    const known = spelling.transact;
    const because = node.function.keyed ? keyOfNotebooks : (known?.unless?.(node) ?? withoutSpelling.get(called));
    if (known === undefined || because !== undefined) return refused(called, because);
    if (node.function.aggregate) return aggregates(node);
    if (known.joins) return concatenated(node.arguments);
    const [only, ...others] = node.arguments;
    if (known.widens && only && others.length === 0) return as(only, node.type); // COALESCE takes two values or more
    const given = node.arguments.map((argument) => (known.widens ? as(argument, node.type) : value(argument)));
    const spelled = known.text.replaceAll(/\$(\d|\*)/g, (_, which: string) =>
      which === "*" ? joined(given, ", ").transact : (given[Number(which) - 1]?.transact ?? ""),
    );
    return { transact: spelled };
  }

  /** A text of more than 8000 bytes is cut unless one of its parts is `varchar(max)`. https://learn.microsoft.com/sql/t-sql/language-elements/string-concatenation-transact-sql */
  const concatenated = (parts: readonly TypedNode[]): Transact =>
    transact`(${joined(
      parts.map((part) => transact`CAST(${value(part)} AS varchar(max))`),
      " + ",
    )})`;

  /** A value where one of a wider type is wanted. */
  function as(node: TypedNode, type: DataType): Transact {
    if (node.kind === "literal" && node.value.kind === "null") {
      const typed = transact`CAST(NULL AS ${typeOf(type)})`;
      return type.kind === "string" ? transact`${typed} COLLATE ${{ transact: collation }}` : typed;
    }
    if (sameType(node.type, type)) return value(node);
    if (
      (node.type.kind === "int" || node.type.kind === "bigint") &&
      (type.kind === "bigint" || holdsWhole(type, node.type))
    )
      return transact`CAST(${value(node)} AS ${typeOf(type)})`;
    if (node.type.kind === "decimal" && type.kind === "decimal" && fits(node.type, type))
      return transact`CAST(${value(node)} AS ${typeOf(type)})`;
    return refused(`${printType(node.type)} where ${printType(type)} is meant`);
  }

  function typeOf(type: DataType): Transact {
    return transactTypeOf(type)?.type ?? refused(`a value of ${printType(type)}`, "T-SQL has no such type.");
  }

  function literal(node: TypedNode & { readonly kind: "literal" }): Transact {
    const { value: written, type } = node;
    switch (written.kind) {
      case "string":
        if (/\p{Cc}/u.test(written.value))
          return refused("a text with a line break", "a line of GO in it would end the statement.");
        if (new TextEncoder().encode(written.value).length > 8000) return refused("a text of more than 8000 bytes");
        return isAscii(written.value)
          ? plain(written.value)
          : transact`CAST(${text(written.value)} COLLATE ${{ transact: collation }} AS varchar(8000))`;
      case "boolean":
        return transact`CAST(${{ transact: written.value ? "1" : "0" }} AS bit)`;
      case "int":
        return { transact: String(written.value) };
      case "bigint":
        return transact`CAST(${{ transact: String(written.value) }} AS bigint)`;
      case "decimal":
        return transact`CAST(${{ transact: written.value }} AS ${typeOf(type)})`;
      case "date":
        return transact`CAST(${plain(written.value)} AS date)`;
      case "timestamp": {
        const [, at] = /^(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?)Z?$/.exec(written.value) ?? [];
        return at === undefined
          ? refused(`the time ${written.value}`, "write it as a UTC time of the form 2026-01-31T12:00:00Z.")
          : transact`CAST(${plain(at.replace(" ", "T"))} AS datetime2(7))`;
      }
      default:
        return refused(
          `a ${written.kind} that is written out`,
          written.kind === "null" ? "ask whether a value `is null`." : undefined,
        );
    }
  }

  const aggregates = aggregatePrinter({ value, holds, nested, refused });

  return { value, holds };
}

/** https://learn.microsoft.com/sql/t-sql/language-elements/case-transact-sql#remarks */
const deepestCase = 10;

function whatOf(node: TypedNode): string {
  switch (node.kind) {
    case "binary":
    case "unary":
    case "like":
      return node.operator;
    case "field":
      return `.${node.name}`;
    case "index":
      return "[…]";
    default:
      return node.kind;
  }
}
