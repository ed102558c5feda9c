import type { Report } from "../diagnostics/report.js";
import { closest } from "../diagnostics/suggest.js";
import { modelDiagnostics } from "./diagnostics.js";
import { exposedLanding } from "./exposed-landing.js";
import type { LandedTable } from "./landed-table.js";
import { landingDiagnostics } from "./landing-diagnostics.js";
import { linkControl } from "./link-control.js";
import { flowLinker, isOfFlow, isOfOneRun, refuseReader } from "./link-flow.js";
import { linkGrants } from "./link-grants.js";
import { linkJobs } from "./link-jobs.js";
import { quoted } from "./link-parts.js";
import { linkSink } from "./link-sink.js";
import { linkSource } from "./link-source.js";
import { linkTable } from "./link-table.js";
import { linkWarehouse } from "./link-warehouse.js";
import type {
  LinkedExposure,
  LinkedInput,
  LinkedLookup,
  LinkedPipeline,
  LinkedProject,
  LinkedRaw,
  LinkedSink,
  LinkedSource,
  LinkedTable,
  Queried,
} from "./linked.js";
import type { LinkedLanded, LinkedMerged } from "./linked-landings.js";
import type { Compute, Pipeline, Project } from "./model.js";
import type { Named } from "./parts.js";
import { isSound } from "./poisoned.js";
import { readingOrder } from "./reading-order.js";
import { type Found, find, lookUp } from "./references.js";
import type { Sink } from "./sink.js";
import { isLandedSource, isOfJson, type QueriedSource } from "./source.js";
import type { RawTable, Table } from "./table.js";

/** Looks every name up, and parses and types every expression, each table after what it reads. */
export function link(project: Project, report: Report): LinkedProject {
  const byName = new Map(project.pipelines.map((pipeline) => [pipeline.name, pipeline]));
  const sources = new Map<string, LinkedSource | undefined>();
  const tables = new Map<string, LinkedInput | undefined>();
  /** Each pipeline's sound tables, in an order of work. */
  const ordered = new Map<string, Queried[]>(project.pipelines.map(({ name }) => [name, []]));
  const flowOf = flowLinker(project, byName, report);
  /** They read what lands and nothing else, so they are linked before what reads them. */
  const merged = new Map(
    project.pipelines.flatMap((pipeline) => flowOf(pipeline).merged.map((linked) => [linked.table, linked] as const)),
  );
  const order = readingOrder(byName);
  for (const { ids, at } of order.circles) {
    const own = ids[0]?.replace(/[^/]*$/, "") ?? "";
    report.add(modelDiagnostics.referenceCycle.at(at.origin, { cycle: ids.map((id) => id.replace(own, "")) }));
  }
  const circular = new Set(order.circles.map(({ ids: [first] }) => first));
  for (const found of order.tables) if (!circular.has(found.id)) tables.set(found.id, linkFound(found));
  const pipelines = project.pipelines.map(linkPipeline);
  // An empty one may be what is left of one that was reported.
  const isWritten = project.origin.child("compute").isWritten;
  if ((isWritten ? project.compute.size === 0 && !report.hasErrors : true) && project.pipelines.some(hasWork))
    report.add(modelDiagnostics.missingCompute.at(project.origin.child("project"), {}));
  return {
    project,
    pipelines,
    control: linkControl(project, report),
    access: linkGrants(project, pipelines, grantedAt, report),
  };

  function linkPipeline(pipeline: Pipeline): LinkedPipeline {
    const linkedSources = [...pipeline.sources.keys()].flatMap((name) => sourceAt(pipeline, name) ?? []);
    const sinks = [...pipeline.sinks.values()].filter(isSound).flatMap((sink) => sinkOf(sink, pipeline) ?? []);
    return {
      pipeline,
      compute: computeOf(project, pipeline, report),
      jobs: linkJobs(pipeline, project, byName, report),
      sources: linkedSources,
      tables: ordered.get(pipeline.name) ?? [],
      sinks,
      flow: flowOf(pipeline),
      warehouse: linkWarehouse(
        pipeline,
        project,
        (from) => exposedAt(from, pipeline, "A view"),
        (from) => shownAt(from, pipeline),
        report,
      ),
    };
  }

  /** The table whose files a pipeline grants. */
  function grantedAt(reference: Named, pipeline: string): LinkedLookup | undefined {
    const here = byName.get(pipeline);
    return here && exposedAt(reference, here, "A grant of files");
  }

  /** A stored table, or files that landed. */
  function shownAt(reference: Named, pipeline: Pipeline): LinkedExposure["table"] | undefined {
    const found = find(byName, pipeline, reference);
    if (found?.thing.kind !== "landed") return exposedAt(reference, pipeline, "A view");
    const landed = flowOf(found.pipeline).landings.find(({ table }) => table === found.thing);
    return landed && exposedLanding(landed, reference, report);
  }

  /** `reader`: what shows it, in words. */
  function exposedAt(reference: Named, pipeline: Pipeline, reader: string): LinkedLookup | undefined {
    const found = lookUp(byName, pipeline, reference, report);
    if (found === undefined || found.thing.kind === "poisoned") return undefined;
    if (found.thing.kind === "merged") return merged.get(found.thing);
    if (found.thing.kind !== "table") return wrongInput(reference, reader, "a silver or gold table");
    return stored(tables.get(found.id), reference, reader);
  }

  function sourceAt(pipeline: Pipeline, name: string): LinkedSource | undefined {
    const id = `${pipeline.name}/sources.${name}`;
    const source = pipeline.sources.get(name);
    if (!sources.has(id))
      sources.set(id, isQueried(source) ? linkSource(source, pipeline.name, project, report) : undefined);
    return sources.get(id);
  }

  /** What it reads has been linked before it. */
  function linkFound({ pipeline, thing }: Found): Queried | undefined {
    const linked =
      thing.kind === "raw"
        ? linkRaw(thing, pipeline)
        : thing.kind === "table"
          ? linkReader(thing, pipeline)
          : undefined;
    if (linked !== undefined) ordered.get(pipeline.name)?.push(linked);
    return linked;
  }

  function linkRaw(table: RawTable, pipeline: Pipeline): LinkedRaw | undefined {
    const found = lookUp(byName, pipeline, table.from, report);
    if (found === undefined || found.thing.kind === "poisoned") return undefined;
    if (isLandedSource(found.thing)) {
      const details = { table: `bronze.${table.name}`, source: table.from.name, isJson: isOfJson(found.thing) };
      report.add(landingDiagnostics.missingFormat.at(table.origin.key(), details));
      return undefined;
    }
    if (!isQueried(found.thing)) return wrongInput(table.from, "A bronze table", "a source");
    const source = sourceAt(found.pipeline, found.thing.name);
    return source && { kind: "raw", pipeline: pipeline.name, table, source };
  }

  function linkReader(table: Table, pipeline: Pipeline): LinkedTable | undefined {
    const [first, ...rest] = table.inputs.flatMap((reference) => inputAt(reference, table, pipeline) ?? []);
    const joined = table.joins.flatMap((join) => joinedAt(join.table, table, pipeline) ?? []);
    if (first === undefined || rest.length + 1 < table.inputs.length || joined.length < table.joins.length)
      return undefined;
    return linkTable(table, pipeline.name, [first, ...rest], joined, report);
  }

  function joinedAt(reference: Named, table: Table, pipeline: Pipeline): LinkedLookup | undefined {
    const found = lookUp(byName, pipeline, reference, report);
    if (found === undefined || found.thing.kind === "poisoned") return undefined;
    if (!isOfOneRun(found, pipeline, reference, "A join", report)) return undefined;
    if (isOfFlow(found.thing)) return mergedAt(found, reference, table, "A join");
    if (found.thing.kind !== "table") return wrongInput(reference, "A join", "a silver or gold table");
    return stored(tables.get(found.id), reference, "A join");
  }

  function inputAt(reference: Named, table: Table, pipeline: Pipeline): LinkedInput | undefined {
    const found = lookUp(byName, pipeline, reference, report);
    if (found === undefined || found.thing.kind === "poisoned") return undefined;
    if (!isOfOneRun(found, pipeline, reference, quoted(table), report)) return undefined;
    if (found.thing.kind === "landed" && table.storage.write === "replace")
      return readingAt(found.thing, reference, quoted(table), pipeline);
    if (isOfFlow(found.thing)) return mergedAt(found, reference, table, quoted(table));
    if (found.thing.kind !== "raw" && found.thing.kind !== "table")
      return wrongInput(reference, `A ${table.layer} table`, "a table");
    return tables.get(found.id);
  }

  /** `reader`: who reads it, in words. */
  function mergedAt(found: Found, reference: Named, table: Table, reader: string): LinkedMerged | undefined {
    if (found.thing.kind === "merged" && table.storage.write === "replace") return merged.get(found.thing);
    const by = table.engine === "data-flow" ? "data-flow" : table.isView ? "view" : "table";
    return refuseReader(found, reference, reader, by, byName, report);
  }

  /** The last reading of a table that is read whole. */
  function readingAt(
    table: LandedTable,
    { name, origin }: Named,
    reader: string,
    pipeline: Pipeline,
  ): LinkedLanded | undefined {
    const found = flowOf(pipeline).landings.find((landed) => landed.table === table);
    if (found === undefined || found.source.reading.kind === "full") return found;
    report.add(
      landingDiagnostics.landedRead.at(origin, {
        table: name,
        reader,
        isWhole: false,
        mayMerge: true,
        isJson: isOfJson(found.source.source),
        isFiles: found.source.kind === "file-set",
      }),
    );
    return undefined;
  }

  function sinkOf(sink: Sink, pipeline: Pipeline): LinkedSink | undefined {
    const input = sinkInput(sink, pipeline);
    return linkSink(sink, pipeline.name, input, project, report);
  }

  function sinkInput(sink: Sink, pipeline: Pipeline): LinkedTable | undefined {
    const found = lookUp(byName, pipeline, sink.from, report);
    if (found === undefined || found.thing.kind === "poisoned") return undefined;
    if (isOfFlow(found.thing)) return refuseReader(found, sink.from, "A sink", "sink", byName, report);
    if (found.thing.kind !== "table") return wrongInput(sink.from, "A sink", "a silver or gold table");
    return stored(tables.get(found.id), sink.from, "A sink");
  }

  function stored(input: LinkedInput | undefined, { name, origin }: Named, reader: string): LinkedTable | undefined {
    if (input?.kind !== "table") return undefined;
    if (!input.table.isView) return input;
    report.add(modelDiagnostics.viewNotStored.at(origin, { reference: name, reader }));
    return undefined;
  }

  function wrongInput({ name, origin }: Named, reader: string, expected: string): undefined {
    report.add(modelDiagnostics.wrongInput.at(origin, { reference: name, reader, expected }));
  }
}

const isQueried = (thing: Found["thing"] | undefined): thing is QueriedSource =>
  thing !== undefined && ["event-hub", "kafka", "files", "lake"].includes(thing.kind);

/** Something runs: a view does where it is read, and what a thing with an error would be is not known. */
const hasWork = ({ tables, sinks }: Pipeline): boolean =>
  [...sinks.values()].some(isSound) ||
  [...tables.values()].some(
    (table) => table.kind === "raw" || table.kind === "merged" || (table.kind === "table" && !table.isView),
  );

/** The cluster size that a pipeline runs on: the one it names, or the only one there is. */
function computeOf(project: Project, pipeline: Pipeline, report: Report): Compute | undefined {
  const names = [...project.compute.keys()];
  if (names.length === 0) return undefined; // reported once, of the project
  if (pipeline.compute === undefined && names.length !== 1) {
    if (hasWork(pipeline))
      report.add(modelDiagnostics.ambiguousCompute.at(pipeline.origin.child("pipeline"), { compute: names }));
    return undefined;
  }
  const compute = project.compute.get(pipeline.compute?.name ?? names[0] ?? "");
  if (compute === undefined && pipeline.compute !== undefined) {
    const { name, origin } = pipeline.compute;
    report.add(modelDiagnostics.unknownCompute.at(origin, { compute: name, suggestion: closest(name, names) }));
  }
  return isSound(compute) ? compute : undefined;
}
