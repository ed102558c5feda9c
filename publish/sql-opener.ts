import type { Credential } from "./access.js";
import type { SqlPlace } from "./destination.js";
import type { Patience } from "./patience.js";
import type { PasswordOf } from "./rights-keeper.js";
import { opened, type SqlLogin, type SqlSession } from "./sql-client.js";
import type { OpenSql } from "./sql-plane.js";

/** https://learn.microsoft.com/azure/azure-sql/database/authentication-aad-overview */
const sqlScope = "https://database.windows.net/.default";

/** Opens databases as whoever publishes, or as their connection's user. */
export function sqlOpener(credential: Credential, passwordOf: PasswordOf, patience: Patience): OpenSql {
  const loginOf = async ({ login }: SqlPlace): Promise<SqlLogin> =>
    login.kind === "token"
      ? { kind: "token", token: await credential.token(sqlScope) }
      : { kind: "password", user: login.user, password: await passwordOf(login) };
  return async <T>(place: SqlPlace, database: string, use: (session: SqlSession) => Promise<T>): Promise<T> =>
    opened(place, database, await loginOf(place), patience, use);
}
