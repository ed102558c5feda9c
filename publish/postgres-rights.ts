import type { Client, ClientConfig } from "pg";
import type { PostgresPlace } from "./destination.js";
import { connecting, type Patience } from "./patience.js";
import { textAt } from "./records.js";
import { type RightsRow, rowOf } from "./rights.js";
import type { PasswordOf, RightsKeeper } from "./rights-keeper.js";
import { tlsOf } from "./tls.js";

/** The rights in one database of PostgreSQL: what is read is what its script would change, and what is done is the script, one transaction. */
export const postgresKeeper = (
  place: PostgresPlace,
  passwordOf: PasswordOf,
  { operation }: Patience,
): RightsKeeper => ({
  where: whereIs(place),
  async opened(use) {
    // It is loaded only where there is a database.
    const { default: pg } = await import("pg");
    const client = new pg.Client(settingsOf(place, await passwordOf(place), operation));
    // A connection that breaks off fails what is asked over it; without a listener it would end the process too.
    client.on("error", () => {});
    try {
      await client.connect();
      // Of each statement: one that waits for what somebody else has locked is ended by the server, which takes the script back then.
      await client.query(`SET statement_timeout = ${operation}`);
      return await use({
        differences: (wanted) => differences(client, textAt(wanted, "differences") ?? ""),
        async bring(wanted) {
          const script = textAt(wanted, "script");
          if (script === undefined) throw new Error("there is no script");
          await client.query(script);
        },
      });
    } catch (error) {
      // What a script says to do about it.
      if (!(error instanceof pg.DatabaseError) || error.hint === undefined) throw error;
      throw new Error(`${error.message}. ${error.hint}`, { cause: error });
    } finally {
      await client.end().catch(() => {});
    }
  },
});

/** Reads, and is made to. */
async function differences(client: Client, query: string): Promise<readonly RightsRow[]> {
  await client.query(
    "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL search_path = pg_catalog, pg_temp; SET LOCAL standard_conforming_strings = on",
  );
  const { rows } = await client.query<unknown[]>({ text: query, rowMode: "array" });
  await client.query("COMMIT");
  return rows.map(rowOf);
}

const whereIs = ({ connection, host, port, database, user }: PostgresPlace): string =>
  `the database ${database} of connections.${connection} (${host}:${port}), as ${user}`;

/** @param operation milliseconds that a statement may take */
function settingsOf(
  { host, port, reachedAt, database, user, ssl }: PostgresPlace,
  password: string,
  operation: number,
): ClientConfig {
  const at = reachedAt ?? { host, port };
  const limits = {
    connectionTimeoutMillis: Math.min(connecting, operation),
    // All of a script; a server that answers has ended a statement before.
    query_timeout: 2 * operation,
    keepAlive: true,
  };
  const own = { ...at, database, user, password, ...limits, application_name: "sluice" };
  return { ...own, ssl: tlsOf({ host, reachedAt, ssl }) ?? false };
}
