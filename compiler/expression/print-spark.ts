import type { Expression } from "./expression.js";
import { printSyntax } from "./print/print-syntax.js";
import { toSpark } from "./print/to-spark.js";

/**
 * The expression as Spark SQL, for `F.expr`. It computes the same with `spark.sql.ansi.enabled` on and off and fails for
 * no value, in a session with `sparkSettings`. `ownAlias` qualifies the table's own columns beside joined ones.
 */
export const printSpark = (expression: Pick<Expression, "node" | "origin">, ownAlias?: string): string =>
  printSyntax(toSpark(expression.node, { origin: expression.origin, ownAlias }));

/**
 * What a session must be set to for expressions to compute what the manual says. Without the second, text that only a
 * parser of Spark 2 could read stops a batch; without the third, a repeated key of a map does. By the rule that is left out, Spark 4
 * computes sums and products of whole numbers in another order than they are written in, so that others do not fit.
 */
export const sparkSettings = {
  "spark.sql.session.timeZone": "UTC",
  "spark.sql.legacy.timeParserPolicy": "CORRECTED",
  "spark.sql.mapKeyDedupPolicy": "LAST_WIN",
  "spark.sql.optimizer.excludedRules": "org.apache.spark.sql.catalyst.optimizer.ReorderAssociativeOperator",
} as const;
