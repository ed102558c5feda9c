import { Origin } from "../../source/origin.js";
import { eachPattern, type Layer } from "./for-each.js";
import { valueAt } from "./nodes.js";
import { type Expanding, sectionOf } from "./pipelines.js";
import { selectionOf } from "./selection.js";

/** Pipelines, by their numbers, that wait for each other, and where the last of them says that it waits for the first. */
export interface Circle {
  readonly members: readonly number[];
  readonly at: Origin;
}

interface Need {
  readonly of: number;
  readonly at: Origin;
}

/** The pipelines' numbers, each after those whose tables of this layer it makes tables of this layer for. */
export function waitingOrder(
  pipelines: readonly Expanding[],
  layer: Layer,
): { readonly order: readonly number[]; readonly circles: readonly Circle[] } {
  const [order, circles]: [number[], Circle[]] = [[], []];
  const seen = new Set<number>();
  const numbers = new Map([...pipelines.entries()].reverse().map(([at, { name }]) => [name, at]));
  for (const at of pipelines.keys()) visit(at, [at]);
  return { order, circles };

  function visit(at: number, path: readonly number[]): void {
    if (seen.has(at)) return;
    seen.add(at);
    for (const need of needsOf(pipelines[at], numbers, layer)) {
      const start = path.indexOf(need.of);
      if (start >= 0) circles.push({ members: path.slice(start), at: need.at });
      else visit(need.of, [...path, need.of]);
    }
    order.push(at);
  }
}

/** `numbers`: of the pipelines by their names. */
function needsOf(
  pipeline: Expanding | undefined,
  numbers: ReadonlyMap<string | undefined, number>,
  layer: Layer,
): readonly Need[] {
  const section = valueAt(pipeline?.document.root, layer);
  if (pipeline === undefined || section?.kind !== "map") return [];
  const needs = section.entries.flatMap(({ key, value }) => {
    const written = valueAt(value, "for_each");
    const selection = written && selectionOf(written, eachPattern);
    return [...(selection?.of ?? []), ...(selection?.except ?? [])].flatMap(({ text, path }): readonly Need[] => {
      const named = sectionOf(text, pipeline.name);
      const of = named.pipeline === undefined ? undefined : numbers.get(named.pipeline);
      const origin = Origin.root(pipeline.document).child(layer, key, "for_each", ...path);
      return of !== undefined && named.layer === layer ? [{ of, at: origin }] : [];
    });
  });
  return [...new Map([...needs].reverse().map((need) => [need.of, need])).values()];
}
