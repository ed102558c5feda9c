import type { DataFlow } from "../definition.js";
import type { Reader } from "../reader.js";
import { checkScript } from "./check-script.js";
import { parseScript, ScriptError } from "./parse.js";
import type { Script } from "./script.js";

/** Reads a `MappingDataFlow` by its script alone; what in it cannot be done on this machine is told by its name. */
export function readDataFlow(file: Reader, name: string): DataFlow | undefined {
  file.ignore("name");
  const properties = file.object("properties");
  file.done();
  properties.ignore("description", "annotations", "folder");
  properties.only("type", ["MappingDataFlow"]);
  const own = properties.object("typeProperties");
  properties.done();
  const sources = own.list("sources").map((source) => ({
    name: source.text("name"),
    dataset: referenceIn(source, "dataset", "DatasetReference"),
  }));
  const sinks = own.list("sinks").map((sink) => ({
    name: sink.text("name"),
    linkedService: referenceIn(sink, "linkedService", "LinkedServiceReference"),
  }));
  own.ignore("transformations"); // what the studio shows; the script says it all
  const lines = own.value("scriptLines");
  own.done();
  const script = scriptIn(Array.isArray(lines) ? lines.join("\n") : "", own);
  if (script === undefined) return undefined;
  for (const [kind, declared] of [
    ["source", sources],
    ["sink", sinks],
  ] as const) {
    const written = script.transformations.filter((one) => one.kind === kind).map((one) => one.name);
    if (
      written.sort().join() !==
      declared
        .map((one) => one.name)
        .sort()
        .join()
    )
      own.problem(`the script has other ${kind}s than the data flow: ${written.join(", ")}.`);
  }
  return { name, script, sources, sinks };
}

function scriptIn(text: string, own: Reader): Script | undefined {
  try {
    const script = parseScript(text);
    checkScript(script, own.problem);
    return script;
  } catch (error) {
    if (!(error instanceof ScriptError)) throw error;
    own.problem(error.message);
    return undefined;
  }
}

function referenceIn(reader: Reader, property: string, type: string): string {
  const reference = reader.object(property);
  reference.only("type", [type]);
  const name = reference.text("referenceName");
  reference.done();
  reader.done();
  return name;
}
