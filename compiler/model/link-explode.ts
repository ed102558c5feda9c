import type { Report } from "../diagnostics/report.js";
import { analyze } from "../expression/analyze.js";
import type { ScopeColumn } from "../expression/expression.js";
import { printType } from "../expression/type.js";
import { modelDiagnostics } from "./diagnostics.js";
import type { Column, LinkedExplode } from "./linked.js";
import type { Explode } from "./table.js";

/** Types the array over the input's columns. Undefined if it has errors, which were reported. */
export function linkExplode(
  { origin, array, isOuter }: Explode,
  input: readonly Column[],
  report: Report,
): LinkedExplode | undefined {
  const { name, text } = array;
  if (input.some((column) => column.name.toLowerCase() === name.toLowerCase()))
    report.add(modelDiagnostics.duplicateColumn.at(origin.child(name).key(), { column: name }));
  const scope = { columns: input, aggregates: "forbidden", clause: "explode" } as const;
  const expression = analyze(text, array.origin, scope, report);
  if (expression === undefined || expression.type.kind === "array")
    return expression && { name, origin, expression, isOuter };
  report.add(modelDiagnostics.notAnArray.at(array.origin, { type: printType(expression.type) }));
  return undefined;
}

/** What the later clauses see: the input's columns and the element; what nothing is known of is poisoned. */
export function withElement(
  input: readonly Column[],
  { array, isOuter, origin }: Explode,
  linked: LinkedExplode | undefined,
): readonly (ScopeColumn & Column)[] {
  const { name } = array;
  const type = linked?.expression.type;
  const element =
    type?.kind === "array"
      ? { type: type.element, nullable: type.containsNull || isOuter }
      : ({ type: { kind: "null" }, nullable: true, poisoned: true } as const);
  return [
    ...input.filter((column) => column.name.toLowerCase() !== name.toLowerCase()),
    { name, origin: origin.child(name), ...element },
  ];
}
