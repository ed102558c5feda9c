import type { Report } from "../diagnostics/report.js";
import { landedViewDiagnostics } from "./landed-view-diagnostics.js";
import type { Column, NamedExpression } from "./linked.js";
import type { LinkedLanded } from "./linked-landings.js";
import type { Named } from "./parts.js";
import type { Exposure } from "./warehouse.js";

/** Files that landed, as a view shows them: the rows of all landings, each with its landing's number. */
export interface ExposedLanding {
  readonly kind: "exposed-landing";
  readonly pipeline: string;
  readonly landed: LinkedLanded;
  /** The declared columns, each null where a cell is, and `landing`. */
  readonly output: readonly Column[];
}

/** The column with the number of the landing that a row came with, from 1 on. */
const landing = "landing";

/** What a view shows of a bronze table of files; undefined if it cannot, which is then reported. */
export function exposedLanding(
  landed: LinkedLanded,
  { name, origin }: Named,
  report: Report,
): ExposedLanding | undefined {
  const { source, table, pipeline } = landed;
  if (source.kind === "loads") {
    report.add(landedViewDiagnostics.loadsSeen.at(origin, { table: name }));
    return undefined;
  }
  if (source.kind === "http") {
    report.add(landedViewDiagnostics.answersSeen.at(origin, { table: name }));
    return undefined;
  }
  const [only, ...others] = source.columns;
  if (table.format === "csv" && others.length === 0 && source.reading.kind !== "full" && only?.type.kind === "string") {
    report.add(landedViewDiagnostics.oneText.at(origin, { table: name }));
    return undefined;
  }
  const same = source.columns.find((column) => column.name.toLowerCase() === landing);
  if (same) {
    report.add(
      landedViewDiagnostics.ownLanding.at(origin, { table: name, column: same.name, source: source.source.name }),
    );
    return undefined;
  }
  const columns = source.columns.map((column) => ({ ...column, nullable: true }));
  return {
    kind: "exposed-landing",
    pipeline,
    landed,
    output: [...columns, { name: landing, type: { kind: "bigint" }, nullable: false, origin: table.origin }],
  };
}

/** Whether a view of landed files is a view, and shows which landing each row is of; reported if not. `columns`: what it shows. */
export function showsLanding(exposure: Exposure, columns: readonly NamedExpression[], report: Report): boolean {
  const { name: view, origin, as, from } = exposure;
  if (as !== "view") {
    report.add(landedViewDiagnostics.landedAs.at(origin.child("as"), { view, table: from.name, as }));
    return false;
  }
  const told = columns.filter(({ expression: { node } }) => node.kind === "column" && node.name === landing);
  const masked = exposure.masks.filter(({ column }) => told.some(({ name }) => name === column.name));
  if (told.length > masked.length) return true;
  if (masked[0]) {
    report.add(landedViewDiagnostics.landingUnseen.at(masked[0].origin.key(), { view, clause: "mask" }));
    return false;
  }
  const clause = (["group_by", "aggregates", "columns", "hide"] as const).find((one) => origin.child(one).isWritten);
  report.add(
    landedViewDiagnostics.landingUnseen.at(origin.child(clause ?? "from").key(), { view, clause: clause ?? "columns" }),
  );
  return false;
}
