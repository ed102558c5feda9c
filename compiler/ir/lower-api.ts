import type { HttpConnection } from "../model/connection.js";
import type { HttpSource } from "../model/http-source.js";
import type { LinkedHttp } from "../model/linked-landings.js";
import type { ApiIr, ApiPagingIr, ApiRowsIr } from "./api.js";
import { fieldOf } from "./lower-tables.js";

export function apiRowsOf({ pipeline, source, connection, columns, reading }: LinkedHttp): ApiRowsIr {
  return {
    kind: "api-rows",
    id: `${pipeline}/sources.${source.name}`,
    api: apiOf(connection),
    path: source.path + (source.query.length === 0 ? "" : `?${queryOf(source)}`),
    rows: source.rows,
    paging: pagingOf(source),
    read: reading,
    columns: columns.map(fieldOf),
    samples: source.samples,
  };
}

/** The schema lets nothing stand there that an address would have to spell otherwise. */
export const queryOf = ({ query }: HttpSource): string => query.map(({ name, value }) => `${name}=${value}`).join("&");

function pagingOf({ paging }: HttpSource): ApiPagingIr {
  if (paging.kind === "none") return paging;
  const { origin: _, wait, ...rest } = paging;
  return { ...rest, waitMilliseconds: wait.milliseconds };
}

const apiOf = ({ name, host, base, login }: HttpConnection): ApiIr => ({
  name,
  host: host.values,
  base,
  login: login.kind === "header" ? { kind: "header", header: login.header, key: { secret: login.secret } } : login,
});
