import type { Diagnostic } from "../../compiler/diagnostics/diagnostic.js";
import type { Report } from "../../compiler/diagnostics/report.js";
import { allOf } from "../../compiler/diagnostics/suggest.js";
import type { ControlIr, FlowIr } from "../../compiler/ir/flow.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import type { Activity } from "./activity.js";
import { adfDiagnostics } from "./diagnostics.js";
import { masterName } from "./master.js";
import { clusterService, databaseService, lakeService, vaultService } from "./names.js";
import type { Pipeline } from "./pipeline.js";
import { databasesOf, jobsOf } from "./used.js";

/** Reports what Data Factory does not take; true if there is anything. */
export function refuse(
  pipelines: ReadonlyMap<FlowIr, Pipeline>,
  control: ControlIr,
  project: ProjectIr,
  report: Report,
): boolean {
  const flows = [...pipelines.keys()];
  const all = [
    ...takenNames(flows, project),
    ...sameServices(flows, control, project),
    ...[...pipelines].flatMap(([flow, pipeline]) => tooLarge(flow, pipeline)),
    ...noWorkers(flows, project),
    ...sharedControl(control, project),
  ];
  for (const diagnostic of all) report.add(diagnostic);
  return all.length > 0;
}

/** Pipelines with the name of one that is made beside them. */
function takenNames(flows: readonly FlowIr[], { chains }: ProjectIr): readonly Diagnostic[] {
  const made = new Map(
    chains.map((chain) => {
      const names = chain.map(({ name }) => name);
      return [
        masterName(chain).toLowerCase(),
        { made: masterName(chain), because: `that calls ${allOf(names)}` },
      ] as const;
    }),
  );
  return flows.flatMap(({ name, origin }) => {
    const taken = made.get(name.toLowerCase());
    return taken === undefined
      ? []
      : [adfDiagnostics.takenName.at(origin.child("pipeline"), { pipeline: name, ...taken })];
  });
}

/** Connections whose linked services would have the name of one that the project has anyway. */
function sameServices(flows: readonly FlowIr[], control: ControlIr, project: ProjectIr): readonly Diagnostic[] {
  const taken = new Map([
    [lakeService, "the lake's linked service"],
    [vaultService, "the vault's linked service"],
    ...jobsOf(flows, project).map(
      ({ compute }) =>
        [clusterService(compute.name).toLowerCase(), `the clusters of compute '${compute.name}'`] as const,
    ),
  ]);
  return databasesOf(flows, control).flatMap((database) => {
    const other = taken.get(databaseService(database).toLowerCase());
    const at = project.origin.child("connections", database.name).key();
    return other === undefined ? [] : [adfDiagnostics.sameName.at(at, { connection: database.name, other })];
  });
}

const mostBytes = 200 * 1024;
const mostActivities = 120;

function tooLarge({ name, origin, landings }: FlowIr, pipeline: Pipeline): readonly Diagnostic[] {
  const at = origin.child("bronze").key();
  const bytes = sizeOf(pipeline.properties);
  const lists = sizeOf(pipeline.properties.parameters);
  const activities = countOf(pipeline.properties.activities);
  return [
    ...(bytes <= mostBytes
      ? []
      : [
          adfDiagnostics.pipelineTooLarge.at(at, {
            pipeline: name,
            tables: landings.length,
            kilobytes: Math.ceil(bytes / 1024),
            fit: Math.floor((mostBytes - (bytes - lists)) / (lists / landings.length)),
          }),
        ]),
    ...(activities <= mostActivities
      ? []
      : [
          adfDiagnostics.tooManyActivities.at(at, {
            pipeline: name,
            activities,
            databases: Object.keys(pipeline.properties.parameters).length,
          }),
        ]),
  ];
}

/** In bytes, as it is sent at the least. */
const sizeOf = (value: object): number => new TextEncoder().encode(JSON.stringify(value)).length;

const countOf = (activities: readonly Activity[]): number =>
  activities.reduce((count, activity) => count + 1 + countOf(innerOf(activity)), 0);

function innerOf(activity: Activity): readonly Activity[] {
  if (activity.type === "ForEach") return activity.typeProperties.activities;
  if (activity.type !== "IfCondition") return [];
  const { ifTrueActivities, ifFalseActivities = [] } = activity.typeProperties;
  return [...ifTrueActivities, ...ifFalseActivities];
}

/** Environments in which the clusters of a flow's job have no workers, once for each size. */
function noWorkers(flows: readonly FlowIr[], project: ProjectIr): readonly Diagnostic[] {
  const sizes = new Map(jobsOf(flows, project).map(({ compute }) => [compute.name, compute]));
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
