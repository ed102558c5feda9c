import type { ApiPagingIr } from "../../compiler/ir/api.js";
import type { ApiGroup } from "./apis.js";

/**
 * How a copy comes from one page to the next. It ends where a path finds null, or an end condition holds; at the largest number of
 * requests it ends too, and says nothing of it.
 * https://learn.microsoft.com/azure/data-factory/connector-rest#pagination-support
 */
export type PaginationRules = { readonly [rule: string]: string };

export function paginationRules({ paging, rows }: Pick<ApiGroup, "paging" | "rows">): PaginationRules {
  switch (paging.kind) {
    case "none":
      // Nor by links in the headers, which are followed where there is no rule.
      return { supportRFC5988: "false" };
    case "next":
      return { AbsoluteUrl: jsonPath(paging.next), ...most(paging) };
    case "page":
      return ranging(paging.kind, paging.first, 1, rows, most(paging));
    case "offset":
      return ranging(paging.kind, 0, paging.size, rows, most(paging));
  }
}

/** From a number on, without an end but that of a page without rows. */
const ranging = (
  variable: string,
  from: number,
  step: number,
  rows: ApiGroup["rows"],
  most: PaginationRules,
): PaginationRules => ({
  [`QueryParameters.{${variable}}`]: `RANGE:${from}::${step}`,
  [`EndCondition:${jsonPath(rows)}`]: "Empty",
  ...most,
});

/** One more than there may be: so the next activity can tell that there were too many. */
const most = ({ most: pages }: Exclude<ApiPagingIr, { readonly kind: "none" }>): PaginationRules => ({
  MaxRequestNumber: `${pages + 1}`,
});

const jsonPath = (names: readonly string[]): string =>
  `$${names.map((name) => (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? `.${name}` : `['${name}']`)).join("")}`;

/** `hh:mm:ss.fffffff` */
export function timeSpan(milliseconds: number): string {
  const two = (count: number): string => String(count).padStart(2, "0");
  const seconds = Math.floor(milliseconds / 1000);
  const rest = milliseconds % 1000;
  const whole = `00:${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
  return rest === 0 ? whole : `${whole}.${String(rest).padStart(3, "0")}0000`;
}
