import { type DedicatedPoolIr, type DedicatedTableIr, loadProcedureOf } from "../../compiler/ir/dedicated.js";
import type { FlowIr } from "../../compiler/ir/flow.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import { procedureOf, type WarehouseIr, type WarehouseViewIr } from "../../compiler/ir/warehouse.js";
import { type Activity, after, type Script } from "./activity.js";
import { run } from "./expression.js";
import { poolService, warehouseService } from "./names.js";
import { shortPolicy, spanOf } from "./policy.js";
import { linkedService } from "./reference.js";
import { asValue, hole, name, sql } from "./sql.js";

interface Refreshed {
  readonly warehouse: WarehouseIr;
  readonly schema: string;
  readonly view: WarehouseViewIr;
}

/** What a flow's tables are kept as in warehouses. */
const refreshedBy = (flow: FlowIr, { warehouses }: ProjectIr): readonly Refreshed[] =>
  warehouses.flatMap((warehouse) =>
    warehouse.schemas.flatMap(({ name: schema, views }) =>
      views
        .filter(({ as, pipeline }) => as === "cetas" && pipeline === flow.name)
        .map((view) => ({ warehouse, schema, view })),
    ),
  );

/** The warehouses that pipelines refresh things of, each once. */
export const refreshedWarehouses = (flows: readonly FlowIr[], project: ProjectIr): readonly WarehouseIr[] => [
  ...new Set(flows.flatMap((flow) => refreshedBy(flow, project)).map(({ warehouse }) => warehouse)),
];

/** The dedicated SQL pools that pipelines load tables of, each once. */
export const loadedPools = (flows: readonly FlowIr[], project: ProjectIr): readonly DedicatedPoolIr[] => [
  ...new Map(
    flows
      .flatMap((flow) => refreshedBy(flow, project))
      .flatMap(({ view: { dedicated } }) => (dedicated ? [[dedicated.pool.name, dedicated.pool] as const] : [])),
  ).values(),
];

/**
 * Has the warehouse write anew what it keeps of the flow's tables, once the jobs (`written`) have written them. The run's id names the folder,
 * and a folder is written once: so none is tried again, but by a run of its own.
 */
export const refreshing = (flow: FlowIr, project: ProjectIr, written: readonly string[]): readonly Activity[] =>
  refreshedBy(flow, project).flatMap(({ warehouse, schema, view }, at): readonly Script[] => {
    const refresh: Script = {
      name: activityName(`refresh ${schema} ${view.name}`, at),
      type: "Script",
      dependsOn: after(...written),
      policy: { ...shortPolicy(minutesOf(view)), retry: 0 },
      userProperties: [],
      linkedServiceName: linkedService(warehouseService(warehouse, project)),
      typeProperties: {
        scripts: [
          {
            type: "NonQuery",
            text: asValue(sql`EXEC ${name(schema)}.${name(procedureOf(view.name))} @run = '${hole(run("RunId"))}';`),
          },
        ],
        // A query of the pool ends after 30 minutes. https://learn.microsoft.com/azure/synapse-analytics/sql/resources-self-help-sql-on-demand
        scriptBlockExecutionTimeout: spanOf(minutesOf(view) * 60).slice(2),
      },
    };
    const { dedicated } = view;
    return dedicated
      ? [refresh, loading(schema, view, dedicated, activityName(`load ${schema} ${view.name}`, at), refresh, project)]
      : [refresh];
  });

/** Has a dedicated SQL pool load what was written. It is not tried again while the pool may still be at it: both would load one table. */
const loading = (
  schema: string,
  view: WarehouseViewIr,
  { pool }: DedicatedTableIr,
  title: string,
  refresh: Script,
  project: ProjectIr,
): Script => ({
  name: title,
  type: "Script",
  dependsOn: after(refresh.name),
  policy: { ...shortPolicy(130), retry: 0 },
  userProperties: [],
  linkedServiceName: linkedService(poolService(pool, project)),
  typeProperties: {
    scripts: [
      {
        type: "NonQuery",
        text: asValue(sql`EXEC ${name(schema)}.${name(loadProcedureOf(view.name))} @run = '${hole(run("RunId"))}';`),
      },
    ],
    scriptBlockExecutionTimeout: "02:00:00",
  },
});

/** How long one may take: a query, or one for each of many partitions, of which the next run goes on with what is left. */
const minutesOf = ({ partitions }: WarehouseViewIr): number => (partitions ? 4 * 60 : 40);

/** https://learn.microsoft.com/azure/data-factory/concepts-pipelines-activities */
const activityName = (whole: string, at: number): string =>
  whole.length <= 55 ? whole : `${whole.slice(0, 50)} ${at + 1}`;
