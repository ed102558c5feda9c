import { type DataType, printType } from "../type.js";
import type { CallNode, TypedNode } from "../typed-node.js";
import { number, type Transact, transact } from "./transact.js";
import { transactTypeOf } from "./transact-types.js";

/** What an aggregate is printed with. */
interface Printing {
  readonly value: (node: TypedNode) => Transact;
  readonly holds: (node: TypedNode) => Transact;
  /** A CASE, in which others stand. */
  readonly nested: (what: string, print: () => Transact) => Transact;
  readonly refused: (what: string, because?: string) => Transact;
}

/** Why an aggregate that T-SQL has too is not printed. */
export const withoutSpelling: ReadonlyMap<string, string> = new Map([
  [
    "avg",
    "T-SQL's mean has another type and cuts off what Spark rounds: show sum(…) and count(…), which whoever asks can divide.", // https://learn.microsoft.com/sql/t-sql/functions/avg-transact-sql
  ],
]);

/** Why rows are not grouped, and values not told apart, by a type; undefined: they are. */
export function ungroupable({ kind }: DataType): string | undefined {
  if (kind === "double") return "Spark's NaN equals itself, and T-SQL's float has none.";
  if (kind === "binary") return "T-SQL takes no notice of zeros at the end of bytes.";
  return undefined;
}

/**
 * Aggregates of T-SQL with the type and the value of Spark's. A sum is computed where it has room, and null where Spark's type has none.
 * https://learn.microsoft.com/sql/t-sql/functions/aggregate-functions-transact-sql
 */
export function aggregatePrinter({ value, holds, nested, refused }: Printing): (node: CallNode) => Transact {
  return (node) => {
    switch (node.function.name) {
      case "count":
        return counted(node);
      case "count_if":
        return transact`COUNT_BIG(${one(node, node.arguments)})`;
      case "sum":
        return summed(node);
      default:
        return extreme(node);
    }
  };

  function counted(node: CallNode): Transact {
    const [only, ...others] = node.arguments;
    if (only === undefined) return node.filter ? transact`COUNT_BIG(${one(node, [])})` : transact`COUNT_BIG(*)`;
    if (others.length > 0) return refused("count of several values", "in T-SQL it takes one.");
    if (!node.distinct) return transact`COUNT_BIG(${among(node, value(only))})`;
    const because = ungroupable(only.type);
    if (because !== undefined) return refused(`count(distinct …) of ${printType(only.type)}`, because);
    // Behind a text's own spaces stands a dot, so that none of them is at its end.
    const told = only.type.kind === "string" ? transact`CAST(${value(only)} AS varchar(max)) + '.'` : value(only);
    return transact`COUNT_BIG(DISTINCT ${among(node, told)})`;
  }

  function summed(node: CallNode): Transact {
    const [only] = node.arguments;
    const type = only?.type;
    if (only === undefined || (type?.kind !== "int" && type?.kind !== "bigint" && type?.kind !== "decimal"))
      return refused(`sum of ${type ? printType(type) : "nothing"}`, "T-SQL stops the query where it is too large.");
    if (type.kind === "decimal" && type.precision > widest)
      return refused(
        `sum of ${printType(type)}`,
        `T-SQL stops the query where it has more than 38 digits, which one of up to ${widest} digits never has.`,
      );
    const wide = type.kind === "decimal" ? value(only) : transact`CAST(${value(only)} AS decimal(38, 0))`;
    const sum = transact`SUM(${node.distinct ? transact`DISTINCT ` : transact``}${among(node, wide)})`;
    const fitting = transactTypeOf(node.type)?.type ?? refused(`a value of ${printType(node.type)}`);
    return transact`TRY_CAST(${sum} AS ${fitting})`;
  }

  function extreme(node: CallNode): Transact {
    const { name } = node.function;
    const [only] = node.arguments;
    const because = only && unordered(only.type);
    if (only === undefined || because !== undefined)
      return refused(`${name} of ${only ? printType(only.type) : "nothing"}`, because);
    return transact`${name === "min" ? transact`MIN` : transact`MAX`}(${among(node, value(only))})`;
  }

  /** The value in the rows that a filter lets pass, else null. */
  function among({ filter }: CallNode, printed: Transact): Transact {
    if (filter === undefined) return printed;
    return nested("filter", () => transact`CASE WHEN ${holds(filter)} THEN ${printed} END`);
  }

  /** One where the conditions and the filter hold, else null. */
  function one({ filter }: CallNode, conditions: readonly TypedNode[]): Transact {
    const all = [...conditions, ...(filter ? [filter] : [])];
    return nested("filter", () => {
      const [first, ...rest] = all.map(holds);
      const condition = rest.reduce((before, next) => transact`${before} AND ${next}`, first ?? transact``);
      return transact`CASE WHEN ${condition} THEN ${number(1)} END`;
    });
  }
}

/** A sum of decimals has ten digits more than each of them, and a `decimal` at most 38. */
const widest = 28;

function unordered({ kind }: DataType): string | undefined {
  switch (kind) {
    case "string":
      return "T-SQL fills the shorter text up with spaces before it compares.";
    case "double":
      return "Spark's NaN is the greatest, and T-SQL's float has none.";
    case "boolean":
      return "T-SQL has no least and no greatest bit: count the rows in which it is true.";
    default:
      return kind === "int" || kind === "bigint" || kind === "decimal" || kind === "date" || kind === "timestamp"
        ? undefined
        : "T-SQL compares such values in another way.";
  }
}
