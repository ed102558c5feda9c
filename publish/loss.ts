import type { Json } from "../compiler/emit/json.js";
import type { Change } from "./change.js";
import { isJsonList, isJsonRecord, parsed } from "./records.js";
import { rightsLost } from "./rights.js";
import type { Wanted } from "./thing.js";

/** A job's parameter that says below which identity a query's checkpoint stands: `silver_readings_place`. */
const place = /^parameters\[(.+)_place\]/;

/** What an update gives up: rights, or of a job checkpoints. */
export function lostWithUpdate({ kind }: Wanted, changes: readonly Change[]): string | undefined {
  if (kind.name === "rights") return rightsLost(changes);
  if (kind.name === "job") return checkpointsOf(changes.flatMap(leftByJob));
  return kind.name === "synapse.sparkJobDefinition" ? checkpointsOf(changes.flatMap(leftByDefinition)) : undefined;
}

/** A query whose identity changes or that is gone leaves its checkpoint, and what it remembered, behind. */
function checkpointsOf(queries: readonly string[]): string | undefined {
  if (queries.length === 0) return undefined;
  return `the checkpoint of ${[...new Set(queries)].join(", ")}: what it has read and remembered`;
}

const leftByJob = ({ path, old }: Change): readonly string[] => placeIn(path, old);

/** Queries of a job that stand at another checkpoint after an update, or are new. */
export const placesTaken = (changes: readonly Change[]): readonly string[] => [
  ...new Set(
    changes.flatMap(({ path, old, new: value }) => [...placeIn(path, value), ...otherPlaces(path, value, old)]),
  ),
];

/** The query whose place a parameter says. */
function placeIn(path: string, value: Json | undefined): readonly string[] {
  if (value === undefined) return [];
  const name = place.exec(path)?.[1] ?? nameOf(value);
  return name === undefined ? [] : [name];
}

const nameOf = (old: Json | undefined): string | undefined =>
  isJsonRecord(old) && typeof old["name"] === "string" ? /^(.+)_place$/.exec(old["name"])?.[1] : undefined;

/** A definition has all parameters of its job in one argument. Where its arguments go as a whole, so do all. */
const leftByDefinition = ({ path, old, new: value }: Change): readonly string[] => otherPlaces(path, old, value);

/** The queries that have a place in the arguments `of`, and another one or none in the arguments `beside`. */
function otherPlaces(path: string, of: Json | undefined, beside: Json | undefined): readonly string[] {
  if (path !== "properties.jobProperties.args") return [];
  const others = placesIn(beside);
  return [...placesIn(of)].filter(([name, one]) => others.get(name) !== one).map(([name]) => name);
}

function placesIn(args: Json | undefined): ReadonlyMap<string, Json> {
  const values = isJsonList(args) ? args.map((one) => (typeof one === "string" ? parsed(one) : undefined)) : [];
  return new Map(
    values.filter(isJsonRecord).flatMap((parameters) =>
      Object.entries(parameters).flatMap(([name, value]): [string, Json][] => {
        const query = /^(.+)_place$/.exec(name)?.[1];
        return query === undefined ? [] : [[query, value]];
      }),
    ),
  );
}
