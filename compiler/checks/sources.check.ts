import type { Report } from "../diagnostics/report.js";
import type { LinkedFilesSource, LinkedLakeSource } from "../model/linked.js";
import type { LinkedFileSet } from "../model/linked-landings.js";
import type { AnyTable, Lake } from "../model/model.js";
import type { Named } from "../model/parts.js";
import type { Poisoned } from "../model/poisoned.js";
import type { Check } from "./check.js";
import { checkDiagnostics } from "./diagnostics.js";
import { isSameContainer } from "./places.js";

/** A hub can be read as the source says, or sent to, and something reads each source. */
export const sources: Check = ({ project, pipelines }, report) => {
  for (const linked of pipelines.flatMap((pipeline) => pipeline.sources)) {
    if (linked.kind !== "hub") {
      if (project.lake) ofOthers(linked, project.lake, report);
      continue;
    }
    const { source, connection } = linked;
    if (source.read === "capture" && !source.capture)
      report.add(checkDiagnostics.captureMissing.at(source.origin.child("read"), {}));
    if (connection.kind === "event-hubs" && connection.tier === "basic")
      report.add(checkDiagnostics.basicTier.at(source.connection.origin, { connection: connection.name }));
  }
  for (const linked of pipelines.flatMap(({ flow }) => flow.sources))
    if (linked.kind === "file-set" && project.lake) ofOthers(linked, project.lake, report);
  for (const { sink, to } of pipelines.flatMap((pipeline) => pipeline.sinks)) {
    if (to.kind === "hub" && to.connection.kind === "event-hubs" && to.connection.tier === "basic")
      report.add(checkDiagnostics.basicTier.at(sink.connection.origin, { connection: to.connection.name }));
  }
  if (report.hasErrors) return; // what a table with an error should have read is not known
  const read = new Set(
    project.pipelines.flatMap((pipeline) =>
      [...pipeline.tables.values()].flatMap((table) =>
        referencesOf(table).map(({ name }) => qualified(name, pipeline.name)),
      ),
    ),
  );
  for (const pipeline of project.pipelines) {
    for (const [name, { origin }] of pipeline.sources) {
      if (!read.has(`${pipeline.name}/sources.${name}`))
        report.add(checkDiagnostics.unusedSource.at(origin.key(), { source: name }));
    }
  }
};

/** What the project itself keeps in its lake is no file or table of others. */
function ofOthers(
  { kind, source, connection }: LinkedFilesSource | LinkedLakeSource | LinkedFileSet,
  lake: Lake,
  report: Report,
): void {
  const isLake = isSameContainer(connection, lake);
  const [first = ""] = source.path.split("/");
  const isOwn = first.includes("*") || ["bronze", "silver", "gold"].includes(first);
  if (!isLake || !isOwn) return;
  const diagnostic = kind === "lake" ? checkDiagnostics.tableOfLake : checkDiagnostics.filesOfLake;
  report.add(diagnostic.at(source.origin.child("path"), { path: source.path }));
}

function referencesOf(table: AnyTable | Poisoned): readonly Named[] {
  if (table.kind === "poisoned") return [];
  return "from" in table ? [table.from] : table.inputs;
}

const qualified = (reference: string, pipeline: string): string =>
  reference.includes("/") ? reference : `${pipeline}/${reference}`;
