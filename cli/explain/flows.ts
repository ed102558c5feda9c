import { printSyntax } from "../../compiler/expression/print/print-syntax.js";
import { printType } from "../../compiler/expression/type.js";
import type { LandingIr } from "../../compiler/ir/flow.js";
import type { Query } from "../../compiler/ir/query.js";
import { lockPath } from "../../compiler/lock/lock.js";
import type {
  LinkedControl,
  LinkedDatabaseSource,
  LinkedIncremental,
  LinkedLanded,
  LinkedMerged,
  LinkedReading,
} from "../../compiler/model/linked-landings.js";
import { aligned, type Section } from "./section.js";
import { columnLines, renamedLines, startLines, writes } from "./tables.js";

/** A database's table: what is read of it, and what is not. */
export function databaseSections(linked: LinkedDatabaseSource, control: LinkedControl | undefined): readonly Section[] {
  const { source, connection, columns, key, reading } = linked;
  const runtime = connection.integrationRuntime;
  const place = control ? `${control.control.schema}.marks of ${control.connection.name}` : undefined;
  const read = reading.kind === "full" ? wholeLines(reading, place) : cursorLines(reading, place);
  return [
    {
      title: "reads",
      lines: read.reads,
    },
    {
      title: "table",
      lines: [
        `${source.schema}.${source.table} of ${connection.database.written} at ${connection.server.written}` +
          (runtime === undefined ? "" : `, by the integration runtime ${runtime}`) +
          (connection.login.kind === "managed" ? ", as the own identity of the orchestrator" : ""),
      ],
    },
    { title: "primary key", lines: key.length === 0 ? [] : [key.join(", ")] },
    { title: "mark", lines: read.mark },
    { title: "lag", lines: read.lag },
    { title: "empty", lines: read.empty },
    { title: "not read", lines: [...read.not, "other columns of the table"] },
    { title: "columns", lines: aligned(columns.map(({ name, type }) => [name, printType(type)])) },
    { title: "on this machine", lines: source.samples ? [`the rows of ${valuesOf(source.samples)}`] : [] },
  ];
}

interface ReadingLines {
  readonly reads: readonly string[];
  readonly mark: readonly string[];
  readonly lag: readonly string[];
  readonly empty: readonly string[];
  readonly not: readonly string[];
}

function cursorLines(reading: LinkedIncremental, place: string | undefined): ReadingLines {
  const { cursor, start } = reading;
  return {
    reads: [`each time that a pipeline is started, the rows whose ${cursor.name} is beyond the mark`],
    mark: [
      `${start} at first, then the largest ${cursor.name} that was read${place === undefined ? "" : `; it stands in ${place}`}`,
      "it is kept when all rows up to it have landed, so a run that was broken off reads them again",
    ],
    lag: lagLines(reading),
    empty: [],
    not: [`rows without ${cursor.name}, and that a row was deleted: it stays where it was read to`],
  };
}

const wholeLines = (
  { mayBeEmpty }: Extract<LinkedReading, { readonly kind: "full" }>,
  place: string | undefined,
): ReadingLines => ({
  reads: ["each time that a pipeline is started, all rows"],
  mark: [`when it was read last, and how many rows it had${place === undefined ? "" : `; it stands in ${place}`}`],
  lag: [],
  empty: [
    mayBeEmpty
      ? "a reading without rows is taken as it is: may_be_empty"
      : "a reading without rows, of a table that had some before, stops the run: nothing is taken of it",
  ],
  not: [],
});

const valuesOf = (values: ReadonlyMap<string, string>): string => [...new Set(values.values())].join(" or ");

function lagLines({ cursor, lag: length }: LinkedIncremental): readonly string[] {
  const lag = length?.text;
  if (cursor.type.kind !== "timestamp")
    return [`none: ${cursor.name} must be given to rows in the order in which they are committed`];
  if (lag === undefined)
    return [`none: a row that is committed late, or has the very ${cursor.name} of the mark, is not read`];
  return [
    `rows of the ${lag} before the mark are read again when one was added or got another ${cursor.name}: their number and how far behind they are is kept`,
    `a row that is committed ${lag} or more after its ${cursor.name} is not read, nor what is changed without another ${cursor.name}`,
  ];
}

/** What each reading of a database's table brought. */
export function landedSections(
  { table, source }: LinkedLanded,
  landing: LandingIr | undefined,
  starts: readonly string[],
): readonly Section[] {
  return [
    {
      title: "holds",
      lines: [
        table.description ??
          (source.kind === "loads"
            ? "what a function has loaded, each time the whole"
            : "what each reading brought: a row once for each time that it was read"),
      ],
    },
    { title: "reads", lines: [table.from.name] },
    {
      title: "writes",
      lines: landing
        ? [
            `${landing.output.path}/landing=<number>/rows.${landing.output.format}${landing.output.format === "csv" ? ", with a header" : ""}`,
            "a landing is whole when the mark is kept; before that it may be written again, over itself",
          ]
        : [],
    },
    { title: "renamed", lines: renamedLines(table) },
    {
      title: "begins anew",
      lines: [
        `with ${anotherOf(source)}${source.kind === "loads" ? " or other columns" : ", other columns, or another control table"}: that stands in ${lockPath}`,
      ],
    },
    {
      title: "columns",
      lines: columnLines(source.columns.map((column) => [column, `sources.${source.source.name}.${column.name}`])),
    },
    { title: "runs", lines: startLines(starts) },
  ];
}

function anotherOf(source: LinkedLanded["source"]): string {
  if (source.kind === "http") return "another host, path, query or list of rows";
  if (source.kind === "loads") return "another folder";
  if (source.kind === "file-set") return "another container, path, way of reading or writing";
  return `another server, database, table${source.reading.kind === "full" ? "" : ", cursor or start"}`;
}

/** The latest row of each key of what has landed. */
export function mergedSections(
  linked: LinkedMerged,
  query: Query | undefined,
  starts: readonly string[],
): readonly Section[] {
  const { table, columns, keys, output } = linked;
  const lineage = (name: string): string =>
    linked.history && !columns.some((column) => column.name === name) ? "when it was so" : linesOf(name);
  const linesOf = (name: string): string =>
    columns
      .filter((column) => column.name === name)
      .flatMap(({ expression }) => expression.references.map(({ path }) => [table.inputs[0].name, ...path].join(".")))
      .join(", ") || "nothing: it is the same in every row";
  return [
    {
      title: "holds",
      lines: [table.description ?? heldBy(linked)],
    },
    { title: "reads", lines: [table.inputs[0].name] },
    { title: "writes", lines: query ? writes(query) : [] },
    { title: "renamed", lines: renamedLines(table) },
    { title: "key", lines: [[...keys, ...(linked.history ? ["valid_from"] : [])].join(", ")] },
    { title: "keeps", lines: keepsLines(linked) },
    { title: "columns", lines: columnLines(output.map((column) => [column, lineage(column.name)])) },
    {
      title: "runs",
      lines: [
        ...startLines(starts),
        "landings that were taken are recorded: what was broken off is made again, with the same ones",
      ],
    },
  ];
}

function keepsLines({ table, input, sequenceBy, history, deletes, keys, columns }: LinkedMerged): readonly string[] {
  const leavesOut = table.where !== undefined || table.expectations.some(({ otherwise }) => otherwise !== "warn");
  const isWhole = input.source.reading.kind === "full";
  const absent = history ? "its version ends" : "it is deleted";
  const untracked = columns.some(({ name }) => !keys.includes(name) && !history?.tracked?.includes(name));
  return [
    ...(history === undefined && !table.changes.ignoresNull ? [latestLine(sequenceBy)] : []),
    ...(table.changes.ignoresNull ? valueLines(table, sequenceBy) : []),
    ...(history?.tracked
      ? [`a version of a row from the reading on that has other values of ${history.tracked.join(", ") || "its keys"}`]
      : []),
    ...(history?.tracked && untracked ? ["other columns are changed in the version that holds now"] : []),
    ...(history && !isWhole
      ? [
          `each row with another ${sequenceBy.join()} as a version, valid from then until the next one, also where it comes late`,
          "of rows of one time the one that landed last",
        ]
      : []),
    ...(isWhole
      ? [`a row that a reading does not have any more: ${table.changes.deletesAbsent ? absent : "it stays"}`]
      : []),
    ...(deletes
      ? [
          `a change for which ${printSyntax(deletes.syntax)} is true ${history ? "ends the version of its key" : "deletes the row of its key"}`,
          ...(table.changes.ignoresNull
            ? []
            : [
                `deletes are kept in ${table.layer}.${table.name}.deleted: what is earlier and comes later stays deleted`,
              ]),
        ]
      : []),
    ...(leavesOut ? ["a row that is left out changes nothing: the row with its key stays as it was"] : []),
  ];
}

function heldBy({ history, table }: LinkedMerged): string {
  if (history) return "the versions of each row";
  return table.changes.ignoresNull ? "the latest values of each key" : "the latest row of each key";
}

const valueLines = (
  { layer, name, changes }: LinkedMerged["table"],
  sequenceBy: readonly string[],
): readonly string[] => [
  `of each key and column the value, not null, with the largest ${sequenceBy.join(", then ")}; of equal ones the one that landed last`,
  `the place of each value${changes.deleteWhen ? ", and of deletes," : ""} is kept in ${layer}.${name}.sequences: what is earlier and comes later fills in what is null`,
];

const latestLine = (sequenceBy: readonly string[]): string =>
  sequenceBy.length === 0
    ? "of rows with one key the one that was read last"
    : `of rows with one key the one with the largest ${sequenceBy.join(", then ")}; of equal ones the one that landed last`;
