import type { Json } from "../compiler/emit/json.js";
import { kinds } from "./kinds.js";
import { isJsonList, isJsonRecord, type JsonRecord, textAt, valueAt } from "./records.js";
import { type ThingId, thingId } from "./thing.js";

/** What pipelines return as text, by key: among them what an environment decides. */
export function returnedIn(values: readonly Json[]): ReadonlyMap<string, string> {
  const returns = values.flatMap(recordsIn).filter((one) => one["variableName"] === "pipelineReturnValue");
  const pairs = returns.flatMap(({ value }) => (isJsonList(value) ? value : []));
  return new Map(
    pairs.flatMap((pair): readonly (readonly [string, string])[] => {
      const [key, content] = [textAt(pair, "key"), textAt(pair, "value", "content")];
      return key === undefined || content === undefined ? [] : [[key, content]];
    }),
  );
}

/** The pools of a pipeline's notebooks that it names by what another one returns: a reference that can be looked up before anything runs. */
export function returnedPools(value: Json, returned: ReadonlyMap<string, string>): readonly ThingId[] {
  return recordsIn(value).flatMap((one) => {
    if (one["type"] !== "BigDataPoolReference") return [];
    const asked = textAt(valueAt(one, "referenceName"), "value") ?? "";
    const [, key = ""] = /^@activity\('[^']*'\)\.output\.pipelineReturnValue\.(\w+)$/.exec(asked) ?? [];
    const name = returned.get(key);
    return name === undefined ? [] : [thingId(kinds["synapse.pool"], name)];
  });
}

/** Every object within, itself first. */
function recordsIn(value: Json): readonly JsonRecord[] {
  if (isJsonList(value)) return value.flatMap(recordsIn);
  return isJsonRecord(value) ? [value, ...Object.values(value).flatMap(recordsIn)] : [];
}
