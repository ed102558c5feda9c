import type { Origin } from "../source/origin.js";
import type { Duration } from "./duration.js";
import type { Named } from "./parts.js";
import type { SourceColumn } from "./source.js";

/** What an API answers with, page after page, which the orchestrator lands. */
export interface HttpSource {
  readonly kind: "http";
  readonly origin: Origin;
  readonly name: string;
  readonly connection: Named;
  /** Below the connection's base: `3/movie/popular`. */
  readonly path: string;
  /** Parameters of each request, in the order in which they are written. */
  readonly query: readonly Parameter[];
  /** The names that lead to the list of rows in an answer: `data`, `items`. */
  readonly rows: readonly string[];
  readonly paging: Paging;
  readonly primaryKey: readonly Named[];
  readonly columns: readonly SourceColumn[];
  /** The project's own files, which stand for the rows on this machine; by environment. */
  readonly samples: ReadonlyMap<string, string> | undefined;
}

export interface Parameter {
  readonly name: string;
  readonly value: string;
  readonly origin: Origin;
}

/** How one page leads to the next. `Pages`: what is said of all pages, in whatever way they are found. */
export type PagingOf<Pages> =
  | { readonly kind: "none" }
  /** By a link in the answer, that these names lead to. */
  | (Pages & { readonly kind: "next"; readonly next: readonly string[] })
  | (Pages & { readonly kind: "page"; readonly parameter: string; readonly first: number })
  | (Pages & { readonly kind: "offset"; readonly parameter: string; readonly size: number });

export type Paging = PagingOf<{
  readonly origin: Origin;
  readonly most: number;
  /** Before each page but the first. */
  readonly wait: Duration;
}>;
