import type { Origin } from "../source/origin.js";

/** Something with an error that was reported. What uses it stays silent about it. */
export interface Poisoned {
  readonly kind: "poisoned";
  readonly origin: Origin;
}

export const poisoned = (origin: Origin): Poisoned => ({ kind: "poisoned", origin });

export const isSound = <T extends { readonly kind: string }>(thing: T | Poisoned | undefined): thing is T =>
  thing !== undefined && thing.kind !== "poisoned";
