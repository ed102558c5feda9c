import { defineDiagnostics } from "../diagnostics/diagnostic.js";
import { allOf, didYouMean, oneOf } from "../diagnostics/suggest.js";

type Nothing = Record<string, never>;

/** An input of a union. */
export interface Held {
  readonly name: string;
  readonly holds: "events" | "rows of files" | "rows of another's table" | "parsed rows";
}

/** An environment and a value in it. */
type Here = readonly [environment: string, value: string];

/** What is wrong with names and values once the files have the right shape. */
export const modelDiagnostics = defineDiagnostics("model", {
  unknownVariable: {
    severity: "error",
    message: (p: { variable: string; suggestion: string | undefined }) =>
      `No variable '${p.variable}' is declared in sluice.yaml.${didYouMean(p.suggestion)}`,
    explanation: "A placeholder `${name}` stands for a variable under `variables` in sluice.yaml.",
  },
  brokenPlaceholder: {
    severity: "error",
    message: (_: Nothing) => "A placeholder is written '${name}', with the name of a variable.",
    explanation:
      "`${` begins a placeholder, and `}` ends it. There is no expression language inside, and no other use of `$`.",
  },
  missingValue: {
    severity: "error",
    message: (p: { variable: string; environment: string }) =>
      `Environment '${p.environment}' gives no value for the variable '${p.variable}', which has no default.`,
    explanation:
      "A variable without default must get a value from each environment. One `on: this-machine`, where connections are stood in for, needs only what its own run depends on: durations, numbers of partitions, files, names of tables' sources.",
  },
  wrongValue: {
    severity: "error",
    message: (p: { variable: string; rule: string }) => `The value of '${p.variable}' cannot be ${p.rule}.`,
    explanation: "Each variable has a type, and its values are held to it.",
  },
  wrongText: {
    severity: "error",
    message: (p: { text: string; rule: string }) => `'${p.text}' cannot be ${p.rule}.`,
    explanation:
      "The place takes the name of an Azure resource or a container (no address, no path, no blanks), or addresses of servers.",
  },
  wrongAzureName: {
    severity: "error",
    message: (p: { name: string; rule: string }) => `'${p.name}' cannot be ${p.rule}.`,
    explanation:
      "Azure would not make, or find, a resource of this name. https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules",
  },
  innerHost: {
    severity: "error",
    message: (p: { host: string }) =>
      `'${p.host}' is no host name of the internet: write its whole name, as 'api.example.org'.`,
    explanation:
      "An API is asked by the service's own integration runtime, over https, whose certificate is one for a name. Names and addresses of an inner network would lead into the service's own.",
  },
  capitalsInHost: {
    severity: "warning",
    message: (p: { name: string }) =>
      `Azure has this account as '${p.name.toLowerCase()}'. Write it so in a new project; where this one has run, leave it: in another spelling its queries begin anew.`,
    explanation:
      "An account is found by the name of its host, in which capitals mean nothing. The identity of a checkpoint is made of the names as they are written, so another spelling is another place for it.",
  },
  wrongVariable: {
    severity: "error",
    message: (p: { variable: string; type: string; rule: string }) =>
      `The variable '${p.variable}' is a ${p.type}, and here stands ${p.rule}.`,
    explanation:
      "A variable may stand where its type fits: a `name` in names, paths and addresses, a `host` in addresses, a `number`, `duration` or `location` where one of its kind stands.",
  },
  valueOutOfPlace: {
    severity: "error",
    message: (p: { text: string; value: string; environment: string; rule: string }) =>
      `'${p.text}' is '${p.value}' in '${p.environment}'; here stands ${p.rule}.`,
    explanation: "The value has the variable's type, and this place takes only some values of that type.",
  },
  valuesDiffer: {
    severity: "error",
    message: (p: { text: string; one: Here; other: Here }) =>
      `'${p.text}' is '${p.one[1]}' in '${p.one[0]}' and '${p.other[1]}' in '${p.other[0]}'; here it must be the same in all environments.`,
    explanation:
      "Environments differ in values of jobs only; notebooks, with the sizes of windows, delays of watermarks and names of hubs in them, are written and reviewed once for all. A trigger, the number of partitions or of workers (on Databricks), how often Capture writes and a producer's file may differ.",
  },
  unusedProperty: {
    severity: "warning",
    message: (p: { property: string; because: string }) => `'${p.property}' means nothing with '${p.because}'.`,
    explanation:
      "`databricks`, `planner` and `node` belong to `spark: databricks`, `workspace` and `pool` to `spark: synapse`; an environment `on: this-machine` has no workspace and no clusters.",
  },
  missingVault: {
    severity: "error",
    message: (p: { secret: string }) =>
      `The secret '${p.secret}' needs a vault: write 'secrets: { vault: … }' in sluice.yaml.`,
    explanation: "Secrets are only ever named; where they are kept stands under `secrets` in sluice.yaml.",
  },
  missingWorkspace: {
    severity: "error",
    message: (p: { environment: string; property: string }) =>
      `Environment '${p.environment}' needs '${p.property}' (the workspace), or 'on: this-machine'.`,
    explanation:
      "Notebooks and jobs need a workspace in each environment that is not this machine: `databricks` (its address) or, with `spark: synapse`, `workspace` (its name).",
  },
  missingPlace: {
    severity: "error",
    message: (p: { environment: string; missing: readonly string[] }) =>
      `Environment '${p.environment}' needs ${allOf(p.missing)} with 'spark: synapse', or 'on: this-machine'.`,
    explanation:
      "Before anything is published to a Synapse workspace, the Spark pools that jobs name are looked up in it. Azure Resource Manager has those, and finds the workspace by the `subscription` and the `resource_group` that it is in.",
  },
  missingBinding: {
    severity: "error",
    message: (p: { environment: string; compute: string; property: string }) =>
      `Environment '${p.environment}' does not say which ${p.property} '${p.compute}' is: write 'compute: { ${p.compute}: { ${p.property}: … } }'.`,
    explanation:
      "A cluster size is named once and bound in each environment: to a kind of `node` on Databricks, to a `pool` on Synapse.",
  },
  unknownCompute: {
    severity: "error",
    message: (p: { compute: string; suggestion: string | undefined }) =>
      `No compute '${p.compute}' is declared in sluice.yaml.${didYouMean(p.suggestion)}`,
    explanation: "Cluster sizes are declared under `compute` in sluice.yaml.",
  },
  ambiguousCompute: {
    severity: "error",
    message: (p: { compute: readonly string[] }) =>
      `The pipeline must say which compute it runs on: ${oneOf(p.compute)}.`,
    explanation:
      "With exactly one cluster size in sluice.yaml a pipeline need not name it; with several nothing is guessed.",
  },
  missingCompute: {
    severity: "error",
    message: (_: Nothing) =>
      "The project declares no compute for its pipelines: write 'compute: { small: { workers: 2 } }' in sluice.yaml.",
    explanation:
      "Under `compute` the project names the sizes of cluster that its pipelines run on; each environment binds them to a kind of `node`, or to a `pool` of Synapse.",
  },
  duplicatePipeline: {
    severity: "error",
    message: (p: { pipeline: string }) => `A pipeline '${p.pipeline}' is declared already.`,
    explanation: "Pipelines are referred to by name, so a name stands for one pipeline of the project.",
  },
  pipelinesAlike: {
    severity: "error",
    message: (p: { pipeline: string; other: string }) =>
      `'${p.pipeline}' and '${p.other}' differ only in capital and small letters: give one of them another name.`,
    explanation:
      "Each pipeline has a folder of its name among the generated files. On disks that do not tell capital from small letters, as those of Windows and macOS, one would overwrite the other.",
  },
  unknownConnection: {
    severity: "error",
    message: (p: { connection: string; suggestion: string | undefined }) =>
      `No connection '${p.connection}' is declared in sluice.yaml.${didYouMean(p.suggestion)}`,
    explanation: "Connections are declared under `connections` in sluice.yaml.",
  },
  wrongConnection: {
    severity: "error",
    message: (p: { connection: string; found: string; expected: string }) =>
      `'${p.connection}' is a connection to ${p.found}; this needs one to ${p.expected}.`,
    explanation: "Each kind of source and sink needs a connection of its own kind.",
  },
  shortServer: {
    severity: "error",
    message: (p: { server: string }) =>
      `'${p.server}' is not the whole name of a server: write its host name, as in '${p.server}.database.windows.net'.`,
    explanation:
      "An Azure SQL Database is reached by the whole host name of its logical server, which ends with the cloud's own domain. https://learn.microsoft.com/azure/azure-sql/database/logical-servers",
  },
  brokenReference: {
    severity: "error",
    message: (p: { reference: string }) =>
      `'${p.reference}' is not a reference. Write 'layer.name', as in 'bronze.readings'; another pipeline's with 'pipeline/' before it.`,
    explanation:
      "A reference says what it points at: `sources.readings`, `bronze.readings`, `silver.readings`, `gold.readings`, `sinks.averages`.",
  },
  sideTable: {
    severity: "error",
    message: (p: { reference: string; table: string; kind: "quarantine" | "late" }) =>
      `'${p.reference}' is written for people and other engines to read; in a project nothing reads it. ${
        p.kind === "late"
          ? `Let '${p.table}' wait longer (the 'delay' of its watermark), so that fewer rows come late.`
          : `For rows like these in a table, read what '${p.table}' reads, with 'where: not coalesce(<condition>, false)': a condition that is null is broken too.`
      }`,
    explanation:
      "Rows that are set aside stand beside their table with what is wrong with them and the event that they were read from. They are there to be looked at and mended at their origin, or in the expectation.",
  },
  unknownReference: {
    severity: "error",
    message: (p: { reference: string; suggestion: string | undefined }) =>
      `There is no '${p.reference}'.${didYouMean(p.suggestion)}`,
    explanation: "The name is not declared in this pipeline (or in the pipeline before the `/`).",
  },
  wrongInput: {
    severity: "error",
    message: (p: { reference: string; reader: string; expected: string }) =>
      `${p.reader} cannot read '${p.reference}': it reads ${p.expected}.`,
    explanation:
      "Bronze tables read sources; silver and gold tables read tables; joins and sinks read silver and gold tables.",
  },
  clauseOfView: {
    severity: "error",
    message: (p: { clause: string; reason: string }) =>
      `A view cannot have '${p.clause}': ${p.reason}. Write it in a table that reads the view, or leave out 'materialize: false'.`,
    explanation:
      "With `materialize: false` a table's clauses are steps of each query that reads it: `from` or `union`, `explode`, `columns` or `with_columns` and `except`, `where`, and `expect` with `else: drop`. What needs a place of its own, or a state, stands in a table that is stored.",
  },
  expectationOfView: {
    severity: "error",
    message: (p: { otherwise: string }) =>
      `A view can only 'drop' what violates an expectation, not '${p.otherwise}': ${p.otherwise === "quarantine" ? "it has no quarantine" : "that is said of a batch that is written"}. Expect it in a table that reads the view, or leave out 'materialize: false'.`,
    explanation:
      "What a view drops is counted, under its name, in each table that reads it. A quarantine is a table of its own, and it is a written batch that is stopped (`fail`) or whose rows are counted as warned of (`warn`).",
  },
  viewNotStored: {
    severity: "error",
    message: (p: { reference: string; reader: string }) =>
      `${p.reader} reads a table that is stored, where a replay finds the same rows again, and '${p.reference}' is a view: leave out 'materialize: false' there.`,
    explanation:
      "Nothing of a view is stored. A sink delivers a table's rows as they were written, a join looks rows up in the version that a table has when a batch is made, and one `within` a time, or a table with `write: replace`, reads what stored tables hold.",
  },
  elementsOfView: {
    severity: "error",
    message: (p: { view: string; clause: "explode" | "union" }) =>
      p.clause === "explode"
        ? `'${p.view}' takes arrays apart already, and elements of elements could not be counted. Leave out 'materialize: false' there.`
        : `'${p.view}' takes arrays apart, and beside rows that are whole its elements could not be counted. Leave out 'materialize: false' there.`,
    explanation:
      "Each row that a query reads goes to exactly one place, or is taken apart, and then each element goes to one. That can be counted for one `explode` on the only way into the query; another one reads a table that is stored.",
  },
  readTwice: {
    severity: "error",
    message: (p: {
      input: string;
      table: string;
      views: readonly string[];
      unparsed: readonly string[];
      moved: readonly string[];
    }) => {
      const parsed = p.unparsed.length === 0 ? "" : `, give ${allOf(p.unparsed)} a table that parses it`;
      const moved = p.moved.length === 0 ? "" : `, and write ${allOf(p.moved)} there instead of here`;
      return `By '${p.input}' this union reads '${p.table}' a second time, in one query, so each of its rows would be there twice. Leave out 'materialize: false' in ${allOf(p.views)}${parsed}${moved}.`;
    },
    explanation:
      "Where views lie between, several inputs of a union may come to one table. One query reads each table once, so that each of its rows is counted once. Of two views over a silver or gold table, let one be a table; of views over a bronze one all, because a union is of parsed rows or of events that are still to be parsed.",
  },
  inputTwice: {
    severity: "error",
    message: (p: { input: string }) => `'${p.input}' is in the union already; each of its rows would be there twice.`,
    explanation: "A union reads each table once.",
  },
  mixedInputs: {
    severity: "error",
    message: ({ one, other }: { one: Held; other: Held }) => {
      const [raw, another] = [one, other].filter(({ holds }) => holds !== "parsed rows").map(({ name }) => name);
      const parsed =
        another === undefined ? `'${raw}' a table of its own that parses it` : "each a table of its own that parses it";
      return `'${one.name}' holds ${one.holds} and '${other.name}' ${other.holds}; a union is of one kind, or a replay could not put its rows in one order. Give ${parsed}.`;
    },
    explanation:
      "Events stand in a hub and rows in a file, each with a position by which it is parsed, quarantined and put in order: a partition and an offset there, a path and a number here. Rows of a table that others write have the time at which they were read, and those of a silver or gold table nothing of the kind.",
  },
  differentShapes: {
    severity: "error",
    message: (p: {
      first: string;
      other: string;
      column: string;
      inFirst: string | undefined;
      inOther: string | undefined;
    }) => {
      const has = (input: string, type: string | undefined): string =>
        type === undefined ? `'${input}' has no such column` : `it is ${type} in '${input}'`;
      return `'${p.column}' keeps '${p.other}' from being united with '${p.first}': ${has(p.first, p.inFirst)}, and ${has(p.other, p.inOther)}.`;
    },
    explanation:
      "The inputs of a union have columns of the same names and types, in whatever order; whether they can be null may differ. Bring them into one shape by `columns` in tables of their own.",
  },
  referenceCycle: {
    severity: "error",
    message: (p: { cycle: readonly string[] }) =>
      `Tables read each other in a circle: ${p.cycle.map((name) => `'${name}'`).join(" -> ")}.`,
    explanation: "A table cannot be computed from itself. The message spells the circle.",
  },
  unknownColumn: {
    severity: "error",
    message: (p: { column: string; table: string; suggestion: string | undefined }) =>
      `${p.table} has no column '${p.column}'.${didYouMean(p.suggestion)}`,
    explanation:
      "The clause names a column that the table does not have at this point; clauses apply in a fixed order (see `from` to `aggregates` in the manual).",
  },
  exceptOfAdded: {
    severity: "error",
    message: (p: { column: string }) =>
      `'${p.column}' is removed and added in one table: leave it out of 'except'. What 'with_columns' adds under the name of a column replaces it.`,
    explanation:
      "`except` removes columns of the input, and `with_columns` may still read them; what it makes under a name of the input stands in the place of that column.",
  },
  exceptOfAll: {
    severity: "error",
    message: (_: Nothing) => "'except' removes all columns, so the table would have none.",
    explanation: "Name the columns that are wanted under `columns`, or make some by `with_columns`.",
  },
  columnLongForm: {
    severity: "error",
    message: (p: { column: string; written: string }) =>
      `'${p.column}' would be a struct with a field 'type': a column has its type alone, '${p.column}: ${p.written}'. If the struct is meant, write '${p.column}: "struct<type:…>"'.`,
    explanation:
      "Between braces stand the fields of a struct by name, so what other tools call the type, the description or the nullability of a column would be its fields. All columns of a source can be null.",
  },
  reservedColumn: {
    severity: "error",
    message: (p: { column: string; of: "event" | "row" }) =>
      `'${p.column}' is the name of a column that each ${p.of}'s position has; give the column another name.`,
    explanation:
      "A table that reads a raw one sees the source's columns and where each row stood: of a hub or topic `enqueued_at`, `partition` and `offset`; of files `file_path`, `file_modified_at` and `file_row`; of a table that others write `landed_at` and `landed_row`.",
  },
  headerWithoutCsv: {
    severity: "error",
    message: (p: { format: string }) => `'header' belongs to 'format: csv'; files of ${p.format} have none.`,
    explanation: "Only the first record of a CSV file can be its header. The other formats name each value themselves.",
  },
  notACell: {
    severity: "error",
    message: (p: { column: string; type: string; instead: string }) =>
      `'${p.column}' is ${p.type}, and a cell of CSV is one value, written as text: ${p.instead}.`,
    explanation:
      "With `format: csv` a body is one record, and its cells are the declared columns in their order. Spark's reader of CSV knows no nested types and no bytes.",
  },
  duplicateColumn: {
    severity: "error",
    message: (p: { column: string }) =>
      `The table would have two columns '${p.column}' (names are compared without regard to case).`,
    explanation: "Spark and Delta compare column names without regard to case.",
  },
  intervalWithoutWatermark: {
    severity: "error",
    message: (p: { tables: readonly string[]; united: string | undefined }) =>
      `No watermark holds on the rows of ${p.tables.map((table) => `'${table}'`).join(" and ")}, so rows would wait for a match for ever: a join 'within' a time pairs streams with a watermark each.${p.united === undefined ? "" : ` '${p.united}' is written from several inputs, each at its own pace: join each of them, and unite the pairs.`}`,
    explanation:
      "A row is kept until the watermarks of both tables have passed every row that it could match. Each table declares a watermark or inherits one, and passes its column on unchanged but for its name. None holds on windows' results, below a union, on a table with `write: replace`, and on the rows of a `left` join `within` a time.",
  },
  joinTypes: {
    severity: "error",
    message: (p: { column: string; here: string; there: string; table: string }) =>
      `'${p.column}' is ${p.here} here and ${p.there} in ${p.table}; the two cannot be equal.`,
    explanation:
      "Values are compared only where both have one type, or types of which one widens to the other without a loss. Give the table a column of the right type under `columns`, or write `on` as a condition with the conversion in it.",
  },
  joinedColumnTaken: {
    severity: "error",
    message: (p: { column: string; rename: string }) =>
      `The table has a column '${p.column}' already. Add it under another name: write 'columns: ${p.rename}'.`,
    explanation:
      "A join adds columns beside those that the table has, and names are compared without regard to case. `columns` is a list of names, or a mapping from new names to those of the other table.",
  },
  notATimestamp: {
    severity: "error",
    message: (p: { column: string; type: string; clause: string }) =>
      `'${p.column}' is ${p.type}; the column of a ${p.clause} must be a timestamp.`,
    explanation: "Event time is a timestamp. Make one with `try_to_timestamp(…)` under `columns`.",
  },
  notAnArray: {
    severity: "error",
    message: (p: { type: string }) =>
      `'explode' takes an array apart; this is ${p.type}.${p.type.startsWith("map<") ? " 'map_entries(…)' makes an array of a map." : ""}`,
    explanation:
      "Each element of the array becomes a row. A text becomes an array by `split(…)`, a map by `map_entries(…)` (an array of structs with `key` and `value`).",
  },
  notBoolean: {
    severity: "error",
    message: (p: { clause: string; type: string }) =>
      `A condition under '${p.clause}' must be true or false; this is ${p.type}.`,
    explanation: "Conditions are boolean expressions.",
  },
});
