import { defineDiagnostics } from "../diagnostics/diagnostic.js";

type Nothing = Record<string, never>;

/** What lets a watermark hold on a window's column: declaring one, or reading, or carrying on, the one that there is. */
export type WatermarkRemedy =
  | { readonly kind: "declare"; readonly table: string }
  | { readonly kind: "between"; readonly input: string }
  | { readonly kind: "carry"; readonly table: string; readonly column: string }
  | { readonly kind: "above"; readonly table: string };

/** The table above in which events are parsed, and whether a watermark is declared in it, or below it. */
export interface WatermarkTable {
  readonly table: string;
  readonly isDeclared: boolean;
}

function spell(remedy: WatermarkRemedy): string {
  switch (remedy.kind) {
    case "declare":
      return `declare one in '${remedy.table}'`;
    case "between":
      return `declare one in a table that reads '${remedy.input}', and let the window read that table`;
    case "carry":
      return `'${remedy.table}' declares one on '${remedy.column}', which must come here unchanged but for its name`;
    case "above":
      return `'${remedy.table}' holds results of windows, which have none; make the window over what it reads`;
  }
}

/** Where a column is made that a table is partitioned by: of a row here, of one that is looked up, or of a group of rows. */
export type PartitionColumn = "in a row" | "in a group" | LookedUp;

interface LookedUp {
  readonly of: string;
  readonly lookedUpIn: string;
  /** It is an aggregate there, on which no condition can be written. */
  readonly isOfGroup: boolean;
}

function notEmpty(column: string, made: PartitionColumn): string {
  if (made === "in a row") return `expect '${column} <> ''' here or in the table that it comes from`;
  if (made === "in a group") return `expect '${column} <> ''' in a table that reads this one, and partition that one`;
  const { of, lookedUpIn, isOfGroup } = made;
  return isOfGroup
    ? `expect '${of} <> ''' in a table that reads '${lookedUpIn}', and look rows up in that one`
    : `expect '${of} <> ''' in '${lookedUpIn}'`;
}

/** What cannot be right although every name and type is. */
export const checkDiagnostics = defineDiagnostics("check", {
  dataFlowClause: {
    severity: "error",
    message: (p: { table: string; clause: string; reason: string }) =>
      `'${p.clause}' is not for a mapping data flow: ${p.reason}. Leave 'engine: data-flow' of '${p.table}' out.`,
    explanation:
      "A table with `engine: data-flow` has the rows that notebooks would write. What a data flow cannot do as they do it is refused; without `engine` the table is written by notebooks.",
  },
  dataFlowAppends: {
    severity: "error",
    message: (p: { table: string }) =>
      `A mapping data flow computes a table as a whole: write 'write: replace' in '${p.table}'.`,
    explanation:
      "A data flow reads all rows of the last reading and puts its result in place of what the table holds, in one commit.",
  },
  dataFlowInput: {
    severity: "error",
    message: (p: { table: string; input: string }) =>
      `A mapping data flow reads a table with 'format: parquet' that lands files as a whole ('kind: files', 'read: full'), and '${p.input}' is something else: leave 'engine: data-flow' of '${p.table}' out.`,
    explanation:
      "It reads a bronze table with `format: parquet` whose source has `kind: files` and `read: full`: data flows run once that has landed, and wait neither for notebooks nor for each other. Values of a database's columns may not fit what is declared, which notebooks check row by row.",
  },
  dataFlowFormat: {
    severity: "error",
    message: (p: { table: string; input: string }) =>
      `'${p.table}' is computed by a mapping data flow, which reads Parquet: write 'format: parquet' in '${p.input}'.`,
    explanation:
      "Text between delimiters would be read by the data flow's own reader, whose rules differ from those of the notebooks' checked one.",
  },
  dataFlowColumn: {
    severity: "error",
    message: (p: { table: string; column: string }) =>
      `'${p.column}' is no string, and a mapping data flow would make null of a value that does not fit: declare it 'string', or leave 'engine: data-flow' of '${p.table}' out.`,
    explanation:
      "Files land as texts. Notebooks check each of them against the declared type and stop at one that does not fit; a data flow's conversions give null instead.",
  },
  dataFlowExpression: {
    severity: "error",
    message: (p: { table: string; what: string; because: string | undefined }) =>
      `'${p.what}' has no spelling in a mapping data flow${p.because === undefined ? "" : `: ${p.because.replace(/\.$/, "")}`}. Write it otherwise, or leave 'engine: data-flow' of '${p.table}' out.`,
    explanation:
      "A function is spelled in a data flow where its vendor's page says that it does the same as Spark's. The manual's page of functions says of each whether it has a spelling there. https://learn.microsoft.com/azure/data-factory/data-flow-expressions-usage",
  },
  columnsTwice: {
    severity: "error",
    message: (_: Nothing) => "A table has either 'columns' (exactly these) or 'with_columns' (these added), not both.",
    explanation: "`columns` lists the whole row; `with_columns` keeps the input's columns and adds to them.",
  },
  exceptBesideColumns: {
    severity: "error",
    message: (_: Nothing) =>
      "'columns' lists the whole row, so there is nothing to remove: leave 'except' out, or add columns by 'with_columns'.",
    explanation:
      "`except` removes columns of the input, all of which a table has that does not list its own under `columns`.",
  },
  watermarkColumnNullable: {
    severity: "error",
    message: (p: { column: string }) =>
      `'${p.column}' can be null, and a row without event time is in no window and never late. Add an expectation: '${p.column} is not null'.`,
    explanation:
      "The column of a watermark must be known not to be null: by an expectation that quarantines, drops or fails rows without it, or by its type.",
  },
  watermarkWithoutArrival: {
    severity: "error",
    message: (p: { input: string; instead: WatermarkTable | undefined }) => {
      const said = `A watermark stands where events are parsed, on a table that reads a bronze one; '${p.input}' no longer says when its rows arrived`;
      if (p.instead === undefined) return `${said}.`;
      const { table, isDeclared } = p.instead;
      return `${said}: ${isDeclared ? `leave it out, '${table}' declares one` : `declare it in '${table}'`}, which tables below inherit.`;
    },
    explanation:
      "A row far beyond its arrival would close windows for all others, so each event time is compared with the arrival of its event, which only a table over bronze sees. Tables below inherit the watermark.",
  },
  deduplicateWithoutWatermark: {
    severity: "error",
    message: (p: { instead: WatermarkTable | undefined }) => {
      if (p.instead === undefined)
        return "Repeats within the watermark need a 'watermark' in the same table: without one each key would be kept for ever.";
      const { table, isDeclared } = p.instead;
      return `Repeats are removed in the table that declares the watermark, where each row still has its place in the source: ${isDeclared ? `deduplicate in '${table}', which does` : `declare one in '${table}', and deduplicate there`}.`;
    },
    explanation:
      "`within: watermark` bounds how long keys are compared. The table that removes repeats declares the watermark that does it.",
  },
  lateRowsWithoutWatermark: {
    severity: "error",
    message: (p: { instead: WatermarkTable | undefined }) => {
      const said = "'late_rows' says what becomes of rows behind the watermark, and this table declares none";
      if (p.instead === undefined) return `${said}: add a 'watermark', or leave 'late_rows' out.`;
      const { table, isDeclared } = p.instead;
      return `${said}: say it in '${table}', ${isDeclared ? "which does" : "beside a 'watermark'"}.`;
    },
    explanation: "Lateness is decided in the table that declares the watermark.",
  },
  windowWithoutWatermark: {
    severity: "error",
    message: (p: { column: string; remedy: WatermarkRemedy }) =>
      `No watermark holds on '${p.column}', so no window would ever be complete: ${spell(p.remedy)}.`,
    explanation:
      "A window is written once, when the watermark has passed its end. The window's column must be the one that carries the watermark, unchanged but for its name.",
  },
  watermarkOfUnion: {
    severity: "error",
    message: (p: { column: string; input: string }) =>
      `No watermark holds on '${p.column}': '${p.input}' is written from several inputs, each at its own pace, so the cuts of batches would decide which rows are late. Let the windowed table itself read them, by 'union'.`,
    explanation:
      "Each input of a union has passed its own watermark. One query that reads them all waits for the slowest; in a table that is written from all of them the slow one's rows stand behind those of the fast one, and a window would find them late.",
  },
  watermarkOfLeftJoin: {
    severity: "error",
    message: (p: { column: string; table: string | undefined }) =>
      `No watermark holds on '${p.column}': ${p.table === undefined ? "" : `in '${p.table}' `}a row without a match comes once it can have none, long behind others, so the cuts of batches would decide whether it is late. Make the window over ${p.table === undefined ? "the table before the join, or write 'how: inner' and the window in a table that reads this one" : "an 'inner' join, or over the table before the join"}.`,
    explanation:
      "A `left` join `within` a time writes a row without a match when both watermarks have passed all that it could match. After a restart Spark knows neither until both inputs have brought rows, while pairs are written at once: no delay bounds how far behind the latest row such a row is, and a window would find it late.",
  },
  watermarksDiffer: {
    severity: "error",
    message: (p: { delay: string; input: string; otherDelay: string; other: string }) =>
      `'${p.input}' waits ${p.delay} and '${p.other}' ${p.otherDelay}; a window over both needs one delay, or rows that one of them still takes would be late for it.`,
    explanation:
      "What lies below a window over several inputs inherits one watermark, with one delay. Declare the same in each.",
  },
  lateRowsUndecided: {
    severity: "error",
    message: (p: { table: string }) =>
      `Others rely on the watermark of '${p.table}', which does not say what becomes of late rows, and Spark would drop them without a trace: write 'late_rows' beside it.`,
    explanation:
      "Rows behind the watermark must be counted, diverted or refused before a window, or a join `within` a time, sees them; Spark's state would drop them without a trace. `late_rows` stands in the table that declares the watermark, or under `defaults` in sluice.yaml.",
  },
  joinWithoutEquality: {
    severity: "error",
    message: (p: { join: string }) =>
      `The join '${p.join}' compares nothing for equality, so each row would be compared with every other: at least one column must be equal to one of the other table.`,
    explanation:
      "Rows find each other by equal values (`a = other.b`); any further condition may stand beside it with `and`. Without an equality each row would be compared with every other. `<=>` does not count: a null key matches nothing.",
  },
  joinMultiplies: {
    severity: "error",
    message: (p: { join: string; table: string; key: readonly string[] | undefined }) =>
      p.key === undefined
        ? `A row could match several rows of '${p.table}', which has no known key, and would be there several times, as many as that holds when the batch is made. Join a table with a key, or keep rows with a match by 'how: semi'.`
        : `A row could match several rows of '${p.table}' and would be there several times, as many as that holds when the batch is made: compare each column of its key (${p.key.join(", ")}) with '=', or keep rows with a match by 'how: semi'.`,
    explanation:
      "Each row of the table stays one row, so at most one row of the other table may match. That is known where the condition says what each column of the other table's key is equal to. A table's key follows from `deduplicate`, if the watermark's column is one of its keys, or from `window` and `group_by`, or is that of a landed table of a database; files that are landed have none until `apply_changes` keeps one row of each key. Integers that are compared as doubles do not count, because large ones become equal.",
  },
  joinBesideDeduplicate: {
    severity: "error",
    message: (p: { join: string }) =>
      `A repeat of a row that the join '${p.join}' leaves out would not be found, and a later batch might join it. Put the join into a table that reads this one, or use 'how: left'.`,
    explanation:
      "Repeats are removed by comparing with the rows that the table holds. A row that an `inner` or `semi` join leaves out is not among them, so its repeat would be joined again, and perhaps find a match then.",
  },
  windowIncomplete: {
    severity: "error",
    message: (p: { missing: string; because: string }) => `'${p.missing}' is missing beside '${p.because}'.`,
    explanation:
      "`window` says over which stretch of event time is computed, `group_by` for which keys, and `aggregates` what: without the latter there is nothing to compute.",
  },
  partitionsDiffer: {
    severity: "error",
    message: (p: { place: string; other: string; partitions: string; environment: string | undefined }) =>
      `${p.environment === undefined ? "" : `In '${p.environment}', `}'${p.other}' says of ${p.place} that 'partitions' is ${p.partitions}: it has one number.`,
    explanation:
      "A hub or topic has one number of partitions, whoever reads it or sends to it. It cannot be both, in the cloud or on this machine; write the one that it has.",
  },
  sameStore: {
    severity: "error",
    message: (p: { place: string; other: string; isOfOne: boolean }) =>
      p.isOfOne
        ? `All of these would write to ${p.place}, as '${p.other}' does: let '\${each}' tell their places apart.`
        : `'${p.other}' writes to ${p.place} already.`,
    explanation:
      "Two sinks on one container would overwrite each other's documents, and the events or files of two sinks in one place could not be told apart. Give each its own.",
  },
  folderOfLake: {
    severity: "error",
    message: (p: { folder: string }) =>
      `'${p.folder}' would stand among the lake's own tables: give the files a folder that begins otherwise, or a container of their own.`,
    explanation:
      "In the lake's container `bronze`, `silver` and `gold` hold its tables. Delta removes files that it does not know, and creates no table where there are files already.",
  },
  keyNotText: {
    severity: "error",
    message: (p: { column: string; type: string; table: string }) =>
      `'${p.column}' is part of the key of '${p.table}' and is of type ${p.type}; an id is a text made of the key, and different values could give one text.`,
    explanation:
      "A document's `id` and an event's `event_id` are made of the key's columns. Arrays, structs and bytes have no text of their own: take out what tells rows apart as a column (`hex(bytes)`, a field of the struct).",
  },
  readHere: {
    severity: "error",
    message: (p: { place: string; source: string }) =>
      `'${p.source}' reads ${p.place}, so what is sent there would come back, and be sent again.`,
    explanation:
      "A hub, topic or folder that the project reads is no place for what is computed from it: send to another one.",
  },
  filesOfLake: {
    severity: "error",
    message: (p: { path: string }) =>
      `'${p.path}' would find files of the lake's own tables; read the table itself ('from: silver.…'), or files of another folder.`,
    explanation:
      "In the lake's container `bronze`, `silver` and `gold` hold its tables. Not each file below them is part of its table: Delta's log says which are.",
  },
  folderOfTable: {
    severity: "error",
    message: (p: { folder: string; source: string }) =>
      `'${p.folder}' is in the folder of the Delta table that '${p.source}' reads, and files that are not the table's own do not stay there: send to another folder.`,
    explanation:
      "Who cleans a Delta table up (`VACUUM`) removes all files below its folder that its log does not name.",
  },
  tableOfLake: {
    severity: "error",
    message: (p: { path: string }) =>
      `'${p.path}' is a place of the lake's own tables; read the table itself ('from: silver.…'), or a table of another folder.`,
    explanation:
      "In the lake's container `bronze`, `silver` and `gold` hold its tables. A source `kind: lake` is a table that others write; tables of the project, of another pipeline too (`from: other/silver.…`), are read by their names, so that they are made before they are read.",
  },
  columnNotStorable: {
    severity: "error",
    message: (p: { column: string; type: string }) => `'${p.column}' is of type ${p.type}, which a table cannot hold.`,
    explanation:
      "An interval or a bare null lives in expressions only. Turn a difference of times into a number (`unix_micros(a) - unix_micros(b)`), and give a null a type with `try_cast(null as …)`.",
  },
  keyNotComparable: {
    severity: "error",
    message: (p: { column: string; type: string }) =>
      `'${p.column}' is of type ${p.type}; a map cannot be compared, so it cannot be a key.`,
    explanation:
      "Rows are grouped and compared by keys, and Spark compares no maps. Take a value out of the map (`m['k']`) as a column.",
  },
  hopLongerThanSize: {
    severity: "error",
    message: (_: Nothing) => "A hop longer than the window would leave rows in no window at all.",
    explanation: "Hopping windows overlap or touch: `hop` is at most `size`.",
  },
  offsetTooLong: {
    severity: "error",
    message: (p: { offset: string; step: string; suggestion: string | undefined }) =>
      `Windows begin every ${p.step}, so an offset has to be shorter than that: ${p.suggestion === undefined ? `leave out ${p.offset}, which gives the same windows.` : `'${p.suggestion}' gives the same windows as ${p.offset}.`}`,
    explanation:
      "`offset` moves where windows begin, and they begin every `hop` (tumbling ones every `size`). Spark refuses one that is not shorter than that.",
  },
  sessionWithoutKey: {
    severity: "error",
    message: (_: Nothing) => "Sessions are of something: say of what with 'group_by'.",
    explanation:
      "A session ends when nothing comes for the gap; over all rows together it would hardly ever end, and Spark refuses it.",
  },
  aggregateNotStreaming: {
    severity: "error",
    message: (p: { call: string; instead: string }) => `A stream cannot compute '${p.call}'; use '${p.instead}'.`,
    explanation: "Spark refuses exact distinct aggregates on streams, because their state has no bound.",
  },
  reservedExpectation: {
    severity: "error",
    message: (p: { name: string }) =>
      `'${p.name}' is the name of an expectation that every such table has; give this one another name.`,
    explanation:
      "`unparsable` (the body is no object of the declared columns) and `not_ahead` (see `watermark`) are reported under these names in the quarantine.",
  },
  sinkWithoutKey: {
    severity: "error",
    message: (p: { table: string }) =>
      `'${p.table}' has no key, so its rows could not be written again without becoming twice as many. Deduplicate it by keys that include the event time, or aggregate it.`,
    explanation:
      "A sink must survive a replayed batch: documents are upserted by the table's key, and events carry it as `event_id`, without which a reader could not tell a repeat from a new event. The key follows from `deduplicate`, if the watermark's column is one of its keys (else a repeat may come once the watermark has passed the first), or from `window` and `group_by`.",
  },
  sinkKeyNullable: {
    severity: "error",
    message: (p: { column: string; table: string }) =>
      `'${p.column}' is part of the key of '${p.table}' and can be null; a key must not be.`,
    explanation:
      "Add an expectation that the column is not null to the table, or to the one it reads; or a `where` that says so to the sink.",
  },
  sinkKeyOfReading: {
    severity: "error",
    message: (p: { column: string; table: string; of: string }) =>
      `'${p.column}' is part of the key of '${p.table}' and made of '${p.of}', which is another one when all is read again ('backfill'): each row would be written once more, beside what was written of it. Make the key of what the rows themselves say.`,
    explanation:
      "Documents are upserted by the table's key, and events carry it as `event_id`. `landed_at` and `landed_row` say when a row of a table that others write was read, so no key of a sink can hold them. Where an event or a row of a file stood (`enqueued_at`, `partition`, `offset`; `file_path`, `file_modified_at`, `file_row`) it stands however often it is read.",
  },
  partitionKeyOutsideKey: {
    severity: "error",
    message: (p: { column: string; key: readonly string[] }) =>
      `'${p.column}' is not part of the table's key (${p.key.join(", ")}), so a row could change its partition and stand there twice.`,
    explanation:
      "A document is identified by its `id` within a partition. A partition key outside of the table's key would have to be immutable.",
  },
  eventKeyNullable: {
    severity: "error",
    message: (p: { column: string }) =>
      `'${p.column}' can be null, and an event without a key goes to any partition. Add 'where: ${p.column} is not null' to the sink, or an expectation to the table.`,
    explanation:
      "Events with one key go to one partition, where a reader finds all of them. Events without a key would be scattered over all partitions without a sign.",
  },
  folderColumn: {
    severity: "error",
    message: (p: { column: string }) =>
      `The files' folders are called 'checkpoint=…/batch=…', so a reader would find '${p.column}' there and in the rows: leave it out by 'columns', or give it another name in the table.`,
    explanation:
      "A reader such as Spark takes the names of folders for columns, and what stands in the files under the same name is not seen.",
  },
  notInCsv: {
    severity: "error",
    message: (p: { column: string; type: string }) =>
      `'${p.column}' is of type ${p.type}, which a CSV file cannot hold: write 'format: json' or 'parquet', or leave the column out by 'columns'.`,
    explanation: "A cell of a CSV file holds text, a number, a boolean or a time.",
  },
  captureMissing: {
    severity: "error",
    message: (_: Nothing) => "'read: capture' needs 'capture': how often the hub's files are written.",
    explanation: "The files are written by Event Hubs Capture, which must be declared to be on.",
  },
  basicTier: {
    severity: "error",
    message: (p: { connection: string }) =>
      `The namespace of '${p.connection}' is of the basic tier, which has neither a Kafka endpoint nor Capture.`,
    explanation: "See the table of tiers: https://learn.microsoft.com/azure/event-hubs/compare-tiers",
  },
  sameLocation: {
    severity: "error",
    message: (p: { path: string; other: string }) =>
      `This would be written to '${p.path}', which '${p.other}' is written to.`,
    explanation:
      "Tables stand at `layer/name` in the lake, their quarantine and late rows at `layer/name_quarantine` and `layer/name_late`, what `delete_when` deleted at `layer/name_deleted`, and with `ignore_null` the places of values at `layer/name_sequences`; names are unique within a layer over all pipelines.",
  },
  renamedFromDeclared: {
    severity: "error",
    message: (p: { name: string; isItself: boolean }) =>
      p.isItself
        ? `'${p.name}' is this table's own name: 'renamed_from' says the one that it had before.`
        : `'${p.name}' is still declared: only a table that is gone goes on under another name.`,
    explanation:
      "A renamed table takes over the place, the rows and the checkpoint of its old name, and two tables cannot share them.",
  },
  partitionType: {
    severity: "error",
    message: (p: { column: string; type: string }) =>
      `'${p.column}' is ${p.type}, which cannot be the name of a folder: partition by text, a number without fraction, a boolean or a date.`,
    explanation:
      "Each value of a partition column becomes the name of a folder, and files are found by it. Values of other types have no one spelling, or no equality.",
  },
  partitionPerInstant: {
    severity: "warning",
    message: (p: { column: string }) =>
      `'${p.column}' is a timestamp: every instant would be a folder of its own. Make a column with its date, as 'cast(${p.column} as date)'.`,
    explanation:
      "Each folder holds files of its own, and a table of many small files is slow to read and dear to keep. Partition by few different values: below a terabyte most tables need no partitions at all (https://learn.microsoft.com/azure/databricks/tables/partitions).",
  },
  partitionEverything: {
    severity: "error",
    message: (_: Nothing) =>
      "A table cannot be partitioned by all of its columns: nothing would be left for its files.",
    explanation:
      "Values of partition columns stand in the names of folders, the others in files. Delta refuses a table without the latter.",
  },
  partitionEmptyText: {
    severity: "error",
    message: (p: { column: string; made: PartitionColumn }) =>
      `'${p.column}' could be '', which Delta gives back as null from a partition: ${notEmpty(p.column, p.made)}.`,
    explanation:
      "The name of a folder cannot be empty, so Delta's protocol reads an empty text there as null (https://github.com/delta-io/delta/blob/master/PROTOCOL.md#partition-value-serialization). A condition under `where` or `expect` that excludes it (`<> ''`, `= 'a'`, `in ('a', 'b')`) shows that it cannot happen.",
  },
  schemaOfBodies: {
    severity: "error",
    message: (p: { table: string; source: string }) =>
      `'${p.table}' keeps what ${p.source} brings unparsed, so its columns are the same whatever the source declares: leave 'on_schema_change' out.`,
    explanation:
      "Columns of a hub's or topic's events, and of files of JSON and CSV, are made by the tables that read bronze: there `on_schema_change` says what becomes of new ones. A column that a JSON body does not have is null. Cells of CSV are known by their places, so with another header all files are read anew: raise `backfill`.",
  },
  schemaOfState: {
    severity: "error",
    message: (p: { rows: "windows" | "pairs" }) =>
      `A table of ${p.rows} cannot get columns later: a new column makes another state, and its rows are computed anew. Leave 'on_schema_change' out, and raise 'backfill' when a column is new.`,
    explanation:
      "What a windowed query adds up, and the rows that wait for a match in a join `within` a time, stand in Spark's state, or, where late rows correct windows, in parts of each, which know no column that was not there from the start. A changed table is begun anew.",
  },
  aggregatesWithoutEnd: {
    severity: "error",
    message: (p: { instant: string | undefined }) =>
      p.instant === undefined
        ? "Aggregates over all rows are never final: say 'window' for results that are, or 'write: replace' to compute the table anew whenever its input has changed."
        : `Each instant of '${p.instant}' would be a group of its own, so state would hold as many groups as rows come within the delay: say 'window', which says how long a group is, or 'write: replace' to compute the table anew whenever its input has changed.`,
    explanation:
      "A stream adds rows to a table and takes none back, so it can write an aggregate only once no more rows will change it: when the watermark has passed the end of its window. Groups by the event time itself end too, but nothing says how many are open; a window of a second does. `write: replace` swaps the whole table instead, at the price of reading all of the input each time.",
  },
  notAdditive: {
    severity: "error",
    message: (p: { table: string; column: string; call: string; digits: number | undefined }) =>
      p.digits !== undefined
        ? `'${p.call}' has no room for more digits, so rows cannot be added to '${p.column}' (${p.table} has 'late_rows: upsert'): cast what it is of to a decimal of at most ${p.digits} digits, or have late rows dropped or diverted.`
        : `'${p.call}' cannot be added to, so late rows cannot correct '${p.column}' (${p.table} has 'late_rows: upsert'): use 'count', 'count_if', 'sum', 'avg', 'min', 'max', 'bool_and', 'bool_or' or bits; or compute it by 'write: replace', which groups by a column instead of windows; or have late rows dropped or diverted.`,
    explanation:
      "With `late_rows: upsert` a window is kept in parts to which rows are added whenever they come: numbers of rows, sums, least and greatest values, and what is made of them (`avg` by its sum and its number of values). What needs all rows of the window again, as a median or the set of values does, has no such parts. A sum is exact as long as it has 38 digits: values with more than 28 leave too few. A mean is a quotient of 38 digits, too few of which are behind the point where values have more than 18.",
  },
  sessionOfLateRows: {
    severity: "error",
    message: (p: { table: string }) =>
      `A late row may make one session of two that were written, so sessions cannot be corrected (${p.table} has 'late_rows: upsert'): take a tumbling or hopping window, or have late rows dropped or diverted.`,
    explanation:
      "With `late_rows: upsert` rows are added to windows that are known by their begin. A session's begin and end depend on its rows.",
  },
  pairsOfLateRows: {
    severity: "error",
    message: (p: { table: string }) =>
      `What a late row would match may be forgotten, so no join within a time reads what has 'late_rows: upsert' (${p.table}): have late rows dropped or diverted there.`,
    explanation:
      "A join `within` a time keeps rows of both sides until the watermarks have passed all that they could match. A row that comes after that finds nothing, and would be taken for one without a match.",
  },
  repeatsOfLateRows: {
    severity: "error",
    message: (p: { column: string }) =>
      `Late rows are written here, and one of them may repeat a row of any time: add '${p.column}' to the keys.`,
    explanation:
      "With `late_rows: upsert` repeats are looked for in the part of the table that has the event times of the rows that came. Rows that are told apart by keys without their event time may repeat one of another time, for which all of the table would have to be read.",
  },
  correctedInput: {
    severity: "error",
    message: (p: { input: string; isView: boolean }) =>
      `Late rows correct '${p.input}', so rows that are there change and nobody can read from it what is new: ${p.isView ? "leave out 'materialize: false' and write 'write: replace', or let a table look rows up in it by 'join'" : "write 'write: replace' here, or look rows up in it by 'join'"}.`,
    explanation:
      "To read a table as a stream is to read the rows that are added to it. A window of a table below `late_rows: upsert` is changed by each batch that has rows of it: a table that reads it is computed anew, and a `join` looks rows up in it as it is when a batch is made.",
  },
  correctedServed: {
    severity: "error",
    message: (p: { input: string }) =>
      `Late rows correct '${p.input}', and a sink sends only rows that are added: serve windows of a table whose late rows are dropped or diverted, or read this one in the lake or by a warehouse.`,
    explanation:
      "A sink sends the rows that are added to its table, each once. A window of a table below `late_rows: upsert` is changed by each batch that has rows of it.",
  },
  replacedInput: {
    severity: "error",
    message: (p: { input: string; isView: boolean }) =>
      `'${p.input}' is replaced as a whole, so nobody can read from it what is new: ${p.isView ? "leave out 'materialize: false' and write 'write: replace', or let a table look rows up in it by 'join'" : "write 'write: replace' here too, or look rows up in it by 'join'"}.`,
    explanation:
      "To read a table as a stream is to read the rows that are added to it. After each commit of a table with `write: replace` all of its rows are other ones: a table that reads it is computed anew as well, and a `join` looks rows up in it as it is when a batch is made.",
  },
  replacedServed: {
    severity: "error",
    message: (p: { input: string }) =>
      `'${p.input}' is replaced as a whole: rows that are gone from it would stay in the store. Serve a table that is only added to (with a 'window', where it aggregates), or read this one in the lake.`,
    explanation:
      "A sink sends the rows that are added to its table. A table with `write: replace` does not say which rows it no longer has, so what was sent of them could never be taken back.",
  },
  replaceWith: {
    severity: "error",
    message: (p: { clause: string }) =>
      `'${p.clause}' is about rows that come one after another, and a table with 'write: replace' takes all rows of its input at once: put it into the table that is read.`,
    explanation:
      "A watermark, late rows, repeats within a watermark and windows that close need an order in which rows come. A replaced table is computed from all that its inputs hold, whenever that came; what those clauses decided above stays decided.",
  },
  replaceOfEvents: {
    severity: "error",
    message: (p: { input: string }) =>
      `'${p.input}' holds everything as it came, which would all be parsed again at each change: parse it once, in a silver table, and read that.`,
    explanation:
      "A table with `write: replace` reads everything that its inputs hold, each time. Bodies are parsed, and what does not parse is set aside, where rows are appended.",
  },
  unreadView: {
    severity: "warning",
    message: (p: { view: string }) => `No table reads the view '${p.view}', so it does nothing.`,
    explanation:
      "A view (`materialize: false`) is only a part of the queries that read it. Let a table read it, or leave out `materialize: false` to have it stored.",
  },
  sameNameAsView: {
    severity: "error",
    message: (p: { other: string }) =>
      `'${p.other}' has this name already, and one of the two is a view: rename one of them.`,
    explanation:
      "What a view filters is counted under its layer and name (`silver.wanted.filtered`), so the name stands for one thing over all pipelines.",
  },
  sameHere: {
    severity: "warning",
    message: (p: { place: string; other: string; environment: string }) =>
      `In '${p.environment}' ${p.place} and that of '${p.other}' would be one, so 'sluice run' refuses the project.`,
    explanation:
      "In the cloud the two stand in different namespaces or accounts. An environment `on: this-machine` has one Kafka broker for all connections, and one folder for the documents of a database and container. Give one of them another name, or make their pipelines projects of their own.",
  },
  sameHome: {
    severity: "error",
    message: (p: { place: string; environment: string; other: string }) =>
      `'${p.environment}' has the ${p.place} of '${p.other}': what is published to the one would replace what is published to the other.`,
    explanation:
      "Notebooks, jobs, pipelines and all else that a project compiles to have the same names in each environment. Give each environment a workspace and a factory of its own; or make one of the two environments a project of another name.",
  },
  sameLake: {
    severity: "error",
    message: (p: { environment: string; other: string; account: string; container: string }) =>
      `'${p.environment}' has the lake of '${p.other}', container '${p.container}' of '${p.account}': the queries of both would write the same tables, and those with the same sources go on with one another's checkpoints. Give one of the two another account or container, by a variable in 'lake', and leave this one to that whose tables are to stay.`,
    explanation:
      "A table stands in the lake by its layer and name, and a checkpoint by its table and what its rows come from: neither has the environment's name. What one environment's query has read, the other's would take for read by itself; whichever begins second misses rows, or refuses to start beside rows of other sources. Where the lake is a variable (`lake: { account: \"${lake_account}\" }`), each environment gives it a value of its own; two containers of one account do too. The environment that gets another lake begins there without tables and reads again what its sources still have, and `sluice diff` does not compare with a commit that has this error. To move an environment to another workspace, change it where it is declared instead of declaring a second one. A project that keeps no tables in the lake may share it.",
  },
  samplesOfOther: {
    severity: "warning",
    message: (p: { path: string; table: string; other: string }) =>
      `'${p.path}' are the samples of '${p.other}' too, so that on this machine '${p.table}' has the same rows.`,
    explanation:
      "The files of `samples` stand for the rows of a table where a pipeline runs on this machine. With `tables` the path holds `${table}`, and `${schema}` where two schemas have a table of one name.",
  },
  unusedSource: {
    severity: "warning",
    message: (p: { source: string }) => `No table reads 'sources.${p.source}'.`,
    explanation: "A source that nothing reads does nothing.",
  },
});
