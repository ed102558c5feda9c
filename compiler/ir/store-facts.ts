import type { Facts } from "../lock/identity.js";
import type { LinkedStore } from "../model/linked.js";
import { placeOf } from "./lower-endpoint.js";

/** The one place that a sink sends to: another has none of its rows. */
export function storeFact(to: LinkedStore): Facts[string] {
  if (to.kind === "hub") return { to: placeOf(to.connection), hub: to.store.hub };
  if (to.kind === "folder") {
    const { account, container } = to.connection;
    return { account: account.written, container: container.written, folder: to.store.folder };
  }
  const { connection, store } = to;
  return { account: connection.account.written, database: store.database, container: store.container };
}
