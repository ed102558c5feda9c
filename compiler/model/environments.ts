import type { Report } from "../diagnostics/report.js";
import { closest } from "../diagnostics/suggest.js";
import type { Origin } from "../source/origin.js";
import type { EnvironmentComputeSpec, EnvironmentSpec, ProjectSpec } from "../spec/spec.generated.js";
import type { Document } from "../spec/spec.js";
import { modelDiagnostics } from "./diagnostics.js";
import { factoryOf } from "./factory.js";
import type { Compute, Environment, SparkService } from "./model.js";
import { Placeholders } from "./placeholders.js";
import { type Poisoned, poisoned } from "./poisoned.js";
import { synapseOf } from "./synapse-place.js";
import type { Variables } from "./variables.js";

/** How a service names its workspace in an environment, and what a cluster size is bound to there. */
const words = {
  databricks: { workspace: "databricks", size: "node" },
  synapse: { workspace: "workspace", size: "pool" },
} as const satisfies Record<SparkService, unknown>;

/** `spark` is undefined where the platform has an error: then what an environment needs is not known. */
export function environmentsOf(
  project: Document<ProjectSpec>,
  spark: SparkService | undefined,
  report: Report,
): readonly Environment[] {
  const orchestrator = project.get("platform")?.orchestrator;
  return project.items("environments").flatMap(({ name, origin, spec }): readonly Environment[] => {
    if (spec === undefined) return [];
    if (!project.has("platform")) return [withoutPlatform({ name, origin, spec }, report)];
    if (spark === undefined) return [];
    const isHere = spec.on !== undefined;
    const wanted = isHere ? [] : [words[spark].workspace, "compute", ...(spark === "databricks" ? ["planner"] : [])];
    const because = isHere ? "on: this-machine" : `spark: ${spark}`;
    for (const stray of (["databricks", "workspace", "planner", "compute"] as const).filter(
      (word) => !wanted.includes(word),
    )) {
      if (spec[stray] !== undefined)
        report.add(modelDiagnostics.unusedProperty.at(origin.child(stray).key(), { property: stray, because }));
    }
    const factory = factoryOf({ name, origin, spec }, orchestrator, spark, report);
    const synapse = synapseOf({ name, origin, spec }, { spark, orchestrator }, report);
    if (isHere) return [{ kind: "this-machine", origin, name }];
    const property = words[spark].workspace;
    const workspace = spec[property];
    const { planner } = spec;
    if (workspace !== undefined) return [{ kind: "azure", origin, name, workspace, planner, factory, synapse }];
    report.add(modelDiagnostics.missingWorkspace.at(origin.key(), { environment: name, property }));
    return [];
  });
}

const ofPlatforms = ["databricks", "workspace", "planner", "compute", "factory", "databricks_resource"] as const;

/** An environment of a project in which nothing runs. */
function withoutPlatform(
  { name, origin, spec }: { readonly name: string; readonly origin: Origin; readonly spec: EnvironmentSpec },
  report: Report,
): Environment {
  const isHere = spec.on !== undefined;
  for (const property of [...ofPlatforms, ...(isHere ? (["subscription", "resource_group"] as const) : [])])
    if (spec[property] !== undefined)
      report.add(
        modelDiagnostics.unusedProperty.at(origin.child(property).key(), {
          property,
          because: isHere ? "on: this-machine" : "no platform",
        }),
      );
  return isHere
    ? { kind: "this-machine", origin, name }
    : { kind: "servers", origin, name, subscription: spec.subscription, resourceGroup: spec.resource_group };
}

/** The cluster sizes, each with what the environments bind it to. */
export function computeOf(
  project: Document<ProjectSpec>,
  variables: Variables,
  spark: SparkService | undefined,
  report: Report,
): ReadonlyMap<string, Compute | Poisoned> {
  const declared = project.items("compute");
  /** It stands for the other property, which is missing: that is told where it is looked for. */
  const isInstead = (bound: EnvironmentComputeSpec, service: SparkService | undefined, name: string): boolean =>
    service !== undefined && bound[words[service].size] === undefined && declared.some((item) => item.name === name);
  const written = new Map(project.items("environments").map((item) => [item.name, item]));
  for (const { spec, origin } of written.values()) {
    for (const [name, bound] of Object.entries(spec?.compute ?? {})) {
      const stray = spark === undefined || spec?.on ? undefined : strayBinding(bound, spark);
      if (stray !== undefined && !isInstead(bound, spark, name)) {
        const at = origin.child("compute", name, stray).key();
        report.add(modelDiagnostics.unusedProperty.at(at, { property: stray, because: `spark: ${spark}` }));
      }
      const names = declared.map((item) => item.name);
      if (names.includes(name) || names.length === 0) continue; // of a project without compute that is all there is to say
      const at = origin.child("compute", name).key();
      report.add(modelDiagnostics.unknownCompute.at(at, { compute: name, suggestion: closest(name, names) }));
    }
  }
  /** An unknown name that is near to it is bound there, and that was reported. */
  const isMisspelt = (compute: string, environment: string): boolean => {
    const names = declared.map(({ name }) => name);
    return Object.keys(written.get(environment)?.spec?.compute ?? {}).some(
      (bound) => !names.includes(bound) && closest(bound, names) === compute,
    );
  };
  return new Map<string, Compute | Poisoned>(
    declared.map(({ name, origin, spec }) => {
      if (spec === undefined || spark === undefined) return [name, poisoned(origin)];
      const property = words[spark].size;
      const bound = variables.environments.flatMap((environment): [string, string][] => {
        const here = written.get(environment.name)?.spec?.compute?.[name]?.[property];
        if (here !== undefined) return [[environment.name, here]];
        const details = { environment: environment.name, compute: name, property };
        if (environment.kind === "azure" && !isMisspelt(name, environment.name)) {
          const at = environment.origin.child("compute", name, property === "node" ? "pool" : "node");
          report.add(modelDiagnostics.missingBinding.at((at.isWritten ? at : environment.origin).key(), details));
        }
        return [];
      });
      const placeholders = new Placeholders(variables, report);
      const workers = placeholders.workers(spec.workers, origin.child("workers"), spark);
      return [
        name,
        placeholders.whole({
          kind: "compute",
          origin,
          name,
          workers,
          bound: new Map(bound),
          dataFlowCores: spec.data_flow_cores ?? 8,
        }),
      ];
    }),
  );
}

const strayBinding = (bound: EnvironmentComputeSpec, spark: SparkService): "node" | "pool" | undefined =>
  (["node", "pool"] as const).find((word) => word !== words[spark].size && bound[word] !== undefined);
