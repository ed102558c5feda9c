import { batchPath, workspacePath } from "../../compiler/emit/databricks.js";
import { synapseName } from "../../compiler/emit/synapse.js";
import { type ControlIr, defaultSteps, type FlowIr } from "../../compiler/ir/flow.js";
import type { JobIr, ProjectIr } from "../../compiler/ir/ir.js";
import { landingsParameter, parameterNames } from "../../compiler/ir/parameters.js";
import { takenByJob, takersOf } from "../../compiler/ir/takers.js";
import { type Activity, after, type DatabricksNotebook, type SynapseNotebook } from "./activity.js";
import { lookup, script } from "./database-activities.js";
import { marksTable } from "./datasets.js";
import { ofEnvironment } from "./environment.js";
import { call, type Expression, evaluated, number, outputOf } from "./expression.js";
import { globalOf, poolOf } from "./global-parameters.js";
import { clusterService, takingNames } from "./names.js";
import { longPolicy } from "./policy.js";
import { linkedService } from "./reference.js";
import { isOfWorkspace } from "./service.js";
import { keepTaken, selectLanded } from "./statements.js";

/** Hands over to the job's notebooks what has landed; where nothing is new, for the same queries, no cluster is started. */
export function taking(
  { landings }: FlowIr,
  job: JobIr,
  control: ControlIr,
  project: ProjectIr,
  reading: readonly string[],
): readonly Activity[] {
  const { isAny, take, keepTaken: keep } = takingNames;
  const sources = takenByJob(landings, job).map(({ id }) => id);
  const takers = takersOf(job);
  return [
    lookup(
      takingNames.landed,
      after(...reading),
      selectLanded(control, sources, takers),
      marksTable(control, project),
      "all",
    ),
    {
      name: isAny,
      type: "IfCondition",
      dependsOn: after(takingNames.landed),
      userProperties: [],
      typeProperties: {
        expression: evaluated(call("greater", outputOf(takingNames.landed, "count"), number(0))),
        ifTrueActivities: [
          isOfWorkspace(project) ? synapseBatch(job, project) : batch(job, project),
          script(keep, after(take), keepTaken(control, takers), control, project),
        ],
      },
    },
  ];
}

const landed = call("string", outputOf(takingNames.landed, "value"));

const batch = (job: JobIr, project: ProjectIr): DatabricksNotebook => ({
  name: takingNames.take,
  type: "DatabricksNotebook",
  dependsOn: [],
  policy: longPolicy(defaultSteps.attemptsOfTaking),
  userProperties: [],
  typeProperties: {
    notebookPath: workspacePath(project.name, batchPath(job.name)),
    baseParameters: {
      [landingsParameter]: evaluated(landed),
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
function synapseBatch(job: JobIr, project: ProjectIr): SynapseNotebook {
  const given = (value: Expression) => ({ value: evaluated(value), type: "string" }) as const;
  return {
    name: takingNames.take,
    type: "SynapseNotebook",
    dependsOn: [],
    policy: longPolicy(defaultSteps.attemptsOfTaking),
    userProperties: [],
    typeProperties: {
      notebook: { referenceName: synapseName(project.name, batchPath(job.name)), type: "NotebookReference" },
      parameters: {
        [landingsParameter]: given(call("base64", landed)),
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
