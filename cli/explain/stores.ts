import { printType } from "../../compiler/expression/type.js";
import type { Query } from "../../compiler/ir/query.js";
import type {
  LinkedFilesSource,
  LinkedHubSource,
  LinkedLakeSource,
  LinkedSink,
  LinkedSource,
  LinkedStore,
} from "../../compiler/model/linked.js";
import type { Defaults } from "../../compiler/model/model.js";
import { aligned, type Section } from "./section.js";
import { runs, triggerDefault, valuesOf } from "./tables.js";

export function sourceSections(linked: LinkedSource): readonly Section[] {
  switch (linked.kind) {
    case "hub":
      return hubSourceSections(linked);
    case "files":
      return filesSourceSections(linked);
    case "lake":
      return lakeSourceSections(linked);
  }
}

function lakeSourceSections({ source, connection, columns }: LinkedLakeSource): readonly Section[] {
  return [
    { title: "reads", lines: ["the rows that the table holds, then those that each commit adds"] },
    { title: "table", lines: [`${source.path} in ${connection.container.written} of ${connection.account.written}`] },
    {
      title: "changes",
      lines: [
        "append_only: a commit that deletes or changes rows stops the query with Delta's error, which names the version",
        "it goes on when `backfill` of the bronze table is raised, which reads the table as it is then",
        "OPTIMIZE changes no rows and passes",
      ],
    },
    { title: "columns", lines: aligned(columns.map(({ name, type }) => [name, printType(type)])) },
    {
      title: "not read",
      lines: ["other columns of the table: the notebook logs their names (columns_not_read) when it starts"],
    },
  ];
}

function filesSourceSections({ source, connection, columns }: LinkedFilesSource): readonly Section[] {
  const { path, format, hasHeader } = source;
  const header = source.origin.child("header");
  return [
    { title: "reads", lines: ["each file once, those that were changed earliest first"] },
    { title: "files", lines: [`${path} in ${connection.container.written} of ${connection.account.written}`] },
    { title: "format", lines: [format === "csv" ? `csv, ${hasHeader ? "with" : "without"} a header` : format] },
    { title: "columns", lines: aligned(columns.map(({ name, type }) => [name, printType(type)])) },
    { title: "defaults", lines: format === "csv" && !header.isWritten ? ["header: true (built in)"] : [] },
  ];
}

function hubSourceSections({ source, connection, columns }: LinkedHubSource): readonly Section[] {
  const isCapture = source.read === "capture";
  const read = isCapture
    ? `the files that Capture writes (every ${source.capture ? valuesOf(source.capture.minutes) : "?"} minutes or ${source.capture?.megabytes ?? "?"} MB), which can be replayed as long as they are kept`
    : "the log itself, by Kafka's protocol, from the earliest event that it still has";
  const place = connection.kind === "kafka" ? connection.servers.written : connection.namespace.written;
  const tier = connection.kind === "event-hubs" && !connection.origin.child("tier").isWritten;
  return [
    { title: "reads", lines: [read] },
    { title: "hub", lines: [`${source.hub} of ${place} (${valuesOf(source.partitions)} partitions)`] },
    { title: "columns", lines: aligned(columns.map(({ name, type }) => [name, printType(type)])) },
    {
      title: "defaults",
      lines: [
        ...(source.kind === "kafka" || source.origin.child("read").isWritten ? [] : ["read: stream (built in)"]),
        ...(tier ? [`connections.${connection.name}.tier: standard (built in)`] : []),
      ],
    },
  ];
}

export function sinkSections(linked: LinkedSink, query: Query | undefined, defaults: Defaults): readonly Section[] {
  const { sink } = linked;
  return [
    { title: "serves", lines: sink.description === undefined ? [] : [sink.description] },
    { title: "reads", lines: [sink.from.name] },
    {
      title: "where",
      lines: sink.where === undefined ? [] : [`${sink.where.text}; other rows are counted as filtered`],
    },
    ...storeSections(linked, query),
    { title: "defaults", lines: triggerDefault(sink.origin, defaults) },
    ...runs(query),
  ];
}

function storeSections(linked: LinkedSink, query: Query | undefined): readonly Section[] {
  const { to } = linked;
  switch (to.kind) {
    case "container":
      return containerSections(linked, to);
    case "hub":
      return hubSections(linked, to);
    case "folder":
      return folderSections(to, query);
  }
}

const idOf = ({ input }: LinkedSink): string => `${(input.key ?? []).join(" | ")}, each URL-encoded, times as ISO text`;

function containerSections(linked: LinkedSink, to: Extract<LinkedStore, { kind: "container" }>): readonly Section[] {
  const { connection, store } = to;
  const container = `${store.database}/${store.container} of ${connection.account.written}`;
  return [
    { title: "writes", lines: [`${container}, partitioned by ${store.partitionKey.name}`] },
    { title: "id", lines: [idOf(linked)] },
    {
      title: "replay",
      lines: [
        "a replayed batch upserts the same documents again",
        "so does a backfill; documents whose rows are no longer made stay, until someone removes them",
      ],
    },
  ];
}

function hubSections(linked: LinkedSink, to: Extract<LinkedStore, { kind: "hub" }>): readonly Section[] {
  const { connection, store, sent } = to;
  const place = connection.kind === "kafka" ? connection.servers.written : connection.namespace.written;
  const partitions = store.key ? `partitioned by ${store.key.name}` : "to any partition";
  return [
    { title: "writes", lines: [`${store.hub} of ${place} (${valuesOf(store.partitions)} partitions), ${partitions}`] },
    { title: "body", lines: [`JSON of ${sent.join(", ")}; nulls left out, times as ISO text`] },
    {
      title: "event_id",
      lines: [`${idOf(linked)}: a ${connection.kind === "kafka" ? "header" : "property"} of each event`],
    },
    {
      title: "replay",
      lines: [
        "at least once: a replayed batch is sent again, and readers remove repeats by event_id",
        "a backfill sends every event again",
      ],
    },
  ];
}

function folderSections(
  { connection, store, sent }: Extract<LinkedStore, { kind: "folder" }>,
  query: Query | undefined,
): readonly Section[] {
  const place = `${connection.container.written} of ${connection.account.written}`;
  const folder = `${store.folder}/checkpoint=${query?.identity ?? "…"}/batch=…`;
  return [
    { title: "writes", lines: [`${folder} in ${place}, as ${store.format}, complete with _SUCCESS`] },
    { title: "columns", lines: [sent.join(", ")] },
    {
      title: "replay",
      lines: [
        "a replayed batch writes its folder anew, so no row stands there twice",
        "another identity writes all rows to a checkpoint= folder of its own: read one of them",
      ],
    },
  ];
}
