import type { Origin } from "../source/origin.js";
import type { EntraPrincipalIr, WrittenPrivilegeIr } from "./entra-access.js";
import type { DeployToIr, PerEnvironment } from "./environment.js";

/** Who may do what with containers of one account of Azure Cosmos DB. */
export interface CosmosAccessIr {
  readonly engine: "cosmos";
  readonly origin: Origin;
  /** The connection's name. */
  readonly name: string;
  readonly account: PerEnvironment;
  /** Name of the secret that holds the account's key, with which anybody may do everything; undefined: the project has none. */
  readonly secret: string | undefined;
  /** Where publishing deploys its roles; undefined: a person does. */
  readonly deployTo: DeployToIr | undefined;
  /** All of the project that have an object id, also those that are granted nothing here. */
  readonly principals: readonly EntraPrincipalIr[];
  /** At most one for a principal and a scope. */
  readonly grants: readonly ContainerGrantIr[];
}

/** Containers that rights are granted on together. */
export interface CosmosScopeIr {
  /** As it is written, which is the same in all environments: `shop.orders`, `shop.*`, `*.*`. */
  readonly written: string;
  /** Undefined: all of the account, those to come too. */
  readonly database: PerEnvironment | undefined;
  /** Undefined: all of the database, those to come too. */
  readonly container: PerEnvironment | undefined;
}

export interface ContainerGrantIr {
  readonly principal: EntraPrincipalIr;
  readonly scope: CosmosScopeIr;
  /** What was written: there may be several of one privilege. */
  readonly privileges: readonly WrittenPrivilegeIr[];
  /** The names of the pipelines that grant it. */
  readonly pipelines: readonly string[];
}
