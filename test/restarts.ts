import type { Verdict } from "../compiler/lock/change-table.js";

/** A change that was made to a query of Spark 3.5.5 with Delta 3.2.1, which was then started on its old checkpoint. */
export interface Restart {
  readonly id: string;
  readonly change: string;
  readonly verdict: Verdict;
  /** The row of the table of changes that has it, or why the language cannot say it. */
  readonly of: { readonly row: string } | { readonly unsaid: string };
}

/** What was measured; the texts of refusals are left out. Wrong are rows that a plain calculation over all input has otherwise. */
export const restarts: readonly Restart[] = [
  {
    id: "R13a3",
    change: "replace aggregate, same state type: sum(double) -> max(double)",
    verdict: "wrong rows",
    of: { row: "aggregates" },
  },
  {
    id: "R13a5",
    change: "avg(v) -> count,sum (same buffers other order)",
    verdict: "wrong rows",
    of: { row: "aggregates" },
  },
  { id: "R13a6", change: "grouping key k -> k2 (same type string)", verdict: "wrong rows", of: { row: "groups" } },
  { id: "R13a7", change: "grouping key string -> bigint", verdict: "refuses", of: { row: "groups" } },
  { id: "R13a8", change: "add a grouping key k -> k,k2", verdict: "refuses", of: { row: "groups" } },
  { id: "R13a9", change: "same aggregate renamed (alias n -> m)", verdict: "right rows", of: { row: "aggregates" } },
  {
    id: "R13a10",
    change: "aggregate argument changed: sum(v) -> sum(v*10)",
    verdict: "wrong rows",
    of: { row: "aggregates" },
  },
  { id: "R13b1", change: "dedup [id] -> [k] (bigint -> string)", verdict: "refuses", of: { row: "repeats" } },
  { id: "R13b2", change: "dedup [k] -> [k2] (same type)", verdict: "wrong rows", of: { row: "repeats" } },
  { id: "R13b3", change: "dedup [id] -> [id,ts]", verdict: "refuses", of: { row: "repeats" } },
  { id: "R13x1", change: "add a stateful operator to a stateless query", verdict: "refuses", of: { row: "window" } },
  { id: "R13x2", change: "remove the stateful operator", verdict: "wrong rows", of: { row: "window" } },
  { id: "R13x3", change: "dedup -> aggregation (other operator kind)", verdict: "refuses", of: { row: "window" } },
  {
    id: "R13x4",
    change: "add a second stateful operator after the first (dedup -> dedup+agg)",
    verdict: "refuses",
    of: { row: "repeats" },
  },
  {
    id: "R13x5",
    change: "insert a stateful operator BEFORE (agg -> dedup+agg)",
    verdict: "refuses",
    of: { row: "repeats" },
  },
  { id: "R17a", change: "window 10 min -> 5 min, update", verdict: "wrong rows", of: { row: "window" } },
  { id: "R17a2", change: "window 10 min -> 5 min, append", verdict: "wrong rows", of: { row: "window" } },
  { id: "R17b", change: "tumbling 10 -> sliding 10/5, append", verdict: "refuses", of: { row: "window" } },
  { id: "R17e", change: "tumbling -> session window, append", verdict: "refuses", of: { row: "window" } },
  { id: "R17f", change: "session gap 5 -> 30 minutes, append", verdict: "wrong rows", of: { row: "window" } },
  {
    id: "R18a",
    change: "output mode update -> append (window)",
    verdict: "wrong rows",
    of: { unsaid: "windows are only ever appended: the language has no output mode" },
  },
  {
    id: "R18b",
    change: "output mode append -> update (window)",
    verdict: "wrong rows",
    of: { unsaid: "windows are only ever appended: the language has no output mode" },
  },
  {
    id: "R18c",
    change: "output mode update -> complete",
    verdict: "right rows",
    of: { unsaid: "windows are only ever appended: the language has no output mode" },
  },
  { id: "R13c2", change: "join key k -> k2 (same type)", verdict: "refuses", of: { row: "pairs" } },
  { id: "R13c3", change: "join key string -> bigint", verdict: "refuses", of: { row: "pairs" } },
  { id: "R13c4", change: "join range 1 h -> 2 h", verdict: "wrong rows", of: { row: "pairs" } },
  { id: "R13c5", change: "join payload schema: fewer columns kept", verdict: "refuses", of: { row: "pairs" } },
  {
    id: "R15a",
    change: "shuffle.partitions 2 -> 4 (stateful)",
    verdict: "right rows",
    of: { unsaid: "the language has no such setting: Spark keeps the stored value" },
  },
  {
    id: "R15b",
    change: "state store HDFS -> RocksDB",
    verdict: "right rows",
    of: { unsaid: "the language has no such setting: Spark keeps the stored value" },
  },
  {
    id: "R15c",
    change: "multipleWatermarkPolicy min -> max",
    verdict: "right rows",
    of: { unsaid: "the language has no such setting: Spark keeps the stored value" },
  },
  { id: "R11", change: "filter added before the aggregation", verdict: "wrong rows", of: { row: "steps" } },
  { id: "R11b", change: "stateless projection changed, foreachBatch", verdict: "right rows", of: { row: "stateless" } },
  { id: "R01b", change: "2 sources -> 1", verdict: "refuses", of: { row: "inputs" } },
  { id: "R03", change: "file source path changed", verdict: "refuses", of: { row: "files-place" } },
  { id: "R01c", change: "source type file -> Delta", verdict: "refuses", of: { row: "reader" } },
  {
    id: "R01d",
    change: "source type file -> rate",
    verdict: "refuses",
    of: { unsaid: "the language has no source that makes rows up" },
  },
  { id: "R09", change: "Delta sink path changed", verdict: "wrong rows", of: { row: "table" } },
  {
    id: "R12",
    change: "Delta sink, extra output column, no mergeSchema",
    verdict: "refuses",
    of: { row: "shape" },
  },
  {
    id: "R06",
    change: "sink Delta -> foreachBatch",
    verdict: "right rows",
    of: { unsaid: "every query writes by foreachBatch: the language has no other way to write" },
  },
];
