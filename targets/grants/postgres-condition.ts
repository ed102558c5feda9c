import type { RowCondition, RowOperand } from "../../compiler/ir/access.js";
import { list, name, type Sql, sql, text } from "./sql.js";

/** The condition as PostgreSQL asks it: each part in brackets, so that no precedence is relied on. */
export function postgresCondition(condition: RowCondition): Sql {
  switch (condition.kind) {
    case "and":
      return sql`(${postgresCondition(condition.left)} AND ${postgresCondition(condition.right)})`;
    case "or":
      return sql`(${postgresCondition(condition.left)} OR ${postgresCondition(condition.right)})`;
    case "not":
      return sql`(NOT ${postgresCondition(condition.operand)})`;
    case "is-true":
      return name(condition.column);
    case "compare":
      return sql`(${operand(condition.left)} ${{ sql: condition.operator }} ${operand(condition.right)})`;
    case "is":
      return sql`(${name(condition.column)} IS ${not(condition)}${tests[condition.test]})`;
    case "in":
      return sql`(${operand(condition.operand)} ${not(condition)}IN (${list(condition.items.map(operand))}))`;
    case "between":
      return sql`(${operand(condition.operand)} ${not(condition)}BETWEEN ${operand(condition.low)} AND ${operand(condition.high)})`;
  }
}

const tests = { null: sql`NULL`, true: sql`TRUE`, false: sql`FALSE` } as const;

const not = ({ isNegated }: { readonly isNegated: boolean }): Sql => (isNegated ? sql`NOT ` : sql``);

function operand(one: RowOperand): Sql {
  switch (one.kind) {
    case "column":
      return name(one.column);
    case "text":
      return text(one.value);
    case "number":
      return { sql: one.digits };
    case "boolean":
      return one.value ? sql`TRUE` : sql`FALSE`;
  }
}
