import type { Json } from "../compiler/emit/json.js";
import type { Change } from "./change.js";
import { kinds } from "./kinds.js";
import { isJsonList, isJsonRecord, type JsonRecord, textAt, valueAt } from "./records.js";
import { type Live, type ThingId, thingId, type Wanted } from "./thing.js";

/** What pipelines return as text, by key: among them what an environment decides. */
export function returnedIn(values: readonly Json[]): ReadonlyMap<string, string> {
  return new Map(
    values.flatMap(pairsIn).flatMap((pair): readonly (readonly [string, string])[] => {
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

/**
 * What a pipeline of a workspace returns now and is not to return any more: undefined if there is nothing. Those that call it still ask
 * for that until they are updated, which comes after it.
 */
export function returnedNoMore(
  { kind }: Wanted,
  live: Live,
  value: Json,
): { readonly kept: Json; readonly isGone: (change: Change) => boolean } | undefined {
  const stays = new Set(pairsIn(value).map((pair) => textAt(pair, "key")));
  const old = pairsIn(live.value ?? null).filter((pair) => !stays.has(textAt(pair, "key")));
  if (kind.name !== "synapse.pipeline" || stays.size === 0 || old.length === 0) return undefined;
  const ends = old.map((pair) => `.typeProperties.value[${textAt(pair, "key")}]`);
  return {
    kept: returningToo(old, value),
    isGone: ({ path, new: now }) => now === undefined && ends.some((end) => path.endsWith(end)),
  };
}

/** Whether it is a pipeline that returns something. */
export const isReturning = (value: Json | undefined): boolean => pairsIn(value ?? null).length > 0;

/** The pairs of key and value that a pipeline returns. */
const pairsIn = (value: Json): readonly Json[] =>
  recordsIn(value).flatMap((one) => (returns(one) && isJsonList(one["value"]) ? one["value"] : []));

const returns = (one: JsonRecord): boolean => one["variableName"] === "pipelineReturnValue";

function returningToo(pairs: readonly Json[], value: Json): Json {
  if (isJsonList(value)) return value.map((one) => returningToo(pairs, one));
  if (!isJsonRecord(value)) return value;
  if (returns(value) && isJsonList(value["value"])) return { ...value, value: [...value["value"], ...pairs] };
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, returningToo(pairs, one)]));
}

/** Every object within, itself first. */
function recordsIn(value: Json): readonly JsonRecord[] {
  if (isJsonList(value)) return value.flatMap(recordsIn);
  return isJsonRecord(value) ? [value, ...Object.values(value).flatMap(recordsIn)] : [];
}
