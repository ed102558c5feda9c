import { canEvaluate, evaluate, evaluateAggregate } from "../../../compiler/expression/evaluate/evaluate.js";
import { printValue, type Row } from "../../../compiler/expression/evaluate/value.js";
import type { Expression } from "../../../compiler/expression/expression.js";
import { printSpark } from "../../../compiler/expression/print-spark.js";
import { readValue } from "./read-value.js";
import { smaller } from "./shrink.js";
import type { Ansi, KeptSpark, Result } from "./spark-of-trees.js";
import { treeColumns, type Value, valueSql } from "./tree-table.js";
import { analyzed } from "./trees.js";
import { type Fault, faultOf, type Own } from "./verdict.js";

export interface Tree {
  readonly text: string;
  readonly aggregate: boolean;
}

interface Faulty extends Tree {
  readonly fault: Fault;
}

/** What is wrong with which of the expressions; of the first ones it is told of the least expression that still shows it. */
export async function faultsOf(
  sparks: readonly KeptSpark[],
  trees: readonly Tree[],
  rows: readonly (readonly Value[])[],
): Promise<readonly string[]> {
  const table = await tableOf(sparks);
  const found = (await faults(sparks, table, trees)).filter((tree) => tree !== undefined);
  let larger: readonly Faulty[] = found.slice(0, MOST_SHRUNK);
  const least: Faulty[] = found.slice(MOST_SHRUNK);
  while (larger.length > 0) {
    const inParts = await shrunk(sparks, table, larger, ({ parts }) => parts);
    const whole = larger.filter((_, i) => inParts[i] === undefined);
    const inWholes = await shrunk(sparks, table, whole, ({ wholes }) => wholes);
    least.push(...whole.filter((_, i) => inWholes[i] === undefined));
    larger = [...inParts, ...inWholes].filter((tree) => tree !== undefined);
  }
  return [...new Map(least.map((tree) => [tree.text, told(tree, rows)])).values()];
}

const MOST_SHRUNK = 8;
const MOST_CANDIDATES = 50;

/** Of each a smaller one with the same fault, at its place, if one of the candidates has it. */
async function shrunk(
  sparks: readonly KeptSpark[],
  table: readonly Row[],
  trees: readonly Faulty[],
  choose: (texts: ReturnType<typeof smaller>) => readonly string[],
): Promise<(Faulty | undefined)[]> {
  if (trees.length === 0) return [];
  const candidates = trees.map(({ text, aggregate }) => {
    const fine: Tree[] = [];
    for (const one of choose(smaller(text, REPLACING))) {
      if (fine.length === MOST_CANDIDATES) break;
      if (analyzed(one, aggregate) !== undefined) fine.push({ text: one, aggregate });
    }
    return fine;
  });
  const found = await faults(sparks, table, candidates.flat());
  return trees.map(({ fault }, i) =>
    found.splice(0, candidates[i]?.length ?? 0).find((other) => other?.fault.kind === fault.kind),
  );
}

/** Columns that stand for parts: one of each type, and its twin. */
const REPLACING = treeColumns
  .map(({ name }) => name)
  .filter((name) => !/^(j|m|y|ok|text|other_day|later|bytes)(_r)?$/.test(name));

/** The rows as Spark has them. */
async function tableOf(sparks: readonly KeptSpark[]): Promise<readonly Row[]> {
  const results = await sparks[0]?.compute(treeColumns.map(({ name }) => ({ sql: name, aggregate: false })));
  const columns = treeColumns.map(({ name, type }, i) => {
    const result = results?.false[i];
    if (result === undefined || "error" in result) throw new Error(`No column ${name}`);
    return { name, values: result.values.map((text) => readValue(text, type)) };
  });
  return (columns[0]?.values ?? []).map((_, row) => ({
    columns: new Map(columns.map(({ name, values }) => [name, values[row] ?? null])),
  }));
}

function owned(expression: Expression, aggregate: boolean, table: readonly Row[]): Own {
  if (!canEvaluate(expression)) return undefined;
  const partOf = ({ columns }: Row): unknown => columns.get("part");
  const parts = [...new Set(table.map(partOf))].map((part) => table.filter((row) => partOf(row) === part));
  try {
    const values = aggregate
      ? parts.map((group) => evaluateAggregate(expression, group))
      : table.map((row) => evaluate(expression, row));
    return values.map((value) => printValue(value, expression.type));
  } catch (error) {
    return table.map(() => String(error));
  }
}

/** Each that is faulty, at its place. */
async function faults(
  sparks: readonly KeptSpark[],
  table: readonly Row[],
  trees: readonly Tree[],
): Promise<(Faulty | undefined)[]> {
  const typed = trees.map(({ text, aggregate }) => analyzed(text, aggregate));
  const asked = trees.map(({ aggregate }, i) => {
    const expression = typed[i];
    return { sql: expression === undefined ? "null" : printSpark(expression), aggregate };
  });
  const groups = asked.filter(({ aggregate }) => aggregate);
  const [[old, recent], backwards = []] = await Promise.all([
    Promise.all(sparks.map((spark) => spark.compute(asked))),
    sparks[0]?.computeBackwards(groups),
  ]);
  return trees.map((tree, i) => {
    const expression = typed[i];
    if (expression === undefined) return { ...tree, fault: { kind: "refused", detail: "by the analyzer" } };
    const of = (answers: typeof old): { readonly [A in Ansi]: Result } => ({
      false: answers?.false[i] ?? { error: "no answer" },
      true: answers?.true[i] ?? { error: "no answer" },
    });
    const nth = asked.slice(0, i).filter(({ aggregate }) => aggregate).length;
    const fault = faultOf(
      expression,
      { "3.5": of(old), "4.0": of(recent) },
      owned(expression, tree.aggregate, table),
      tree.aggregate ? backwards[nth] : undefined,
    );
    return fault && { ...tree, fault };
  });
}

function told({ text, aggregate, fault }: Faulty, rows: readonly (readonly Value[])[]): string {
  const expression = analyzed(text, aggregate);
  const row = fault.row === undefined ? undefined : rows[fault.row];
  const values = (expression?.references ?? []).map(({ path: [name] }) => {
    const value = row?.[treeColumns.findIndex((column) => column.name === name)];
    return `${name} = ${value === undefined ? "?" : valueSql(value)}`;
  });
  const where = row === undefined || aggregate ? "" : ` where ${values.join(", ")}`;
  return `${fault.kind}: ${text} => ${expression && printSpark(expression)}: ${fault.detail}${where}`;
}
