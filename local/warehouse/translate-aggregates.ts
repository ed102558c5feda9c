import { type Expression, printType } from "./syntax.js";
import { NotKnown } from "./tokens.js";
import { duckType, isText, type Value } from "./value.js";

export type Call = Expression & { readonly kind: "call" };

const aggregates: ReadonlySet<string> = new Set(["COUNT", "COUNT_BIG", "MIN", "MAX", "SUM"]);

export const isAggregate = (expression: Expression): expression is Call =>
  expression.kind === "call" && aggregates.has(expression.name);

/** Whether an expression has an aggregate anywhere in it. */
export const hasAggregate = (expression: Expression): boolean =>
  isAggregate(expression) || partsOf(expression).some(hasAggregate);

function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "minus":
    case "not":
    case "is-null":
    case "cast":
    case "collate":
      return [expression.operand];
    case "binary":
      return [expression.left, expression.right];
    case "in":
      return [expression.operand, ...expression.items];
    case "case":
      return [
        ...expression.branches.flatMap(({ when, result }) => [when, result]),
        ...(expression.otherwise ? [expression.otherwise] : []),
      ];
    case "call":
      return expression.arguments;
    default:
      return [];
  }
}

/** `value`: of one row. Throws `NotKnown`. */
export function aggregate(
  { name, arguments: given, isOfRows, isDistinct }: Call,
  value: (of: Expression) => Value,
): Value {
  if (name.startsWith("COUNT") && isOfRows) return counted(name, "*");
  const [first, second] = given;
  if (isOfRows || first === undefined || second !== undefined) throw new NotKnown(`${name} takes one value.`);
  if (hasAggregate(first)) throw new NotKnown("An aggregate of an aggregate is not known in T-SQL.");
  const one = value(first);
  const { duck, type } = one;
  const unlike = isDistinct ? "DISTINCT " : "";
  if (name.startsWith("COUNT")) {
    if (isDistinct && (type.kind === "varbinary" || type.kind === "float"))
      throw new NotKnown(`${name} of different ${printType(type)} is not known here.`);
    return counted(name, `${unlike}${isDistinct ? padless(one) : duck}`);
  }
  if (name === "SUM") {
    const sum = `sum(${unlike}${duck})`;
    if (type.kind === "int" || type.kind === "bigint") return { duck: `CAST(${sum} AS ${duckType(type)})`, type };
    if (type.kind !== "decimal") throw new NotKnown(`SUM of ${printType(type)} is not known here.`);
    const wide = { ...type, precision: 38 };
    return { duck: `CAST(${sum} AS ${duckType(wide)})`, type: wide };
  }
  if (name === "MAX" && type.kind === "varchar" && !isDistinct) return { duck: onlyOf(duck), type };
  if (isDistinct || ["varchar", "nvarchar", "varbinary", "bit"].includes(type.kind))
    throw new NotKnown(`${name} of ${unlike ? "different " : ""}${printType(type)} is not known here.`);
  return { duck: `${name.toLowerCase()}(${duck})`, type };
}

/** The greatest of texts, where there is but one. */
const onlyOf = (duck: string): string =>
  `(CASE WHEN count(DISTINCT ${duck}) > 1 THEN error('The greatest of several texts is not known here.') ELSE any_value(${duck}) END)`;

/** https://learn.microsoft.com/sql/t-sql/functions/count-big-transact-sql */
function counted(name: string, of: string): Value {
  const type = { kind: name === "COUNT" ? "int" : "bigint" } as const;
  return { duck: `CAST(count(${of}) AS ${duckType(type)})`, type };
}

/** Texts that differ by the spaces at their ends are one group. */
export const padless = ({ duck, type }: Value): string => (isText(type) ? `rtrim(${duck}, ' ')` : duck);
