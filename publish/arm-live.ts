import type { Json } from "../compiler/emit/json.js";
import { annotationOf, type Destination } from "./destination.js";
import { type ArmKindName, kinds } from "./kinds.js";
import { hashOf, isJsonList, isJsonRecord, textAt, valueAt } from "./records.js";
import { type Live, thingId } from "./thing.js";
import { stateOf, withoutState } from "./wanted.js";

/** An object of a factory as the service answers it. */
export function liveOf(kindName: ArmKindName, answered: Json, destination: Destination): Live | undefined {
  const name = textAt(answered, "name");
  const properties = valueAt(answered, "properties");
  if (name === undefined || !isJsonRecord(properties)) return undefined;
  const kind = kinds[kindName];
  const isTrigger = kindName === "trigger";
  const value = { properties: isTrigger ? withoutState(properties) : properties };
  return {
    id: thingId(kind, name),
    kind,
    name,
    value,
    version: textAt(answered, "etag") ?? hashOf(value),
    state: isTrigger ? stateOf(properties) : undefined,
    isMarked: isMarked(properties, annotationOf(destination)),
    address: undefined,
  };
}

function isMarked(properties: Json, mark: string): boolean {
  const annotations = valueAt(properties, "annotations");
  return isJsonList(annotations) && annotations.includes(mark);
}
