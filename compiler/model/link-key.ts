import { keyOfPairs } from "./link-interval.js";
import { carrierOf } from "./link-watermark.js";
import type { LinkedInput, LinkedTable } from "./linked.js";

type Clauses = Pick<
  LinkedTable,
  "inputs" | "explode" | "columns" | "watermark" | "deduplicate" | "interval" | "windows" | "grouping"
>;

/** The columns that tell two rows of a table apart, where its clauses say so. `watermark`: the one on its rows. */
export function keyOf(clauses: Clauses): readonly string[] | undefined {
  const { interval, windows, grouping } = clauses;
  if (windows) return ["window_start", ...windows.groupBy];
  if (grouping) return grouping.groupBy;
  return interval ? keyOfPairs(keyOfRows(clauses), interval) : keyOfRows(clauses);
}

function keyAbove(input: LinkedInput): readonly string[] | undefined {
  if (input.kind === "raw") return input.source.position.key;
  if (input.kind !== "landed") return input.key;
  const { kind, key } = input.source;
  return kind === "database" && key.length > 0 ? key : undefined; // nobody sees to it that rows of files differ in theirs
}

/**
 * The keys by which repeats were removed, if event time is one of them (else a repeat may come once the watermark has
 * passed the first); or the input's key, as long as its columns are passed on and each of its rows is one row here.
 */
function keyOfRows({ inputs, explode, columns, watermark, deduplicate }: Clauses): readonly string[] | undefined {
  if (deduplicate) return watermark && deduplicate.keys.includes(watermark.column) ? deduplicate.keys : undefined;
  const [input, ...others] = inputs;
  if (explode || others.length > 0) return undefined;
  const above = keyAbove(input);
  const here = above?.map((key) => carrierOf(columns, key));
  const kept = here?.filter((name) => name !== undefined);
  return kept?.length === here?.length ? kept : undefined;
}
