import type { LinkedInput, LinkedTable } from "./linked.js";

/** A table of which nothing is stored: its clauses are steps of each query that reads it. */
export type LinkedView = LinkedTable & { readonly table: { readonly isView: true } };

export const isView = (input: LinkedInput): input is LinkedView => input.kind === "table" && input.table.isView;

/** The tables of the lake that a table's query reads: the steps of the views between are part of it. */
export const storedInputs = ({ inputs }: LinkedTable): readonly LinkedInput[] =>
  inputs.flatMap((input) => (isView(input) ? storedInputs(input) : [input]));

/** The views whose steps are part of a table's query, each after those that it reads. */
export const viewsOf = ({ inputs }: LinkedTable): readonly LinkedTable[] =>
  inputs.filter(isView).flatMap((view) => [...viewsOf(view), view]);

/** Whether rows still say which event they were read from and where it stood: those of a raw table, also through views. */
export const isOfEvents = (input: LinkedInput): boolean =>
  input.kind === "raw" || (isView(input) && isOfEvents(input.inputs[0]));

/** Whether arrays are taken apart in a view on the way to an input's rows. */
export const takesApart = (input: LinkedInput): boolean =>
  isView(input) && (input.explode !== undefined || input.inputs.some(takesApart));
