import type { Client, ClientConfig } from "pg";
import type { PostgresPlace } from "./destination.js";
import { kinds } from "./kinds.js";
import type { Patience } from "./patience.js";
import { ChangedMeanwhile, type Plane } from "./plane.js";
import { hashOf, textAt } from "./records.js";
import { type RightsRow, rowOf, rowsValue } from "./rights.js";
import type { Step } from "./step.js";
import { type Live, thingId, type Wanted } from "./thing.js";
import { told } from "./told.js";

/** Gives the password of a database's user. */
export type PasswordOf = (place: PostgresPlace) => Promise<string>;

/**
 * The rights that the project's principals have in databases of PostgreSQL. Each database is one thing: what is read of it is what its
 * script would change, and what is done is the script, one transaction.
 */
export class PostgresRights implements Plane {
  constructor(
    private readonly places: readonly PostgresPlace[],
    private readonly wanted: readonly Wanted[],
    private readonly passwordOf: PasswordOf,
    private readonly patience: Patience,
  ) {}

  /** Of those that something is to be granted in; what others hold is asked of none. */
  async read(): Promise<readonly Live[]> {
    const asked = this.places.flatMap((place) => {
      const wanted = this.wantedIn(place);
      return wanted === undefined ? [] : [told(whereIs(place), this.liveOf(place, wanted))];
    });
    return Promise.all(asked);
  }

  async readAgain({ name }: Step): Promise<Live | undefined> {
    const place = this.placeOf(name);
    const wanted = this.wantedIn(place);
    return wanted && told(whereIs(place), this.liveOf(place, wanted));
  }

  async carryOut(step: Step): Promise<void> {
    const place = this.placeOf(step.name);
    const script = textAt(step.value, "script");
    if (script === undefined) throw new Error(`${step.id} has no script`);
    await told(
      whereIs(place),
      this.connected(place, async (client) => {
        const query = textAt(step.value, "differences") ?? "";
        if (hashOf(rowsValue(await differences(client, query))) !== step.before) throw new ChangedMeanwhile(step.thing);
        await client.query(script);
      }),
    );
  }

  private wantedIn({ connection }: PostgresPlace): Wanted | undefined {
    return this.wanted.find(({ kind, name }) => kind.name === "rights" && name === connection);
  }

  private placeOf(name: string): PostgresPlace {
    const place = this.places.find(({ connection }) => connection === name);
    if (place === undefined) throw new Error(`The environment has no database ${name}`);
    return place;
  }

  private async liveOf(place: PostgresPlace, { name, value }: Wanted): Promise<Live> {
    const rows = await this.connected(place, (client) => differences(client, textAt(value, "differences") ?? ""));
    const found = rowsValue(rows);
    return {
      id: thingId(kinds.rights, name),
      kind: kinds.rights,
      name,
      value: found,
      version: hashOf(found),
      state: undefined,
      isMarked: false,
      address: undefined,
    };
  }

  private async connected<T>(place: PostgresPlace, use: (client: Client) => Promise<T>): Promise<T> {
    // It is loaded only where there is a database.
    const { default: pg } = await import("pg");
    const { operation } = this.patience;
    const client = new pg.Client(settingsOf(place, await this.passwordOf(place), operation));
    // A connection that breaks off fails what is asked over it; without a listener it would end the process too.
    client.on("error", () => {});
    try {
      await client.connect();
      // Of each statement: one that waits for what somebody else has locked is ended by the server, which takes the script back then.
      await client.query(`SET statement_timeout = ${operation}`);
      return await use(client);
    } catch (error) {
      // What a script says to do about it.
      if (!(error instanceof pg.DatabaseError) || error.hint === undefined) throw error;
      throw new Error(`${error.message}. ${error.hint}`, { cause: error });
    } finally {
      await client.end().catch(() => {});
    }
  }
}

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

/** Milliseconds until a server is given up that does not let anybody in. */
const connecting = 30_000;

/**
 * https://www.postgresql.org/docs/current/libpq-ssl.html#LIBPQ-SSL-SSLMODE-STATEMENTS
 * @param operation milliseconds that a statement may take
 */
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
  // Inside this machine nobody listens.
  if (reachedAt !== undefined || ssl === "disable") return { ...own, ssl: false };
  if (ssl === "verify-full") return { ...own, ssl: { rejectUnauthorized: true, servername: host } };
  // The certificate is verified, the name in it is not.
  if (ssl === "verify-ca") return { ...own, ssl: { rejectUnauthorized: true, checkServerIdentity: () => undefined } };
  return { ...own, ssl: { rejectUnauthorized: false } };
}
