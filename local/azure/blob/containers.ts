import type { Answer, Call } from "../call.js";
import type { Container, Store } from "../store.js";
import { type Address, containerKey } from "./address.js";
import { blobHeaders, metadataIn, newEtag } from "./blob-headers.js";
import { refuse } from "./refusals.js";

/** https://learn.microsoft.com/rest/api/storageservices/create-container */
export function createContainer(call: Call, store: Store, address: Address, now: number): Answer {
  const key = containerKey(address);
  if (store.containers.has(key)) refuse("ContainerAlreadyExists");
  const { account, container: name = "" } = address;
  const container: Container = { account, name, etag: newEtag(), modifiedAt: now, metadata: metadataIn(call) };
  store.containers.set(key, container);
  return { status: 201, headers: blobHeaders(container) };
}

/** https://learn.microsoft.com/rest/api/storageservices/get-container-properties */
export function getContainer(store: Store, address: Address): Answer {
  const container = containerAt(store, address);
  return { status: 200, headers: { ...blobHeaders(container), ...container.metadata } };
}

/** With all that is in it: https://learn.microsoft.com/rest/api/storageservices/delete-container */
export function deleteContainer(store: Store, address: Address): Answer {
  containerAt(store, address);
  store.containers.delete(containerKey(address));
  for (const [key, { container }] of [...store.blobs]) {
    if (container === containerKey(address)) store.blobs.delete(key);
  }
  return { status: 202 };
}

export const containerAt = (store: Store, address: Address): Container =>
  store.containers.get(containerKey(address)) ?? refuse("ContainerNotFound");
