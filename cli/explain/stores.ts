import { printType } from "../../compiler/expression/type.js";
import type { Query } from "../../compiler/ir/ir.js";
import type { LinkedSink, LinkedSource } from "../../compiler/model/linked.js";
import { aligned, type Section } from "./section.js";
import { runs, triggerDefault, valuesOf } from "./tables.js";

export function sourceSections({ source, connection, columns }: LinkedSource): readonly Section[] {
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
        ...(source.kind === "kafka" || source.origin.child("read").isWritten ? [] : ["read: stream"]),
        ...(tier ? [`connections.${connection.name}.tier: standard`] : []),
      ],
    },
  ];
}

export function sinkSections({ sink, connection, input }: LinkedSink, query: Query | undefined): readonly Section[] {
  const key = input.key ?? [];
  return [
    { title: "serves", lines: sink.description === undefined ? [] : [sink.description] },
    { title: "reads", lines: [sink.from.name] },
    {
      title: "writes",
      lines: [
        `${sink.database}/${sink.container} of ${connection.account.written}, partitioned by ${sink.partitionKey.name}`,
      ],
    },
    { title: "id", lines: [`${key.join(" | ")}, each URL-encoded; times as ISO text`] },
    { title: "replay", lines: ["a replayed batch upserts the same documents again"] },
    { title: "defaults", lines: triggerDefault(sink.trigger, sink.origin.child("streaming").isWritten) },
    ...runs(query),
  ];
}
