import type { Report } from "../diagnostics/report.js";
import type { Origin } from "../source/origin.js";
import type { EnvironmentSpec } from "../spec/spec.generated.js";
import { modelDiagnostics } from "./diagnostics.js";
import { landingDiagnostics } from "./landing-diagnostics.js";
import type { Factory, Project, SparkService } from "./model.js";

const properties = ["subscription", "resource_group", "factory", "databricks_resource"] as const;

/** The data factory of an environment. Undefined where there is none, or it is not all said, which is reported. */
export function factoryOf(
  { name, origin, spec }: { readonly name: string; readonly origin: Origin; readonly spec: EnvironmentSpec },
  orchestrator: Project["orchestrator"],
  spark: SparkService,
  report: Report,
): Factory | undefined {
  if (spec.on !== undefined || orchestrator !== "adf") {
    for (const property of properties.filter((one) => spec[one] !== undefined)) {
      if (spec.on === undefined && orchestrator === "synapse" && spark === "databricks") continue; // reported there
      if (spec.on === undefined && spark === "synapse" && alsoSaysWorkspace(property)) continue;
      const at = origin.child(property).key();
      report.add(
        spec.on === undefined
          ? landingDiagnostics.factoryUnused.at(at, { property })
          : modelDiagnostics.unusedProperty.at(at, { property, because: "on: this-machine" }),
      );
    }
    return undefined;
  }
  const { subscription, resource_group: resourceGroup, factory, databricks_resource: databricks } = spec;
  if (subscription !== undefined && resourceGroup !== undefined && factory !== undefined && databricks !== undefined)
    return { subscription, resourceGroup, name: factory, databricks };
  if (spark === "synapse") return undefined; // its own pipelines do that: reported at the orchestrator
  const missing = properties.filter((property) => spec[property] === undefined);
  report.add(landingDiagnostics.missingFactory.at(origin.key(), { environment: name, missing }));
  return undefined;
}

/** What says where a Synapse workspace is, too. */
const alsoSaysWorkspace = (property: (typeof properties)[number]): boolean =>
  property === "subscription" || property === "resource_group";
