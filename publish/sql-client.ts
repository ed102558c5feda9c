import { isIP } from "node:net";
import type { Connection, ConnectionConfiguration } from "tedious";
import type { SqlPlace } from "./destination.js";
import { connecting, type Patience } from "./patience.js";

/** How a server lets somebody in. */
export type SqlLogin =
  /** Of Microsoft Entra, for `https://database.windows.net`. */
  | { readonly kind: "token"; readonly token: string }
  | { readonly kind: "password"; readonly user: string; readonly password: string };

/** An error as the server tells it. */
export interface SqlError {
  readonly number: number;
  readonly level: number;
  readonly state: number;
  /** Within the batch, or within the procedure; 0: it is not told. */
  readonly line: number;
  /** What it stands in; empty: the batch itself. */
  readonly procedure: string;
  readonly message: string;
}

/** The server did not do all of a batch. */
export class BatchFailed extends Error {
  constructor(readonly errors: readonly SqlError[]) {
    super(errors.map(({ message }) => message).join("; "));
  }
}

/** A database that is open. */
export interface SqlSession {
  /** Has a batch run, and gives all rows that it tells. Rejects with `BatchFailed` if the server tells an error, else with why nothing is known of it. */
  run(batch: string): Promise<readonly (readonly unknown[])[]>;
}

/**
 * Opens a database by the protocol that servers of Microsoft speak (TDS), and closes it after `use`; what is not committed by then is
 * taken back by the server. Always encrypted. Rejects if it is not reached, or nobody is let in.
 * @param database its name on the server, which may be `master`
 */
export async function opened<T>(
  place: SqlPlace,
  database: string,
  login: SqlLogin,
  { operation }: Patience,
  use: (session: SqlSession) => Promise<T>,
): Promise<T> {
  // It is loaded only where there is such a database.
  const { Connection, Request } = await import("tedious");
  const connection = new Connection(settingsOf(place, database, login, operation));
  // One that breaks off fails what is asked over it; without a listener it would end the process too.
  connection.on("error", () => {});
  try {
    await connected(connection);
    return await use({
      run: (batch) =>
        new Promise((done, fail) => {
          const errors: SqlError[] = [];
          const rows: (readonly unknown[])[] = [];
          const keep = ({ number, class: level, state, lineNumber: line, procName, message }: ErrorMessage) =>
            errors.push({ number, level, state, line, procedure: procName, message });
          connection.on("errorMessage", keep);
          const request = new Request(batch, (error) => {
            connection.off("errorMessage", keep);
            if (errors.length > 0) fail(new BatchFailed(errors));
            else if (error) fail(error);
            else done(rows);
          });
          request.on("row", (columns: readonly { readonly value: unknown }[]) =>
            rows.push(columns.map(({ value }) => value)),
          );
          connection.execSqlBatch(request);
        }),
    });
  } finally {
    connection.close();
  }
}

interface ErrorMessage {
  readonly number: number;
  readonly class: number;
  readonly state: number;
  readonly lineNumber: number;
  readonly procName: string;
  readonly message: string;
}

const connected = (connection: Connection): Promise<void> =>
  new Promise((done, fail) => connection.connect((error) => (error ? fail(error) : done())));

/**
 * An activity of a pipeline may take an hour for a batch, and so may a batch here: six times what an operation may.
 * @param operation milliseconds
 */
function settingsOf(
  { host, port, reachedAt, login: declared }: SqlPlace,
  database: string,
  login: SqlLogin,
  operation: number,
): ConnectionConfiguration {
  const at = reachedAt ?? { host, port };
  if (declared.kind !== login.kind) throw new Error("the login is of another kind than the connection's");
  return {
    server: at.host,
    authentication:
      login.kind === "token"
        ? { type: "azure-active-directory-access-token", options: { token: login.token } }
        : { type: "default", options: { userName: login.user, password: login.password } },
    options: {
      port: at.port,
      database,
      appName: "sluice",
      encrypt: true,
      // Inside this machine nobody listens, and nobody has a certificate for it.
      trustServerCertificate: reachedAt !== undefined,
      // Elsewhere it is the name of the server that is reached, also of the node that Azure leads to, which has a certificate of its own.
      // An address is no name to ask for: https://www.rfc-editor.org/rfc/rfc6066#section-3
      ...(reachedAt !== undefined && isIP(host) === 0 ? { serverName: host } : {}),
      connectTimeout: Math.min(connecting, operation),
      requestTimeout: 6 * operation,
      // What is asked for a second time is asked for by the next publishing.
      maxRetriesOnTransientErrors: 3,
    },
  };
}
