import { Report } from "../diagnostics/report.js";
import { closest } from "../diagnostics/suggest.js";
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

/** What a dotted reference points at, among pipelines by name; undefined if there is no such thing, which is then reported. */
export function lookUp(
  pipelines: ReadonlyMap<string, Pipeline>,
  here: Pipeline,
  { name, origin }: Named,
  report: Report,
): Found | undefined {
  const match = /^(?:([A-Za-z][A-Za-z0-9_-]*)\/)?(sources|bronze|silver|gold|sinks)\.([^./\s]+)$/.exec(name);
  const [, there = here.name, layer = "", local = ""] = match ?? [];
  const pipeline = pipelines.get(there);
  const thing = pipeline && thingOf(pipeline, layer, local);
  if (pipeline === undefined || thing === undefined) {
    const side = sideTable(name);
    if (side && lookUp(pipelines, here, { name: side.table, origin }, new Report())) {
      report.add(modelDiagnostics.sideTable.at(origin, { reference: name, ...side }));
      return undefined;
    }
    if (match === null) {
      report.add(modelDiagnostics.brokenReference.at(origin, { reference: name }));
      return undefined;
    }
    const known = [...pipelines.values()].flatMap((candidate) =>
      names(candidate).map((id) => (candidate === here ? id : `${candidate.name}/${id}`)),
    );
    const elsewhere = known.find((id) => id.endsWith(`/${name}`));
    const suggestion = renamedTo(pipeline, here, layer, local) ?? elsewhere ?? closest(name, known);
    report.add(modelDiagnostics.unknownReference.at(origin, { reference: name, suggestion }));
    return undefined;
  }
  return { pipeline, id: `${there}/${layer}.${local}`, thing };
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
  const [found] = [...(pipeline?.tables ?? [])].filter(
    ([reference, table]) => isSound(table) && reference.startsWith(`${layer}.`) && table.storedAs === name,
  );
  return found && (pipeline === here ? found[0] : `${pipeline?.name}/${found[0]}`);
}

const names = ({ sources, tables, sinks }: Pipeline): readonly string[] => [
  ...[...sources.keys()].map((name) => `sources.${name}`),
  ...tables.keys(),
  ...[...sinks.keys()].map((name) => `sinks.${name}`),
];
