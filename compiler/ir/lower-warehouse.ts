import { type LinkedRowFilter, toldApart } from "../model/link-masks.js";
import type { LinkedPipeline, LinkedWarehouse } from "../model/linked.js";
import type { Identities } from "./identities.js";
import { storedTable } from "./lower-apply-changes.js";
import { dedicatedOf } from "./lower-dedicated.js";
import { exposedFiles } from "./lower-exposed-landing.js";
import type { RowFilterIr, WarehouseIr, WarehousePrincipalIr, WarehouseSchemaIr } from "./warehouse.js";

/** The databases that show tables, each once, with a schema for each pipeline that says so. */
export function warehousesOf(pipelines: readonly LinkedPipeline[], identities: Identities): readonly WarehouseIr[] {
  const warehouses = pipelines.flatMap(({ warehouse }) => warehouse ?? []);
  const connections = new Map(warehouses.map(({ connection }) => [connection.name, connection] as const));
  return [...connections.values()].map(({ name, origin, workspace, database, deployAs }) => ({
    name,
    origin,
    workspace: workspace.values,
    database: database.values,
    deployAs,
    schemas: warehouses.filter(({ connection }) => connection.name === name).map((one) => schemaOf(one, identities)),
    principals: principalsOf(warehouses.filter(({ connection }) => connection.name === name)),
  }));
}

const schemaOf = ({ pipeline, origin, exposures }: LinkedWarehouse, identities: Identities): WarehouseSchemaIr => ({
  name: pipeline,
  origin,
  views: exposures.map(
    ({ exposure, table, columns, where, joins, groups, partitions, dedicated, visibility: { masks, rows } }) => ({
      name: exposure.name,
      origin: exposure.origin,
      as: exposure.as,
      pipeline: table.pipeline,
      ...(table.kind === "exposed-landing"
        ? exposedFiles(table, identities)
        : { table: storedTable(table), landed: undefined }),
      columns,
      where,
      joins: joins.map((join) => ({
        origin: join.origin,
        name: join.name,
        table: storedTable(join.table),
        how: join.how === "left" ? "left" : "inner",
        on: join.on,
        columns: join.columns,
      })),
      groups,
      partitions,
      masks: masks.map(({ column, show, unmask }) => ({ column, show, unmask: unmask.map(({ role }) => role) })),
      rows: rows && filtersOf(rows),
      dedicated: dedicated && dedicatedOf(dedicated),
    }),
  ),
});

/** By the names of principals: in whatever order they are written, the view is the same. */
const filtersOf = (rows: readonly LinkedRowFilter[]): readonly RowFilterIr[] =>
  rows
    .toSorted(({ principal: a }, { principal: b }) => (a.name < b.name ? -1 : 1))
    .map(({ principal, where }) => ({ role: principal.role, where }));

/** Whom a view names, in the order of their names. */
function principalsOf(warehouses: readonly LinkedWarehouse[]): readonly WarehousePrincipalIr[] {
  const named = warehouses.flatMap(({ exposures }) => exposures).flatMap(toldApart);
  const roles = new Map(named.map(({ name, role }) => [name, role] as const));
  return [...roles].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, role]) => ({ name, role }));
}
