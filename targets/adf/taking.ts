import { batchPath, workspacePath } from "../../compiler/emit/databricks.js";
import type { ControlIr, FlowIr } from "../../compiler/ir/flow.js";
import type { JobIr, ProjectIr } from "../../compiler/ir/ir.js";
import { landingsParameter, parameterNames } from "../../compiler/ir/parameters.js";
import { takersOf } from "../../compiler/ir/takers.js";
import { type Activity, after, type DatabricksNotebook, policy } from "./activity.js";
import { lookup, script } from "./database-activities.js";
import { marksTable } from "./datasets.js";
import { call, evaluated, globalParameter, number, outputOf } from "./expression.js";
import { globalOf } from "./global-parameters.js";
import { clusterService, takingNames } from "./names.js";
import { linkedService } from "./reference.js";
import { keepTaken, selectLanded } from "./statements.js";

/** Hands over to the job's notebooks what has landed; where nothing is new, for the same queries, no cluster is started. */
export function taking(
  { landings }: FlowIr,
  job: JobIr,
  control: ControlIr,
  project: ProjectIr,
  reading: readonly string[],
): readonly Activity[] {
  const { landed, isAny, take, keepTaken: keep } = takingNames;
  const sources = landings.map(({ output }) => output.id);
  const takers = takersOf(job);
  return [
    lookup(landed, after(...reading), selectLanded(control, sources, takers), marksTable(control), "all"),
    {
      name: isAny,
      type: "IfCondition",
      dependsOn: after(landed),
      userProperties: [],
      typeProperties: {
        expression: evaluated(call("greater", outputOf(landed, "count"), number(0))),
        ifTrueActivities: [
          batch(job, project),
          script(keep, after(take), keepTaken(control, takers), control.database),
        ],
      },
    },
  ];
}

const batch = (job: JobIr, project: ProjectIr): DatabricksNotebook => ({
  name: takingNames.take,
  type: "DatabricksNotebook",
  dependsOn: [],
  policy: policy("12:00:00", 1),
  userProperties: [],
  typeProperties: {
    notebookPath: workspacePath(project.name, batchPath(job.name)),
    baseParameters: {
      [landingsParameter]: evaluated(call("string", outputOf(takingNames.landed, "value"))),
      ...Object.fromEntries(
        parameterNames(job, project).map((name) => [name, evaluated(globalParameter(globalOf(name, job, project)))]),
      ),
    },
  },
  linkedServiceName: linkedService(clusterService(job.compute.name)),
});
