import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Report } from "../diagnostics/report.js";
import type { ProjectSpec } from "../spec/spec.generated.js";
import type { Document, Spec } from "../spec/spec.js";
import { azureName } from "./azure-names.js";
import { defaultsOf } from "./defaults.js";
import { deployToOf } from "./deploy-to.js";
import { modelDiagnostics } from "./diagnostics.js";
import { computeOf, environmentsOf } from "./environments.js";
import { landingDiagnostics } from "./landing-diagnostics.js";
import type { Lake, Pipeline, Project } from "./model.js";
import { connectionOf } from "./normalize-connection.js";
import { principalOf } from "./normalize-grants.js";
import { hashKeysOf } from "./normalize-hash-keys.js";
import { control } from "./normalize-landings.js";
import { normalizePipeline } from "./normalize-pipeline.js";
import { poisoned } from "./poisoned.js";
import { type Variables, variables } from "./variables.js";

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
  const lake = lakeOf(project, values, report);
  const isBroken = project.has("platform") && (spark === undefined || lake === undefined);
  if (name === undefined || isBroken) return undefined;
  return {
    origin: project.origin,
    name,
    spark,
    lake,
    orchestrator,
    control: controlOf(project),
    vault: vault && azureName("key vault", vault.vault, project.origin.child("secrets", "vault"), values, report),
    hashKeys: hashKeysOf(project, report),
    strictCheckpoints: project.get("strict_checkpoints") === true,
    compute,
    connections,
    principals: new Map(project.items("principals").map((item) => [item.name, principalOf(item, values.fill)])),
    environments,
    defaults,
    pipelines: unique(pipelines, report),
  };
}

/** Undefined where there is none, or it has an error that was reported. */
function lakeOf(project: Document<ProjectSpec>, values: Variables, report: Report): Lake | undefined {
  const spec = project.get("lake");
  if (spec === undefined) return undefined;
  const at = project.origin.child("lake");
  const account = azureName("storage account", spec.account, at.child("account"), values, report);
  const isNamed = spec.container !== undefined;
  const written = spec.container ?? "lake";
  const container = azureName("storage container", written, isNamed ? at.child("container") : at, values, report);
  const roles = spec.roles === undefined ? undefined : at.child("roles");
  const deployTo = deployToOf(spec.deploy_to, at, "roles", values.fill, report);
  return account && container && deployTo !== null ? { account, container, roles, deployTo } : undefined;
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
