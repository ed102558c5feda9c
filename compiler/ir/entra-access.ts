import type { EntraIdentity, Privilege } from "../model/grant.js";
import type { Origin } from "../source/origin.js";
import type { DeployToIr, PerEnvironment } from "./environment.js";
import type { TableIr } from "./table.js";

/** Who may do what with the hubs of one namespace of Event Hubs. */
export interface EventHubsAccessIr {
  readonly engine: "event-hubs";
  readonly origin: Origin;
  /** The connection's name. */
  readonly name: string;
  readonly namespace: PerEnvironment;
  /** Where publishing deploys its roles; undefined: a person does. */
  readonly deployTo: DeployToIr | undefined;
  /** All of the project that have an object id, also those that are granted nothing here. */
  readonly principals: readonly EntraPrincipalIr[];
  /** All hubs on which rights may be granted, also those on which none is. */
  readonly hubs: readonly HubNameIr[];
  /** At most one for a principal and a hub. */
  readonly grants: readonly HubGrantIr[];
}

/** Somebody whom Azure's own services know. */
export interface EntraPrincipalIr {
  readonly name: string;
  readonly type: EntraIdentity["type"];
  /** Its name in Microsoft Entra. */
  readonly displayName: string;
  readonly objectId: PerEnvironment;
  readonly description: string | undefined;
}

export interface HubNameIr {
  /** As it is written, which is the same in all environments. */
  readonly written: string;
  readonly values: PerEnvironment;
}

export interface HubGrantIr {
  readonly principal: EntraPrincipalIr;
  readonly hub: HubNameIr;
  /** What was written: there may be several of one privilege. */
  readonly privileges: readonly WrittenPrivilegeIr[];
  /** The names of the pipelines that grant it. */
  readonly pipelines: readonly string[];
}

/** A privilege, and where it is written. */
export interface WrittenPrivilegeIr {
  readonly privilege: Privilege;
  readonly hasColumns: boolean;
  readonly origin: Origin;
}

/** Who may do what with files of the lake. */
export interface FilesAccessIr {
  readonly engine: "lake";
  readonly origin: Origin;
  /** All of the project that have an object id, also those that are granted nothing here. */
  readonly principals: readonly EntraPrincipalIr[];
  /** At most one for a principal and a table. */
  readonly grants: readonly FilesGrantIr[];
}

export interface FilesGrantIr {
  readonly principal: EntraPrincipalIr;
  readonly table: TableIr;
  /** What was written: there may be several of one privilege. */
  readonly privileges: readonly WrittenPrivilegeIr[];
  /** Where the first of them is written. */
  readonly origin: Origin;
  /** The names of the pipelines that grant it. */
  readonly pipelines: readonly string[];
}
