import { families } from "./catalogue/catalogue.js";
import { nondeterministic, refusedFunctions } from "./catalogue/refused.js";
import type { FunctionRow } from "./catalogue/row.js";

/** The manual's page of functions, made from the catalogue: `docs/functions.md`. */
export function functionsPage(): string {
  const parts = families.map(({ name, rows }) => [`## ${name}`, ...rows.map(functionText)].join("\n\n"));
  const refused = [...nondeterministic, ...refusedFunctions].map(([name, reason]) => `- \`${name}\`: ${reason}`);
  const count = families.reduce((total, { rows }) => total + rows.length, 0);
  return `${[`${INTRODUCTION}\n\nThere are ${count} functions.`, ...parts, `## Spark's functions that expressions cannot call\n\n${refused.join("\n")}`].join("\n\n")}\n`;
}

const INTRODUCTION = `# Functions

<!-- Generated from the catalogue of the compiler; a change here is lost. -->

Expressions are a subset of Spark SQL's. What an expression computes does not depend on \`spark.sql.ansi.enabled\`, and it
fails for no value: where Spark's own function would, it is spelled in another way, and the description says what it gives.
That holds for dates and times of the years 1 to 9999, in a session that is in UTC, reads times with
\`spark.sql.legacy.timeParserPolicy=CORRECTED\`, lets the last of a map's repeated keys win
(\`spark.sql.mapKeyDedupPolicy=LAST_WIN\`) and computes sums and products in the order they are written in
(\`spark.sql.optimizer.excludedRules\` with ReorderAssociativeOperator), as every job that is generated does.

Operators: \`+ - *\` are null where a whole number or a decimal does not fit, \`/ % div\` are null for the divisor 0, \`a[i]\`
is null outside of the array and \`m['k']\` for a missing key. \`cast\` is for conversions that work for every value, \`try_cast\`
is null where a value does not fit. Strings are not compared or computed with numbers or times by themselves.

How to read a signature: \`?\` may be left out, \`...\` any number of them; \`A\`, \`B\`, \`K\`, \`V\` stand for a type that is the
same wherever the letter is; \`number\` is int, bigint, decimal or double, \`whole\` is int or bigint, \`orderable\` is everything
but maps; \`literal\` must be written out; \`never null\` must not be nullable. An int can stand for a bigint, every number
for a double, and a date for a timestamp.

A table with \`engine: data-flow\` is computed by a mapping data flow, which has the functions of which that is said here, over strings, and
\`|| = <> <=> and or not\`, \`is null\`, \`is true\`, \`in\` and \`case when\`. Its vendor says of few functions what they make of null, so the script
asks before each whether there is one. Some things are told nowhere. Four are taken to be as in Spark, on which data flows run: that
\`split\` keeps empty parts; that \`upper\` and \`lower\` depend on no language; that \`substring\` counts characters, of which one beyond
the first 65,536 is one; and that texts are the same if all of their characters are, also in the case of their letters. Two rest on what
the studio writes: that the second argument of a rule's \`expectTrue\` stops the data flow where a row breaks the rule; and that a Delta
sink with \`overwrite\` puts its rows in place of the table's in one commit, whatever columns the table had. So notebooks that read it
know by its version that there is another table; they also record of which landing it was computed.`;

function functionText(row: FunctionRow): string {
  const signatures = [row.signature].flat().map((signature) => `${row.name}${signature}`);
  const aliases = row.aliases ?? [];
  const sentences = [
    row.description,
    ...(aliases.length === 0 ? [] : [`Also: ${aliases.map((name) => `\`${name}\``).join(", ")}.`]),
    ...(row.nullable === "never" ? ["Never null."] : []),
    ...(row.spelling.dataFlow === undefined ? [] : [`Mapping data flows: \`${row.spelling.dataFlow.name}\`.`]),
    ...(row.spelling.transact === undefined ? [] : [`A warehouse's views: \`${row.spelling.transact.text}\`.`]),
  ];
  const samples = row.samples.map((sample) => `\`${sample}\``).join(" · ");
  return [`### ${row.name}`, sentences.join(" "), ["```", ...signatures, "```"].join("\n"), `Example: ${samples}`].join(
    "\n\n",
  );
}
