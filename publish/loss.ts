import type { Json } from "../compiler/emit/json.js";
import type { Change } from "./change.js";
import { isJsonRecord } from "./records.js";
import type { Wanted } from "./thing.js";

/** A job's parameter that says below which identity a query's checkpoint stands: `silver_readings_place`. */
const place = /^parameters\[(.+)_place\]/;

/** What an update gives up: a query whose identity changes or that is gone leaves its checkpoint, and what it remembered, behind. */
export function losesPlace({ kind }: Wanted, changes: readonly Change[]): string | undefined {
  if (kind.name !== "job") return undefined;
  const queries = changes
    .filter(({ old }) => old !== undefined)
    .flatMap(({ path, old }) => place.exec(path)?.[1] ?? nameOf(old))
    .filter((name) => name !== undefined);
  if (queries.length === 0) return undefined;
  return `the checkpoint of ${[...new Set(queries)].join(", ")}: what it has read and remembered`;
}

const nameOf = (old: Json | undefined): string | undefined =>
  isJsonRecord(old) && typeof old["name"] === "string" ? /^(.+)_place$/.exec(old["name"])?.[1] : undefined;
