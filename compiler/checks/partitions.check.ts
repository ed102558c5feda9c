import type { LinkedSink, LinkedSource } from "../model/linked.js";
import type { Environment } from "../model/model.js";
import type { Varied } from "../model/parts.js";
import type { Origin } from "../source/origin.js";
import type { Check } from "./check.js";
import { checkDiagnostics } from "./diagnostics.js";
import { hubPlace, isWithinSame, type Place } from "./places.js";

/** A hub or topic has one number of partitions, whoever reads it or sends to it. */
export const partitions: Check = ({ project, pipelines }, report) => {
  const known = new Map<string, Use[]>();
  for (const use of pipelines.flatMap(({ sources, sinks }) => [
    ...sources.flatMap(ofSource),
    ...sinks.flatMap(ofSink),
  ])) {
    const others = known.get(use.place.path) ?? [];
    known.set(use.place.path, others);
    const [difference] = others.flatMap((other) => differenceOf(use, other, project.environments));
    if (difference === undefined) others.push(use);
    else {
      const { other, ...details } = difference;
      const related = [{ message: "The other number stands here.", origin: other.origin }];
      report.add(
        checkDiagnostics.partitionsDiffer.at(
          use.origin,
          { place: use.place.words, other: other.owner, ...details },
          { related },
        ),
      );
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

interface Difference {
  readonly other: Use;
  /** The other's number. */
  readonly partitions: string;
  /** Where it is so, if that depends on variables. */
  readonly environment: string | undefined;
}

/** The two are one hub in some environment, and their numbers there are not one. What is one on this machine alone is looked at by itself. */
function differenceOf(use: Use, other: Use, environments: readonly Environment[]): readonly Difference[] {
  if (use.place.kind !== other.place.kind) return [];
  const isWrittenAlike = use.place.within.every(({ written }, at) => written === other.place.within[at]?.written);
  const isAlways = isWrittenAlike && [use, other].every(({ partitions }) => typeof partitions.written === "number");
  return environments.flatMap(({ kind, name }) => {
    const isOne = isWrittenAlike || (kind === "azure" && isWithinSame(use.place, other.place, [name]));
    const [here, there] = [use, other].map(({ partitions }) => partitions.values.get(name));
    if (!isOne || here === undefined || there === undefined || here === there) return [];
    return [{ other, partitions: `${there}`, environment: isAlways ? undefined : name }];
  });
}
