import type { Related } from "../diagnostics/diagnostic.js";
import type { Report } from "../diagnostics/report.js";
import type { Expression, TypedNode } from "../expression/expression.js";
import { columnsIn, conjuncts, heldEqual } from "../expression/held-equal.js";
import type { Origin } from "../source/origin.js";
import type { LinkedMask, LinkedVisibility } from "./link-masks.js";
import type { LinkedJoin, NamedExpression } from "./linked.js";
import { maskDiagnostics } from "./mask-diagnostics.js";
import type { Exposure } from "./warehouse.js";

/** By what the rows are kept that everybody sees. */
export interface KeptRows {
  readonly where: Expression | undefined;
  readonly joins: readonly LinkedJoin[];
}

/** Columns of which one may tell another in each row that is seen. */
interface Bond {
  readonly columns: readonly string[];
  readonly origin: Origin;
}

/** Whether a column that all see is made of what a masked one is made of, or of what a condition holds against that; reported if so. */
export function isBypassed(
  { name: view, origin, masks: written }: Exposure,
  columns: readonly NamedExpression[],
  { masks, rows = [] }: LinkedVisibility,
  { where, joins }: KeptRows,
  report: Report,
): boolean {
  const nameOf = namesIn(joins);
  const partsOf = (node: TypedNode): readonly string[] => columnsIn(node).map(nameOf);
  const bondsOf = (expression: Expression, nodes: readonly TypedNode[]): readonly Bond[] =>
    nodes.map((node) => ({ columns: partsOf(node), origin: expression.origin }));
  const shown = columns.filter(({ name }) => !masks.some((mask) => mask.column === name));
  const ofAll = [
    ...joins.flatMap(({ on }) => on).flatMap((one) => bondsOf(one, conjuncts(one.node))),
    ...(where ? bondsOf(where, heldEqual(where.node)) : []),
  ];
  const found = masks.flatMap((mask) => {
    const ofOthers = rows.flatMap(({ principal, where: kept }) =>
      kept === "all" || sees(mask, principal.name) ? [] : bondsOf(kept, heldEqual(kept.node)),
    );
    const own = columns
      .filter(({ name }) => name === mask.column)
      .flatMap(({ expression }) => partsOf(expression.node));
    const told = tellingOf(own, [...ofAll, ...ofOthers]);
    return shown.flatMap((one) => {
      const column = partsOf(one.expression.node).find((part) => told.has(part));
      return column === undefined ? [] : [{ mask, shown: one, column, bonds: told.get(column) ?? [] }];
    });
  });
  for (const { mask, shown: one, column, bonds } of found) {
    const at = written.find((is) => is.column.name === mask.column)?.column.origin ?? origin;
    const related: readonly Related[] = [
      { message: "It is masked here.", origin: at },
      ...[...new Set(bonds.map((bond) => bond.origin))].map((where) => ({
        message: "One tells the other here.",
        origin: where,
      })),
    ];
    const details = { view, masked: mask.column, shown: one.name, column, isMadeOf: bonds.length === 0 };
    report.add(maskDiagnostics.maskBypassed.at(origin.child("columns", one.name).key(), details, { related }));
  }
  return found.length > 0;
}

const sees = ({ unmask }: LinkedMask, principal: string): boolean => unmask.some(({ name }) => name === principal);

/** What tells one of these columns, each with the bonds that lead there. */
function tellingOf(
  columns: readonly string[],
  bonds: readonly Bond[],
  told: ReadonlyMap<string, readonly Bond[]> = new Map(columns.map((column) => [column, []] as const)),
): ReadonlyMap<string, readonly Bond[]> {
  const next = bonds.flatMap((bond) => {
    const from = bond.columns.find((column) => told.has(column));
    if (from === undefined) return [];
    const way = [...(told.get(from) ?? []), bond];
    return bond.columns.filter((column) => !told.has(column)).map((column) => [column, way] as const);
  });
  return next.length === 0 ? told : tellingOf(columns, bonds, new Map([...next, ...told]));
}

/** A column's name among all that the view reads: conditions of a join know what joins before it add by the names that it gets. */
const namesIn =
  (joins: readonly LinkedJoin[]) =>
  ({ name, relation }: { readonly name: string; readonly relation: string | undefined }): string => {
    if (relation !== undefined) return `${relation}.${name}`;
    const join = joins.find(({ columns }) => columns.some((one) => one.name === name));
    const added = join?.columns.find((one) => one.name === name);
    return join && added ? `${join.name}.${added.of}` : name;
  };
