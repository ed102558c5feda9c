import { batchPath, workspacePath } from "../../compiler/emit/databricks.js";
import { nameHash } from "../../compiler/emit/name-hash.js";
import { synapseName } from "../../compiler/emit/synapse.js";
import {
  type ControlIr,
  type DataFlowIr,
  defaultSteps,
  type FlowIr,
  type FlowJobIr,
  hasPeriods,
  type StepsIr,
} from "../../compiler/ir/flow.js";
import type { JobIr, ProjectIr } from "../../compiler/ir/ir.js";
import { landingsParameter, loadParameter, parameterNames } from "../../compiler/ir/parameters.js";
import { calledLoadsOf, dataFlowsRead, takenByJobs, takersOf, takesLandings } from "../../compiler/ir/takers.js";
import { type Activity, after, type DatabricksNotebook, type Dependency, type SynapseNotebook } from "./activity.js";
import { calledLoad } from "./calling.js";
import { scriptHash } from "./data-flow/activities.js";
import { lookup, script } from "./database-activities.js";
import { marksTable } from "./datasets.js";
import { ofEnvironment } from "./environment.js";
import { call, type Expression, evaluated, number, outputOf } from "./expression.js";
import { globalOf, jobsOf, poolOf } from "./global-parameters.js";
import { clusterService, takingNames } from "./names.js";
import { longPolicy } from "./policy.js";
import { linkedService } from "./reference.js";
import { refreshing } from "./refreshing.js";
import { isOfWorkspace } from "./service.js";
import { keepTaken, selectLanded } from "./statements.js";
import { asTold } from "./steps.js";

/**
 * Hands over to the jobs' notebooks what has landed, to each when those that it comes after have succeeded; where nothing is new, for
 * the same queries, no cluster is started. `computing`: the names of the activities that compute tables by data flows which the jobs read.
 */
export function taking(
  flow: FlowIr,
  control: ControlIr,
  project: ProjectIr,
  reading: readonly string[],
  computing: readonly string[],
): readonly Activity[] {
  const { isAny, take, keepTaken: keep } = takingNames;
  const jobs = jobsOf(flow, project);
  if (jobs.length === 0) return [];
  const sources = takenByJobs(flow.landings, jobs).map(({ id }) => id);
  const takers = takersWith(dataFlowsRead(flow.dataFlows, jobs), jobs);
  const taken = takingJobs(flow, project);
  const names = flow.jobs.map(({ title }) => take(title));
  const refreshed = refreshing(flow, project, names);
  const kept = script(
    keep,
    after(...(refreshed.length > 0 ? refreshed.map(({ name }) => name) : names)),
    keepTaken(control, takers),
    control,
    project,
  );
  const asked = lookup(
    takingNames.landed,
    after(...reading),
    selectLanded(control, sources, takers, hasPeriods(flow.landings)),
    marksTable(control, project),
    "all",
  );
  return [
    ...asTold([asked], flow.steps),
    {
      name: isAny,
      type: "IfCondition",
      dependsOn: after(takingNames.landed, ...computing),
      userProperties: [],
      typeProperties: {
        expression: evaluated(call("greater", outputOf(takingNames.landed, "count"), number(0))),
        ifTrueActivities: [...taken, ...refreshed, ...asTold([kept], flow.steps)],
      },
    },
  ];
}

/** A table that a data flow computes by another script is another one, though nothing has landed. */
function takersWith(read: readonly DataFlowIr[], jobs: readonly JobIr[]): string {
  const queries = takersOf(jobs);
  return read.length === 0 ? queries : nameHash([queries, ...read.map(scriptHash)].join(" "));
}

/** Starts the jobs' notebooks, each when those that it comes after, and what is done `before`, have succeeded. Of loads they look for themselves what is new: there is no mark that could tell. */
export function takingJobs(flow: FlowIr, project: ProjectIr, before: readonly string[] = []): readonly Activity[] {
  const take = flow.landings.length > 0 ? takingNames.take : takingNames.takeLoads;
  const jobs = jobsOf(flow, project);
  const titles = new Map(flow.jobs.map(({ name, title }) => [name, take(title)]));
  return flow.jobs.flatMap((own) => {
    const job = jobs.find(({ name }) => name === own.name);
    const depends = after(...before, ...own.after.flatMap((name) => titles.get(name) ?? []));
    return job ? asTold([takenBy(job, take(own.title), depends, project)], stepsOf(own, flow)) : [];
  });
}

/** What a job does not say its pipeline does. */
const stepsOf = ({ steps }: FlowJobIr, flow: FlowIr): StepsIr => ({
  ...flow.steps,
  attempts: steps.attempts ?? flow.steps.attempts,
  waitSeconds: steps.waitSeconds ?? flow.steps.waitSeconds,
  timeoutSeconds: steps.timeoutSeconds ?? flow.steps.timeoutSeconds,
});

const takenBy = (job: JobIr, name: string, dependsOn: readonly Dependency[], project: ProjectIr): Activity =>
  isOfWorkspace(project) ? synapseBatch(job, name, dependsOn, project) : batch(job, name, dependsOn, project);

const landed = call("string", outputOf(takingNames.landed, "value"));

const batch = (job: JobIr, name: string, dependsOn: readonly Dependency[], project: ProjectIr): DatabricksNotebook => ({
  name,
  type: "DatabricksNotebook",
  dependsOn,
  policy: longPolicy(defaultSteps.attemptsOfTaking),
  userProperties: [],
  typeProperties: {
    notebookPath: workspacePath(project.name, batchPath(job.name)),
    baseParameters: {
      ...(takesLandings(job) && { [landingsParameter]: evaluated(landed) }),
      ...(calledLoadsOf(job).length > 0 && { [loadParameter]: evaluated(calledLoad) }),
      ...Object.fromEntries(
        parameterNames(job, project).map((name) => [
          name,
          evaluated(ofEnvironment(globalOf(name, job, project), project)),
        ]),
      ),
    },
  },
  linkedServiceName: linkedService(clusterService(job.compute.name, project)),
});

/** The landings are given as base64: how the service writes quotes into the cell that it adds to a notebook is told nowhere. */
function synapseBatch(job: JobIr, name: string, dependsOn: readonly Dependency[], project: ProjectIr): SynapseNotebook {
  const given = (value: Expression) => ({ value: evaluated(value), type: "string" }) as const;
  return {
    name,
    type: "SynapseNotebook",
    dependsOn,
    policy: longPolicy(defaultSteps.attemptsOfTaking),
    userProperties: [],
    typeProperties: {
      notebook: { referenceName: synapseName(project.name, batchPath(job.name)), type: "NotebookReference" },
      parameters: {
        ...(takesLandings(job) && { [landingsParameter]: given(call("base64", landed)) }),
        ...(calledLoadsOf(job).length > 0 && { [loadParameter]: given(calledLoad) }),
        ...Object.fromEntries(
          parameterNames(job, project).map((name) => [
            name,
            given(ofEnvironment(globalOf(name, job, project), project)),
          ]),
        ),
      },
      snapshot: true,
      sparkPool: {
        referenceName: evaluated(ofEnvironment(poolOf(job, project), project)),
        type: "BigDataPoolReference",
      },
    },
  };
}
