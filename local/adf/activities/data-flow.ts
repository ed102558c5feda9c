import { join } from "node:path";
import { ActivityError } from "../activity.js";
import type { DataFlow } from "../definition.js";
import { evaluate } from "../evaluate.js";
import type { JsonValue } from "../json.js";
import type { ActivityReader } from "../read-activities.js";
import type { Reader } from "../reader.js";
import type { Reading } from "../reading.js";
import type { Scope } from "../scope.js";
import { readTimeLimit } from "../timeout.js";
import { readParquetDataset } from "./file-datasets.js";

/**
 * Runs a mapping data flow as its script has it.
 * https://learn.microsoft.com/azure/data-factory/control-flow-execute-data-flow-activity
 */
export const readExecuteDataFlow: ActivityReader = (properties, reading, activity) => {
  const use = properties.object("dataflow");
  const flow = reading.dataFlow(use);
  const given = use.optionalObject("parameters");
  const parameters = (given?.names() ?? []).map((name) => ({ name, value: given?.value(name) ?? null }));
  const sources = flow?.sources.map((source) =>
    readSource(source, use.optionalObject("datasetParameters"), use, reading),
  );
  use.done();
  const compute = properties.object("compute"); // that is this machine
  compute.ignore("coreCount");
  compute.only("computeType", ["General"]);
  compute.done();
  properties.ignore("traceLevel");
  for (const { linkedService } of flow?.sinks ?? [])
    if (!reading.reach.hasStore(linkedService))
      use.problem(`there is no storage of '${linkedService}' on this machine.`);
  const inTime = readTimeLimit(activity, "A data flow");
  return async (scope) => {
    if (flow === undefined || sources === undefined) throw new ActivityError("There is no such data flow.");
    const values = Object.fromEntries(parameters.map(({ name, value }) => [name, textIn(value, name, scope)]));
    for (const { name } of flow.script.parameters)
      if (!Object.hasOwn(values, name)) throw new ActivityError(`The data flow's parameter '${name}' is not given.`);
    const run = {
      script: flow.script,
      parameters: values,
      sources: Object.fromEntries(sources.map((source) => [source.name, source.path(scope)])),
      sinks: Object.fromEntries(flow.sinks.map((sink) => [sink.name, sinkFolder(sink, flow, values, scope)])),
    };
    const problem = await inTime(scope, () => scope.world.dataFlow(run));
    if (problem !== undefined) throw new ActivityError(problem);
    return {};
  };
};

interface Source {
  readonly name: string;
  readonly path: (scope: Scope) => string;
}

/** The dataset of a source, with the parameters that the activity gives it. */
function readSource(
  { name, dataset }: DataFlow["sources"][number],
  given: Reader | undefined,
  use: Reader,
  reading: Reading,
): Source {
  const parameters = given?.optional(name) ?? {};
  const reference = use.of({ referenceName: dataset, type: "DatasetReference", parameters }, `'${name}'`);
  const target = readParquetDataset(reference, reading);
  return { name, path: (scope) => target(scope).path };
}

/** Where a sink writes: by its own script. */
function sinkFolder(
  { name, linkedService }: DataFlow["sinks"][number],
  { script }: DataFlow,
  values: Readonly<Record<string, string>>,
  { world }: Scope,
): string {
  const items = script.transformations.find((one) => one.name === name)?.items ?? [];
  const text = (property: string): string => {
    const value = items.flatMap((item) => (item.kind === "property" && item.name === property ? [item.value] : []))[0];
    if (value?.kind === "text") return value.value;
    if (value?.kind === "parameter" && values[value.name] !== undefined) return values[value.name] ?? "";
    throw new ActivityError(`'${name}' does not say its '${property}' as a text or a parameter.`);
  };
  const folder = text("folderPath");
  if (folder.split("/").includes("..")) throw new ActivityError(`'${folder}' leads out of the container.`);
  return join(world.folder(linkedService, text("fileSystem")), folder);
}

/** What a parameter of the type string is given: a text of the data flow's own language. */
function textIn(value: JsonValue, name: string, scope: Scope): string {
  const text = evaluate(value, scope);
  const [, inner] = typeof text === "string" ? (/^'([^'\\]*)'$/.exec(text) ?? []) : [];
  if (inner === undefined)
    throw new ActivityError(`The parameter '${name}' is ${JSON.stringify(text)}, and a text in quotes is given here.`);
  return inner;
}
