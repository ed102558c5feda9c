import type { Ssl } from "../model/connection.js";
import type { Origin } from "../source/origin.js";
import type { PrincipalIr } from "./access.js";
import type { PasswordLoginIr } from "./database.js";
import type { WrittenPrivilegeIr } from "./entra-access.js";
import type { PerEnvironment } from "./environment.js";

/** Who may do what in one cluster of Cassandra. */
export interface CassandraAccessIr {
  readonly engine: "cassandra";
  readonly origin: Origin;
  /** The connection's name. */
  readonly name: string;
  readonly server: PerEnvironment;
  readonly port: number;
  /** A superuser, as whom publishing brings the rights there; undefined: people run the script. */
  readonly login: PasswordLoginIr | undefined;
  readonly ssl: Ssl;
  /** All of the project that have a role, also those that are granted nothing here. */
  readonly principals: readonly PrincipalIr[];
  /** All on which rights may be granted, also those on which none is. */
  readonly tables: readonly CassandraTableIr[];
  /** At most one for a principal and a table. */
  readonly grants: readonly CassandraGrantIr[];
}

export interface CassandraTableIr {
  readonly keyspace: string;
  /** Undefined: all of the keyspace, those to come too. */
  readonly table: string | undefined;
}

export interface CassandraGrantIr {
  readonly principal: PrincipalIr;
  readonly table: CassandraTableIr;
  /** What was written: there may be several of one privilege. */
  readonly privileges: readonly WrittenPrivilegeIr[];
  /** The names of the pipelines that grant it. */
  readonly pipelines: readonly string[];
}
