import { nameHash } from "../../../compiler/emit/name-hash.js";
import { type ControlIr, type DataFlowIr, defaultSteps } from "../../../compiler/ir/flow.js";
import type { ProjectIr } from "../../../compiler/ir/ir.js";
import { type Activity, after, type ExecuteDataFlow } from "../activity.js";
import { lookup, script } from "../database-activities.js";
import { marksTable } from "../datasets.js";
import { ofEnvironment } from "../environment.js";
import { call, evaluated, filled, number, outputOf, quoted } from "../expression.js";
import { lakeContainer } from "../global-parameters.js";
import { landedFileAt } from "../landed-files.js";
import { dataFlowNames } from "../names.js";
import { longPolicy } from "../policy.js";
import { hole, list, type Sql, sql, text } from "../sql.js";
import { landingFolder, marks, mergeMark } from "../statements.js";
import { askedBy, toldThisRun } from "../this-run.js";
import { dataFlowName } from "./resource.js";
import { containerParameter, scriptOf } from "./script.js";

/** Computes a table of the last reading that is whole, where the data flow, as it is now, has not taken it yet. */
export function computing(
  flow: DataFlowIr,
  control: ControlIr,
  project: ProjectIr,
  reading: readonly string[],
): readonly Activity[] {
  const names = dataFlowNames(flow);
  return [
    lookup(names.last, after(...reading), selectLast(control, flow), marksTable(control, project), "first"),
    {
      name: names.isNew,
      type: "IfCondition",
      dependsOn: after(names.last),
      userProperties: [],
      typeProperties: {
        expression: evaluated(call("equals", outputOf(names.last, "firstRow", "is_new"), number(1))),
        ifTrueActivities: [
          execute(flow, project),
          script(names.keep, after(names.compute), keepComputed(control, flow, names.last), control, project),
        ],
      },
    },
  ];
}

/** By which the control table knows how far it has come: files that land anew have come nowhere. */
const takerOf = ({ input, reference }: DataFlowIr): string => `${input.id}/${reference}`;

/** By which script: what another one has computed, an earlier one too, is computed anew. */
export const scriptHash = (flow: DataFlowIr): string => nameHash(scriptOf(flow).lines.join("\n"));

const execute = (flow: DataFlowIr, project: ProjectIr): ExecuteDataFlow => {
  const names = dataFlowNames(flow);
  const container = ofEnvironment(lakeContainer(project), project);
  return {
    name: names.compute,
    type: "ExecuteDataFlow",
    dependsOn: [],
    policy: longPolicy(defaultSteps.attemptsOfTaking),
    userProperties: [{ name: "Landing", value: evaluated(outputOf(names.last, "firstRow", "folder")) }],
    typeProperties: {
      dataflow: {
        referenceName: dataFlowName(flow, project),
        type: "DataFlowReference",
        // A text of the data flow's language, into which the pipeline puts a name that has no quotes.
        parameters: { [containerParameter]: filled(["'", { hole: container }, "'"]) },
        datasetParameters: {
          [scriptOf(flow).source]: landedFileAt(
            call("concat", quoted(`${flow.input.path}/`), toldThisRun(names.last, "folder")),
            flow.input.format,
            project,
          ),
        },
      },
      compute: { coreCount: flow.cores, computeType: "General" },
      traceLevel: "Fine",
    },
  };
};

/** The last whole landing and its folder, and whether it is one that was not taken; always one row. */
function selectLast(control: ControlIr, flow: DataFlowIr): Sql {
  const [input, taker] = [flow.input.id, takerOf(flow)];
  const by = sql`COALESCE(MAX(CASE WHEN [source] = ${text(taker)} THEN [taken_by] END), N'')`;
  const last = (of: string): Sql => sql`COALESCE(MAX(CASE WHEN [source] = ${text(of)} THEN [landing] END), 0)`;
  return sql`SELECT w.[landing], ${landingFolder(sql`w.[landing]`)} AS [folder], ${askedBy}, CASE WHEN w.[landing] > w.[taken] OR (w.[landing] > 0 AND w.[taken_by] <> ${text(scriptHash(flow))}) THEN 1 ELSE 0 END AS [is_new] FROM (SELECT ${last(input)} AS [landing], ${last(taker)} AS [taken], ${by} AS [taken_by] FROM ${marks(control)} WHERE [source] IN (${list([text(input), text(taker)])})) AS w`;
}

/** One statement, so it is done or not; done again it changes nothing. */
function keepComputed(control: ControlIr, flow: DataFlowIr, last: string): Sql {
  const landing = hole(toldThisRun(last, "landing"));
  return mergeMark(control, {
    given: sql`${text(takerOf(flow))} AS [source], ${landing} AS [landing], ${text(scriptHash(flow))} AS [taken_by]`,
    matched: sql` THEN UPDATE SET [landing] = n.[landing], [taken] = n.[landing], [taken_by] = n.[taken_by]`,
    row: sql`n.[source], '', 0, n.[landing], n.[landing], n.[taken_by]`,
  });
}
