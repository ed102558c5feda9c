import { defineDiagnostics } from "../diagnostics/diagnostic.js";
import { allOf, didYouMean } from "../diagnostics/suggest.js";
import { type ChangedDay, lagTold, putBackTold, type TwiceShown, toldOfClocks } from "./changed-day.js";
import type { DatabaseKind } from "./connection.js";

type Nothing = Record<string, never>;

/** What is wrong with tables of databases, how they are landed and merged, and what starts that. */
export const landingDiagnostics = defineDiagnostics("landing", {
  missingFactory: {
    severity: "error",
    message: (p: { environment: string; missing: readonly string[] }) =>
      `Environment '${p.environment}' needs ${allOf(p.missing)} with 'orchestrator: adf', or 'on: this-machine'.`,
    explanation:
      "Data Factory lands the tables of databases, so each environment that is not this machine says which factory that is (`subscription`, `resource_group`, `factory`) and, by its resource id (`databricks_resource`), which Databricks workspace it logs in to.",
  },
  factoryUnused: {
    severity: "warning",
    message: (p: { property: string }) => `'${p.property}' means nothing without 'orchestrator: adf' under 'platform'.`,
    explanation:
      "Only a project with Data Factory as orchestrator has a factory in each environment; pipelines of Synapse are in the workspace.",
  },
  orchestratorOfSynapse: {
    severity: "error",
    message: (_: Nothing) =>
      "Data Factory starts notebooks of Databricks only: write 'orchestrator: synapse', or 'spark: databricks' beside it.",
    explanation: "A factory could start notebooks of Synapse too; this compiler does not make such pipelines yet.",
  },
  orchestratorOfDatabricks: {
    severity: "error",
    message: (_: Nothing) =>
      "A workspace of Synapse starts its own notebooks: write 'spark: synapse' beside it, or 'orchestrator: adf'.",
    explanation:
      "Pipelines of a Synapse workspace could start notebooks of Databricks too; this compiler does not make such pipelines.",
  },
  missingOrchestrator: {
    severity: "error",
    message: (p: { table: string; orchestrator: string }) =>
      `'${p.table}' keeps what an orchestrator lands: write 'orchestrator: ${p.orchestrator}' under 'platform' in sluice.yaml.`,
    explanation:
      "Rows of a database, and of files with `read`, are copied by Azure Data Factory or by pipelines of the Synapse workspace, each time that the pipeline is started; `platform` says so, and each environment which factory or workspace it is.",
  },
  missingControl: {
    severity: "error",
    message: (p: { table: string }) =>
      `It must be kept somewhere how far '${p.table}' was read: write 'control: { connection: … }' in sluice.yaml.`,
    explanation:
      "After each reading the largest cursor is kept as a mark, where the next one begins. The marks stand in a table of the `control` database, which a script makes that is generated (`common/sql/control.sql`).",
  },
  mixedPipeline: {
    severity: "error",
    message: (p: { landed: string; stream: string }) =>
      `'${p.stream}' is kept running, and '${p.landed}' is filled each time that the pipeline is started: give '${p.stream}' a pipeline of its own.`,
    explanation:
      "A pipeline has one rhythm. One that lands tables of databases is started, does its work once and ends; queries over streams go on. Split the pipeline: `pipelines/` may hold several files, and one file several pipelines with `---` between.",
  },
  triggersOfStreams: {
    severity: "error",
    message: (p: { pipeline: string; hasSources: boolean }) =>
      p.hasSources
        ? `'${p.pipeline}' lands nothing that a trigger could start: streams are kept running. Leave 'triggers' out.`
        : `'${p.pipeline}' has no sources, so it lands nothing that a trigger could start: what is computed of tables that another pipeline lands stands in that one, and runs with it. Move it there, or leave 'triggers' out.`,
    explanation:
      "Triggers start a pipeline that lands tables of databases. How often a stream makes a batch is said by `streaming`.",
  },
  sameTrigger: {
    severity: "error",
    message: (p: { trigger: string; other: string }) =>
      `'${p.other}' has a trigger '${p.trigger}' already: give this one another name.`,
    explanation: "A data factory knows its triggers by name, whatever pipeline they start.",
  },
  unknownTimeZone: {
    severity: "error",
    message: (p: { zone: string; suggestion: string | undefined }) =>
      `Azure knows no time zone '${p.zone}'.${p.suggestion === undefined ? " Write its IANA name, as 'Europe/Warsaw', or 'UTC'." : didYouMean(p.suggestion)}`,
    explanation:
      "Time zones are written by the names of the IANA database, as `Europe/Warsaw` or `America/New_York`, or `UTC`; in the data factory they have Windows' names. An offset is no time zone, and a zone that Windows does not know cannot be used.",
  },
  changedClocks: {
    severity: "warning",
    message: ({ zone, days }: { zone: string; days: readonly ChangedDay[] }) =>
      `In ${zone} ${days.map(toldOfClocks).join("; ")}. Choose another hour, or 'time_zone: UTC'.`,
    explanation:
      "Where clocks are changed for summer time, one hour of a day in spring is left out and one in autumn comes twice. A trigger at such a time may be started once, twice or not at all that day. Nothing is lost by it, and nothing doubled: each run reads what is new since the last mark, and merging a row again changes nothing; but a day's rows may come a day later.",
  },
  columnOfDatabase: {
    severity: "error",
    message: (p: { column: string; type: string; isKey: boolean }) =>
      `'${p.column}' is ${p.type}; ${p.isKey ? "what tells rows apart" : "what lands"} is a string, boolean, int, bigint, double, decimal, date or timestamp.`,
    explanation:
      "Rows land as CSV or Parquet, whose cells hold one value each; of JSON only those of the primary key must. Leave the column out, or let a view of the database make a text of it.",
  },
  cursorType: {
    severity: "error",
    message: (p: { column: string; type: string }) =>
      p.type === "date"
        ? `'${p.column}' is a date, and rows that are changed later on the day that was read would be missed: take a timestamp or a number as cursor.`
        : `'${p.column}' is ${p.type}; a cursor is a timestamp, an int or a bigint.`,
    explanation:
      "The cursor says what is new: it rises whenever a row is added or changed. Of a date all rows of one day have the same, and those that come after the reading are not beyond the mark.",
  },
  cursorStart: {
    severity: "error",
    message: (p: { start: string; type: string; rule: string }) => `'${p.start}' is no ${p.type}: write ${p.rule}.`,
    explanation:
      "`start` is the mark before the first reading, of the cursor's own type. A time is one of the database's own clock, so it has no zone.",
  },
  lagOfNumber: {
    severity: "error",
    message: (p: { column: string; type: string }) =>
      `'${p.column}' is ${p.type}, and 'lag' is a length of time: leave it out.`,
    explanation:
      "`lag` says how long after its stamp a row may be committed. A number has no such measure: it must be given to rows in the order in which they are committed.",
  },
  lagTooLong: {
    severity: "error",
    message: (p: { lag: string; start: string }) =>
      `'${p.lag}' before '${p.start}' is no time that a database knows: times begin with the year 1, and a lag has at most 2,147,483,647 seconds (68 years).`,
    explanation: "Each reading but the first begins `lag` before the mark, which is not before `start`.",
  },
  cursorWithoutLag: {
    severity: "warning",
    message: (p: { column: string }) =>
      `Without 'lag' rows may be missed for ever: one that is committed after a reading with an earlier '${p.column}', or with the very '${p.column}' of the mark. Write how long a transaction may take, as 'lag: 10 minutes'.`,
    explanation:
      "A row is stamped when it is written, and seen when its transaction is committed. In between a reading may have gone beyond its stamp; and of two rows with one stamp the second may be committed after the first was read. With `lag` rows that are less than that behind the mark are read again whenever one of them was added or got another stamp.",
  },
  cursorOfTransaction: {
    severity: "warning",
    message: (p: { column: string }) =>
      `Without 'lag' rows may be missed for ever: PostgreSQL's now() is when the transaction began, so one that is committed after a reading has an earlier '${p.column}', or the very '${p.column}' of the mark. Write how long a transaction may take, as 'lag: 10 minutes'.`,
    explanation:
      "`now()`, and the default `CURRENT_TIMESTAMP`, give all rows of a transaction the time of its beginning, and they are seen when it is committed. In between a reading may have gone beyond that time. With `lag` rows that are less than that behind the mark are read again whenever one of them was added or got another stamp. https://www.postgresql.org/docs/current/functions-datetime.html#FUNCTIONS-DATETIME-CURRENT",
  },
  cursorOfSequence: {
    severity: "warning",
    message: (p: { column: string; database: DatabaseKind }) =>
      `Rows may be missed for ever, if '${p.column}' comes from ${p.database === "postgres" ? "a sequence (serial, identity)" : "an identity or a sequence"}: its numbers are given before rows are committed, so when 8 is committed and read before 7 is, the mark is 8 and 7 is never read; and a row that is changed keeps its own. Take a timestamp with 'lag' (a number has none)${p.database === "postgres" ? "" : ", or a rowversion through a view with 'WHERE version < MIN_ACTIVE_ROWVERSION()'"}. If numbers become visible in their order, as of one writer, say so: 'in_commit_order: true'.`,
    explanation:
      "Numbers of a sequence or an `identity` are never rolled back and never wait: a transaction that began earlier may be committed later with a smaller number, and with a cache each session, or the server, has numbers in store. Only rows whose number is beyond the mark are read, so one that comes later with a smaller number is not. A `rowversion` is given in the same way, but `MIN_ACTIVE_ROWVERSION()` says below which one all are committed. https://learn.microsoft.com/sql/t-sql/functions/min-active-rowversion-transact-sql https://www.postgresql.org/docs/current/functions-sequence.html",
  },
  orderOfTime: {
    severity: "error",
    message: (p: { column: string }) =>
      `'in_commit_order' is of a number, and '${p.column}' is a timestamp: leave it out, and write how long a transaction may take, as 'lag: 10 minutes'.`,
    explanation:
      "Rows are stamped before they are committed, so stamps become visible out of order; and two rows may have one stamp. `lag` is how far behind the mark rows are read again.",
  },
  timeZoneOfNumber: {
    severity: "error",
    message: (p: { column: string; type: string }) =>
      `'time_zone' is of the clock that rows are stamped by, and '${p.column}' is ${p.type}: leave it out.`,
    explanation: "Only a `timestamp` comes from a clock.",
  },
  unknownClock: {
    severity: "error",
    message: (p: { zone: string; suggestion: string | undefined }) =>
      `There is no time zone '${p.zone}'.${p.suggestion === undefined ? " Write 'UTC', or its IANA name, as 'Asia/Kolkata'." : didYouMean(p.suggestion)}`,
    explanation:
      "Time zones are written by the names of the IANA database, as `Asia/Kolkata`, or `UTC`. https://www.iana.org/time-zones",
  },
  cursorWithoutTimeZone: {
    severity: "warning",
    message: (p: { column: string; lag: string | undefined; isShort: boolean }) =>
      `'${p.column}' has no offset, and nothing says whose clock stamps it. One that is put back by an hour stamps rows up to 60 minutes behind the mark, and ${lagTold(p)}. Write 'time_zone: UTC' if rows are stamped in UTC; else stamp them so, or write the clock's own zone.`,
    explanation:
      "Where clocks are put back, an hour happens twice, and a stamp without an offset does not say in which of the two. A row that is stamped 02:10 in the second one is behind the mark when one of 02:45 was read before: it is missed unless `lag` reaches so far, and `sequence_by` takes it to be the earlier one even then. Only the stamp's clock decides: `SYSUTCDATETIME()` is UTC; `GETDATE()` and `SYSDATETIME()` are the clock of the server, which is UTC on an Azure SQL Database; `now()` in a PostgreSQL `timestamp` is of the session's time zone, and a `timestamptz` is read as UTC; an application may have a clock of its own.",
  },
  clockPutBack: {
    severity: "error",
    message: (p: { column: string; zone: string; hour: TwiceShown; lag: string | undefined; isShort: boolean }) =>
      `${putBackTold(p)} Have '${p.column}' stamped in UTC (SYSUTCDATETIME(), or a datetimeoffset that a view turns to UTC; of PostgreSQL a timestamptz), and write 'time_zone: UTC'; or have the table read whole ('read: full').`,
    explanation:
      "A stamp without an offset does not say in which of two such hours it was, and no view or computed column can tell from the stamp alone: what stamps rows must know the offset. A column that is UTC, or has an offset (`datetimeoffset`, PostgreSQL's `timestamptz`), rises through that hour. `CAST(changed_at AT TIME ZONE 'UTC' AS datetime2)` in a view makes UTC of a `datetimeoffset`. Where rows cannot be stamped so, a `lag` of as long as clocks are put back by has none missed, and what is left is warned of; or the table is read whole (`read: full`). When clocks change is told by the time zones that Node.js knows.",
  },
  orderWhereClockPutBack: {
    severity: "warning",
    message: (p: { column: string; zone: string; hour: TwiceShown; lag: string | undefined; isShort: boolean }) =>
      `${putBackTold(p)} If a table is made of them in that order, have '${p.column}' stamped in UTC (SYSUTCDATETIME(); of PostgreSQL a timestamptz), and write 'time_zone: UTC'.`,
    explanation:
      "No row is missed, as `lag` reaches over the hour that happens twice. But a change at 02:10 of the second time is taken to be before one at 02:45 of the first, so a row may stay as it was then, until it is changed again.",
  },
  systemColumn: {
    severity: "error",
    message: (p: { column: string }) =>
      `'${p.column}' is a system column of PostgreSQL, which says nothing that holds: its numbers are used again, and are other ones after a restore or VACUUM FULL. Leave it out; as a cursor take a column of the table that rises with each change.`,
    explanation:
      "`xmin` is the number of the transaction that wrote the row, which begins again after four billion and is given when a transaction begins, not when it is committed: rows would be missed. `ctid` is where the row stands just now. A table has no columns of its own with these names. https://www.postgresql.org/docs/current/ddl-system-columns.html",
  },
  longDecimal: {
    severity: "error",
    message: (p: { column: string; type: string }) =>
      `'${p.column}' is ${p.type}, and the copy of PostgreSQL takes decimals of 28 digits at most: declare it as a string, and read it through a view with 'CAST(${p.column} AS text)'.`,
    explanation:
      "Data Factory's copy has numbers of .NET's type Decimal on their way. https://learn.microsoft.com/azure/data-factory/connector-postgresql#data-type-mapping-for-postgresql",
  },
  controlOfPostgres: {
    severity: "error",
    message: (p: { connection: string }) =>
      `'${p.connection}' is a PostgreSQL database, whose connector of Data Factory reads and does not write: marks are kept in a connection of kind 'azure-sql' or 'sql-server'.`,
    explanation:
      "Marks are kept by a Script activity in one statement, when rows have landed. The PostgreSQL connector has the Copy activity, as a source, and the Lookup activity only. https://learn.microsoft.com/azure/data-factory/connector-postgresql#supported-capabilities https://learn.microsoft.com/azure/data-factory/transform-data-using-script",
  },
  missingFormat: {
    severity: "error",
    message: (p: { table: string; source: string; isJson: boolean }) =>
      `'${p.source}' is landed, so '${p.table}' is made of files: write ${p.isJson ? "'format: json'" : "'format: csv' or 'format: parquet'"}.`,
    explanation:
      "What the data factory reads of a database, or of files, is kept as files, and the bronze table says in which format.",
  },
  formatOfStream: {
    severity: "error",
    message: (p: { source: string; isFiles: boolean }) =>
      p.isFiles
        ? `'format' is that of files which something is landed in, and '${p.source}' is a stream of files: leave it out, or write 'read: full' or 'read: new-files' at the source.`
        : `'format' is that of files which a database's table is landed in, and '${p.source}' is none: leave it out.`,
    explanation:
      "Bronze of a stream, of files and of another's table is a Delta table, which holds what came as it came.",
  },
  propertyOfLanded: {
    severity: "error",
    message: (p: { property: string }) =>
      `'${p.property}' belongs to files that are landed: write 'read: full' or 'read: new-files' beside it, or leave it out.`,
    explanation:
      "Files without `read` are a stream, which queries of bronze read: each file once, as comma and double quotes have it. With `read` the data factory copies them, each time that the pipeline is started.",
  },
  producerOfLanded: {
    severity: "error",
    message: (_: Nothing) => "Files that are landed have 'samples' instead of a 'producer'.",
    explanation: "What stands for them on this machine comes in waves, before each run of the pipeline.",
  },
  changesOfFiles: {
    severity: "error",
    message: (p: { read: string; expected: string }) =>
      `Files with 'read: ${p.read}' are 'changes: ${p.expected}': write that.`,
    explanation:
      "With `read: full` all files together are one snapshot: what is missing in it is no more. With `read: new-files` a landing holds the rows of new and changed files: they may come again, and none of them says that another one is gone.",
  },
  formatOfFiles: {
    severity: "error",
    message: (p: { format: string }) =>
      `Files that are landed are 'format: csv' or 'json'; those of ${p.format} are read as a stream, without 'read'.`,
    explanation:
      "The copy lands cells of text, and lines of JSON, as they are, and the notebook's checked reader types them. Values of other files it would turn into its own types, and what does not fit would not be told.",
  },
  loadsInLayer: {
    severity: "error",
    message: (p: { folder: string; layer: string }) =>
      `${p.folder === p.layer ? `The lake's folder '${p.layer}' holds tables` : `'${p.folder}' is below '${p.layer}', which holds tables`}: have the loads written into a folder of their own.`,
    explanation:
      "The lake's folders `bronze`, `silver` and `gold` hold tables and landings, which nobody else writes to; a table could get the folder's name.",
  },
  loadsOfOthers: {
    severity: "error",
    message: (p: { folder: string; other: string; function: string }) =>
      `'${p.folder}' is where '${p.function}' of '${p.other}' writes: have each function write into a folder of its own.`,
    explanation:
      "A run takes the newest load of a folder, whichever function has made it: where two of them write, a table would be made of what the other one has loaded.",
  },
  loadsWithinOthers: {
    severity: "error",
    message: (p: { folder: string; outer: string; other: string }) =>
      `'${p.folder}' stands below '${p.outer}', where the function of '${p.other}' writes: have each write into a folder beside the other's.`,
    explanation:
      "All files below a folder are looked through for its loads. Loads of two functions can have the same name, as those that one run asks for have: the files of the inner one would count as files of the outer one.",
  },
  connectionOfOutside: {
    severity: "error",
    message: (p: { source: string }) =>
      `The function of '${p.source}' is 'called_by: outside', so nothing here calls it: leave 'connection' out, or write 'called_by: pipeline'.`,
    explanation: "A connection leads to the app of a function that the pipeline calls.",
  },
  calledWithoutConnection: {
    severity: "error",
    message: (p: { source: string }) =>
      `The function of '${p.source}' is called by the pipeline: write with 'connection' where its app is, a connection of kind 'azure-function'.`,
    explanation:
      "The data factory, or the workspace, calls a function by a linked service, which has the app's address and the name of the secret with a key.",
  },
  samplesOfCalled: {
    severity: "error",
    message: (p: { source: string }) =>
      `The samples of '${p.source}' are what an API has that its function reads, and the project has no code of it: write with 'app' where that is, or leave 'samples' out.`,
    explanation:
      "A function that the pipeline calls runs on this machine as its app's code says. Without that code nothing could answer the call.",
  },
  calledElsewhere: {
    severity: "error",
    message: (p: { table: string; source: string; pipeline: string }) =>
      `'${p.table}' would take what runs of pipeline '${p.pipeline}' have the function of '${p.source}' load: have a table there take it, or declare the function as a source here, with a folder of its own.`,
    explanation:
      "A function that is `called_by: pipeline` is called by the pipeline that its source stands in, and each run takes the load that it has asked for. Two pipelines that called one would make loads for each other at any time.",
  },
  loadsInJobs: {
    severity: "error",
    message: (p: { table: string }) =>
      `'${p.table}' takes loads, and the tables of one run are all of the same load: leave 'jobs' out.`,
    explanation: "Each job looks for itself, so jobs that run one after another could take different loads in one run.",
  },
  loadsUnread: {
    severity: "error",
    message: (p: { table: string }) =>
      `Nothing reads '${p.table}', and loads are not copied, so there is nothing to do: have a table with 'write: replace' read it.`,
    explanation:
      "What a function loads stays where it is. A run takes the newest load for the tables that are computed of it.",
  },
  loadsBesideLandings: {
    severity: "error",
    message: (p: { table: string; landed: string }) =>
      `'${p.table}' takes loads from where they are, and '${p.landed}' is landed: give it a pipeline of its own.`,
    explanation:
      "A pipeline that lands something starts its notebooks only where something is new, which its marks tell. Loads have none: their notebooks look for themselves, in every run.",
  },
  delimiterOfJson: {
    severity: "error",
    message: (p: { property: string }) => `'${p.property}' is of 'format: csv': a line of JSON has none. Leave it out.`,
    explanation: "Files of JSON have an object on each line, whose fields are found by their names.",
  },
  landedFormat: {
    severity: "error",
    message: (p: { source: string; isJson: boolean; format: string }) =>
      p.isJson
        ? `'${p.source}' is of JSON, whose lines land as they are: write 'format: json'.`
        : `'${p.source}' has no lines of JSON that could land as they are: write 'format: csv' or 'format: parquet' instead of '${p.format}'.`,
    explanation:
      "What lands of JSON files is their lines, which the notebook's checked reader types. Rows of databases, and records of delimited text, land as CSV or Parquet.",
  },
  snapshotOfJson: {
    severity: "error",
    message: (p: { source: string; table: string }) =>
      `'${p.source}' is JSON that is read whole each time, which nothing is put beside, as the time of the reading: have '${p.table}' computed anew ('write: replace') instead of 'apply_changes'.`,
    explanation:
      "Snapshots are merged by the time of their reading, which the copy puts beside the cells of each row. Lines of JSON land as they are. A table with `write: replace` is made of the last reading; files with `read: new-files` are merged by a column of their own.",
  },
  headerOfSnapshot: {
    severity: "error",
    message: (_: Nothing) => "Files with 'read: full' have a header: leave 'header: false' out.",
    explanation:
      "Beside the cells of each row the copy puts when it was read, by a name; without a header cells are told apart by their places, and the data factory does not say how the two go together.",
  },
  secretInQuery: {
    severity: "error",
    message: (p: { parameter: string }) =>
      `'${p.parameter}' is the name of a key, and addresses are written to logs: write 'identity: { header: …, secret: … }' at the connection.`,
    explanation:
      "A key in the address of a request stands in the pipeline's text, on the page of each run, and in the logs of all servers on its way. One in a header comes from the vault. An API that takes its key in the address alone is not read here.",
  },
  pagedTwice: {
    severity: "error",
    message: (p: { parameter: string }) =>
      `'${p.parameter}' is the parameter that pages are asked for by: leave it out of 'query'.`,
    explanation: "The request for each page has its own value of it, beginning with that of the first.",
  },
  waitOfPages: {
    severity: "error",
    message: (p: { wait: string }) => `'${p.wait}' is not from 10 milliseconds to 1 minute.`,
    explanation:
      "So long the copy waits before it asks for the next page. https://learn.microsoft.com/azure/data-factory/connector-rest#rest-as-source",
  },
  longNumber: {
    severity: "error",
    message: (p: { column: string; type: string }) =>
      `'${p.column}' is ${p.type}, and a number of an answer has 15 digits for certain: declare at most 'decimal(15, …)', or have the API write it as a text.`,
    explanation:
      "An answer is read and written again on its way, and no page of the vendor's says that a number with a fraction is then more than a double.",
  },
  archivesOfNewFiles: {
    severity: "error",
    message: (_: Nothing) =>
      "Archives ('compression: zip') are landed with 'read: full': write that, or have the files compressed as 'gzip'.",
    explanation:
      "An archive is unpacked into a folder, and the files in it are read from there. Where no archive is new there is no such folder, and what a copy makes of that is not documented. https://learn.microsoft.com/azure/data-factory/format-binary",
  },
  archivesOfFolders: {
    severity: "error",
    message: (p: { path: string }) =>
      `'${p.path}' has archives in several folders: with 'compression: zip' only the name of the file has '*'.`,
    explanation:
      "An archive is unpacked into a folder of its name, so two of one name, from two folders, could overwrite each other's files. https://learn.microsoft.com/azure/data-factory/format-binary",
  },
  lagOfSnapshot: {
    severity: "error",
    message: (_: Nothing) => "'lag' is of 'read: new-files': all files are read whenever they were changed.",
    explanation:
      "`lag` keeps a distance between the clocks of the control database and of the storage account; of files that are known by their names it says how long after its period one may come.",
  },
  clauseOfLanded: {
    severity: "error",
    message: (p: { clause: string; reason: string }) => `'${p.clause}' means nothing in a landed table: ${p.reason}.`,
    explanation:
      "A landed table (`format: csv`, `parquet` or `json`) is what each reading of a database's table brought. It is neither a stream nor a Delta table.",
  },
  landedRead: {
    severity: "error",
    message: (p: {
      table: string;
      reader: string;
      isWhole: boolean;
      mayMerge: boolean;
      isJson: boolean;
      isFiles: boolean;
    }) =>
      p.isWhole
        ? `${p.reader} cannot read '${p.table}', which holds ${p.isJson ? "each reading, or load, as a whole" : p.isFiles ? "each reading of all files" : "each reading of a whole table"}: a table that reads it says 'write: replace', and holds what is made of the last one${p.mayMerge ? ", or merges it with 'apply_changes'" : ""}.`
        : `${p.reader} cannot read '${p.table}', which holds what each reading of ${p.isFiles ? "new files brought, a row once for each time that it came" : "a database brought, a row once for each time that it was changed"}: merge it with 'apply_changes', and read what that makes.`,
    explanation:
      "A landed table is no Delta table but the files of all readings. A silver or gold table with `apply_changes` keeps the latest row of each key of them; one with `write: replace` is made of the last reading alone, where each is of the whole table (`read: full`). Tables with `write: replace` read what these make.",
  },
  mergedRead: {
    severity: "error",
    message: (p: { table: string; reader: string; by: "table" | "view" | "sink" | "data-flow" }) =>
      p.by === "sink"
        ? `No sink reads '${p.table}', whose rows change in place.`
        : `${p.reader} reads '${p.table}', whose rows change in place: write 'write: replace'${p.by === "view" ? " instead of 'materialize: false'" : ""}, then the table is computed anew from all of them.`,
    explanation:
      "A row of a table with `apply_changes` becomes another one when it changes in the database, and what was made of it before would stay. So what reads such a table, or looks rows up in it, says `write: replace`: in each run that has merged something it is computed anew, as a whole. Sinks over it are not built yet.",
  },
  readElsewhere: {
    severity: "error",
    message: (p: { table: string; reader: string; runs: string; isReader: boolean }) =>
      p.isReader
        ? `${p.reader} cannot read '${p.table}' of another pipeline: the tables of '${p.runs}' are computed in its runs, from each other and from what has landed.`
        : `${p.reader} cannot read '${p.table}' of another pipeline, which is computed in the runs of '${p.runs}': move what reads it there, with 'write: replace'.`,
    explanation:
      "A pipeline that lands tables is started, merges what has landed, then computes the tables that are made of it, each after what it reads. Only so they are all of one state: another pipeline knows nothing of its runs, and it knows nothing of the streams of others.",
  },
  rhythmOfRuns: {
    severity: "error",
    message: (p: { table: string; pipeline: string }) =>
      `'streaming' means nothing in '${p.table}': it is computed each time that '${p.pipeline}' is started. Leave it out.`,
    explanation:
      "How often a stream makes a batch is said by `streaming`. A pipeline that lands tables is started by its `triggers`, and all of its tables are computed then.",
  },
  landedElsewhere: {
    severity: "error",
    message: (p: { table: string }) =>
      `'${p.table}' lands in another pipeline, whose runs this one knows nothing of: move 'apply_changes' there.`,
    explanation:
      "A run lands rows and then merges what has landed. Only the pipeline that lands a table knows which landings are whole.",
  },
  changesOfOther: {
    severity: "error",
    message: (p: { input: string }) =>
      `'apply_changes' reads a bronze table of a database ('format: csv', 'parquet' or 'json'), and '${p.input}' is none.`,
    explanation:
      "Rows are merged by the primary key of a database's table and ordered by its cursor. For repeats of events in a stream there is `deduplicate`.",
  },
  besideChanges: {
    severity: "error",
    message: (p: { clause: string }) =>
      `'${p.clause}' cannot stand beside 'apply_changes': only 'columns', 'with_columns', 'except', 'where' and 'expect' can.`,
    explanation:
      "A table with `apply_changes` takes what has landed, row by row, and keeps the latest of each key. Anything else is the business of a table that reads it, with `write: replace`.",
  },
  filterKeepsRows: {
    severity: "warning",
    message: (p: { columns: readonly string[] }) =>
      `A row for which this is no longer true stays here as it was before: a change that is left out changes nothing. ${allOf(p.columns)} may change: leave the rows in, and filter where the table is read.`,
    explanation:
      "`where`, and `expect` with `else: drop`, are about the rows that land, and apply before `apply_changes`. When a row of the database is changed so that the condition is no longer true for it, the change is left out, and the row that was merged before stays. A condition on key columns is the same for all rows of a key, so it is not warned of. With `else: quarantine` the row that was merged before stays too, and the change can be seen among the rows that were set aside.",
  },
  keysNotPrimary: {
    severity: "error",
    message: (p: { source: string; expected: readonly string[]; lost: readonly string[] }) =>
      p.lost.length > 0
        ? `'keys' come from the primary key of '${p.source}', and ${allOf(p.lost)} of it is not among this table's columns: pass it on as it is.`
        : `'keys' are what comes from the primary key of '${p.source}', no more and no less: [${p.expected.join(", ")}].`,
    explanation:
      "With fewer columns, rows that are different ones there would take each other's place here. With more, a row that is changed in one of them would stay here as it was, beside what it became.",
  },
  missingPrimaryKey: {
    severity: "error",
    message: (p: { source: string }) =>
      `'${p.source}' does not say what tells two of its rows apart, and rows are merged by that: write 'primary_key' there.`,
    explanation:
      "A table that is read whole (`read: full`) may be declared without a primary key. `apply_changes` needs one: a row of a later reading takes the place of the row with its key.",
  },
  sequenceOfSnapshots: {
    severity: "error",
    message: (p: { source: string }) =>
      `'${p.source}' is read whole each time, and each reading is later than the ones before, whatever its columns say: leave 'sequence_by' out.`,
    explanation:
      "Of `read: full` the order of the readings is the order of the rows: what the last one says of a key holds, also where a column was put back to an earlier value.",
  },
  missingSequence: {
    severity: "error",
    message: (p: { source: string; cursor: string | undefined }) =>
      `'sequence_by' is missing: it says which of two rows of '${p.source}' with one key is the later one${p.cursor === undefined ? ". Name columns that rise with each change" : `, and begins with what comes from the cursor, '${p.cursor}'`}.`,
    explanation:
      "Of a source with `changes: upsert` rows may come more than once and late, so something in the rows must order them. Only of what is read whole (`read: full`) the order of the readings is enough.",
  },
  absentOfChanges: {
    severity: "error",
    message: (p: { source: string }) =>
      `Of '${p.source}' only rows that have changed are read, so a row that is absent was not deleted: write an expression that tells which change is a delete, read the table whole ('read: full'), or leave 'delete_when' out.`,
    explanation:
      "`delete_when: absent` deletes what a reading of the whole table does not have any more. A reading of changes (`read: incremental`) says nothing of rows that it does not have; a row that is deleted there is not noticed, unless a change says so, as by a column `is_deleted`.",
  },
  deletesOfSnapshots: {
    severity: "error",
    message: (p: { source: string }) =>
      `'${p.source}' is read whole each time, so none of its rows is a delete: leave 'delete_when' out, and rows that are marked as deleted where this table is read.`,
    explanation:
      "`delete_when` with an expression is of changes (`changes: upsert`), each of which is a row or a delete. A whole table has the rows that there are: a row of a database that is gone is absent, which `delete_when: absent` deletes. One that is only marked is there, and a table that reads this one, with `write: replace`, can leave it out by `where`.",
  },
  nullsOfSnapshots: {
    severity: "error",
    message: (p: { source: string }) =>
      `'${p.source}' is read whole each time, and a null in it is what the row has: leave 'ignore_null' out.`,
    explanation:
      "`ignore_null` is of changes (`changes: upsert`) whose rows have only what was changed, and null for the rest. A whole table has every value of every row, so a null there was written there.",
  },
  nullsOfHistory: {
    severity: "error",
    message: (_: Nothing) =>
      "With 'scd_type: 2' each row is a version, and one that comes late would have to fill in all versions behind it, of which it is not kept what they were given: leave 'ignore_null' out, or write 'scd_type: 1'.",
    explanation:
      "With `ignore_null` a value stays until another one comes. In a table with versions a late row then changes the versions behind it, up to the next one that was given a value of its own; a version that is stored does not say which of its values it was given and which it took over.",
  },
  nullsOfStructs: {
    severity: "error",
    message: (p: { column: string; type: string }) =>
      `'${p.column}' is ${p.type}, and a null in one of its fields would stay one: write its fields as columns of their own ('${p.column}_x: ${p.column}.x'), or leave 'ignore_null' out.`,
    explanation:
      "`ignore_null` keeps the value of each column where a change has null. Fields of a struct may be null beside others that are not; as columns each of them is kept for itself. Arrays and maps are values as a whole.",
  },
  historyOfFiles: {
    severity: "error",
    message: (p: { source: string }) =>
      `'${p.source}' is read from files, of which only the latest row of each key is kept: leave 'track_history' and 'delete_when: absent' out, and write 'scd_type: 1'.`,
    explanation:
      "Versions, and deleting what is absent, follow tables of databases: each reading of one is later than the one before, and one without rows is not taken. Of files this compiler does not make either yet.",
  },
  emptyWithHistory: {
    severity: "error",
    message: (p: { source: string }) =>
      `'${p.source}' may be empty, and a reading without rows does not say when it was, so no version could end then: leave 'may_be_empty' or 'delete_when' out.`,
    explanation:
      "When a whole table was read stands in its rows (`_read_at`), and versions end at that time. Without `may_be_empty` a reading without rows is never taken; where one has landed before, the bronze table needs another name, so that all lands anew, and the table a higher `backfill`. With `scd_type: 1` rows are deleted whenever that was.",
  },
  trackedWithoutHistory: {
    severity: "error",
    message: (_: Nothing) =>
      "'track_history' says which changes make a new version, and 'scd_type: 1' keeps only the latest: leave it out, or write 'scd_type: 2'.",
    explanation: "Versions of rows are kept with `scd_type: 2`.",
  },
  trackedKey: {
    severity: "error",
    message: (p: { column: string }) => `'${p.column}' is a key, which never changes: leave it out.`,
    explanation: "A row with another key is another row, with versions of its own.",
  },
  trackedOfChanges: {
    severity: "error",
    message: (p: { source: string }) =>
      `Rows of '${p.source}' may come late, and one that changed nothing of these columns then decides whether a later one did: leave 'track_history' out, or read the table whole ('read: full').`,
    explanation:
      "With `track_history` a row that changes none of the tracked columns leaves no version of its own. Between it and the one before, a row that comes later may have had another value: then it would have been a version, and nothing remembers it. So over changes (`changes: upsert`) each row is a version; over whole tables, which come in their order, only tracked columns can count.",
  },
  historyWithoutTime: {
    severity: "error",
    message: (p: { column: string; type: string }) =>
      `'${p.column}' is ${p.type}, and with 'scd_type: 2' versions are valid from a timestamp on: take a source whose cursor is one.`,
    explanation:
      "`valid_from` and `valid_to` are points in time. Of changes they come from `sequence_by`, which comes from the cursor; a number says what was first, but not when.",
  },
  historyOfSeveral: {
    severity: "error",
    message: (_: Nothing) =>
      "With 'scd_type: 2' one column says when a version begins: two versions of one time could not be told apart. Leave this one out.",
    explanation:
      "Of rows with one key and one time in `sequence_by` the one that landed last is taken, as one that was corrected.",
  },
  reservedValidity: {
    severity: "error",
    message: (p: { column: string }) =>
      `'${p.column}' is a column that 'scd_type: 2' adds: give yours another name, as in 'columns: { ${p.column}_there: ${p.column}, … }'.`,
    explanation: "With `scd_type: 2` the table has `valid_from` and `valid_to`: from and until when each row was so.",
  },
  sequenceNotCursor: {
    severity: "error",
    message: (p: { source: string; cursor: string; carrier: string | undefined }) =>
      p.carrier === undefined
        ? `'sequence_by' begins with what comes from the cursor of '${p.source}', and '${p.cursor}' is not among this table's columns: pass it on as it is.`
        : `'sequence_by' begins with what comes from the cursor of '${p.source}': '${p.carrier}'.`,
    explanation:
      "A row that is changed in the database gets a larger cursor. Were another column the first to decide, a change that lowers it would never come here.",
  },
  sequenceNullable: {
    severity: "error",
    message: (p: { column: string }) =>
      `'${p.column}' may be null, and a row without it has no place in the order: leave it out, or expect '${p.column} is not null'.`,
    explanation:
      "Each row of a key must be before or after each other one, else which of them is kept is left to chance.",
  },
});
