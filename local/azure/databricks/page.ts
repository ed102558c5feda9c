import type { Answer } from "../call.js";
import type { JsonObject } from "../json.js";
import { jsonAnswer } from "./refusals.js";

/**
 * A part of a list, and where there is more, what the next part is asked for with. An empty list is left out.
 * https://docs.databricks.com/api/azure/workspace/jobs/list
 */
export function pageOf<One>(
  name: string,
  all: readonly One[],
  limit: number,
  given: JsonObject,
  shown: (one: One) => JsonObject,
): Answer {
  const from = Number(Buffer.from(String(given["page_token"] ?? ""), "base64url").toString() || 0);
  const page = all.slice(from, from + limit).map(shown);
  const hasMore = all.length > from + limit;
  return jsonAnswer(200, {
    ...(page.length === 0 ? {} : { [name]: page }),
    has_more: hasMore,
    ...(hasMore ? { next_page_token: Buffer.from(String(from + limit)).toString("base64url") } : {}),
  });
}
