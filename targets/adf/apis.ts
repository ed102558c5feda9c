import { withinQuotes } from "../../compiler/expression/print/transact.js";
import type { ApiIr, ApiPagingIr, ApiRowsIr } from "../../compiler/ir/api.js";
import { type ApiLandingIr, apiLandings, type FlowIr, type LandingIr } from "../../compiler/ir/flow.js";
import { grouped } from "./grouped.js";

/** Landings of one API that are paged in one way, which one ForEach does. */
export interface ApiGroup {
  /** 1 is the first; what belongs to another carries its number in its name. */
  readonly number: number;
  readonly api: ApiIr;
  readonly rows: ApiRowsIr["rows"];
  readonly paging: ApiPagingIr;
  readonly landings: readonly [ApiLandingIr, ...ApiLandingIr[]];
}

/** What a ForEach is at: all that differs from source to source. */
export type ApiItem = {
  /** By which the control table knows it; stands between quotes. */
  readonly source: string;
  /** Of the first page, below the API's address; `{page}`, `{offset}`: what the pages are asked for by. */
  readonly url: string;
  /** Below the lake's root. */
  readonly path: string;
};

/** The APIs that are asked, each once. */
export const apisOf = (flows: readonly FlowIr[]): readonly ApiIr[] => [
  ...new Map(
    flows.flatMap(({ landings }) => apiLandings(landings)).map(({ source: { api } }) => [api.name, api]),
  ).values(),
];

export function apiGroupsOf(landings: readonly LandingIr[]): readonly ApiGroup[] {
  const key = ({ source: { api, rows, paging } }: ApiLandingIr) => JSON.stringify([api.name, rows, paging]);
  return grouped(apiLandings(landings), key).map(({ number, things }) => {
    const [{ source }] = things;
    return { number, api: source.api, rows: source.rows, paging: source.paging, landings: things };
  });
}

export const apiItemOf = ({ source, output }: ApiLandingIr): ApiItem => ({
  source: withinQuotes(output.id),
  url: relativeUrl(source),
  path: output.path,
});

function relativeUrl({ path, paging }: ApiRowsIr): string {
  if (paging.kind === "none" || paging.kind === "next") return path;
  return `${path}${path.includes("?") ? "&" : "?"}${paging.parameter}={${paging.kind}}`;
}
