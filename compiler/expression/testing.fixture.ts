import { Report } from "../diagnostics/report.js";
import { Origin } from "../source/origin.js";
import { analyze } from "./analyze.js";
import type { Expression, Scope, ScopeColumn } from "./expression.js";
import { parseType } from "./parse/parse-type.js";
import type { DataType } from "./type.js";

/** Where a text stands that is a YAML scalar all by itself. */
export const originOf = (text: string): Origin =>
  Origin.root({
    file: { path: "test.yaml", text },
    root: { kind: "scalar", range: { start: 0, end: text.length }, value: text },
  });

export function typeOf(words: string): DataType {
  const type = parseType(words, originOf(words), new Report());
  if (type === undefined) throw new Error(`${words} is no type`);
  return type;
}

/** `name: type` for a column that can be null, `name: type!` for one that cannot. */
export const columnsOf = (columns: Readonly<Record<string, string>>): readonly ScopeColumn[] =>
  Object.entries(columns).map(([name, words]) => ({
    name,
    type: typeOf(words.replace("!", "")),
    nullable: !words.endsWith("!"),
  }));

export const columns = columnsOf({
  id: "bigint!",
  i: "int",
  j: "int!",
  n: "bigint",
  x: "double",
  price: "decimal(9,2)",
  huge: "decimal(38,0)",
  name: "string",
  flag: "boolean",
  day: "date",
  at: "timestamp",
  body: "binary",
  numbers: "array<int>",
  counts: "map<string,int>",
  item: "struct<sku:string,quantity:int,price:decimal(9,2)>",
  items: "array<struct<sku:string,price:decimal(9,2)>>",
});

export const scope: Scope = { columns, aggregates: "forbidden", clause: "columns" };

/** An expression of a text that must have none but good parts. */
export function expressionOf(text: string, within: Scope = scope): Expression {
  const report = new Report();
  const expression = analyze(text, originOf(text), within, report);
  if (expression === undefined)
    throw new Error(
      `${text}: ${report
        .sorted()
        .map(({ message }) => message)
        .join(" ")}`,
    );
  return expression;
}

/** What is reported, with the characters it points at: `expression/unknown-column 'colour': …`. */
export function problemsOf(text: string, within: Scope = scope): readonly string[] {
  const report = new Report();
  analyze(text, originOf(text), within, report);
  return report.sorted().map(({ code, message, origin }) => {
    const { start, end } = origin.range;
    return `${code.replace("expression/", "")} at ${text.slice(start, end)}: ${message}`;
  });
}
