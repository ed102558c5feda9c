import type { Json } from "../compiler/emit/json.js";
import { annotationOf, type Destination, prefixOf } from "./destination.js";
import { type ArmKindName, isTrigger, type Kind, kinds } from "./kinds.js";
import { hashOf, isJsonList, isJsonRecord, textAt, valueAt } from "./records.js";
import type { SynapseArtifactKindName } from "./synapse-kinds.js";
import { type Live, thingId } from "./thing.js";
import { stateOf, withoutState } from "./wanted.js";

/** An object of a factory or of a workspace, as the service answers it. */
export function liveOf(
  kindName: ArmKindName | SynapseArtifactKindName,
  answered: Json,
  destination: Destination,
): Live | undefined {
  const name = textAt(answered, "name");
  const properties = valueAt(answered, "properties");
  if (name === undefined || !isJsonRecord(properties)) return undefined;
  const kind = kinds[kindName];
  const value = { properties: isTrigger(kind) ? withoutState(properties) : properties };
  return {
    id: thingId(kind, name),
    kind,
    name,
    value,
    version: textAt(answered, "etag") ?? hashOf(value),
    state: isTrigger(kind) ? stateOf(properties) : undefined,
    isMarked: isMarked(kind, name, properties, destination),
    address: undefined,
  };
}

/** What has no annotations is known by its name. */
function isMarked({ ownership }: Kind, name: string, properties: Json, destination: Destination): boolean {
  if (ownership === "place") return name.toLowerCase().startsWith(prefixOf(destination).toLowerCase());
  const annotations = valueAt(properties, "annotations");
  return isJsonList(annotations) && annotations.includes(annotationOf(destination));
}
