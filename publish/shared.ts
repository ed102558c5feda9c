import type { Json } from "../compiler/emit/json.js";
import { isJsonRecord, isSame, type JsonRecord, valueAt } from "./records.js";
import { begunOf, type State } from "./state.js";
import type { ThingId } from "./thing.js";

/** The entries of a thing that holds what is ours beside what is others': a factory's global parameters. */
export function entriesOf(value: Json | undefined): JsonRecord {
  const entries = valueAt(value, "properties");
  return isJsonRecord(entries) ? entries : {};
}

/** What was published of it. An entry that was only begun is ours if it is there as it was to be: else it may be somebody else's. */
export function publishedParts({ published, begun }: State, id: ThingId, live: Json): readonly Json[] {
  const there = entriesOf(live);
  const made = begunOf(begun, id).map((value) => ({
    properties: Object.fromEntries(Object.entries(entriesOf(value)).filter(([name, one]) => isSame(one, there[name]))),
  }));
  return [...(Object.hasOwn(published, id) ? [published[id] ?? null] : []), ...made];
}
