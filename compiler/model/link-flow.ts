import type { Report } from "../diagnostics/report.js";
import type { LandedTable } from "./landed-table.js";
import { landingDiagnostics } from "./landing-diagnostics.js";
import { linkAfter } from "./link-after.js";
import { linkApplyChanges } from "./link-apply-changes.js";
import { linkDatabase } from "./link-database.js";
import { linkFileSet } from "./link-file-set.js";
import { linkHttp } from "./link-http.js";
import { linkLanded } from "./link-landed.js";
import { linkLoads } from "./link-loads.js";
import { linkTrigger } from "./link-trigger.js";
import type { LinkedFlow, LinkedLanded, LinkedLandedSource } from "./linked-landings.js";
import type { MergedTable } from "./merged-table.js";
import type { Pipeline, Project } from "./model.js";
import type { Named } from "./parts.js";
import { isSound } from "./poisoned.js";
import { type Found, find, lookUp } from "./references.js";
import { isLandedSource, isOfJson, type LandedSource } from "./source.js";

type Pipelines = ReadonlyMap<string, Pipeline>;

/** Links what pipelines do each time that they are started: each is looked at once, and so is a source, whoever lands it. */
export function flowLinker(project: Project, pipelines: Pipelines, report: Report): (of: Pipeline) => LinkedFlow {
  const sources = new Map<string, LinkedLandedSource | undefined>();
  const flows = new Map<Pipeline, LinkedFlow>();

  return (pipeline) => {
    const flow = flows.get(pipeline) ?? linkFlow(pipeline);
    flows.set(pipeline, flow);
    return flow;
  };

  function linkFlow(pipeline: Pipeline): LinkedFlow {
    const tables = [...pipeline.tables.values()];
    const landed = tables.filter((table) => table.kind === "landed");
    const known = new Map(landed.map((table) => [table.name, landedOf(table, pipeline)] as const));
    const merged = tables.filter((table) => table.kind === "merged");
    return {
      sources: [...pipeline.sources.keys()].flatMap((name) => sourceAt(pipeline, name) ?? []),
      landings: [...known.values()].filter((table) => table !== undefined),
      merged: merged.flatMap(
        (table) => linkApplyChanges(table, pipeline.name, inputOf(table, pipeline, known), report) ?? [],
      ),
      triggers: [...pipeline.triggers.values()]
        .filter(isSound)
        .flatMap((trigger) =>
          trigger.kind === "after" ? [] : (linkTrigger(trigger, pipeline.name, project, report) ?? []),
        ),
      after: linkAfter(pipeline, pipelines, report),
    };
  }

  function sourceAt(pipeline: Pipeline, name: string): LinkedLandedSource | undefined {
    const id = `${pipeline.name}/${name}`;
    const source = pipeline.sources.get(name);
    if (source === undefined || !isLandedSource(source)) return undefined;
    if (!sources.has(id)) sources.set(id, linkLandedSource(source, pipeline.name));
    return sources.get(id);
  }

  function linkLandedSource(source: LandedSource, pipeline: string): LinkedLandedSource | undefined {
    if (source.kind === "http") return linkHttp(source, pipeline, project, report);
    if (source.kind === "azure-function") return linkLoads(source, pipeline, project, report);
    return source.kind === "file-set"
      ? linkFileSet(source, pipeline, project, report)
      : linkDatabase(source, pipeline, project, report);
  }

  function landedOf(table: LandedTable, pipeline: Pipeline): LinkedLanded | undefined {
    const found = lookUp(pipelines, pipeline, table.from, report);
    if (found === undefined || found.thing.kind === "poisoned") return undefined;
    if (isLandedSource(found.thing))
      return linkLanded(table, pipeline.name, sourceAt(found.pipeline, found.thing.name), report);
    const at = table.origin.child("format").key();
    const isFiles = found.thing.kind === "files";
    report.add(landingDiagnostics.formatOfStream.at(at, { source: table.from.name, isFiles }));
    return undefined;
  }

  function inputOf(
    table: MergedTable,
    pipeline: Pipeline,
    known: ReadonlyMap<string, LinkedLanded | undefined>,
  ): LinkedLanded | undefined {
    const [{ name, origin }] = table.inputs;
    if (table.origin.child("union").isWritten) return undefined; // which was reported
    const found = lookUp(pipelines, pipeline, { name, origin }, report);
    if (found === undefined || found.thing.kind === "poisoned" || isWithoutFormat(found, pipelines)) return undefined;
    if (found.thing.kind !== "landed") {
      report.add(landingDiagnostics.changesOfOther.at(origin, { input: name }));
      return undefined;
    }
    if (found.pipeline === pipeline) return known.get(found.thing.name);
    report.add(landingDiagnostics.landedElsewhere.at(origin, { table: name }));
    return undefined;
  }
}

/** What is neither a stream nor added to row by row. */
export const isOfFlow = (thing: Found["thing"]): thing is LandedTable | MergedTable =>
  thing.kind === "landed" || thing.kind === "merged";

/** What is computed in the runs of a pipeline is read in the same runs, and reads nothing else; reported if a table of `pipeline` does otherwise. */
export function isOfOneRun(
  found: Found,
  pipeline: Pipeline,
  { name, origin }: Named,
  reader: string,
  report: Report,
): boolean {
  if (found.pipeline === pipeline) return true;
  const runs = [found.pipeline, pipeline].find(lands);
  if (runs === undefined) return true;
  report.add(
    landingDiagnostics.readElsewhere.at(origin, {
      table: name,
      reader,
      runs: runs.name,
      isReader: runs === pipeline,
    }),
  );
  return false;
}

const lands = ({ tables }: Pipeline): boolean => [...tables.values()].some(({ kind }) => kind === "landed");

/** Reports what reads a landed or a merged table as if it were a stream; but not where a `format` stands by mistake, which is told there. */
export function refuseReader(
  found: Found,
  { name, origin }: Named,
  reader: string,
  by: "table" | "view" | "sink" | "data-flow",
  pipelines: Pipelines,
  report: Report,
): undefined {
  const { thing } = found;
  if (thing.kind === "merged") report.add(landingDiagnostics.mergedRead.at(origin, { table: name, reader, by }));
  const source = thing.kind === "landed" && landedSource(thing.from, found.pipeline, pipelines);
  if (source) {
    const isWhole = isReadWhole(source);
    report.add(
      landingDiagnostics.landedRead.at(origin, {
        table: name,
        reader,
        isWhole,
        mayMerge: by !== "data-flow" && !isOfJson(source),
        isJson: isOfJson(source),
        isFiles: source.kind === "file-set",
      }),
    );
  }
}

function isReadWhole(source: LandedSource): boolean {
  if (source.kind === "azure-function" || source.kind === "http") return true;
  return (source.kind === "file-set" ? source.reading : source.read).kind === "full";
}

/** It keeps what is read of a database, and lacks the format, which is told there. */
const isWithoutFormat = ({ thing, pipeline }: Found, pipelines: Pipelines): boolean =>
  thing.kind === "raw" && landedSource(thing.from, pipeline, pipelines) !== undefined;

function landedSource(from: Named, pipeline: Pipeline, pipelines: Pipelines): LandedSource | undefined {
  const thing = find(pipelines, pipeline, from)?.thing;
  return thing && isLandedSource(thing) ? thing : undefined;
}
