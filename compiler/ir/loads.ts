import type { Field } from "../expression/type.js";
import type { Origin } from "../source/origin.js";
import type { PerEnvironment } from "./environment.js";
import type { LandedIr } from "./flow.js";
import type { SecretRef } from "./secret.js";

/** What a function writes into the lake: each load is a folder of its own, which is whole once its note stands in it. */
export interface LoadsIr {
  readonly kind: "loads";
  /** The source that reads them: `tmdb/sources.movie_lists`. */
  readonly id: string;
  /** The function's name in its app. */
  readonly function: string;
  /** The app that the pipeline calls it in; undefined: it runs by itself. */
  readonly calledIn: FunctionAppIr | undefined;
  /** The project's folder with the app's code, which runs on this machine; undefined: it has none. */
  readonly app: string | undefined;
  /** Below the lake's root. */
  readonly folder: string;
  readonly columns: readonly Field[];
  /** The project's own files, by environment: what the app's API has, or without an app each a load; may have `*`, then each file is a wave. */
  readonly samples: PerEnvironment | undefined;
}

/** An app of functions that are called over https. */
export interface FunctionAppIr {
  /** The connection's name. */
  readonly name: string;
  readonly host: PerEnvironment;
  readonly login:
    | { readonly kind: "key"; readonly key: SecretRef }
    | { readonly kind: "managed"; readonly resource: string };
}

/** Loads that the job takes from where they are: nothing is copied, so there is no mark and no landing. */
export interface LoadsTakenIr {
  /** By which the lock knows it: `tmdb/bronze.movie_lists`. */
  readonly id: string;
  readonly origin: Origin;
  readonly description: string | undefined;
  readonly source: LoadsIr;
  readonly output: LandedIr;
}
