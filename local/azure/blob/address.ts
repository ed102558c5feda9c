import type { Call } from "../call.js";
import { refuse } from "./refusals.js";

/** What a path is about: on one machine the account stands in the path, where the cloud has it in the host's name. */
export interface Address {
  readonly account: string;
  readonly container: string | undefined;
  readonly blob: string | undefined;
}

/** https://learn.microsoft.com/rest/api/storageservices/naming-and-referencing-containers--blobs--and-metadata */
export function addressOf({ path }: Call): Address {
  const [account = "", container = "", ...rest] = path.split("/").slice(1);
  if (!/^[a-z0-9]{3,24}$/.test(account)) refuse("InvalidUri");
  if (container === "") return { account, container: undefined, blob: undefined };
  if (!/^(\$root|\$web|[a-z0-9](-?[a-z0-9]){2,62})$/.test(container)) refuse("InvalidResourceName");
  const blob = decoded(rest.join("/"));
  if (blob.length > 1024 || blob.split("/").length > 254) refuse("OutOfRangeInput");
  return { account, container, blob: blob === "" ? undefined : blob };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return refuse("InvalidUri");
  }
}

export const containerKey = ({ account, container }: Address): string => `${account}/${container ?? ""}`;
export const blobKey = (address: Address): string => `${containerKey(address)}/${address.blob ?? ""}`;
