import type { Call } from "../call.js";
import type { Store } from "../store.js";
import type { Address } from "./address.js";

/** One request of blob storage. */
export interface StorageRequest {
  readonly call: Call;
  readonly store: Store;
  readonly address: Address;
  /** Milliseconds since 1970. */
  readonly now: number;
}
