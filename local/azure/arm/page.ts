import type { Json } from "../../../compiler/emit/json.js";
import type { Answer } from "../call.js";
import { jsonAnswer } from "./resource.js";
import type { ArmRequest } from "./route.js";

/** One page of a list, with a link to the next: https://learn.microsoft.com/rest/api/azure/#async-operations-throttling-and-paging */
export function page({ call, settings }: Pick<ArmRequest, "call" | "settings">, values: readonly Json[]): Answer {
  const from = Number(call.query.get("$skipToken") ?? 0);
  const to = from + settings.pageSize;
  const value = values.slice(from, to);
  if (to >= values.length) return jsonAnswer(200, { value });
  const query = new URLSearchParams(call.query);
  query.set("$skipToken", String(to));
  return jsonAnswer(200, { value, nextLink: `${call.origin}${call.path}?${query}` });
}
