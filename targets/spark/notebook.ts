import type { Origin } from "../../compiler/source/origin.js";
import type { Python } from "./python.js";

/** A notebook in no service's format. */
export interface Notebook {
  /** Below the project's folder in the workspace, without an ending: `readings/silver_readings`. */
  readonly path: string;
  readonly origin: Origin;
  readonly cells: readonly Cell[];
  readonly reads: readonly string[];
  readonly writes: readonly string[];
}

export type Cell =
  /** Lines of Markdown. */
  | { readonly kind: "text"; readonly lines: readonly Python[] }
  /** Takes over everything that the project's module defines. */
  | { readonly kind: "include" }
  /** Runs another notebook of the same job, known by its path, in this one's namespace. */
  | { readonly kind: "run"; readonly notebook: string }
  | { readonly kind: "code"; readonly title: string | undefined; readonly code: Python };
