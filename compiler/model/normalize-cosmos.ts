import type { Report } from "../diagnostics/report.js";
import type { Origin } from "../source/origin.js";
import type { CosmosConnectionSpec } from "../spec/spec.generated.js";
import { azureName } from "./azure-names.js";
import type { CosmosConnection } from "./connection.js";
import type { CosmosScope } from "./cosmos-access.js";
import { deployToOf } from "./deploy-to.js";
import type { Fill, Variables } from "./variables.js";

/** A connection to an account of Azure Cosmos DB in its one form; undefined if it has an error, which was reported. */
export function cosmosConnection(
  name: string,
  { kind, identity, containers: written = [], ...spec }: CosmosConnectionSpec,
  origin: Origin,
  variables: Variables,
  report: Report,
): CosmosConnection | undefined {
  const account = azureName("cosmos account", spec.account, origin.child("account"), variables, report);
  const scopes = written.map((one, at) => scopeOf(one, origin.child("containers", at), variables.fill));
  const containers = scopes.filter((one) => one !== undefined);
  const deployTo = deployToOf(spec.deploy_to, origin, "containers", variables.fill, report);
  return account && containers.length === scopes.length && deployTo !== null
    ? { kind, origin, name, account, secret: identity?.secret, containers, deployTo }
    : undefined;
}

/** Neither name has a dot. */
function scopeOf(written: string, origin: Origin, fill: Fill): CosmosScope | undefined {
  const [database = "", container = ""] = written.split(".");
  const [of, own] = [database, container].map((name) => (name === "*" ? undefined : fill(name, origin)));
  const isFilled = (of !== undefined || database === "*") && (own !== undefined || container === "*");
  return isFilled ? { origin, name: written, database: of, container: own } : undefined;
}
