import type { Query } from "./query.js";

/** Some of its rows appear when the watermark has passed them, which a batch without rows may bring: windows, rows without a match. */
export function waitsForWatermark(query: Query): boolean {
  if (query.kind === "windows") return query.corrected === undefined;
  return query.kind === "interval-join" && query.join.how === "left";
}
