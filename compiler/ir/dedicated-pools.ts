import type { DedicatedPoolIr } from "./dedicated.js";
import type { ProjectIr } from "./ir.js";

/** The dedicated SQL pools that scripts are for: those in which rights are granted, and those into which tables are loaded. */
export function dedicatedPools({
  warehouses,
  access,
}: Pick<ProjectIr, "warehouses" | "access">): readonly DedicatedPoolIr[] {
  const views = warehouses.flatMap(({ schemas }) => schemas).flatMap((schema) => schema.views);
  const pools = [
    ...access.flatMap((one) => (one.engine === "dedicated-pool" ? [one.pool] : [])),
    ...views.flatMap(({ dedicated }) => (dedicated === undefined ? [] : [dedicated.pool])),
  ];
  return [...new Map(pools.map((pool) => [pool.name, pool] as const)).values()];
}
