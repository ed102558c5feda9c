import type { Report } from "../diagnostics/report.js";
import { nearer } from "../diagnostics/suggest.js";
import { modelDiagnostics } from "./diagnostics.js";
import type { AnyTable, Pipeline } from "./model.js";
import type { Named } from "./parts.js";
import { isSound, type Poisoned } from "./poisoned.js";
import type { Sink } from "./sink.js";
import type { Source } from "./source.js";

export interface Found {
  readonly pipeline: Pipeline;
  /** `readings/silver.readings` */
  readonly id: string;
  readonly thing: Source | AnyTable | Sink | Poisoned;
}

/** What a dotted reference points at, among pipelines by name; undefined if there is no such thing. */
export function find(pipelines: ReadonlyMap<string, Pipeline>, here: Pipeline, { name }: Named): Found | undefined {
  const [, there = here.name, layer = "", local = ""] = dotted.exec(name) ?? [];
  const pipeline = pipelines.get(there);
  const thing = pipeline && thingOf(pipeline, layer, local);
  return pipeline && thing && { pipeline, id: `${there}/${layer}.${local}`, thing };
}

const dotted = /^(?:([A-Za-z][A-Za-z0-9_-]*)\/)?(sources|bronze|silver|gold|sinks)\.([^./\s]+)$/;

/** Finds it, and reports it if there is no such thing. */
export function lookUp(
  pipelines: ReadonlyMap<string, Pipeline>,
  here: Pipeline,
  reference: Named,
  report: Report,
): Found | undefined {
  const found = find(pipelines, here, reference);
  if (found === undefined) {
    const { name, origin } = reference;
    const match = dotted.exec(name);
    const [, there = here.name, layer = "", local = ""] = match ?? [];
    const pipeline = pipelines.get(there);
    const side = sideTable(name);
    if (side && find(pipelines, here, { name: side.table, origin })) {
      report.add(modelDiagnostics.sideTable.at(origin, { reference: name, ...side }));
      return undefined;
    }
    if (match === null) {
      report.add(modelDiagnostics.brokenReference.at(origin, { reference: name }));
      return undefined;
    }
    const elsewhere = match[1] === undefined ? nameElsewhere(pipelines, here, layer, local) : undefined;
    const suggestion = renamedTo(pipeline, here, layer, local) ?? elsewhere ?? closestTo(name, pipelines, here, report);
    report.add(modelDiagnostics.unknownReference.at(origin, { reference: name, suggestion }));
  }
  return found;
}

/** What is set aside beside a table, as `explain` or the lake calls it: `silver.sales.late`, `silver.sales_late`. */
function sideTable(reference: string): { readonly table: string; readonly kind: "quarantine" | "late" } | undefined {
  const [, table, kind] = /^(.*(?:silver|gold)\.[^./\s]+)[._](quarantine|late)$/.exec(reference) ?? [];
  if (table === undefined || (kind !== "quarantine" && kind !== "late")) return undefined;
  return { table, kind };
}

const thingOf = (pipeline: Pipeline, layer: string, name: string): Found["thing"] | undefined => {
  if (layer === "sources") return pipeline.sources.get(name);
  if (layer === "sinks") return pipeline.sinks.get(name);
  return pipeline.tables.get(`${layer}.${name}`);
};

/** The table that had this name. */
function renamedTo(pipeline: Pipeline | undefined, here: Pipeline, layer: string, name: string): string | undefined {
  for (const [reference, table] of pipeline?.tables ?? [])
    if (isSound(table) && table.storedAs === name && reference.startsWith(`${layer}.`))
      return pipeline === here ? reference : `${pipeline?.name}/${reference}`;
  return undefined;
}

/** What another pipeline has by this name. */
function nameElsewhere(
  pipelines: ReadonlyMap<string, Pipeline>,
  here: Pipeline,
  layer: string,
  name: string,
): string | undefined {
  for (const pipeline of pipelines.values())
    if (pipeline !== here && thingOf(pipeline, layer, name) !== undefined) return `${pipeline.name}/${layer}.${name}`;
  return undefined;
}

/** Of all that a reference may name what is nearest to it, as it is written in this pipeline: its own without the pipeline's name. */
function closestTo(
  name: string,
  pipelines: ReadonlyMap<string, Pipeline>,
  here: Pipeline,
  report: Report,
): string | undefined {
  const all = report.wordsOf(pipelines, fullNames);
  const others = all.nearest(name, (known) => !known.startsWith(`${here.name}/`));
  const own = report.wordsOf(here, names).nearest(name);
  if (own === undefined || others === undefined || own.distance !== others.distance) return nearer(own, others)?.word;
  // Which of equals comes first is a matter of the order of pipelines.
  const isHereFirst = [...pipelines.keys()].indexOf(here.name) < [...pipelines.keys()].indexOf(pipelineOf(others.word));
  return isHereFirst ? own.word : others.word;
}

const fullNames = (pipelines: ReadonlyMap<string, Pipeline>): readonly string[] =>
  [...pipelines.values()].flatMap((pipeline) => names(pipeline).map((id) => `${pipeline.name}/${id}`));

const pipelineOf = (known: string): string => known.slice(0, known.indexOf("/"));

const names = ({ sources, tables, sinks }: Pipeline): readonly string[] => [
  ...[...sources.keys()].map((name) => `sources.${name}`),
  ...tables.keys(),
  ...[...sinks.keys()].map((name) => `sinks.${name}`),
];
