import type { Json } from "../compiler/emit/json.js";
import { scriptsPipeline } from "../compiler/emit/scripts.js";
import { type Destination, sqlAddress } from "./destination.js";
import { kinds } from "./kinds.js";
import type { Plan } from "./plan.js";
import { textAt } from "./records.js";
import { publishedScripts, type Script } from "./script.js";
import { serviceOf } from "./script-runs.js";
import { databaseId } from "./sql-asked.js";
import { publishedOf, type State } from "./state.js";
import { thingId, type Wanted } from "./thing.js";

/**
 * What scripts granted, or may have by a publishing that was broken off, in databases where publishing ran them, or had them run, and does not
 * any more: nobody knows what to revoke there.
 */
export function scriptedRightsLeft(
  scripts: readonly Script[],
  wanted: readonly Wanted[],
  state: State,
  { project, sql = [] }: Pick<Destination, "project" | "sql">,
): Plan["rightsLeft"] {
  const now = connectionsOf(Object.keys(publishedScripts(scripts)));
  return connectionsOf(Object.keys({ ...state.published, ...state.begun?.things })).flatMap((connection) => {
    const pipeline = scriptsPipeline(project, connection);
    const service = wanted.find(({ id }) => id === serviceOf(pipeline));
    const place = sql.find((one) => one.connection === connection);
    // Where people run them is not known.
    if (now.includes(connection) && service === undefined && place === undefined) return [];
    const kept = now.includes(connection)
      ? [
          ...(service === undefined ? [] : [addressOf(service.value)]),
          ...(place === undefined ? [] : [sqlAddress(place)]),
        ]
      : [];
    const left = new Map([
      ...publishedOf(state, serviceOf(pipeline)).map(
        (one) => [addressOf(one), thingId(kinds.pipeline, pipeline)] as const,
      ),
      ...publishedOf(state, databaseId(connection)).map(
        (one) => [textAt(one, "at") ?? "", databaseId(connection)] as const,
      ),
    ]);
    return [...left].filter(([where]) => !kept.includes(where)).map(([where, thing]) => ({ thing, where }));
  });
}

/** Those that scripts of rights are of. */
const connectionsOf = (ids: readonly string[]): readonly string[] => [
  ...new Set(ids.flatMap((id) => /^script\/common\/grants\/([^/]+)\//.exec(id)?.[1] ?? [])),
];

const addressOf = (service: Json | undefined): string =>
  ["server", "database"].map((key) => textAt(service, "properties", "typeProperties", key) ?? "").join("/");
