import type { Report } from "../diagnostics/report.js";
import { analyze } from "../expression/analyze.js";
import { printType } from "../expression/type.js";
import type { Origin } from "../source/origin.js";
import { modelDiagnostics } from "./diagnostics.js";
import { type Clause, poisonedColumn, type SeenColumn } from "./link-parts.js";
import type { Column, LinkedExplode } from "./linked.js";
import type { Table } from "./table.js";

/** Types the array over the input's columns. */
export function linkExplode({ explode }: Table, input: readonly Column[], report: Report): Clause<LinkedExplode> {
  if (explode === undefined) return undefined;
  const { origin, array, isOuter } = explode;
  const { name, text } = array;
  const isTaken = input.some((column) => column.name.toLowerCase() === name.toLowerCase());
  if (isTaken) report.add(modelDiagnostics.duplicateColumn.at(origin.child(name).key(), { column: name }));
  const scope = { columns: input, aggregates: "forbidden", clause: "explode" } as const;
  const expression = analyze(text, array.origin, scope, report);
  if (expression?.type.kind === "array") return isTaken ? "broken" : { name, origin, expression, isOuter };
  if (expression) report.add(modelDiagnostics.notAnArray.at(array.origin, { type: printType(expression.type) }));
  return "broken";
}

/** What the later clauses see: the input's columns and the element. */
export function withElement(
  { explode }: Table,
  input: readonly Column[],
  linked: Clause<LinkedExplode>,
): readonly SeenColumn[] {
  if (explode === undefined) return input;
  const { name } = explode.array;
  const others = input.filter((column) => column.name.toLowerCase() !== name.toLowerCase());
  return [...others, elementOf(linked, name, explode.origin.child(name))];
}

function elementOf(linked: Clause<LinkedExplode>, name: string, origin: Origin): SeenColumn {
  const type = linked === undefined || linked === "broken" ? undefined : linked.expression.type;
  if (linked === undefined || linked === "broken" || type?.kind !== "array") return poisonedColumn(name, origin);
  return { name, origin, type: type.element, nullable: type.containsNull || linked.isOuter };
}
