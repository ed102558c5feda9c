import type { Difference } from "./differences.js";
import type { QueryKind } from "./query-kind.js";

/** What Spark makes of a change on the old checkpoint, as it was measured. Rows are wrong where a plain calculation has others. */
export type Verdict = "refuses" | "wrong rows" | "right rows";

/** One kind of change: which clauses it is of, in which queries, and what it means for the checkpoint. */
export interface ChangeRow {
  readonly id: string;
  readonly change: string;
  readonly queries: readonly QueryKind[];
  /** As facts are called: `window.*` is every one below `window`, `*` all. Of what is kept: as the YAML calls them. */
  readonly clauses: readonly string[];
  /**
   * `continued`: a new one, which goes on where the old one stopped if nothing else opens one.
   * `refused`: the old one would do, and the table that stands there does not.
   */
  readonly checkpoint: "new" | "continued" | "kept" | "refused";
  /** Of which changes of the clause, where not of all. */
  readonly isOf?: (difference: Difference) => boolean;
  /** Several where it depends on the types or on what else changed. None where Spark keeps no checkpoint of it. */
  readonly spark: readonly Verdict[];
  /** What would be wrong with the old checkpoint; of what is kept, why nothing is. */
  readonly reason: string;
  /** Why a new checkpoint is opened although Spark may have been right. */
  readonly stricter?: string;
}

const stateful = ["watermarked-rows", "windows", "interval-join"] as const;
const tables = ["rows", ...stateful, "replace"] as const;
const hubs = ["ingest", "growing-ingest"] as const;
const ingesting = [...hubs, "new-files", "new-rows"] as const;
const sinks = ["documents", "send", "files"] as const;
const every = [...ingesting, "landing", "apply-changes", ...tables, ...sinks] as const;

/** A number as facts say it; an expression that environments give a value says nothing here. */
const isNumber = (text: string | undefined): boolean => text !== undefined && /^\d+$/.test(text);

/**
 * Every change that opens a new checkpoint, the most particular first: the first row that a clause and a query fit decides. Where
 * Spark's own list is silent or permits more, what was measured on Spark 3.5.5 wins (test/restarts.ts):
 * https://spark.apache.org/docs/latest/structured-streaming-programming-guide.html#recovery-semantics-after-changes-in-a-streaming-query
 */
export const opening: readonly ChangeRow[] = [
  {
    id: "backfill",
    change: "`backfill` is raised",
    queries: every,
    clauses: ["backfill"],
    checkpoint: "new",
    spark: ["right rows"],
    reason: "all input is read again, and the rows that stand there are removed once",
    stricter: "it is raised for this",
  },
  {
    id: "strict",
    change: "with `strict_checkpoints`: anything that decides a row",
    queries: every,
    clauses: ["strict_checkpoints"],
    checkpoint: "new",
    spark: ["right rows"],
    reason: "rows that were made before would stand beside rows that are made otherwise",
    stricter: "the project says `strict_checkpoints: true`",
  },
  {
    id: "hub",
    change: "another namespace, host, hub or topic",
    queries: hubs,
    clauses: ["source.from", "source.hub"],
    checkpoint: "new",
    spark: ["refuses", "wrong rows"],
    reason: "another hub has other events at the same offsets",
  },
  {
    id: "reader",
    change: "a hub's events are read from Capture's files instead of the stream, or the other way",
    queries: hubs,
    clauses: ["source.read"],
    checkpoint: "new",
    spark: ["refuses"],
    reason: "the position is one of another kind of source",
  },
  {
    id: "files-reader",
    change:
      "`platform` has another `spark`, of which one is Databricks: there Auto Loader finds new files, anywhere else Spark's own source",
    queries: ["ingest", "new-files"],
    clauses: ["source.reader"],
    checkpoint: "new",
    spark: ["refuses"],
    reason:
      "`platform.spark` is another: each keeps which files were read in a form of its own, which the other cannot read",
  },
  {
    id: "more-partitions",
    change:
      "a topic of Kafka, or a hub of a `premium` or `dedicated` namespace, that is read as a stream was given more partitions",
    queries: ["growing-ingest"],
    clauses: ["source.partitions"],
    isOf: ({ before, after }) => isNumber(before) && isNumber(after) && Number(after) > Number(before),
    checkpoint: "continued",
    spark: ["right rows"],
    reason: "the partitions that it had are gone on with, and the new ones are read from their first event",
    stricter:
      "where it was not given more but made anew with more, its offsets begin at 0 again: Kafka's client says so at the next start (`failOnDataLoss`) only while it has fewer events than were read before, so raise `backfill` then",
  },
  {
    id: "partitions",
    change:
      "another number of partitions of a hub that keeps the number it was made with (of a `basic` or `standard` namespace) or is read from Capture's files; of any other fewer, or a number that environments decide",
    queries: hubs,
    clauses: ["source.partitions"],
    checkpoint: "new",
    spark: ["refuses", "right rows"],
    reason: "a hub that has fewer partitions is one that was made anew, and its offsets begin at 0 again",
    stricter:
      "whether a hub was given more partitions or was made anew with more cannot be told, and offsets of the one mean nothing in the other",
  },
  {
    id: "files-place",
    change: "files are looked for elsewhere",
    queries: ["new-files"],
    clauses: ["source.account", "source.container", "source.path"],
    checkpoint: "new",
    spark: ["refuses", "wrong rows"],
    reason: "which files were read is known by their paths, so files that were moved would be read twice",
  },
  {
    id: "files-form",
    change: "files are read otherwise: another format, with or without a header, other columns",
    queries: ["new-files"],
    clauses: ["source.format", "source.header", "source.columns"],
    checkpoint: "new",
    spark: ["wrong rows"],
    reason: "files that were read or set aside before are not looked at again",
  },
  {
    id: "lake-place",
    change: "another table of others",
    queries: ["new-rows"],
    clauses: ["source.account", "source.container", "source.path"],
    checkpoint: "new",
    spark: ["refuses"],
    reason: "versions of one table say nothing of another",
  },
  {
    id: "lake-form",
    change: "other columns are read of a table of others",
    queries: ["new-rows"],
    clauses: ["source.format", "source.columns"],
    checkpoint: "new",
    spark: ["refuses", "wrong rows"],
    reason: "rows that were read before lack what is read from now on",
  },
  {
    id: "landing",
    change: "what is landed, from where, or the control table that keeps the marks",
    queries: ["landing"],
    clauses: ["source.*", "control.*"],
    checkpoint: "new",
    spark: [],
    reason: "marks and numbers of landings are of one source and one control table",
  },
  {
    id: "merging",
    change: "how landed rows are merged: keys, order, kind of history, deletes, and the columns that these are made of",
    queries: ["apply-changes"],
    clauses: ["apply_changes.*", "columns.*"],
    checkpoint: "new",
    spark: [],
    reason: "rows that were merged by another key or order are none of this table",
  },
  {
    id: "replaced",
    change: "anything that decides a row of a table that is replaced as a whole",
    queries: ["replace"],
    clauses: ["*"],
    checkpoint: "new",
    spark: ["wrong rows"],
    reason: "the table would stay as it is until one of its inputs changes",
  },
  {
    id: "inputs",
    change: "other tables are read, or in another order",
    queries: tables,
    clauses: ["from"],
    checkpoint: "new",
    spark: ["refuses"],
    reason: "positions are kept in the order in which a query reads",
  },
  {
    id: "explode",
    change: "the array of which each element is a row, in a table without state",
    queries: ["rows"],
    clauses: ["explode.*"],
    checkpoint: "continued",
    spark: ["right rows"],
    reason:
      "counts that were recorded of a batch are of other elements; each row is made for itself, so those that stand there stay",
    stricter:
      "a batch that was recorded and not finished when it changed would be made again with other counts, and stop the query for good",
  },
  {
    id: "lookup",
    change: "a table that rows are looked up in, how, or by what, in a table without state",
    queries: ["rows"],
    clauses: ["join.*"],
    checkpoint: "continued",
    spark: ["right rows"],
    reason:
      "the versions that batches looked rows up in are recorded by the names of joins; each row is made for itself, so those that stand there stay",
    stricter:
      "a batch that was recorded and not finished when it changed would be made again with another table than its record says",
  },
  {
    id: "lookup-and-state",
    change: "a table that rows are looked up in, how, or by what",
    queries: ["watermarked-rows"],
    clauses: ["join.*"],
    checkpoint: "new",
    spark: ["right rows"],
    reason: "the versions that batches looked rows up in are recorded by the names of joins",
    stricter:
      "a batch that was recorded and not finished when it changed would be made again with another table than its record says",
  },
  {
    id: "pairs",
    change:
      "of a join of two streams: its kind, keys or bounds, the columns that are kept of the other stream, or the columns of its own",
    queries: ["interval-join"],
    clauses: ["join.*", "joined.*", "joined_as.*", "columns.*"],
    checkpoint: "new",
    spark: ["refuses", "wrong rows"],
    reason: "rows that wait for a match stand in the state as they were, for as long as they were to",
  },
  {
    id: "steps",
    change:
      "what comes before a state: a filter, an expectation that moves rows, the expression or type of a column that decides",
    queries: stateful,
    clauses: ["explode.*", "columns.*", "where", "expect.*", "body.*", "format", "format.*"],
    checkpoint: "new",
    spark: ["refuses", "wrong rows", "right rows"],
    reason: "what was kept before the change was made of other rows, and is added to",
    stricter:
      "of an expectation that only gets another name Spark is right; it is not told from one that goes beside another one that comes",
  },
  {
    id: "delay",
    change: "a watermark's column, its delay (but for `delay-upsert`), or how far ahead a row may be",
    queries: stateful,
    clauses: ["watermark.*", "joined_watermark.*"],
    checkpoint: "new",
    spark: ["wrong rows"],
    reason: "a watermark does not go back, and rows that were late before stay out",
  },
  {
    id: "repeats",
    change: "the keys by which repeats are known",
    queries: ["watermarked-rows", "windows"],
    clauses: ["deduplicate"],
    checkpoint: "new",
    spark: ["refuses", "wrong rows"],
    reason: "rows that were left out as repeats by other keys are missing",
  },
  {
    id: "window",
    change: "a window's type, column or lengths, or a window where there was none",
    queries: ["watermarked-rows", "windows", "rows"],
    clauses: ["window.*"],
    checkpoint: "new",
    spark: ["refuses", "wrong rows"],
    reason: "windows that were begun keep their old bounds, beside new ones",
  },
  {
    id: "groups",
    change: "the columns that are grouped by",
    queries: ["watermarked-rows", "windows", "rows"],
    clauses: ["group_by"],
    checkpoint: "new",
    spark: ["refuses", "wrong rows"],
    reason: "what was added up for the old groups is gone on with as if it were the new ones",
  },
  {
    id: "aggregates",
    change: "an aggregate",
    queries: ["watermarked-rows", "windows", "rows"],
    clauses: ["aggregates.*"],
    checkpoint: "new",
    spark: ["refuses", "wrong rows", "right rows"],
    reason: "what was added up by the old one is gone on with as if it were the new one",
    stricter: "of an aggregate that only gets another name Spark is right, and the table has another column",
  },
  {
    id: "corrected",
    change: "`late_rows` becomes `upsert`, or no longer is, in the table above windows that declares their watermark",
    queries: ["windows"],
    clauses: ["late_rows"],
    checkpoint: "new",
    spark: ["refuses", "wrong rows"],
    reason:
      "windows that late rows are added to are held in their table with `_parts` and have no state in Spark; others have a state, and their table has no parts",
  },
  {
    id: "state",
    change: "a state is added or taken away: steps, a watermark or windows that were none before",
    queries: tables,
    clauses: [
      ...["columns.*", "where", "expect.*", "body.*", "format", "format.*", "watermark.*", "deduplicate"],
      ...["window.*", "group_by", "aggregates.*", "join.*", "joined.*", "joined_as.*", "joined_watermark.*"],
      ...["explode.*", "write", "partition_by"],
    ],
    checkpoint: "new",
    spark: ["refuses", "wrong rows"],
    reason: "the old checkpoint has no such state, or has one that nobody closes",
  },
  {
    id: "store",
    change: "a sink's store, database, container, hub or folder",
    queries: sinks,
    clauses: ["store.*"],
    checkpoint: "new",
    spark: ["wrong rows"],
    reason: "the new place would have only new rows",
  },
  {
    id: "document-keys",
    change: "the key of documents, or the column that they are partitioned by",
    queries: ["documents"],
    clauses: ["key", "partition_key"],
    checkpoint: "new",
    spark: ["wrong rows"],
    reason: "documents that were written before go by other ids",
  },
  {
    id: "file-form",
    change: "the format or columns of a sink's files, or its name",
    queries: ["files"],
    clauses: ["sink", "format", "columns"],
    checkpoint: "new",
    spark: ["wrong rows"],
    reason: "files of two forms would stand in one folder",
  },
  {
    id: "table",
    change: "the place of a table",
    queries: every,
    clauses: ["table"],
    checkpoint: "new",
    spark: ["wrong rows"],
    reason: "the new place would have only new rows",
  },
  {
    id: "unknown",
    change: "a clause that this version of sluice has no row for, of a lock that another one wrote",
    queries: every,
    clauses: ["*"],
    checkpoint: "new",
    spark: ["refuses", "wrong rows", "right rows"],
    reason: "what it means for the state is not known here",
    stricter: "what is not known cannot be shown to be harmless",
  },
];

/**
 * What no checkpoint depends on and no table takes: Delta would leave columns out in silence, so a notebook does not write into a
 * table that is not as declared. Found by the columns and folders of the tables themselves, whichever clause made them.
 */
export const reshaping: ChangeRow = {
  id: "shape",
  change:
    "a column of a table comes, goes or is of another type, or the table is partitioned by other columns; but for columns that `on_schema_change: add` adds",
  queries: [...ingesting, "apply-changes", ...tables],
  clauses: ["columns.*", "partition_by"],
  checkpoint: "refused",
  spark: ["refuses"],
  reason: "a table that stands there has the columns and folders that it was made with",
};

/** Every change that goes on with the checkpoint, by clauses of a table, a source or a sink in the YAML; the first that fits is it. */
export const keeping: readonly ChangeRow[] = [
  {
    id: "rhythm",
    change: "how often a batch is made",
    queries: every,
    clauses: ["streaming"],
    checkpoint: "kept",
    spark: ["right rows"],
    reason: "what a batch holds decides no row",
  },
  {
    id: "words",
    change: "descriptions",
    queries: every,
    clauses: ["description"],
    checkpoint: "kept",
    spark: ["right rows"],
    reason: "no row is made of it",
  },
  {
    id: "names",
    change: "`renamed_from`, another name of the pipeline, or another pipeline",
    queries: every,
    clauses: ["renamed_from"],
    checkpoint: "kept",
    spark: ["right rows"],
    reason: "tables and checkpoints keep the names by which they were first compiled",
  },
  {
    id: "late",
    change: "what becomes of late rows",
    queries: ["rows", ...stateful],
    clauses: ["late_rows"],
    checkpoint: "kept",
    spark: ["right rows"],
    reason: "which rows are late stays the same",
  },
  {
    id: "stateless",
    change: "columns, filters and expectations of a table without state, how far ahead a row may be among them",
    queries: ["rows", "apply-changes"],
    clauses: ["columns", "with_columns", "except", "where", "expect", "watermark.ahead"],
    checkpoint: "kept",
    spark: ["right rows"],
    reason: "each row is made for itself; those that stand there stay as they were made",
  },
  {
    id: "delay-upsert",
    change: "a watermark's delay with `late_rows: upsert` and no `deduplicate`, or the same delay in other words",
    queries: ["rows", "watermarked-rows", "windows"],
    clauses: ["watermark", "watermark.*"],
    checkpoint: "kept",
    spark: ["right rows"],
    reason:
      "late rows are written like others and windows are corrected by them, so that it decides only how many are counted as late",
  },
  {
    id: "undeciding",
    change: "columns that decide neither state nor where a row goes, and expectations that only warn",
    queries: stateful,
    clauses: ["columns", "with_columns", "except", "expect"],
    checkpoint: "kept",
    spark: ["right rows"],
    reason: "nothing of them stands in the state; rows that stand there stay as they were made",
  },
  {
    id: "growing",
    change: "more columns of files or of a table of others, with `on_schema_change: add`",
    queries: ["new-files", "new-rows"],
    clauses: ["on_schema_change", "source.columns"],
    checkpoint: "kept",
    spark: ["right rows"],
    reason: "the table gets the columns, null in the rows that it holds",
  },
  {
    id: "delivered",
    change: "which rows are sent on from now on, and which columns to a hub or as documents",
    queries: sinks,
    clauses: ["where", "columns"],
    checkpoint: "kept",
    spark: ["right rows"],
    reason: "what was sent before stays sent, as it was",
  },
  {
    id: "beside",
    change: "anything else",
    queries: every,
    clauses: ["*"],
    checkpoint: "kept",
    spark: ["right rows"],
    reason: "neither position nor state depends on it",
  },
];

/** All rows, as docs/state.md shows them. */
export const changeTable: readonly ChangeRow[] = [...opening, reshaping, ...keeping];
