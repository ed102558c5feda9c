import type { Answer } from "../call.js";
import type { Container } from "../store.js";
import { containerKey } from "./address.js";
import { blobHeaders, metadataIn, newEtag } from "./blob-headers.js";
import { refuse } from "./refusals.js";
import type { StorageRequest } from "./request.js";

/** https://learn.microsoft.com/rest/api/storageservices/create-container */
export function createContainer({ call, store, address, now }: StorageRequest): Answer {
  const key = containerKey(address);
  if (store.containers.has(key)) refuse("ContainerAlreadyExists");
  const deletedAt = store.deletedContainers.get(key);
  if (deletedAt !== undefined && now < deletedAt + deletingTime) refuse("ContainerBeingDeleted");
  const { account, container: name = "" } = address;
  const container: Container = { account, name, etag: newEtag(), modifiedAt: now, metadata: metadataIn(call) };
  store.containers.set(key, container);
  return { status: 201, headers: blobHeaders(container) };
}

/** https://learn.microsoft.com/rest/api/storageservices/get-container-properties */
export function getContainer(request: StorageRequest): Answer {
  const container = containerAt(request);
  return { status: 200, headers: { ...blobHeaders(container), ...container.metadata } };
}

/** For so long none is made with the name of one that was deleted; milliseconds. https://learn.microsoft.com/rest/api/storageservices/delete-container#remarks */
const deletingTime = 30_000;

/** With all that is in it. */
export function deleteContainer(request: StorageRequest): Answer {
  const { store, address, now } = request;
  containerAt(request);
  store.deletedContainers.set(containerKey(address), now);
  store.containers.delete(containerKey(address));
  for (const [key, { container }] of [...store.blobs]) {
    if (container === containerKey(address)) store.blobs.delete(key);
  }
  return { status: 202 };
}

export const containerAt = ({ store, address }: StorageRequest): Container =>
  store.containers.get(containerKey(address)) ?? refuse("ContainerNotFound");
