import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Report } from "../diagnostics/report.js";
import type { ProjectSpec } from "../spec/spec.generated.js";
import type { Document, Spec } from "../spec/spec.js";
import { azureName } from "./azure-names.js";
import { defaultsOf } from "./defaults.js";
import { modelDiagnostics } from "./diagnostics.js";
import { computeOf, environmentsOf } from "./environments.js";
import { landingDiagnostics } from "./landing-diagnostics.js";
import type { Pipeline, Project } from "./model.js";
import { connectionOf } from "./normalize-connection.js";
import { control } from "./normalize-landings.js";
import { normalizePipeline } from "./normalize-pipeline.js";
import { poisoned } from "./poisoned.js";
import { variables } from "./variables.js";

/**
 * Fills in every default and brings each thing to its one form. Undefined if the project file is too broken to say what
 * any pipeline would mean; what is only broken in itself is poisoned.
 */
export function normalize(spec: Spec, report: Report): Project | undefined {
  const { project } = spec;
  const spark = project.get("platform")?.spark;
  const { orchestrator } = project.get("platform") ?? {};
  const at = project.origin.child("platform", "orchestrator");
  if (orchestrator === "adf" && spark === "synapse") report.add(landingDiagnostics.orchestratorOfSynapse.at(at, {}));
  if (orchestrator === "synapse" && spark === "databricks")
    report.add(landingDiagnostics.orchestratorOfDatabricks.at(at, {}));
  const environments = environmentsOf(project, spark, report);
  const values = variables(project, environments, report);
  const account = project.get("lake");
  const name = project.get("project");
  const vault = project.get("secrets");
  const connections = new Map(
    project
      .items("connections")
      .map((item) => [item.name, connectionOf(item, values, vault !== undefined || project.has("secrets"), report)]),
  );
  const compute = computeOf(project, values, spark, report);
  const defaults = defaultsOf(project, values, report);
  const pipelines = spec.pipelines.flatMap((document) => normalizePipeline(document, values, defaults, report) ?? []);
  const lake = account && {
    account: azureName("storage account", account.account, project.origin.child("lake", "account"), values, report),
    container: azureName(
      "storage container",
      account.container ?? "lake",
      project.origin.child("lake", ...(account.container === undefined ? [] : ["container"])),
      values,
      report,
    ),
  };
  if (name === undefined || spark === undefined || lake?.account === undefined || lake.container === undefined)
    return undefined;
  return {
    origin: project.origin,
    name,
    spark,
    lake: { account: lake.account, container: lake.container },
    orchestrator,
    control: controlOf(project),
    vault: vault && azureName("key vault", vault.vault, project.origin.child("secrets", "vault"), values, report),
    compute,
    connections,
    environments,
    defaults,
    pipelines: unique(pipelines, report),
  };
}

function controlOf(project: Document<ProjectSpec>): Project["control"] {
  const spec = project.get("control");
  const origin = project.origin.child("control");
  if (spec) return control(spec, origin);
  return project.has("control") ? poisoned(origin) : undefined;
}

/** Each pipeline has a folder, and on many disks `Sales` and `sales` are one. */
function unique(pipelines: readonly Pipeline[], report: Report): readonly Pipeline[] {
  const byName = new Map<string, Pipeline>();
  for (const pipeline of pipelines) {
    const key = pipeline.name.toLowerCase();
    const first = byName.get(key);
    if (first === undefined) byName.set(key, pipeline);
    else report.add(duplicate(pipeline, first));
  }
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function duplicate({ name, origin }: Pipeline, { name: other, origin: first }: Pipeline): Diagnostic {
  const at = origin.child("pipeline");
  const related = [{ message: "It is declared here.", origin: first.child("pipeline") }];
  return name === other
    ? modelDiagnostics.duplicatePipeline.at(at, { pipeline: name }, { related })
    : modelDiagnostics.pipelinesAlike.at(at, { pipeline: name, other }, { related });
}
