import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Origin } from "../source/origin.js";
import { specDiagnostics } from "./diagnostics.js";

interface Mismatch {
  readonly instancePath: string;
  readonly keyword: string;
  readonly data?: unknown;
}

/**
 * Spark's words for joins that are written by others here.
 * https://spark.apache.org/docs/latest/api/python/reference/pyspark.sql/api/pyspark.sql.DataFrame.join.html
 */
const kinds: ReadonlyMap<string, "right" | "full" | "anti"> = new Map([
  ["right", "right"],
  ["rightouter", "right"],
  ["full", "full"],
  ["outer", "full"],
  ["fullouter", "full"],
  ["anti", "anti"],
  ["leftanti", "anti"],
]);

/**
 * Why something is no word of the language that engines would take: what Spark would keep for ever, and lengths of time that it
 * measures in a way of its own. https://spark.apache.org/docs/latest/structured-streaming-programming-guide.html#handling-late-data-and-watermarking
 */
export function stricterThanEngines({ instancePath, keyword, data }: Mismatch, at: Origin): Diagnostic | undefined {
  if (keyword === "minProperties" && /\/join\/[^/]+\/within$/.test(instancePath))
    return specDiagnostics.pairsWithoutBound.at(at, {});
  const isHow = /^\/(silver|gold)\/[^/]+\/join\/[^/]+\/how$/.test(instancePath);
  if (keyword === "enum" && typeof data === "string" && isHow) {
    const kind = kinds.get(data.toLowerCase().replaceAll(/[_ ]/g, ""));
    if (kind) return specDiagnostics.joinOfOtherKind.at(at, { kind });
  }
  if (keyword === "enum" || keyword === "const")
    return data === "forever" && instancePath.endsWith("/deduplicate/within")
      ? specDiagnostics.keysForEver.at(at, {})
      : undefined;
  if (typeof data !== "string" || !["pattern", "anyOf"].includes(keyword)) return undefined;
  const [, count = "", unit = ""] = /^(\d+) (millisecond|second|minute|hour|day|week|month|year)s?$/.exec(data) ?? [];
  if (unit === "month" || unit === "year") return specDiagnostics.calendarLength.at(at, { unit });
  if (/^0+$/.test(count)) return specDiagnostics.noLength.at(at, { isDelay: instancePath.endsWith("/delay") });
  return undefined;
}
