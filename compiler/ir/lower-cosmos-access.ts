import type { CosmosAccess, CosmosScope } from "../model/cosmos-access.js";
import type { CosmosAccessIr, CosmosScopeIr } from "./cosmos-access.js";
import { deployToIr } from "./lower-deploy-to.js";
import { writtenPrivileges } from "./lower-entra-access.js";
import { entraPrincipalOf } from "./lower-principals.js";

/** Who may do what with containers of one account. */
export function cosmosAccessOf({ engine, connection, principals, grants }: CosmosAccess): CosmosAccessIr {
  return {
    engine,
    origin: connection.origin.child("containers"),
    name: connection.name,
    account: connection.account.values,
    secret: connection.secret,
    deployTo: deployToIr(connection.deployTo),
    principals: principals.map(entraPrincipalOf),
    grants: grants.map(({ principal, scope, declared }) => ({
      principal: entraPrincipalOf(principal),
      scope: scopeOf(scope),
      privileges: writtenPrivileges(declared),
      pipelines: [...new Set(declared.map(({ pipeline }) => pipeline))],
    })),
  };
}

const scopeOf = ({ name, database, container }: CosmosScope): CosmosScopeIr => ({
  written: name,
  database: database?.values,
  container: container?.values,
});
