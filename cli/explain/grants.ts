import type { AccessIr, GrantIr, PostgresAccessIr, PrivilegeIr } from "../../compiler/ir/access.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import { explainHubs } from "./hub-grants.js";
import { aligned } from "./section.js";
import { explainServerlessAccess } from "./serverless-access.js";

/** Who may read and change what, and through which plane; undefined where the project speaks of no rights. */
export function explainGrants({ access }: ProjectIr): string | undefined {
  if (access.length === 0) return undefined;
  return access.map(ofAccess).join("\n");
}

function ofAccess(access: AccessIr): string {
  switch (access.engine) {
    case "postgres":
      return ofDatabase(access);
    case "event-hubs":
      return explainHubs(access);
    case "serverless-sql":
      return explainServerlessAccess(access);
  }
}

function ofDatabase({ database, principals, grants, origin }: PostgresAccessIr): string {
  const place = `${origin.file.path}:${origin.key().start.line}`;
  const rows = principals.flatMap((principal) => {
    const own = grants.filter((grant) => grant.principal.name === principal.name);
    const who = principal.role === principal.name ? principal.name : `${principal.name} (role ${principal.role})`;
    return own.length === 0
      ? [[who, "nothing", "", "", ""]]
      : own.map((grant, at) => [at === 0 ? who : "", ...cellsOf(grant)]);
  });
  return `${[
    `connections.${database.name}  (${place}), through PostgreSQL: common/grants/${database.name}.sql`,
    ...aligned([["who", "on", "may read", "may change", "by"], ...rows]).map((line) => `  ${line}`),
  ].join("\n")}\n`;
}

function cellsOf({ table, privileges, pipelines }: GrantIr): readonly string[] {
  const reading = privileges.filter(({ privilege }) => privilege === "select");
  const changing = privileges.filter(({ privilege }) => privilege !== "select");
  return [
    `${table.schema}.${table.table ?? "* (what is made later too)"}`,
    reading.map(readWords).join("; ") || "nothing",
    changing.map(changeWords).join(", ") || "nothing",
    pipelines.map(({ name }) => name).join(", "),
  ];
}

const readWords = ({ columns, isOfKey }: PrivilegeIr): string =>
  columns === undefined ? "all columns" : `${columns.join(", ")}${isOfKey ? " (the key, to find rows)" : ""}`;

const changeWords = ({ privilege, columns }: PrivilegeIr): string =>
  columns === undefined ? privilege : `${privilege} of ${columns.join(", ")}`;
