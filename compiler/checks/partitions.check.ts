import type { LinkedSink, LinkedSource } from "../model/linked.js";
import type { Varied } from "../model/parts.js";
import type { Origin } from "../source/origin.js";
import type { Check } from "./check.js";
import { checkDiagnostics } from "./diagnostics.js";
import { hubPlace, type Place } from "./places.js";

/** A hub or topic has one number of partitions, whoever reads it or sends to it. */
export const partitions: Check = ({ project, pipelines }, report) => {
  const known = new Map<string, Use[]>();
  for (const use of pipelines.flatMap(({ sources, sinks }) => [
    ...sources.flatMap(ofSource),
    ...sinks.flatMap(ofSink),
  ])) {
    const others = known.get(use.place.path) ?? [];
    known.set(use.place.path, others);
    const differing = others.find((other) => project.environments.some(({ name }) => differIn(name, use, other)));
    if (differing === undefined) others.push(use);
    else {
      const details = {
        place: use.place.words,
        other: differing.owner,
        partitions: String(differing.partitions.written),
      };
      const related = [{ message: "The other number stands here.", origin: differing.origin }];
      report.add(checkDiagnostics.partitionsDiffer.at(use.origin, details, { related }));
    }
  }
};

/** Who says how many partitions a hub has. */
interface Use {
  readonly place: Place;
  readonly owner: string;
  readonly partitions: Varied<number>;
  readonly origin: Origin;
}

function ofSource(linked: LinkedSource): readonly Use[] {
  if (linked.kind !== "hub") return [];
  const { name, hub, partitions, origin } = linked.source;
  const owner = `${linked.pipeline}/sources.${name}`;
  return [{ place: hubPlace(linked.connection, hub), owner, partitions, origin: origin.child("partitions") }];
}

function ofSink({ pipeline, sink, to }: LinkedSink): readonly Use[] {
  if (to.kind !== "hub") return [];
  const { hub, partitions } = to.store;
  const owner = `${pipeline}/sinks.${sink.name}`;
  return [{ place: hubPlace(to.connection, hub), owner, partitions, origin: sink.origin.child("partitions") }];
}

/** In this environment the two are one hub, and their numbers are not one. */
function differIn(environment: string, a: Use, b: Use): boolean {
  const isSameHub =
    a.place.kind === b.place.kind &&
    a.place.within.every((text, at) => {
      const other = b.place.within[at];
      const value = text.values.get(environment);
      return text.written === other?.written || (value !== undefined && value === other?.values.get(environment));
    });
  const [one, two] = [a, b].map(({ partitions }) => partitions.values.get(environment));
  return isSameHub && one !== undefined && two !== undefined && one !== two;
}
