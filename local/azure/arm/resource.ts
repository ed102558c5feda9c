import { randomBytes } from "node:crypto";
import type { Json } from "../../../compiler/emit/json.js";
import type { Answer, Call } from "../call.js";
import { isObject, type JsonObject, parsed } from "../json.js";
import type { Resource, Store } from "../store.js";
import { notFound, refuse } from "./refusals.js";
import type { ArmRequest } from "./route.js";

/** Ids are compared without regard to letters' cases. */
export const resourceAt = (store: Store, id: string): Resource | undefined => store.resources.get(id.toLowerCase());

/** Resources right below a path, in the order of their names. */
export function resourcesBelow(store: Store, path: string): readonly Resource[] {
  const prefix = `${path.toLowerCase()}/`;
  return [...store.resources]
    .filter(([id]) => id.startsWith(prefix) && !id.slice(prefix.length).includes("/"))
    .map(([, resource]) => resource)
    .toSorted((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
}

/** The id of the request's factory, as its creator spelled it. */
export function factoryOf({ store, part }: ArmRequest): Resource {
  const id = `/subscriptions/${part("subscription")}/resourceGroups/${part("group")}/providers/Microsoft.DataFactory/factories/${part("factory")}`;
  return resourceAt(store, id) ?? notFound("Microsoft.DataFactory/factories", part("factory"), part("group"));
}

/** Another one for each write: https://learn.microsoft.com/rest/api/datafactory/pipelines/create-or-update shows the form. */
export const newEtag = (): string =>
  `${randomBytes(4).toString("hex")}-0000-0000-0000-${randomBytes(6).toString("hex")}`;

/** What a request sends: JSON, an object. */
export function objectIn({ body }: Call): JsonObject {
  const value = parsed(body.toString("utf8"));
  if (!isObject(value)) {
    return refuse(400, "InvalidRequestContent", "The request content was invalid and could not be deserialized.");
  }
  return value;
}

export const jsonAnswer = (status: number, value: Json, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  headers: { "Content-Type": "application/json; charset=utf-8", ...headers },
  body: JSON.stringify(value),
});
