import type { Report } from "../diagnostics/report.js";
import { Words } from "../diagnostics/words.js";
import type { After } from "./after.js";
import { chainDiagnostics } from "./chain-diagnostics.js";
import type { LinkedAfter } from "./linked-landings.js";
import type { Pipeline } from "./model.js";
import { isSound } from "./poisoned.js";
import { isLandedSource } from "./source.js";

/** What a pipeline comes after; pipelines that there are not, or that nothing starts, are reported. */
export function linkAfter(
  { triggers, name: own }: Pipeline,
  pipelines: ReadonlyMap<string, Pipeline>,
  report: Report,
): LinkedAfter | undefined {
  const [first, ...others] = [...triggers.values()]
    .filter(isSound)
    .filter((one): one is After => one.kind === "after")
    .sort((a, b) => a.origin.range.start - b.origin.range.start);
  for (const { origin, name } of others)
    report.add(chainDiagnostics.severalAfter.at(origin.key(), { pipeline: own, one: first?.name ?? "", other: name }));
  if (first === undefined) return undefined;
  const known = first.pipelines.filter(({ name, origin }) => {
    const pipeline = pipelines.get(name);
    if (pipeline === undefined) {
      const suggestion = report.wordsOf(pipelines, Words.keysOf).nearest(name, (one) => one !== own)?.word;
      report.add(chainDiagnostics.unknownPipeline.at(origin, { pipeline: name, suggestion }));
    } else if (!lands(pipeline)) report.add(chainDiagnostics.afterStream.at(origin, { pipeline: name }));
    return pipeline !== undefined && lands(pipeline);
  });
  return { pipeline: own, after: first, pipelines: known };
}

/** It lands tables, or would if it had no errors. */
const lands = ({ tables }: Pipeline): boolean =>
  [...tables.values()].some(({ kind }) => kind === "landed" || kind === "poisoned");

/** It has to do with tables of databases, or may have if it has errors. */
export const mayLand = ({ sources, tables }: Pipeline): boolean =>
  [...sources.values(), ...tables.values()].some(
    (thing) => isLandedSource(thing) || ["landed", "poisoned"].includes(thing.kind),
  );
