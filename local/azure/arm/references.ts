import type { Json } from "../../../compiler/emit/json.js";
import { isObject, type JsonObject } from "../json.js";
import type { Resource, Store } from "../store.js";
import { type Kind, kinds } from "./kinds.js";
import { refuse } from "./refusals.js";
import { resourceAt } from "./resource.js";

/** Something that is named in another thing's body. */
interface Reference {
  readonly kind: Kind;
  readonly name: string;
}

/** Every `{ "referenceName": …, "type": "…Reference" }` in a body, however deep. A name that is an expression is known only when it runs. */
export function referencesIn(value: Json): readonly Reference[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (!isObject(value)) return [];
  const inside = Object.values(value).flatMap(referencesIn);
  const kind = kinds.find(({ reference }) => reference === value["type"]);
  const name = value["referenceName"];
  return kind === undefined || typeof name !== "string" ? inside : [{ kind, name }, ...inside];
}

/**
 * What is referred to must be there; case does not count. The words:
 * https://github.com/MicrosoftDocs/azure-docs/issues/110147 and https://github.com/Azure-Player/azure.datafactory.tools/issues/65
 */
export function checkReferences(store: Store, factory: Resource, properties: JsonObject, target: string): void {
  for (const { kind, name } of referencesIn(properties)) {
    const isBuiltIn = kind.builtIn.some((one) => one.toLowerCase() === name.toLowerCase());
    const id = `${factory.id}/${kind.segment}/${name}`;
    if (isBuiltIn || id.toLowerCase() === target.toLowerCase() || resourceAt(store, id) !== undefined) continue;
    refuse(400, "BadRequest", `The document creation or update failed because of invalid reference '${name}'.`, target);
  }
}

/** What is referred to stays. The words: https://github.com/liprec/azurebi-docs/issues/102 */
export function checkUnreferenced(store: Store, factory: Resource, kind: Kind, { id, name }: Resource): void {
  const prefix = `${factory.id.toLowerCase()}/`;
  for (const [other, { name: user, properties }] of store.resources) {
    if (!other.startsWith(prefix) || other === id.toLowerCase()) continue;
    const isUser = referencesIn(properties).some(
      (one) => one.kind === kind && one.name.toLowerCase() === name.toLowerCase(),
    );
    if (!isUser) continue;
    const target = id.slice(id.indexOf("/Microsoft.DataFactory"));
    refuse(400, "BadRequest", `The document cannot be deleted since it is referenced by ${user}.`, target);
  }
}
