import type { Report } from "../diagnostics/report.js";
import type { Origin } from "../source/origin.js";
import type { HttpConnectionSpec, HttpPagingSpec, HttpSourceSpec } from "../spec/spec.generated.js";
import type { HttpConnection } from "./connection.js";
import type { HttpSource, Paging } from "./http-source.js";
import type { HttpLogin } from "./login.js";
import { sourceColumns } from "./normalize-columns.js";
import { list, named } from "./normalize-parts.js";
import type { Placeholders } from "./placeholders.js";
import { publicHost } from "./public-host.js";
import type { Variables } from "./variables.js";

/** A connection to an API in its one form; undefined if it has an error, which was reported. */
export function httpConnection(
  name: string,
  { host: written, base, identity }: HttpConnectionSpec,
  origin: Origin,
  variables: Variables,
  report: Report,
): HttpConnection | undefined {
  const host = publicHost(written, origin.child("host"), variables, report);
  return host && { kind: "http", origin, name, host, base, login: loginOf(identity) };
}

function loginOf(identity: HttpConnectionSpec["identity"]): HttpLogin {
  if (identity === undefined) return { kind: "none" };
  return "resource" in identity ? { kind: "managed", resource: identity.resource } : { kind: "header", ...identity };
}

/** An API's rows in their one form. */
export const httpSource = (
  name: string,
  spec: HttpSourceSpec,
  origin: Origin,
  placeholders: Placeholders,
): HttpSource => ({
  kind: "http",
  origin,
  name,
  connection: named(spec.connection, origin.child("connection")),
  path: spec.path,
  query: Object.entries(spec.query ?? {}).map(([parameter, value]) => ({
    name: parameter,
    value,
    origin: origin.child("query", parameter),
  })),
  rows: namesOf(spec.rows),
  paging: spec.paging === undefined ? { kind: "none" } : pagingOf(spec.paging, origin.child("paging"), placeholders),
  primaryKey: list(spec.primary_key ?? [], origin.child("primary_key")),
  columns: sourceColumns(spec.columns, origin.child("columns")),
  samples: spec.samples === undefined ? undefined : placeholders.location(spec.samples, origin.child("samples")),
});

function pagingOf(spec: HttpPagingSpec, origin: Origin, placeholders: Placeholders): Paging {
  const pages = {
    origin,
    most: spec.max_pages ?? 1000,
    wait: placeholders.duration(spec.wait ?? "1 second", origin.child("wait")),
  };
  if ("next" in spec) return { kind: "next", next: namesOf(spec.next), ...pages };
  if ("offset" in spec) return { kind: "offset", parameter: spec.offset, size: spec.size, ...pages };
  return { kind: "page", parameter: spec.page, first: spec.first ?? 1, ...pages };
}

/** The names in a path of JSON, which the schema holds to names: `$.data['@odata.nextLink']`. */
const namesOf = (path: string): readonly string[] =>
  [...path.matchAll(/\.([A-Za-z0-9_]+)|\['([^']+)'\]/g)].map(([, dotted, quoted]) => dotted ?? quoted ?? "");
