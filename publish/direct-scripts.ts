import type { Json } from "../compiler/emit/json.js";
import { type Destination, type SqlPlace, sqlAddress } from "./destination.js";
import { kinds } from "./kinds.js";
import { textAt } from "./records.js";
import { folderOf, type Script, scriptsToRun } from "./script.js";
import { publishedOf, type State, type Things } from "./state.js";
import { type Step, stepId } from "./step.js";
import { type ThingId, thingId } from "./thing.js";
import { whereIs } from "./where-sql.js";

/** By which a database is known in which publishing itself runs scripts: `database/till`. */
export const databaseId = (connection: string): ThingId => thingId(kinds.database, connection);

/** Where publishing itself runs a script; undefined: it does not. */
export const placeOf = (script: Pick<Script, "path">, { sql }: Pick<Destination, "sql">): SqlPlace | undefined =>
  sql?.find(({ connection }) => connection === folderOf(script));

/**
 * Runs of scripts in databases that publishing itself opens, one for each database. A database in which it has not run any is given all of
 * its scripts: whether and where people, or a pipeline, have run them is not known for certain, and they may be run again.
 */
export function directRuns(
  scripts: readonly Script[],
  state: State,
  destination: Pick<Destination, "sql">,
): readonly Step[] {
  return placesWith(scripts, destination).flatMap((place) => {
    const own = scripts.filter((script) => script.run !== undefined && placeOf(script, destination) === place);
    const isNew = !isKnownPlace(place, state);
    const toRun = scriptsToRun(own, state, () => isNew);
    return toRun.length === 0 ? [] : [step(place, toRun, isNew)];
  });
}

/** Databases in which publishing itself runs scripts that there are. */
export const placesWith = (scripts: readonly Script[], { sql = [] }: Pick<Destination, "sql">): readonly SqlPlace[] =>
  sql.filter(({ connection }) => scripts.some((script) => folderOf(script) === connection));

/** As the state keeps them. */
export const publishedPlaces = (scripts: readonly Script[], destination: Pick<Destination, "sql">): Things =>
  Object.fromEntries(
    placesWith(scripts, destination).map((place) => [databaseId(place.connection), { at: sqlAddress(place) }]),
  );

/** Whether publishing has come to its end in that very database, and in no other since. */
function isKnownPlace(place: SqlPlace, state: State): boolean {
  const id = databaseId(place.connection);
  return (
    Object.hasOwn(state.published, id) &&
    publishedOf(state, id).every((before) => textAt(before, "at") === sqlAddress(place))
  );
}

const step = (place: SqlPlace, scripts: readonly Script[], isNew: boolean): Step => ({
  id: stepId("run", databaseId(place.connection)),
  action: "run",
  thing: databaseId(place.connection),
  kind: kinds.database,
  name: place.connection,
  address: undefined,
  before: undefined,
  value: { batches: batchesValue(scripts) },
  changes: [],
  reason: `${isNew ? "these scripts were never run there from here" : "these scripts are new, have changed, or stand on one that has"}: ${scripts.map(({ path }) => path).join(", ")}; ${whereIs(place, place.database)}`,
  loses: scripts.some(({ path }) => path.startsWith("common/grants/")) ? unread : undefined,
  after: [],
});

/** The script revokes what its roles hold and is not declared; what they hold is not asked before. */
export const unread = "whatever rights the project's roles hold there that are not declared: they are not read before";

const batchesValue = (scripts: readonly Script[]): Json =>
  scripts.flatMap(({ path, run }) =>
    (run?.batches ?? []).map((text, at) => ({
      ...{ script: path, where: run?.where ?? "own", number: at + 1, line: run?.lines?.[at] ?? null, text },
    })),
  );

/** What is said of databases in which publishing itself runs scripts. */
export const notCompared = ({ sql = [] }: Pick<Destination, "sql">): readonly string[] =>
  sql.map(
    (place) =>
      `Scripts for ${whereIs(place, place.database)}, are run from here where they have changed since they were last run from here; what is there now is not read, nor compared.`,
  );
