import type { Diagnostic } from "../../compiler/diagnostics/diagnostic.js";
import type { Report } from "../../compiler/diagnostics/report.js";
import { allOf } from "../../compiler/diagnostics/suggest.js";
import type { ControlIr, FlowIr, LandingIr } from "../../compiler/ir/flow.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import { vaultLinkedService } from "../../compiler/ir/shared-names.js";
import type { Origin } from "../../compiler/source/origin.js";
import { apisOf } from "./apis.js";
import { functionAppsOf } from "./calling.js";
import { mappingDataFlow } from "./data-flow/resource.js";
import { adfDiagnostics } from "./diagnostics.js";
import { bytesOf, isWithin, most, mostOfRun, sizeOf } from "./limits.js";
import type { Master } from "./master.js";
import {
  apiService,
  blobService,
  clusterService,
  databaseService,
  environmentPipeline,
  functionService,
  lakeService,
} from "./names.js";
import type { FlowPipelines, Pipeline } from "./pipeline.js";
import { isOfWorkspace, serviceOf } from "./service.js";
import { storesOf } from "./stores.js";
import { databasesOf, jobsOfAll } from "./used.js";

/** Reports what the service does not take; true if there is anything. */
export function refuse(
  pipelines: ReadonlyMap<FlowIr, FlowPipelines>,
  masters: readonly Master[],
  control: ControlIr | undefined,
  project: ProjectIr,
  report: Report,
): boolean {
  const flows = [...pipelines.keys()];
  const all = [
    ...takenNames(pipelines, masters, project),
    ...sameServices(flows, control, project),
    ...tooLarge(pipelines, masters, project),
    ...flows.flatMap((flow) => dataFlowsTooLarge(flow, project)),
    ...(isOfWorkspace(project) ? [] : noWorkers(flows, project)),
    ...(control ? sharedControl(control, project) : []),
  ];
  for (const diagnostic of all) report.add(diagnostic);
  return all.length > 0;
}

/** Pipelines with the name of one that is made beside them. */
function takenNames(
  pipelines: ReadonlyMap<FlowIr, FlowPipelines>,
  masters: readonly Master[],
  project: ProjectIr,
): readonly Diagnostic[] {
  const { name: service } = serviceOf(project);
  const made = [
    ...(isOfWorkspace(project)
      ? [{ made: environmentPipeline(project), because: "that returns what an environment decides" }]
      : []),
    ...masters.map(({ chain, pipeline: { name } }) => ({
      ...{ made: name, because: `that calls ${allOf(chain.map((flow) => flow.name))}` },
    })),
    ...project.watches.map(({ name, job }) => ({ made: name, because: `that looks whether '${job}' runs` })),
    ...[...pipelines].flatMap(([flow, { parts, computingParts, periods }]) => [
      ...periods.map(({ name }) => ({ made: name, because: `that reads periods of files for '${flow.name}'` })),
      ...parts.map(({ pipeline: { name } }) => ({ made: name, because: `that lands tables for '${flow.name}'` })),
      ...computingParts.map(({ pipeline: { name } }) => ({
        ...{ made: name, because: `that computes tables for '${flow.name}'` },
      })),
    ]),
  ];
  return [...pipelines.keys()].flatMap(({ name, origin }) => {
    const taken = made.find((one) => one.made.toLowerCase() === name.toLowerCase());
    return taken ? [adfDiagnostics.takenName.at(origin.child("pipeline"), { pipeline: name, service, ...taken })] : [];
  });
}

/** Connections whose linked services would have the name of one that the project has anyway. */
function sameServices(
  flows: readonly FlowIr[],
  control: ControlIr | undefined,
  project: ProjectIr,
): readonly Diagnostic[] {
  const taken = new Map([
    [lakeService(project).toLowerCase(), "the lake's linked service"],
    [vaultLinkedService(project).toLowerCase(), "the vault's linked service"],
    ...(isOfWorkspace(project) ? [] : jobsOfAll(flows, project)).map(
      ({ compute }) =>
        [clusterService(compute.name, project).toLowerCase(), `the clusters of compute '${compute.name}'`] as const,
    ),
  ]);
  const services = [
    ...databasesOf(flows, control).map((database) => ({
      connection: database.name,
      service: databaseService(database, project),
    })),
    ...apisOf(flows).map((api) => ({ connection: api.name, service: apiService(api, project) })),
    ...functionAppsOf(flows).map((app) => ({ connection: app.name, service: functionService(app, project) })),
    ...storesOf(flows).map((store) => ({ connection: store.name, service: blobService(store, project) })),
  ];
  return services.flatMap(({ connection, service }) => {
    const other = taken.get(service.toLowerCase());
    const at = project.origin.child("connections", connection).key();
    return other === undefined
      ? []
      : [adfDiagnostics.sameName.at(at, { connection, other, service: serviceOf(project).name })];
  });
}

/** What no splitting mends: a table that is too large for any pipeline, and a pipeline that would call too many others. */
function tooLarge(
  pipelines: ReadonlyMap<FlowIr, FlowPipelines>,
  masters: readonly Master[],
  project: ProjectIr,
): readonly Diagnostic[] {
  const landings = [...pipelines.values()].flatMap(({ parts }) =>
    parts.flatMap((part) => (isWithin(sizeOf(part.pipeline), most) ? [] : part.landings)),
  );
  return [
    ...landings.map((landing) => tableTooLarge(landing, project)),
    ...[...pipelines].flatMap(([{ origin, landings, loads, jobs }, { main }]) => {
      const what = `its ${landings.length + loads.length} tables${jobs.length > 1 ? ` and ${jobs.length} jobs` : ""}`;
      return pipelineTooLarge(main, project, what, origin.child("bronze").key());
    }),
    ...masters.flatMap(({ chain, pipeline }) =>
      pipelineTooLarge(
        pipeline,
        project,
        `the ${chain.length} pipelines that it calls`,
        chain[0].origin.child("pipeline"),
      ),
    ),
  ];
}

const tableTooLarge = ({ output, origin }: LandingIr, project: ProjectIr): Diagnostic =>
  adfDiagnostics.tableTooLarge.at(origin.key(), {
    table: output.reference,
    columns: output.columns.length,
    service: serviceOf(project).name,
  });

function pipelineTooLarge(pipeline: Pipeline, project: ProjectIr, what: string, at: Origin): readonly Diagnostic[] {
  const size = sizeOf(pipeline);
  if (isWithin(size, most)) return [];
  const isLong = size.bytes > most.bytes;
  const details = {
    ...{ pipeline: pipeline.name, what, service: serviceOf(project).name },
    size: isLong ? `${Math.ceil(size.bytes / 1024)} KB` : `${size.activities} activities`,
    most: isLong ? `${most.bytes / 1024} KB` : `${most.activities}`,
  };
  return [adfDiagnostics.pipelineTooLarge.at(at, details)];
}

function dataFlowsTooLarge(flow: FlowIr, project: ProjectIr): readonly Diagnostic[] {
  return flow.dataFlows.flatMap((one) => {
    const bytes = bytesOf(mappingDataFlow(one, flow, project));
    const details = { table: one.reference, size: Math.ceil(bytes / 1024), most: mostOfRun / 1024 };
    const at = one.origin.child("engine");
    return bytes <= mostOfRun
      ? []
      : [adfDiagnostics.dataFlowTooLarge.at(at, { ...details, service: serviceOf(project).name })];
  });
}

/** Environments in which the clusters of a flow's job have no workers, once for each size. */
function noWorkers(flows: readonly FlowIr[], project: ProjectIr): readonly Diagnostic[] {
  const sizes = new Map(jobsOfAll(flows, project).map(({ compute }) => [compute.name, compute]));
  return [...sizes.values()].flatMap(({ name, workers }) => {
    const environment = project.environments.find((one) => one.kind === "azure" && workers.get(one.name) === 0);
    const at = project.origin.child("compute", name, "workers");
    return environment ? [adfDiagnostics.noWorkers.at(at, { compute: name, environment: environment.name })] : [];
  });
}

/** Environments of Azure that would have one control table. */
function sharedControl({ database, schema }: ControlIr, { environments, origin }: ProjectIr): readonly Diagnostic[] {
  const taken = new Map<string, string>();
  return environments.flatMap(({ kind, name }) => {
    if (kind !== "azure") return [];
    const place = JSON.stringify([
      database.server.get(name)?.toLowerCase(),
      database.database.get(name)?.toLowerCase(),
    ]);
    const other = taken.get(place);
    taken.set(place, other ?? name);
    return other === undefined
      ? []
      : [adfDiagnostics.sharedControl.at(origin.child("control"), { environment: name, other, schema })];
  });
}
