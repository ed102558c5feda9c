import type { SourceDocument } from "../../source/source-file.js";
import { expansionDiagnostics } from "./diagnostics.js";
import { type Layer, layers, madeForEach } from "./for-each.js";
import { type Expanding, pipelineOf, pipelinesFrom } from "./pipelines.js";
import { expandSection } from "./section.js";
import { type Databases, expandSources } from "./sources.js";
import { type Circle, waitingOrder } from "./waiting.js";

export interface ExpandedPipelines {
  /** In the order in which they were given. */
  readonly documents: readonly SourceDocument[];
  /** Everything became what it stands for. */
  readonly areWhole: boolean;
}

/**
 * The pipelines' documents as if each thing in them were written for itself: sources of `tables`, tables and sinks with
 * `for_each`. It is the trees that change, not the text: each value keeps the place where it is written. A document in which
 * there is none of it stays the same. `areRead`: there are no pipelines but these.
 */
export function expand(
  documents: readonly SourceDocument[],
  areRead: boolean,
  databases: Databases,
): ExpandedPipelines {
  const pipelines = documents.map((document): Expanding => {
    const expanded = expandSources(document, databases);
    return { ...pipelineOf(expanded.document), broken: new Set(expanded.isWhole ? [] : ["sources"]) };
  });
  const seenFrom = pipelinesFrom(pipelines, areRead);
  for (const layer of layers) expandLayer(layer);
  return {
    documents: pipelines.map(({ document }) => document),
    areWhole: pipelines.every(({ broken }) => broken.size === 0),
  };

  function expandLayer(layer: Layer): void {
    const { order, circles } = waitingOrder(pipelines, layer);
    for (const circle of circles) refuse(circle, layer);
    for (const at of order) {
      const plural = madeForEach(layer, seenFrom(at), databases.report);
      change(at, (pipeline) => {
        const { document, isWhole } = expandSection(pipeline.document, plural, databases);
        const next = document === pipeline.document ? pipeline : { ...pipeline, document };
        return isWhole ? next : withBroken(next, layer);
      });
    }
  }

  function refuse({ members, at }: Circle, layer: Layer): void {
    for (const member of members) change(member, (pipeline) => withBroken(pipeline, layer));
    const circle = [...members, ...members.slice(0, 1)].map((member) => `${pipelines[member]?.name}/${layer}`);
    databases.report.add(expansionDiagnostics.circle.at(at, { circle }));
  }

  function change(at: number, to: (pipeline: Expanding) => Expanding): void {
    const pipeline = pipelines[at];
    if (pipeline !== undefined) pipelines[at] = to(pipeline);
  }
}

const withBroken = (pipeline: Expanding, section: string): Expanding => ({
  ...pipeline,
  broken: new Set([...pipeline.broken, section]),
});
