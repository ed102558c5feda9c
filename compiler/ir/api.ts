import type { Field } from "../expression/type.js";
import type { PagingOf } from "../model/http-source.js";
import type { PerEnvironment } from "./environment.js";
import type { SecretRef } from "./secret.js";

/** An API that is asked over https. */
export interface ApiIr {
  /** The connection's name. */
  readonly name: string;
  readonly host: PerEnvironment;
  /** What all paths begin with; undefined: nothing. */
  readonly base: string | undefined;
  readonly login: ApiLoginIr;
}

export type ApiLoginIr =
  | { readonly kind: "none" }
  /** `key`: the header's whole value. */
  | { readonly kind: "header"; readonly header: string; readonly key: SecretRef }
  | { readonly kind: "managed"; readonly resource: string };

/** The rows that an API has at a path, as one source. */
export interface ApiRowsIr {
  readonly kind: "api-rows";
  /** The source that reads them: `orders/sources.orders`. */
  readonly id: string;
  readonly api: ApiIr;
  /** With its query, but for the parameter that pages are asked for by: `orders?state=paid`. */
  readonly path: string;
  /** The names that lead to the list of rows in an answer. */
  readonly rows: readonly string[];
  readonly paging: ApiPagingIr;
  /** All pages, each time. */
  readonly read: { readonly kind: "full" };
  readonly columns: readonly Field[];
  /** The project's own files, which stand for them on this machine, by environment; may have `*`, then each file is a wave. */
  readonly samples: PerEnvironment | undefined;
}

/** `most`: how many pages there may be. */
export type ApiPagingIr = PagingOf<{
  readonly most: number;
  /** Before each page but the first. */
  readonly waitMilliseconds: number;
}>;
