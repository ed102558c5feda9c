import type { SqlPlace } from "./destination.js";

/** Where a database is, and who opens it, for messages. `database`: its name on the server, which may be `master`. */
export const whereIs = ({ connection, host, port, login }: SqlPlace, database: string): string =>
  `the database ${database} of connections.${connection} (${host}:${port}), as ${login.kind === "token" ? "whoever publishes" : login.user}`;
