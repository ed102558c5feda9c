import type { Json } from "../../../compiler/emit/json.js";
import { isObject, type JsonObject } from "../json.js";
import type { Resource, Store } from "../store.js";
import { kinds, resourceKinds } from "./kinds.js";

interface Reference {
  readonly segment: string;
  readonly name: string;
}

/** Every `{ "referenceName": …, "type": "…Reference" }` in a body, however deep. A name that is an expression is known only when it runs. */
function referencesIn(value: Json): readonly Reference[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (!isObject(value)) return [];
  const inside = Object.values(value).flatMap(referencesIn);
  const kind = [...kinds, ...resourceKinds].find(({ reference }) => reference === value["type"]);
  const name = value["referenceName"];
  return kind === undefined || typeof name !== "string" ? inside : [{ segment: kind.segment, name }, ...inside];
}

/** What is referred to and not there. */
export function missingReference(store: Store, { id: home }: Resource, properties: JsonObject): string | undefined {
  const isBuiltIn = ({ segment, name }: Reference) =>
    resourceKinds.some(
      (one) => one.segment === segment && one.builtIn.some((other) => other.toLowerCase() === name.toLowerCase()),
    );
  return referencesIn(properties).find(
    (one) => !isBuiltIn(one) && !store.resources.has(`${home}/${one.segment}/${one.name}`.toLowerCase()),
  )?.name;
}

/** Who refers to an artifact. */
export function userOf(store: Store, { id: home }: Resource, segment: string, target: Resource): string | undefined {
  const prefix = `${home}/`.toLowerCase();
  for (const [id, { name, properties }] of store.resources) {
    if (!id.startsWith(prefix) || id === target.id.toLowerCase()) continue;
    const isUser = (one: Reference) => one.segment === segment && one.name.toLowerCase() === target.name.toLowerCase();
    if (referencesIn(properties).some(isUser)) return name;
  }
  return undefined;
}
