import { isIP } from "node:net";
import type { ConnectionOptions } from "node:tls";
import type { OpenedPlace } from "./destination.js";

/**
 * How a place is encrypted, in Node's words, by libpq's; undefined: it is not.
 * https://www.postgresql.org/docs/current/libpq-ssl.html#LIBPQ-SSL-SSLMODE-STATEMENTS
 */
export function tlsOf({
  host,
  reachedAt,
  ssl,
}: Pick<OpenedPlace, "host" | "reachedAt" | "ssl">): ConnectionOptions | undefined {
  // Inside this machine nobody listens.
  if (reachedAt !== undefined || ssl === "disable") return undefined;
  // An address is verified too, and is no name to ask for: https://www.rfc-editor.org/rfc/rfc6066#section-3
  if (ssl === "verify-full") return { rejectUnauthorized: true, ...(isIP(host) === 0 ? { servername: host } : {}) };
  // The certificate is verified, the name in it is not.
  if (ssl === "verify-ca") return { rejectUnauthorized: true, checkServerIdentity: () => undefined };
  return { rejectUnauthorized: false };
}
