/** Where a resource of Azure stands, by environment's name; undefined: with the environment's factory. */
export interface Homed {
  readonly subscription: ReadonlyMap<string, string> | undefined;
  readonly resourceGroup: ReadonlyMap<string, string> | undefined;
}
