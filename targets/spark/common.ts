import { sparkSettings } from "../../compiler/expression/print-spark.js";
import type { LandedIr } from "../../compiler/ir/flow.js";
import { hashKeysOf } from "../../compiler/ir/hash-keys.js";
import { bodiesRead, isTakenApart, isUnited, landedRead } from "../../compiler/ir/inputs.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import type { Query } from "../../compiler/ir/query.js";
import { waitsForWatermark } from "../../compiler/ir/waits-for-watermark.js";
import type { Cell, Notebook } from "./notebook.js";
import { type Parser, parserOf } from "./parser.js";
import { assign, dictionary, entry, literal, runtimeText, words } from "./python.js";
import { text } from "./text.generated.js";

type Runtime = Extract<keyof typeof text, `runtime/${string}`>;

/** The project's module: what its notebooks share, and only the parts that one of them uses. */
export function commonNotebook(project: ProjectIr): Notebook {
  const queries = project.jobs.flatMap((job) => job.queries);
  return {
    path: "common",
    origin: project.origin,
    reads: [],
    writes: [],
    cells: [
      {
        kind: "text",
        lines: [
          words("# What the notebooks of this project share"),
          words(
            "Taken over by `%run`, so that everything here lives in the notebook's own namespace: under Spark Connect a module of the client is not found inside a batch.",
          ),
          words("Generated; edit the YAML instead."),
        ],
      },
      {
        kind: "code",
        title: "What expressions mean here",
        code: assign(
          "SETTINGS",
          dictionary(Object.entries(sparkSettings).map(([name, value]) => entry(name, literal(value)))),
        ),
      },
      ...parts
        .filter(({ isUsed }) => queries.some((query) => isUsed(query, project)))
        .map(({ title, file }): Cell => ({ kind: "code", title, code: runtimeText(text[file]) })),
    ],
  };
}

interface Part {
  readonly title: string;
  readonly file: Runtime;
  readonly isUsed: (query: Query, project: ProjectIr) => boolean;
}

const always = (): boolean => true;

const isParsed =
  (...parsers: readonly Parser[]) =>
  (query: Query): boolean =>
    query.kind === "rows" && bodiesRead(query.input).some((body) => parsers.includes(parserOf(body)));

const reads =
  (...what: readonly LandedIr["of"][]) =>
  (query: Query): boolean =>
    query.kind === "replace" && landedRead(query).some((landed) => what.includes(landed.of));

const readsLoads = reads("loads", "called-loads");

const goesOn = ({ goesOnFrom }: Query): boolean => goesOnFrom.length > 0;

const usesCheckpoints = (query: Query): boolean => goesOn(query) || waitsForWatermark(query);

const usesFiles = (query: Query): boolean => readsLoads(query) || usesCheckpoints(query);

/** It takes what has landed as lines of JSON. */
function landsJson(query: Query): boolean {
  if (query.kind === "apply-changes") return query.input.format === "json";
  return query.kind === "replace" && query.inputs.some((one) => one.kind === "reading" && one.landed.format === "json");
}

/** A run of an orchestrator makes a batch, and no stream does. */
const isOfFlow = (query: Query): boolean =>
  query.kind === "apply-changes" || (query.kind === "replace" && query.isOfFlow);

const joinsRows = (query: Query): boolean =>
  (query.kind === "rows" || query.kind === "replace") && query.joins.length > 0;

function hasSeveralInputs(query: Query): boolean {
  if (query.kind === "replace") return query.inputs.length > 1;
  return (query.kind === "rows" || query.kind === "windows") && isUnited(query.input);
}

function takesArraysApart(query: Query): boolean {
  if (query.kind === "replace") return query.explode !== undefined;
  return query.kind === "rows" && (query.explode !== undefined || isTakenApart(query.input));
}

const parts: readonly Part[] = [
  { title: "Session: guard, start, end", file: "runtime/session.py", isUsed: always },
  { title: "Parameters and secrets", file: "runtime/databricks.py", isUsed: (_, { spark }) => spark === "databricks" },
  { title: "Parameters and secrets", file: "runtime/synapse.py", isUsed: (_, { spark }) => spark === "synapse" },
  {
    title: "Parameters of notebooks that one runs after another",
    file: "runtime/given.py",
    isUsed: (query, { spark }) => isOfFlow(query) && spark === "databricks",
  },
  {
    title: "Parameters of notebooks that one runs after another",
    file: "runtime/given_synapse.py",
    isUsed: (query, { spark }) => isOfFlow(query) && spark === "synapse",
  },
  {
    title: "Hashes by a secret key",
    file: "runtime/keyed_hash.py",
    isUsed: (query, { hashKeys }) => hashKeys.size > 0 && hashKeysOf(query).length > 0,
  },
  { title: "Tables", file: "runtime/tables.py", isUsed: always },
  {
    title: "Batches: checks, counts, writes that a replay does not repeat",
    file: "runtime/batches.py",
    isUsed: always,
  },
  {
    title: "Connections by Kafka's protocol",
    file: "runtime/kafka.py",
    isUsed: ({ kind }) => kind === "ingest" || kind === "send",
  },
  { title: "Events of a hub", file: "runtime/hub.py", isUsed: ({ kind }) => kind === "ingest" },
  {
    title: "Raw events and rows",
    file: "runtime/raw.py",
    isUsed: ({ kind }) => kind === "ingest" || kind === "new-rows",
  },
  { title: "New files, and their rows", file: "runtime/new_files.py", isUsed: ({ kind }) => kind === "new-files" },
  {
    title: "New rows of tables that others write",
    file: "runtime/new_rows.py",
    isUsed: ({ kind }) => kind === "new-rows",
  },
  {
    title: "JSON bodies",
    file: "runtime/json_body.py",
    isUsed: (query) => isParsed("json_body", "exact_json_body")(query) || landsJson(query),
  },
  {
    title: "Decimals, days and times as they are written",
    file: "runtime/exact_values.py",
    isUsed: (query) => isParsed("exact_json_body", "csv_body")(query) || landsJson(query),
  },
  {
    title: "Decimals, days and times of JSON",
    file: "runtime/exact_json.py",
    isUsed: (query) => isParsed("exact_json_body")(query) || landsJson(query),
  },
  {
    title: "Several inputs",
    file: "runtime/union.py",
    isUsed: hasSeveralInputs,
  },
  { title: "CSV bodies", file: "runtime/csv_body.py", isUsed: isParsed("csv_body") },
  { title: "Rows of files and tables", file: "runtime/columns_body.py", isUsed: isParsed("columns_body") },
  {
    title: "Elements of arrays",
    file: "runtime/explode.py",
    isUsed: takesArraysApart,
  },
  {
    title: "Rows",
    file: "runtime/rows.py",
    isUsed: ({ kind }) => kind === "rows" || kind === "replace" || kind === "apply-changes",
  },
  {
    title: "Versions of tables",
    file: "runtime/versions.py",
    isUsed: (query) => query.kind === "replace" || joinsRows(query),
  },
  {
    title: "Tables that rows are looked up in",
    file: "runtime/joins.py",
    isUsed: joinsRows,
  },
  { title: "Interval joins", file: "runtime/interval_join.py", isUsed: ({ kind }) => kind === "interval-join" },
  { title: "Replaced tables", file: "runtime/replace.py", isUsed: ({ kind }) => kind === "replace" },
  { title: "Batches of runs", file: "runtime/runs.py", isUsed: isOfFlow },
  {
    title: "Replaced tables of runs",
    file: "runtime/recompute.py",
    isUsed: (query) => query.kind === "replace" && query.isOfFlow,
  },
  {
    title: "Whole landings",
    file: "runtime/landed.py",
    isUsed: (query) => query.kind === "apply-changes" || reads("landings")(query) || readsLoads(query),
  },
  { title: "Whole landings of JSON", file: "runtime/landed_json.py", isUsed: landsJson },
  { title: "Whole readings", file: "runtime/readings.py", isUsed: reads("landings") },
  {
    title: "Files of the lake",
    file: "runtime/lake_files.py",
    isUsed: (query, { spark }) => usesFiles(query) && spark === "databricks",
  },
  {
    title: "Files of the lake",
    file: "runtime/lake_files_synapse.py",
    isUsed: (query, { spark }) => usesFiles(query) && spark === "synapse",
  },
  { title: "Files of checkpoints", file: "runtime/checkpoints.py", isUsed: usesCheckpoints },
  { title: "Batches that stopped queries owe", file: "runtime/make_up.py", isUsed: waitsForWatermark },
  { title: "Checkpoints that go on from others", file: "runtime/hand_over.py", isUsed: goesOn },
  { title: "Loads of others", file: "runtime/loads.py", isUsed: readsLoads },
  { title: "Changes by key", file: "runtime/apply_changes.py", isUsed: ({ kind }) => kind === "apply-changes" },
  {
    title: "Whole tables by key",
    file: "runtime/snapshots.py",
    isUsed: (query) =>
      query.kind === "apply-changes" &&
      query.of === "snapshots" &&
      (query.deletesAbsent || query.history !== undefined),
  },
  {
    title: "Versions of rows",
    file: "runtime/history.py",
    isUsed: (query) => query.kind === "apply-changes" && query.history !== undefined,
  },
  {
    title: "Versions of the rows of whole tables",
    file: "runtime/snapshot_history.py",
    isUsed: (query) => query.kind === "apply-changes" && query.history !== undefined && query.of === "snapshots",
  },
  {
    title: "Deletes by key",
    file: "runtime/deletes.py",
    isUsed: (query) =>
      query.kind === "apply-changes" && query.deletes?.kept !== undefined && query.history === undefined,
  },
  {
    title: "Deletes that end versions of rows",
    file: "runtime/history_deletes.py",
    isUsed: (query) => query.kind === "apply-changes" && query.deletes !== undefined && query.history !== undefined,
  },
  {
    title: "Latest values by key",
    file: "runtime/latest_values.py",
    isUsed: (query) => query.kind === "apply-changes" && query.sequences !== undefined,
  },
  {
    title: "Windows",
    file: "runtime/windows.py",
    isUsed: (query) => query.kind === "windows" && query.corrected === undefined,
  },
  {
    title: "Windows that late rows are added to",
    file: "runtime/corrected_windows.py",
    isUsed: (query) => query.kind === "windows" && query.corrected !== undefined,
  },
  {
    title: "Sinks: counts, and what goes out",
    file: "runtime/sinks.py",
    isUsed: ({ kind }) => ["documents", "send", "files"].includes(kind),
  },
  { title: "Events for a hub", file: "runtime/send.py", isUsed: ({ kind }) => kind === "send" },
  { title: "Files of a storage account", file: "runtime/files.py", isUsed: ({ kind }) => kind === "files" },
  { title: "Documents of Azure Cosmos DB", file: "runtime/cosmos.py", isUsed: ({ kind }) => kind === "documents" },
];
