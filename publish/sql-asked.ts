import { type Destination, sqlAddress } from "./destination.js";
import { kinds } from "./kinds.js";
import { type ThingId, thingId, type Wanted } from "./thing.js";
import type { SentArtifact } from "./wanted.js";

/** By which a database is known in which publishing itself runs scripts: `database/till`. */
export const databaseId = (connection: string): ThingId => thingId(kinds.database, connection);

/** Databases that can be asked what their script of rights would change, with the query that asks. */
export const askedDatabases = (
  artifacts: readonly SentArtifact[],
  { sql = [] }: Pick<Destination, "sql">,
): readonly Wanted[] =>
  artifacts.flatMap(({ path, body }) => {
    const [, connection] = /^common\/grants\/([^/]+)\/[^/]+\.differences\.sql$/.exec(path) ?? [];
    const place = sql.find((one) => one.connection === connection);
    if (place === undefined) return [];
    const { connection: name } = place;
    const value = { differences: body, at: sqlAddress(place) };
    return [{ id: databaseId(name), kind: kinds.database, name, value, state: undefined, needs: [] }];
  });
