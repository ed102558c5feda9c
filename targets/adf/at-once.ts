import type { LandingIr } from "../../compiler/ir/flow.js";
import { type Loop, loopsOf } from "./loops.js";

/** How many of a loop's tables are read at the same time; a loop is known by the first of them. */
export type AtOnce = (first: LandingIr) => number;

/**
 * All pipelines that land a flow's tables run side by side, and so do the loops in each: those that read from one connection share the
 * number that it may be read by. Each has one at least, so where there are more loops than that the number is theirs.
 */
export function atOnceOf(pipelines: readonly (readonly LandingIr[])[], all: number): AtOnce {
  const loops = pipelines.flatMap(loopsOf);
  const connections = new Set(loops.map(connectionOf));
  const shares = new Map(
    [...connections].flatMap((connection) =>
      shared(
        loops.filter((loop) => connectionOf(loop) === connection),
        all,
      ),
    ),
  );
  return ({ output }) => shares.get(output.id) ?? 1;
}

function connectionOf({ landings: [{ source }] }: Loop): string {
  if (source.kind === "api-rows") return source.api.name;
  return source.kind === "table" ? source.database.name : source.store.name;
}

/** The same for each, but to none more than it has tables, if others can use it: the largest has what is left. */
function shared(loops: readonly Loop[], all: number): readonly (readonly [string, number])[] {
  const smallestFirst = loops.toSorted((a, b) => a.landings.length - b.landings.length);
  let left = all;
  return smallestFirst.map((loop, at) => {
    const others = smallestFirst.length - at - 1;
    const even = Math.max(1, Math.floor(left / (others + 1)));
    const share = others === 0 ? even : Math.min(even, loop.landings.length);
    left -= share;
    return [loop.landings[0].output.id, share];
  });
}
