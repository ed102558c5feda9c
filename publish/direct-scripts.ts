import type { Json } from "../compiler/emit/json.js";
import type { Change } from "./change.js";
import { type Destination, type SqlPlace, sqlAddress } from "./destination.js";
import { kinds } from "./kinds.js";
import type { Plan } from "./plan.js";
import type { Readings } from "./readings.js";
import { textAt } from "./records.js";
import { changesOfRows, rightsLost } from "./rights.js";
import { folderOf, type Script, scriptsToRun } from "./script.js";
import { databaseId } from "./sql-asked.js";
import { publishedOf, type State, type Things } from "./state.js";
import { type Step, stepId } from "./step.js";
import type { Live } from "./thing.js";
import { whereIs } from "./where-sql.js";

/** Where publishing itself runs a script; undefined: it does not. */
export const placeOf = (script: Pick<Script, "path">, { sql }: Pick<Destination, "sql">): SqlPlace | undefined =>
  sql?.find(({ connection }) => connection === folderOf(script));

/**
 * Runs of scripts in databases that publishing itself opens, one for each database. A database in which it has not run any is given all of
 * its scripts: whether and where people, or a pipeline, have run them is not known for certain, and they may be run again. Of a script of
 * rights it may be known what it would change: it is run where that is something.
 */
export function directRuns(
  scripts: readonly Script[],
  { state, live }: Pick<Readings, "state" | "live">,
  destination: Pick<Destination, "sql">,
): readonly Step[] {
  return placesWith(scripts, destination).flatMap((place) => {
    const own = scripts.filter((script) => script.run !== undefined && placeOf(script, destination) === place);
    const isNew = !isKnownPlace(place, state);
    const changed = scriptsToRun(own, state, () => isNew);
    const read = live.find(({ id }) => id === databaseId(place.connection));
    if (read === undefined) return changed.length === 0 ? [] : [unreadRun(place, changed, isNew)];
    const because = isNew ? "unknown" : changed.some(isOfRights) ? "sources" : "drift";
    const changes = changesOfRows(read, because);
    const toRun = own.filter((script) => (isOfRights(script) ? changes.length > 0 : changed.includes(script)));
    return toRun.length === 0 ? [] : [readRun(place, toRun, changes, isNew, read)];
  });
}

const isOfRights = ({ path }: Pick<Script, "path">): boolean => path.startsWith("common/grants/");

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

const unreadRun = (place: SqlPlace, scripts: readonly Script[], isNew: boolean): Step => ({
  ...step(place, scripts),
  reason: `${isNew ? "these scripts were never run there from here" : "these scripts are new, have changed, or stand on one that has"}: ${listed(place, scripts)}`,
  loses: scripts.some(isOfRights) ? unread : undefined,
});

const readRun = (
  place: SqlPlace,
  scripts: readonly Script[],
  changes: readonly Change[],
  isNew: boolean,
  { version }: Live,
): Step => ({
  ...step(place, scripts),
  before: version,
  changes,
  reason: `${isNew ? "these scripts were never run there from here, and would change something" : "these scripts are new, have changed, or would change something there"}: ${listed(place, scripts)}`,
  loses: rightsLost(changes),
});

const listed = (place: SqlPlace, scripts: readonly Script[]): string =>
  `${scripts.map(({ path }) => path).join(", ")}; ${whereIs(place, place.database)}`;

const step = (place: SqlPlace, scripts: readonly Script[]): Step => ({
  id: stepId("run", databaseId(place.connection)),
  action: "run",
  thing: databaseId(place.connection),
  kind: kinds.database,
  name: place.connection,
  address: undefined,
  before: undefined,
  value: { batches: batchesValue(scripts) },
  changes: [],
  reason: "",
  loses: undefined,
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
export const notCompared = ({ destination: { sql = [] }, rightsRead = [] }: Plan): readonly string[] =>
  sql.map((place) => {
    const where = whereIs(place, place.database);
    return rightsRead.includes(databaseId(place.connection))
      ? `Of ${where}, it was read what its script of rights would change; other scripts are run from here where they have changed since they were last run from here, and what they have made is not read, nor compared.`
      : `Scripts for ${where}, are run from here where they have changed since they were last run from here; what is there now is not read, nor compared.`;
  });
