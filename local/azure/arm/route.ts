import type { Answer, Call } from "../call.js";
import type { Principal } from "../principal.js";
import type { Settings } from "../settings.js";
import type { Store } from "../store.js";

/** A request of Azure Resource Manager, taken apart. */
export interface ArmRequest {
  readonly call: Call;
  /** What stands for `{name}` in the route's path. */
  readonly part: (name: string) => string;
  /** The path up to the resource, as the caller spelled it. */
  readonly id: string;
  readonly store: Store;
  readonly settings: Settings;
  /** Who asks. */
  readonly principal: Principal;
}

/** One operation, and the action that a role must have for it. */
export interface Route {
  readonly method: "GET" | "PUT" | "PATCH" | "POST" | "DELETE";
  readonly path: string;
  readonly action: string;
  /** Of the API; undefined: that of Data Factory. */
  readonly versions?: readonly string[];
  readonly handle: (request: ArmRequest) => Answer;
}

export const subscription = "/subscriptions/{subscription}";
export const provider = "providers/Microsoft.DataFactory";
export const factories = `${subscription}/resourceGroups/{group}/${provider}/factories`;
export const factory = `${factories}/{factory}`;

/** The values of a path's names if it is the route's; letters' cases do not count (https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules). */
export function matched(pattern: string, segments: readonly string[]): ReadonlyMap<string, string> | undefined {
  const expected = pattern.split("/").slice(1);
  if (expected.length !== segments.length) return undefined;
  const values = new Map<string, string>();
  for (const [at, part] of expected.entries()) {
    const segment = segments[at] ?? "";
    const name = /^\{(.+)\}$/.exec(part)?.[1];
    if (name === undefined && part.toLowerCase() !== segment.toLowerCase()) return undefined;
    if (name !== undefined && segment === "") return undefined;
    if (name !== undefined) values.set(name, segment);
  }
  return values;
}
