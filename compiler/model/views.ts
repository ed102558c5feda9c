import type { BelowViews, LinkedInput, LinkedTable } from "./linked.js";
import type { NonEmpty } from "./parts.js";
import type { Position } from "./position.js";

/** A table of which nothing is stored: its clauses are steps of each query that reads it. */
export type LinkedView = LinkedTable & { readonly table: { readonly isView: true } };

export const isView = (input: LinkedInput): input is LinkedView => input.kind === "table" && input.table.isView;

/** Each table is linked after what it reads, so a chain of views may be as long as it likes. */
export function belowViews(inputs: NonEmpty<LinkedInput>): BelowViews {
  const [first, ...others] = inputs;
  return {
    stored: others.length > 0 ? inputs.flatMap(stored) : stored(first),
    position: positionBelow(first),
    isOfElements: inputs.some(takesApart),
  };
}

const stored = (input: LinkedInput): readonly LinkedInput[] => (isView(input) ? input.below.stored : [input]);

/** The tables of the lake that a table's query reads: the steps of the views between are part of it. */
export const storedInputs = ({ below }: LinkedTable): readonly LinkedInput[] => below.stored;

/** What rows still say of where they were read from: those of a raw table, also through views. */
export const positionBelow = (input: LinkedInput): Position | undefined =>
  input.kind === "raw" ? input.source.position : isView(input) ? input.below.position : undefined;

/** Whether rows still say which event, or which row of a file, they were read from. */
export const isOfEvents = (input: LinkedInput): boolean => positionBelow(input) !== undefined;

/** Whether arrays are taken apart in a view on the way to an input's rows. */
export const takesApart = (input: LinkedInput): boolean =>
  isView(input) && (input.explode !== undefined || input.below.isOfElements);

/** The views whose steps are part of a table's query, each after those that it reads. */
export function viewsOf({ inputs }: LinkedTable): readonly LinkedView[] {
  const views: LinkedView[] = [];
  const next = inputs.filter(isView); // a list instead of the call stack: a chain may be as long as it likes
  for (let view = next.pop(); view !== undefined; view = next.pop()) {
    views.push(view);
    next.push(...view.inputs.filter(isView));
  }
  return views.reverse();
}
