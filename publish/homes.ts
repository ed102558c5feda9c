import { type Destination, factoryId, stateBlobOf } from "./destination.js";
import { isKindName, kinds, type PlaneName } from "./kinds.js";
import type { Obstacle } from "./plan.js";
import type { State } from "./state.js";

/** Which factory and which workspace an environment's things are in; null: it has none. */
export type Homes = { readonly [plane in PlaneName]: string | null };

export const homesOf = ({ factory, databricks }: Destination): Homes => ({
  arm: factory === undefined ? null : factoryId(factory).toLowerCase(),
  "databricks-workspace": databricks === undefined ? null : databricks.workspace.toLowerCase(),
});

const words: Readonly<Record<PlaneName, string>> = { arm: "factory", "databricks-workspace": "workspace" };

/**
 * An environment that names another factory or workspace than what was published is in: the state says nothing of what is there,
 * and what was left behind goes on firing.
 */
export function movedFrom(state: State, destination: Destination): readonly Obstacle[] {
  const now = homesOf(destination);
  return (["arm", "databricks-workspace"] as const).flatMap((plane) => {
    const before = state.homes?.[plane];
    if (before === undefined || before === null || before === now[plane] || !hasThings(state, plane)) return [];
    const instead = now[plane] === null ? "none is named" : `it is ${now[plane]}`;
    return [
      {
        thing: `${words[plane]} ${before}`,
        message: `holds what was published from here, and now ${instead}. Name it again; or delete there what is this project's, its triggers first, and then the state, ${destination.state.container}/${stateBlobOf(destination)}`,
      },
    ];
  });
}

const hasThings = ({ published, begun }: State, plane: PlaneName): boolean =>
  Object.keys({ ...published, ...begun?.things }).some((id) => {
    const [kind = ""] = id.split("/", 1);
    return isKindName(kind) && kinds[kind].plane === plane;
  });
