import type { Environment, Project } from "../model/model.js";

type Azure = Extract<Environment, { readonly kind: "azure" }>;

/** An environment, and the first of those that have the same place. */
export interface Sharing {
  readonly environment: Azure;
  readonly other: Azure;
}

/** Azure environments that share a place, whatever the case of its letters. `placeIn` undefined: it has none, or that is said elsewhere. */
export function sharing(
  { environments }: Project,
  placeIn: (environment: Azure) => string | undefined,
): readonly Sharing[] {
  const first = new Map<string, Azure>();
  return environments.flatMap((environment): readonly Sharing[] => {
    const place = environment.kind === "azure" ? placeIn(environment)?.toLowerCase() : undefined;
    if (environment.kind !== "azure" || place === undefined) return [];
    const other = first.get(place);
    if (other !== undefined) return [{ environment, other }];
    first.set(place, environment);
    return [];
  });
}
