import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { closest, didYouMean } from "../../compiler/diagnostics/suggest.js";
import { checkExpressions } from "./check-expressions.js";
import { readDataFlow } from "./data-flow/read-data-flow.js";
import type { Dataset, Declared, Pipeline } from "./definition.js";
import type { JsonValue } from "./json.js";
import { readActivities } from "./read-activities.js";
import { type Reader, readerOf } from "./reader.js";
import type { Reading } from "./reading.js";
import type { Reach } from "./world.js";

/**
 * Reads a pipeline of a factory's folders (`pipeline/`, `dataset/`), and all that it leads to. Whatever in it cannot be done on
 * this machine is an error that names it, before anything begins.
 */
export function readFactory(folders: readonly string[], name: string, reach: Reach): Pipeline {
  const problems: string[] = [];
  const pipelines = new Map<string, Pipeline | undefined>();
  const datasets = new Map<string, Dataset | undefined>();
  const file = (kind: "pipeline" | "dataset" | "dataflow", wanted: string, from: Reader): Reader | undefined => {
    const folder = folders.find((one) => namesIn(join(one, kind)).includes(wanted));
    if (folder !== undefined) {
      const json = jsonOf(join(folder, kind, `${wanted}.json`));
      checkExpressions(json, `${kind} '${wanted}'`, problems);
      return readerOf(json, `${kind} '${wanted}'`, problems);
    }
    const names = folders.flatMap((one) => namesIn(join(one, kind)));
    from.problem(`there is no ${kind} '${wanted}'.${didYouMean(closest(wanted, names))}`);
    return undefined;
  };
  const reading: Reading = {
    reach,
    activities: (readers) => readActivities(readers, reading),
    dataset: (reference) => {
      const { wanted, parameters } = referenceOf(reference, "DatasetReference");
      if (!datasets.has(wanted)) {
        const read = file("dataset", wanted, reference);
        datasets.set(wanted, read && readDataset(read, wanted));
      }
      const dataset = datasets.get(wanted);
      return dataset && { dataset, parameters };
    },
    dataFlow: (reference) => {
      reference.only("type", ["DataFlowReference"]);
      const wanted = reference.text("referenceName");
      const read = file("dataflow", wanted, reference);
      return read && readDataFlow(read, wanted);
    },
    pipeline: (reference) => {
      const { wanted } = referenceOf(reference, "PipelineReference");
      readOnce(wanted, reference);
      return () => pipelines.get(wanted);
    },
  };
  const readOnce = (wanted: string, from: Reader) => {
    if (pipelines.has(wanted)) return;
    pipelines.set(wanted, undefined); // for one that leads back to itself
    const read = file("pipeline", wanted, from);
    if (read) pipelines.set(wanted, readPipeline(read, wanted, reading));
  };
  readOnce(name, readerOf({}, folders.join(", "), problems));
  const pipeline = pipelines.get(name);
  if (problems.length > 0 || pipeline === undefined)
    throw new Error(
      `The pipeline '${name}' cannot be run on this machine:\n${problems.map((one) => `  ${one}\n`).join("")}`,
    );
  return pipeline;
}

function readPipeline(file: Reader, name: string, reading: Reading): Pipeline {
  file.ignore("name");
  const properties = file.object("properties");
  file.done();
  properties.ignore("description", "annotations", "folder");
  // Runs of one pipeline: here there is one at a time.
  properties.ignore("concurrency");
  const pipeline = {
    name,
    parameters: declaredIn(properties, "parameters"),
    variables: declaredIn(properties, "variables"),
    activities: reading.activities(properties.list("activities")),
  };
  properties.done();
  return pipeline;
}

function readDataset(file: Reader, name: string): Dataset {
  file.ignore("name");
  const properties = file.object("properties");
  file.done();
  properties.ignore("description", "annotations", "folder", "schema", "structure");
  const linked = properties.object("linkedServiceName");
  linked.only("type", ["LinkedServiceReference"]);
  const dataset = {
    name,
    type: properties.text("type"),
    linkedService: linked.text("referenceName"),
    parameters: declaredIn(properties, "parameters"),
    properties: properties.value("typeProperties"),
  };
  linked.done();
  properties.done();
  return dataset;
}

/** Names of parameters, with their types. */
function declaredIn(properties: Reader, name: string): ReadonlyMap<string, Declared> {
  const declared = properties.optionalObject(name);
  return new Map(
    (declared?.names() ?? []).flatMap((one) => {
      const reader = declared?.object(one);
      if (reader === undefined) return [];
      const read = { type: reader.text("type").toLowerCase(), byDefault: reader.optional("defaultValue") };
      reader.done();
      return [[one, read] as const];
    }),
  );
}

function referenceOf(reference: Reader, type: string): { readonly wanted: string; readonly parameters: JsonValue } {
  reference.only("type", [type]);
  const found = { wanted: reference.text("referenceName"), parameters: reference.optional("parameters") ?? {} };
  reference.done();
  return found;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).flatMap((file) => (file.endsWith(".json") ? [file.slice(0, -".json".length)] : []));
  } catch {
    return [];
  }
}

function jsonOf(path: string): JsonValue {
  return JSON.parse(readFileSync(path, "utf8"));
}
