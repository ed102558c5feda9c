import type { Securable, Store } from "../store.js";
import { keyOf } from "./securables.js";

/**
 * Puts into Unity Catalog what others have made, where it is not there already: `view/shop.sales.days`, with its schema and its catalog. The
 * workspace's administrators own it.
 */
export function seedCatalog(store: Store, securables: readonly string[], identities: readonly string[]): void {
  const add = (type: Securable["type"], fullName: string, tableType?: string): void => {
    const key = keyOf(type, fullName);
    if (store.securables.has(key)) return;
    const beside = tableType === undefined ? {} : { tableType };
    store.securables.set(key, { type, fullName, owner: "admins", held: {}, ...beside });
  };
  for (const one of securables) {
    const [type = "", fullName = ""] = one.split("/");
    const [catalog = "", schema, name] = fullName.split(".");
    add("catalog", catalog);
    if (schema !== undefined) add("schema", `${catalog}.${schema}`);
    if (name === undefined) continue;
    if (type === "volume") add("volume", fullName);
    else add("table", fullName, type === "view" ? "VIEW" : "MANAGED");
  }
  for (const name of identities) store.identities.set(name.toLowerCase(), name);
}
