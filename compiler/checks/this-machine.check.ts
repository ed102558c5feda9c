import type { Origin } from "../source/origin.js";
import type { Check } from "./check.js";
import { checkDiagnostics } from "./diagnostics.js";
import { hubPlace, isWithinSame, type Place, placeOf } from "./places.js";

/** What stands apart in the cloud stands apart on this machine, which has one broker and one folder of documents. */
export const thisMachine: Check = ({ project, pipelines }, report) => {
  const here = project.environments.find(({ kind }) => kind === "this-machine");
  if (here === undefined) return;
  const azure = project.environments.filter(({ kind }) => kind === "azure").map(({ name }) => name);
  const cloud = azure.length > 0 ? azure : undefined;
  const uses = pipelines.flatMap(({ sources, sinks }): readonly Use[] => [
    ...sources.flatMap((linked) =>
      linked.kind === "hub"
        ? [use("sources", linked.pipeline, linked.source, hubPlace(linked.connection, linked.source.hub))]
        : [],
    ),
    ...sinks.flatMap((linked) =>
      linked.to.kind === "folder" ? [] : [use("sinks", linked.pipeline, linked.sink, placeOf(linked))],
    ),
  ]);
  const first = new Map<string, Use>();
  for (const one of uses) {
    const key = `${one.place.kind === "container" ? "documents" : "broker"} ${one.place.path}`;
    const other = first.get(key);
    if (other === undefined) first.set(key, one);
    else if (other.place.kind !== one.place.kind || !isWithinSame(other.place, one.place, cloud)) {
      const related = [{ message: "The other one is declared here.", origin: other.origin }];
      const words = { place: one.place.words, other: other.owner, environment: here.name };
      report.add(checkDiagnostics.sameHere.at(one.origin, words, { related }));
    }
  }
};

interface Use {
  readonly place: Place;
  readonly owner: string;
  readonly origin: Origin;
}

const use = (
  layer: "sources" | "sinks",
  pipeline: string,
  { name, origin }: { readonly name: string; readonly origin: Origin },
  place: Place,
): Use => ({ place, owner: `${pipeline}/${layer}.${name}`, origin: origin.key() });
