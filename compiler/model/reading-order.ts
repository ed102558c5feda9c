import type { Pipeline } from "./model.js";
import type { Named } from "./parts.js";
import { type Found, find } from "./references.js";

/** Tables that are computed from each other: their ids, from the one at which the circle closes round to it. */
export interface Circle {
  readonly ids: readonly string[];
  /** Where that one says what it reads. */
  readonly at: Named;
}

export interface ReadingOrder {
  /** Every sound table, each after those that it reads, in whatever order they were written. */
  readonly tables: readonly Found[];
  readonly circles: readonly Circle[];
}

/** Walks along what tables read with a list of its own instead of the call stack, because a chain may be as long as it likes. */
export function readingOrder(pipelines: ReadonlyMap<string, Pipeline>): ReadingOrder {
  const [tables, circles]: [Found[], Circle[]] = [[], []];
  const seen = new Set<string>();
  for (const pipeline of pipelines.values()) {
    for (const [name, thing] of pipeline.tables) walk({ pipeline, id: `${pipeline.name}/${name}`, thing });
  }
  return { tables, circles };

  function walk(from: Found): void {
    const open = new Map<string, Step>();
    let step = enter(from);
    while (step !== undefined) {
      const followed = step.references[step.next];
      step.next += 1;
      if (followed === undefined) {
        tables.push(step.found);
        open.delete(step.found.id);
        step = step.above;
        continue;
      }
      // What is wrong with a reference is told where it is linked.
      const found = find(pipelines, step.found.pipeline, followed);
      const start = found && open.get(found.id);
      if (start) close(start);
      else step = (found && enter(found, step)) ?? step;
    }

    function enter(found: Found, above?: Step): Step | undefined {
      if (seen.has(found.id) || (found.thing.kind !== "raw" && found.thing.kind !== "table")) return undefined;
      seen.add(found.id);
      const entered = { found, references: readBy(found.thing), next: 0, above };
      open.set(found.id, entered);
      return entered;
    }

    function close({ found: { id }, references, next }: Step): void {
      const ids = [...open.keys()];
      const at = references[next - 1];
      if (at && !circles.some((circle) => circle.ids[0] === id))
        circles.push({ ids: [...ids.slice(ids.indexOf(id)), id], at });
    }
  }
}

/** A table that is walked from, which of the things that it reads comes next, and from where it was come to. */
interface Step {
  readonly found: Found;
  readonly references: readonly Named[];
  next: number;
  readonly above: Step | undefined;
}

const readBy = (thing: Found["thing"]): readonly Named[] =>
  thing.kind === "table" ? [...thing.inputs, ...thing.joins.map(({ table }) => table)] : [];
