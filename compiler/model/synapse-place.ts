import type { Report } from "../diagnostics/report.js";
import type { Origin } from "../source/origin.js";
import type { EnvironmentSpec } from "../spec/spec.generated.js";
import { modelDiagnostics } from "./diagnostics.js";
import type { Project, SparkService, SynapsePlace } from "./model.js";

const properties = ["subscription", "resource_group"] as const;

/**
 * Where a Synapse workspace is. Undefined where there is none, or it is not all said: that is reported here, or, where there is a
 * factory beside it, with what that lacks.
 */
export function synapseOf(
  { name, origin, spec }: { readonly name: string; readonly origin: Origin; readonly spec: EnvironmentSpec },
  { spark, orchestrator }: { readonly spark: SparkService; readonly orchestrator: Project["orchestrator"] },
  report: Report,
): SynapsePlace | undefined {
  if (spec.on !== undefined || spark !== "synapse") return undefined;
  const { subscription, resource_group: resourceGroup } = spec;
  if (subscription !== undefined && resourceGroup !== undefined) return { subscription, resourceGroup };
  if (orchestrator === "adf") return undefined;
  const missing = properties.filter((property) => spec[property] === undefined);
  report.add(modelDiagnostics.missingPlace.at(origin.key(), { environment: name, missing }));
  return undefined;
}
