import type { GrantedTable, Principal } from "../model/grant.js";
import type { LinkedProject } from "../model/linked.js";
import type { LinkedAccess } from "../model/linked-access.js";
import type { AccessIr, GrantedTableIr, PrincipalIr } from "./access.js";
import { postgresOf } from "./lower-flow.js";

/** Who may do what, database by database. */
export const accessOf = ({ access, pipelines }: LinkedProject): readonly AccessIr[] => {
  const written = new Map(pipelines.map(({ pipeline }) => [pipeline.name, pipeline.description]));
  return access.map((one) => ofDatabase(one, written));
};

function ofDatabase(
  { connection, principals, grants }: LinkedAccess,
  descriptions: ReadonlyMap<string, string | undefined>,
): AccessIr {
  return {
    origin: connection.origin.child("tables"),
    database: postgresOf(connection),
    principals: principals.map(principalOf),
    tables: connection.tables.map(tableOf),
    grants: grants.map(({ principal, table, privileges, declared }) => ({
      principal: principalOf(principal),
      table: tableOf(table),
      privileges,
      pipelines: declared.map(({ pipeline }) => ({ name: pipeline, description: descriptions.get(pipeline) })),
    })),
  };
}

const principalOf = ({ name, role, description }: Principal): PrincipalIr => ({ name, role, description });

const tableOf = ({ schema, table, owner }: GrantedTable): GrantedTableIr => ({ schema, table, owner });
