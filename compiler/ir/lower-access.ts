import type { GrantedTable } from "../model/grant.js";
import type { LinkedRowsView } from "../model/link-rows-views.js";
import type { LinkedProject } from "../model/linked.js";
import type { LinkedAccess, PostgresAccess } from "../model/linked-access.js";
import type { AccessIr, GrantedTableIr, PostgresAccessIr, RowsViewIr } from "./access.js";
import { cassandraAccessOf } from "./lower-cassandra-access.js";
import { cosmosAccessOf } from "./lower-cosmos-access.js";
import { dedicatedAccessOf } from "./lower-dedicated-access.js";
import { filesOf, hubsOf } from "./lower-entra-access.js";
import { postgresOf } from "./lower-flow.js";
import { lakeRolesOf } from "./lower-lake-roles.js";
import { principalOf } from "./lower-principals.js";
import { redisAccessOf } from "./lower-redis-access.js";
import { serverlessAccessOf } from "./lower-serverless-access.js";
import { transactAccessOf } from "./lower-transact-access.js";
import { unityAccessOf } from "./lower-unity-access.js";

/** Who may do what, place by place. */
export const accessOf = ({ access, pipelines }: LinkedProject): readonly AccessIr[] => {
  const written = new Map(pipelines.map(({ pipeline }) => [pipeline.name, pipeline.description]));
  return access.map((one) => lowered(one, written));
};

function lowered(access: LinkedAccess, descriptions: ReadonlyMap<string, string | undefined>): AccessIr {
  switch (access.engine) {
    case "postgres":
      return ofDatabase(access, descriptions);
    case "event-hubs":
      return hubsOf(access);
    case "cassandra":
      return cassandraAccessOf(access);
    case "redis":
      return redisAccessOf(access);
    case "cosmos":
      return cosmosAccessOf(access);
    case "unity-catalog":
      return unityAccessOf(access);
    case "serverless-sql":
      return serverlessAccessOf(access, descriptions);
    case "sql-server":
      return transactAccessOf(access, descriptions);
    case "dedicated-pool":
      return dedicatedAccessOf(access, descriptions);
    case "lake-roles":
      return lakeRolesOf(access);
    case "lake":
      return filesOf(access);
  }
}

function ofDatabase(
  { engine, connection, principals, views, grants }: PostgresAccess,
  descriptions: ReadonlyMap<string, string | undefined>,
): PostgresAccessIr {
  return {
    engine,
    origin: connection.origin.child("tables"),
    database: postgresOf(connection),
    principals: principals.map(principalOf),
    tables: connection.tables.map(tableOf),
    views: views.map(viewOf),
    grants: grants.map(({ principal, table, privileges, declared }) => ({
      principal: principalOf(principal),
      table: tableOf(table),
      privileges,
      pipelines: declared.map(({ pipeline }) => ({ name: pipeline, description: descriptions.get(pipeline) })),
    })),
  };
}

const tableOf = ({ schema, table, owner }: GrantedTable): GrantedTableIr => ({ schema, table, owner });

function viewOf({ view, of, columns, where, asked }: LinkedRowsView): RowsViewIr {
  const { schema, table = "", owner } = of;
  return {
    ...{ schema: view.schema, view: view.view, of: { schema, table, owner } },
    ...{ columns, where, condition: view.where.text, asked },
  };
}
