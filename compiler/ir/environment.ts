export type EnvironmentIr =
  | { readonly kind: "this-machine"; readonly name: string }
  | { readonly kind: "azure"; readonly name: string; readonly workspace: string };

/** A value by environment's name; an environment that stands in for Azure may have none. */
export type PerEnvironment<T = string> = ReadonlyMap<string, T>;
