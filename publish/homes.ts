import type { Json } from "../compiler/emit/json.js";
import { type Destination, factoryId, stateBlobOf, workspaceId } from "./destination.js";
import { isKindName, kinds, type PlaneName } from "./kinds.js";
import type { Obstacle } from "./plan.js";
import { isJsonRecord, textAt } from "./records.js";
import type { State } from "./state.js";

type HomeName = Exclude<PlaneName, "lake" | "rights" | "sql" | "checkpoints">;

/** Which factory and which workspaces an environment's things are in; null: it has none. The lake's files stand beside the state; what keeps rights, and databases, are known by their addresses. */
export type Homes = { readonly [plane in HomeName]: string | null };

export const homesOf = ({ factory, databricks, synapse }: Destination): Homes => ({
  arm: factory === undefined ? null : factoryId(factory).toLowerCase(),
  "databricks-workspace": databricks === undefined ? null : databricks.workspace.toLowerCase(),
  "synapse-workspace": synapse === undefined ? null : workspaceId(synapse).toLowerCase(),
});

export function readHomes(value: Json | undefined): Homes | undefined {
  if (!isJsonRecord(value)) return undefined;
  const of = (plane: HomeName): string | null => textAt(value, plane) ?? null;
  return {
    arm: of("arm"),
    "databricks-workspace": of("databricks-workspace"),
    "synapse-workspace": of("synapse-workspace"),
  };
}

const words: Readonly<Record<HomeName, string>> = {
  arm: "factory",
  "databricks-workspace": "workspace",
  "synapse-workspace": "workspace",
};

export const homeNames = ["arm", "databricks-workspace", "synapse-workspace"] as const;

/**
 * An environment that names another factory or workspace than what was published is in: the state says nothing of what is there,
 * and what was left behind goes on firing.
 */
export function movedFrom(state: State, destination: Destination): readonly Obstacle[] {
  const now = homesOf(destination);
  return homeNames.flatMap((plane) => {
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
