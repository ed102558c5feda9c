import { Report } from "../diagnostics/report.js";
import type { LandedTable } from "./landed-table.js";
import { landingDiagnostics } from "./landing-diagnostics.js";
import { linkAfter } from "./link-after.js";
import { linkApplyChanges } from "./link-apply-changes.js";
import { linkDatabase } from "./link-database.js";
import { linkFileSet } from "./link-file-set.js";
import { linkLanded } from "./link-landed.js";
import { linkTrigger } from "./link-trigger.js";
import type { LinkedFlow, LinkedLanded, LinkedLandedSource } from "./linked-landings.js";
import type { MergedTable } from "./merged-table.js";
import type { Pipeline, Project } from "./model.js";
import type { Named } from "./parts.js";
import { isSound } from "./poisoned.js";
import { type Found, lookUp } from "./references.js";
import { isLandedSource, type LandedSource } from "./source.js";

type Pipelines = ReadonlyMap<string, Pipeline>;

/** Links what pipelines do each time that they are started: a source is looked at once, whoever lands it. */
export function flowLinker(project: Project, pipelines: Pipelines, report: Report): (of: Pipeline) => LinkedFlow {
  const sources = new Map<string, LinkedLandedSource | undefined>();

  return (pipeline) => {
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
  };

  function sourceAt(pipeline: Pipeline, name: string): LinkedLandedSource | undefined {
    const id = `${pipeline.name}/${name}`;
    const source = pipeline.sources.get(name);
    if (source?.kind !== "sql-server" && source?.kind !== "file-set") return undefined;
    if (!sources.has(id)) sources.set(id, linkLandedSource(source, pipeline.name));
    return sources.get(id);
  }

  function linkLandedSource(source: LandedSource, pipeline: string): LinkedLandedSource | undefined {
    return source.kind === "sql-server"
      ? linkDatabase(source, pipeline, project, report)
      : linkFileSet(source, pipeline, project, report);
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

/** Reports what reads a landed or a merged table as if it were a stream; but not where a `format` stands by mistake, which is told there. */
export function refuseReader(
  found: Found,
  { name, origin }: Named,
  reader: string,
  pipelines: Pipelines,
  report: Report,
): undefined {
  const { thing } = found;
  if (thing.kind === "merged") report.add(landingDiagnostics.mergedRead.at(origin, { table: name, reader }));
  if (thing.kind === "landed" && isOfLanded(thing.from, found.pipeline, pipelines))
    report.add(landingDiagnostics.landedRead.at(origin, { table: name, reader }));
}

/** It keeps what is read of a database, and lacks the format, which is told there. */
const isWithoutFormat = ({ thing, pipeline }: Found, pipelines: Pipelines): boolean =>
  thing.kind === "raw" && isOfLanded(thing.from, pipeline, pipelines);

const isOfLanded = (from: Named, pipeline: Pipeline, pipelines: Pipelines): boolean => {
  const found = lookUp(pipelines, pipeline, from, new Report());
  return found !== undefined && isLandedSource(found.thing);
};
