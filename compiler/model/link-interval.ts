import type { Report } from "../diagnostics/report.js";
import { matchesOne } from "../expression/equalities.js";
import { modelDiagnostics } from "./diagnostics.js";
import { inParts } from "./duration.js";
import type { JoinBounds } from "./join.js";
import type { Clause } from "./link-parts.js";
import { watermarkOf } from "./link-watermark.js";
import type { Column, LinkedInput, LinkedInterval, LinkedJoin, LinkedWatermark } from "./linked.js";
import { isReplaced } from "./replaced.js";
import type { Table } from "./table.js";

type PairingJoin = LinkedJoin & { readonly within: JoinBounds };

const isPairing = (join: LinkedJoin | undefined): join is PairingJoin => join?.within !== undefined;

/**
 * The join that pairs a table's rows with another stream's. A watermark must bound how long rows of both sides are kept.
 * `own`: the one that holds on the table's rows.
 */
export function linkInterval(
  { layer, name, storage }: Table,
  joins: readonly (LinkedJoin | undefined)[],
  own: Clause<LinkedWatermark>,
  inputs: readonly LinkedInput[],
  report: Report,
): Clause<LinkedInterval> {
  const join = joins.find(isPairing);
  if (join === undefined || storage.write === "replace") return undefined;
  if (own === "broken") return "broken";
  const other = watermarkOf(join.table);
  const { within: bounds } = join;
  if (own && other) return { join, bounds, own, other, kept: keptColumns(join, other) };
  const { layer: layerThere, name: nameThere } = join.table.table;
  const without = [...(own ? [] : [`${layer}.${name}`]), ...(other ? [] : [`${layerThere}.${nameThere}`])];
  const united = [...(own ? [] : [unitedAbove(inputs, `${layer}.${name}`)]), ...(other ? [] : [unitedIn(join.table)])];
  report.add(
    modelDiagnostics.intervalWithoutWatermark.at(bounds.origin.key(), {
      tables: without,
      united: united.find((table) => table !== undefined),
    }),
  );
  return "broken";
}

/** The table that is written from several inputs with a watermark each, which therefore has none; undefined if that is not why. */
export const unitedIn = (input: LinkedInput): string | undefined => unitedAbove([input], "");

/** The same of the table of this name that reads these inputs. */
function unitedAbove(inputs: readonly LinkedInput[], name: string): string | undefined {
  let [read, reader] = [inputs, name];
  for (let [only] = read; read.length === 1 && only; [only] = read) {
    if (only.kind !== "table" || only.windows || isReplaced(only)) return undefined;
    [read, reader] = [only.inputs, `${only.table.layer}.${only.table.name}`];
  }
  return read.every((input) => watermarkOf(input) !== undefined) ? reader : undefined;
}

function keptColumns({ name, on, columns, table }: LinkedJoin, { column }: LinkedWatermark): readonly Column[] {
  const compared = on.flatMap(({ references }) => references.filter(({ relation }) => relation === name));
  const used = new Set([column, ...compared.map(({ path: [first] }) => first), ...columns.map(({ of }) => of)]);
  return table.output.filter((one) => used.has(one.name));
}

/**
 * The watermark that holds on pairs. A pair comes with the later read of its rows. If that is this table's row, it is as far
 * behind the latest as its own delay allows. If it is the other one, that is behind the latest of its kind by its delay; this
 * row is up to `after` earlier than it, and the latest one that had a match is up to `before` later than the latest other.
 * Of rows without a match there is none: they come once both watermarks have moved on, and after a restart Spark holds
 * them back until both inputs have brought rows.
 */
export function watermarkOfPairs({ join, bounds, own, other }: LinkedInterval): LinkedWatermark | undefined {
  if (join.how === "left") return undefined;
  const { before, after } = bounds;
  const behind = before.milliseconds + after.milliseconds + other.delay.milliseconds;
  const delay = behind > own.delay.milliseconds ? { text: inParts(behind), milliseconds: behind } : own.delay;
  return { ...own, delay, decidesLateRows: true }; // or it is reported of this table that one of the two does not
}

/** What tells two pairs apart: what tells this table's rows apart, and the other's where there is a row for each of several matches. */
export function keyOfPairs(
  key: readonly string[] | undefined,
  { join: { how, table, on, columns } }: LinkedInterval,
): readonly string[] | undefined {
  if (how === "semi") return key;
  if (key === undefined || table.key === undefined) return undefined;
  if (matchesOne(on, table.key)) return key;
  const there = table.key.map((name) => columns.find(({ of }) => of === name)?.name);
  const known = there.filter((name) => name !== undefined);
  return known.length < there.length ? undefined : [...key, ...known];
}
