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

export const hasPipeline = (properties: JsonObject): boolean =>
  referencesIn(properties).some(({ segment }) => segment === "pipelines");

/** What is referred to and not there. */
export function missingReference(store: Store, home: string, properties: JsonObject): string | undefined {
  const isBuiltIn = ({ segment, name }: Reference) =>
    resourceKinds.some(
      (one) => one.segment === segment && one.builtIn.some((other) => other.toLowerCase() === name.toLowerCase()),
    );
  return referencesIn(properties).find(
    (one) => !isBuiltIn(one) && !store.resources.has(`${home}/${one.segment}/${one.name}`.toLowerCase()),
  )?.name;
}

/** Who refers to an artifact; for that it cannot be deleted: https://github.com/Azure/Synapse-workspace-deployment/issues/56 */
export function userOf(store: Store, home: string, target: Resource): string | undefined {
  const prefix = `${home}/`.toLowerCase();
  const segment = target.type.split("/").at(-1);
  for (const [id, { name, properties }] of store.resources) {
    if (!id.startsWith(prefix) || id === target.id.toLowerCase()) continue;
    const isUser = (one: Reference) => one.segment === segment && one.name.toLowerCase() === target.name.toLowerCase();
    if (referencesIn(properties).some(isUser)) return name;
  }
  return undefined;
}
