import type { Report } from "../diagnostics/report.js";
import { landingDiagnostics } from "../model/landing-diagnostics.js";
import { mayLand } from "../model/link-after.js";
import type { LinkedPipeline, LinkedProject, Queried } from "../model/linked.js";
import type { LinkedFlow, LinkedMerged } from "../model/linked-landings.js";
import type { LoadsSource } from "../model/loads-source.js";
import { isSound } from "../model/poisoned.js";
import { isReplaced } from "../model/replaced.js";
import type { Origin } from "../source/origin.js";
import type { Check } from "./check.js";

/** What pipelines land can be landed, is a job of its own, and is started by triggers that are told apart. */
export const flows: Check = (linked, report) => {
  needed(linked, report);
  apartByFunction(linked, report);
  for (const merged of linked.pipelines.flatMap(({ flow }) => flow.merged)) filtered(merged, report);
  const taken = new Map<string, { readonly pipeline: string; readonly origin: Origin }>();
  for (const one of linked.pipelines) {
    const { pipeline, tables, sinks, flow } = one;
    const [landed] = flow.landings;
    const streams = [
      ...tables.filter((table) => !isComputed(table)).map(({ table }) => table),
      ...sinks.filter(({ input }) => !isReplaced(input)).map(({ sink }) => sink),
    ];
    if (landed) {
      apart(landed.table.name, streams, report);
      ofOneWay(flow, report);
      areRead(one, report);
      inOneJob(one, report);
      calledHere(one, report);
      for (const { table } of tables.filter(isReplaced)) withoutRhythm(table, pipeline.name, report);
    }
    const triggers = pipeline.origin.child("triggers");
    if (pipeline.triggers.size > 0 && !mayLand(pipeline))
      report.add(
        landingDiagnostics.triggersOfStreams.at(triggers.key(), {
          pipeline: pipeline.name,
          hasSources: pipeline.sources.size > 0,
        }),
      );
    for (const { kind, name, origin } of [...pipeline.triggers.values()].filter(isSound)) {
      if (kind === "after") continue; // there is none of that name in the factory
      const other = taken.get(name);
      if (other) {
        const related = [{ message: "It is declared here.", origin: other.origin }];
        report.add(
          landingDiagnostics.sameTrigger.at(origin.key(), { trigger: name, other: other.pipeline }, { related }),
        );
      } else taken.set(name, { pipeline: pipeline.name, origin: origin.key() });
    }
  }
};

/** It is computed in runs; or it is reported that what reads such a table must be. */
const isComputed = (linked: Queried): boolean =>
  isReplaced(linked) || (linked.kind === "table" && linked.inputs.some(isReplaced));

function withoutRhythm({ layer, name, origin }: Queried["table"], pipeline: string, report: Report): void {
  const at = origin.child("streaming");
  if (at.isWritten) report.add(landingDiagnostics.rhythmOfRuns.at(at.key(), { table: `${layer}.${name}`, pipeline }));
}

/** What a condition lets pass once, it lets pass always. */
function filtered({ table, columns, where, expectations, keys }: LinkedMerged, report: Report): void {
  const dropping = expectations.filter(({ otherwise }) => otherwise === "drop"); // a row that is set aside can be seen
  const conditions = [
    ...(table.where && where ? [{ origin: table.where.origin, expression: where }] : []),
    ...dropping.map(({ name, expression }) => ({ origin: table.origin.child("expect", name, "that"), expression })),
  ];
  for (const { origin, expression } of conditions) {
    const read = [...new Set(expression.references.map(({ path: [column] }) => column))];
    const changing = read.filter((name) => !keys.includes(name) && columns.some((column) => column.name === name));
    if (changing.length > 0) report.add(landingDiagnostics.filterKeepsRows.at(origin, { columns: changing }));
  }
}

/** The newest load of a folder is the one of its function. */
function apartByFunction({ pipelines }: LinkedProject, report: Report): void {
  const sources = new Set(
    pipelines
      .flatMap(({ flow }) => flow.landings)
      .flatMap(({ source }) => (source.kind === "loads" ? [source.source] : [])),
  );
  const written = new Map<string, LoadsSource>();
  within(sources, report);
  for (const source of sources) {
    const { folder, origin } = source;
    const other = written.get(folder);
    const isCalled = [source, other].some((one) => one?.calledBy === "pipeline");
    if (other === undefined) written.set(folder, source);
    else if (other.function !== source.function || isCalled) {
      const related = [{ message: "It is declared here.", origin: other.origin.key() }];
      const details = { folder, other: other.name, function: other.function };
      report.add(landingDiagnostics.loadsOfOthers.at(origin.child("writes"), details, { related }));
    }
  }
}

/** Loads of one run have one name, and files of a folder are told apart by the load that they stand in. */
function within(sources: ReadonlySet<LoadsSource>, report: Report): void {
  for (const { folder, origin } of sources) {
    const outer = [...sources].find((one) => folder.startsWith(`${one.folder}/`));
    if (outer === undefined) continue;
    const related = [{ message: "It is declared here.", origin: outer.origin.key() }];
    const details = { folder, outer: outer.folder, other: outer.name };
    report.add(landingDiagnostics.loadsWithinOthers.at(origin.child("writes"), details, { related }));
  }
}

/** All tables of a run are of the same load. */
function inOneJob({ pipeline, flow }: LinkedPipeline, report: Report): void {
  const loads = flow.landings.find(({ source }) => source.kind === "loads");
  const at = pipeline.origin.child("jobs");
  if (loads && at.isWritten)
    report.add(landingDiagnostics.loadsInJobs.at(at.key(), { table: `bronze.${loads.table.name}` }));
}

/** Each run takes the loads that it has had functions make itself. */
function calledHere({ pipeline, flow }: LinkedPipeline, report: Report): void {
  for (const { table, source } of flow.landings) {
    if (source.kind !== "loads" || source.connection === undefined || source.pipeline === pipeline.name) continue;
    const details = { table: `bronze.${table.name}`, source: source.source.name, pipeline: source.pipeline };
    report.add(landingDiagnostics.calledElsewhere.at(table.origin.child("from"), details));
  }
}

/** Loads are taken by something; one that has an error may be what does. */
function areRead({ pipeline, flow }: LinkedPipeline, report: Report): void {
  const tables = [...pipeline.tables.values()];
  if (tables.some(({ kind }) => kind === "poisoned")) return;
  const read = tables.flatMap((one) => ("inputs" in one ? one.inputs.map(({ name }) => name) : []));
  for (const { table, source } of flow.landings)
    if (
      source.kind === "loads" &&
      !read.some((name) => name === `bronze.${table.name}` || name.endsWith(`/bronze.${table.name}`))
    )
      report.add(landingDiagnostics.loadsUnread.at(table.origin.key(), { table: `bronze.${table.name}` }));
}

/** What is copied, and what is taken from where it is, are done in other ways. */
function ofOneWay({ landings }: LinkedFlow, report: Report): void {
  const loads = landings.find(({ source }) => source.kind === "loads");
  const copied = landings.find(({ source }) => source.kind !== "loads");
  if (loads === undefined || copied === undefined) return;
  const details = { table: `bronze.${loads.table.name}`, landed: `bronze.${copied.table.name}` };
  report.add(landingDiagnostics.loadsBesideLandings.at(loads.table.origin.key(), details));
}

/** The project says who lands tables, and where marks are kept; each is told once. */
function needed({ project, pipelines }: LinkedProject, report: Report): void {
  const [landed] = pipelines.flatMap(({ flow }) => flow.landings);
  if (landed === undefined) return;
  const at = landed.table.origin.child("from");
  const table = `bronze.${landed.table.name}`;
  const orchestrator = project.spark === "synapse" ? "synapse" : "adf";
  if (project.orchestrator === undefined)
    report.add(landingDiagnostics.missingOrchestrator.at(at, { table, orchestrator }));
  else if (project.control === undefined) unmarked(pipelines, report);
}

/** Whatever is copied has a mark. */
function unmarked(pipelines: readonly LinkedPipeline[], report: Report): void {
  const copied = pipelines.flatMap(({ flow }) => flow.landings).find(({ source }) => source.kind !== "loads");
  if (copied)
    report.add(
      landingDiagnostics.missingControl.at(copied.table.origin.child("from"), { table: `bronze.${copied.table.name}` }),
    );
}

/** What is kept running stands in another pipeline. */
function apart(
  landed: string,
  streams: readonly (LinkedPipeline["tables"][number]["table"] | LinkedPipeline["sinks"][number]["sink"])[],
  report: Report,
): void {
  const [first] = streams;
  if (first === undefined) return;
  const stream = "layer" in first ? `${first.layer}.${first.name}` : `sinks.${first.name}`;
  report.add(landingDiagnostics.mixedPipeline.at(first.origin.key(), { landed: `bronze.${landed}`, stream }));
}
