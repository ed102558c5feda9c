import type { FlowIr } from "../../compiler/ir/flow.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import type { FunctionAppIr, LoadsIr } from "../../compiler/ir/loads.js";
import { type Activity, type AzureFunction, after, type SetVariable } from "./activity.js";
import {
  call,
  type Expression,
  evaluated,
  filled,
  type Hole,
  number,
  parameter,
  quoted,
  run,
  variable,
} from "./expression.js";
import type { Variables } from "./failure-errors.js";
import { callingNames, callName, functionService } from "./names.js";
import { shortPolicy } from "./policy.js";
import { linkedService } from "./reference.js";
import { windowBounds } from "./window-trigger.js";

/** What a function that a pipeline calls loads. */
export type CalledLoadsIr = LoadsIr & { readonly calledIn: FunctionAppIr };

const isCalled = (source: LoadsIr): source is CalledLoadsIr => source.calledIn !== undefined;

/** The loads of a flow that its runs have functions make, each once. */
export const calledLoads = ({ loads }: FlowIr): readonly CalledLoadsIr[] => [
  ...new Map(loads.flatMap(({ source }) => (isCalled(source) ? [[source.id, source] as const] : []))).values(),
];

/** The apps that are called, each once. */
export const functionAppsOf = (flows: readonly FlowIr[]): readonly FunctionAppIr[] => [
  ...new Map(flows.flatMap(calledLoads).map(({ calledIn }) => [calledIn.name, calledIn])).values(),
];

/** Has functions load, side by side: each a load of the run's own name, in its own folder. Whoever takes them waits for all. */
export function calling(flow: FlowIr, isOfWindows: boolean, project: ProjectIr): readonly Activity[] {
  const called = calledLoads(flow);
  return called.length === 0 ? [] : [nameLoad, ...called.map((one) => callOf(one, isOfWindows, project))];
}

/** The pipeline's variable with the name of the run's load. */
const loadVariable = "load";
export const loadVariables: Variables = { [loadVariable]: { type: "String" } };

/**
 * By the clock at the run's beginning, so that names rise from run to run: a pipeline runs once at a time. It is set once, by an activity
 * without a retry, so that a function that is called again finds what it has begun. A person's "Rerun from failed activity" sets it anew
 * without calling again: the notebook refuses that.
 */
const nameLoad: SetVariable = {
  name: callingNames.nameLoad,
  type: "SetVariable",
  dependsOn: [],
  policy: { secureOutput: false, secureInput: false },
  userProperties: [],
  typeProperties: {
    variableName: loadVariable,
    value: evaluated(
      call(
        "concat",
        quoted("load="),
        call("utcNow", quoted("yyyyMMddTHHmmss.ffffff")),
        quoted("Z-"),
        call("substring", run("RunId"), number(0), number(8)),
      ),
    ),
  },
};

/**
 * An activity is given ten minutes at the least; the load balancer before a function waits 230 seconds for its answer and no longer.
 * https://learn.microsoft.com/azure/data-factory/control-flow-azure-function-activity#timeout-and-long-running-functions
 */
const callOf = (source: CalledLoadsIr, isOfWindows: boolean, project: ProjectIr): AzureFunction => ({
  name: callName(source),
  type: "AzureFunctionActivity",
  dependsOn: after(callingNames.nameLoad),
  policy: shortPolicy(10),
  userProperties: [{ name: "Folder", value: filled([`${source.folder}/`, { hole: variable(loadVariable) }]) }],
  typeProperties: {
    functionName: source.function,
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: filled(bodyOf(source, isOfWindows)),
  },
  linkedServiceName: linkedService(functionService(source.calledIn, project)),
});

/** An object whose values are texts that JSON spells as they are. */
function bodyOf({ folder }: LoadsIr, isOfWindows: boolean): readonly (string | Hole)[] {
  const told: readonly (readonly [string, ...(string | Hole)[]])[] = [
    ["folder", `${folder}/`, { hole: variable(loadVariable) }],
    ["pipeline", { hole: run("Pipeline") }],
    ["run", { hole: run("RunId") }],
    ...(isOfWindows ? windowBounds.map((name) => [name, { hole: parameter(name) }] as const) : []),
  ];
  return told.flatMap(([name, ...value], at) => [
    `${at === 0 ? "{" : ","}"${name}":"`,
    ...value,
    `"${at === told.length - 1 ? "}" : ""}`,
  ]);
}

/** What a notebook is given that takes what was loaded. */
export const calledLoad: Expression = variable(loadVariable);
