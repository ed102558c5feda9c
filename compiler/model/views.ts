import type { LinkedInput, LinkedTable } from "./linked.js";
import type { Position } from "./position.js";

/** A table of which nothing is stored: its clauses are steps of each query that reads it. */
export type LinkedView = LinkedTable & { readonly table: { readonly isView: true } };

export const isView = (input: LinkedInput): input is LinkedView => input.kind === "table" && input.table.isView;

/** The tables of the lake that a table's query reads: the steps of the views between are part of it. */
export function storedInputs({ inputs }: LinkedTable): readonly LinkedInput[] {
  const stored: LinkedInput[] = [];
  const next: LinkedInput[] = [...inputs].reverse(); // a list instead of the call stack: a chain may be as long as it likes
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    if (isView(at)) next.push(...[...at.inputs].reverse());
    else stored.push(at);
  }
  return stored;
}

/** The views whose steps are part of a table's query, each after those that it reads. */
export const viewsOf = ({ inputs }: LinkedTable): readonly LinkedTable[] =>
  inputs.filter(isView).flatMap((view) => [...viewsOf(view), view]);

/** What rows still say of where they were read from: those of a raw table, also through views. */
export const positionBelow = (input: LinkedInput): Position | undefined => {
  if (input.kind === "raw") return input.source.position;
  return isView(input) ? positionBelow(input.inputs[0]) : undefined;
};

/** Whether rows still say which event, or which row of a file, they were read from. */
export const isOfEvents = (input: LinkedInput): boolean => positionBelow(input) !== undefined;

/** Whether arrays are taken apart in a view on the way to an input's rows. */
export const takesApart = (input: LinkedInput): boolean =>
  isView(input) && (input.explode !== undefined || input.inputs.some(takesApart));
