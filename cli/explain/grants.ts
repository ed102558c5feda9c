import { oneLine } from "../../compiler/emit/one-line.js";
import type {
  AccessIr,
  GrantIr,
  PostgresAccessIr,
  PrincipalIr,
  PrivilegeIr,
  RowsViewIr,
} from "../../compiler/ir/access.js";
import type { DedicatedAccessIr } from "../../compiler/ir/dedicated-access.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import type { LoginPrincipalIr } from "../../compiler/ir/serverless-access.js";
import type { TableGrantIr, TransactAccessIr } from "../../compiler/ir/transact-access.js";
import { explainCassandra } from "./cassandra-grants.js";
import { explainContainers } from "./cosmos-grants.js";
import { explainFiles } from "./file-grants.js";
import { explainHubs } from "./hub-grants.js";
import { explainLakeRoles } from "./lake-roles.js";
import { explainRedis } from "./redis-grants.js";
import { entraWords, rightsTable } from "./rights.js";
import { explainServerlessAccess } from "./serverless-access.js";
import { explainUnity } from "./unity-grants.js";

/** Who may read and change what, and through which plane; undefined where the project speaks of no rights. */
export function explainGrants({ access }: ProjectIr): string | undefined {
  if (access.length === 0) return undefined;
  return access.map((one) => `${ofAccess(one).join("\n")}\n`).join("\n");
}

function ofAccess(access: AccessIr): readonly string[] {
  switch (access.engine) {
    case "postgres":
      return ofDatabase(access, access.database.name, `PostgreSQL: common/grants/${access.database.name}.sql`);
    case "event-hubs":
      return explainHubs(access);
    case "cassandra":
      return explainCassandra(access);
    case "cosmos":
      return explainContainers(access);
    case "redis":
      return explainRedis(access);
    case "unity-catalog":
      return explainUnity(access);
    case "serverless-sql":
      return explainServerlessAccess(access);
    case "sql-server":
      return ofDatabase(access, access.database.name, `T-SQL: common/grants/${access.database.name}/rights.sql`);
    case "dedicated-pool": {
      const { name } = access.pool;
      return ofDatabase(access, name, `tables of a dedicated SQL pool: common/grants/${name}/rights.sql`);
    }
    case "lake-roles":
      return explainLakeRoles(access);
    case "lake":
      return explainFiles(access);
  }
}

function ofDatabase(
  access: PostgresAccessIr | TransactAccessIr | DedicatedAccessIr,
  name: string,
  through: string,
): readonly string[] {
  const { principals, grants, origin } = access;
  const views = "views" in access ? access.views : [];
  const of = `connections.${name}`;
  const lines = rightsTable<Who, GrantIr | TableGrantIr>({
    ...{ of, through, origin, principals, grants, whoIs },
    cellsOf: (grant) => cellsOf(grant, grants),
  });
  return [...lines, ...views.map(rowsOf)];
}

const rowsOf = ({ schema, view, of, condition }: RowsViewIr): string =>
  `  ${schema}.${view} has the rows of ${of.schema}.${of.table} where ${oneLine(condition)}`;

type Who = PrincipalIr | LoginPrincipalIr;

function whoIs(principal: Who): string {
  const { name, role } = principal;
  const words = [
    ...(role === name ? [] : [`role ${role}`]),
    ...("user" in principal ? [entraWords(principal.user.type, principal.user.name)] : []),
  ];
  return words.length === 0 ? name : `${name} (${words.join(", ")})`;
}

function cellsOf(grant: GrantIr | TableGrantIr, all: readonly (GrantIr | TableGrantIr)[]): readonly string[] {
  const { table, privileges, pipelines } = grant;
  const procedure = "procedure" in grant ? grant.procedure : undefined;
  const reading = privileges.filter(({ privilege }) => privilege === "select");
  const changing = privileges.filter(({ privilege }) => privilege !== "select");
  const wider = all.filter((other) => covers(other, grant)).flatMap((other) => other.privileges);
  const more = wider.filter(({ privilege }) => !privileges.some((own) => own.privilege === privilege && !own.columns));
  const own = changing.map((one) =>
    one.privilege === "truncate" && procedure ? `truncate by ${table.schema}.${procedure}` : changeWords(one),
  );
  const others = more.flatMap(({ privilege }) => (privilege === "select" ? [] : [privilege]));
  return [
    `${table.schema}.${table.table ?? "* (what is made later too)"}`,
    more.some(({ privilege }) => privilege === "select")
      ? `all columns, by ${table.schema}.*`
      : reading.map(readWords).join("; ") || "nothing",
    [own.join(", "), others.length === 0 ? "" : `${others.join(", ")} by ${table.schema}.*`]
      .filter((words) => words !== "")
      .join("; ") || "nothing",
    pipelines.map(({ name }) => name).join(", "),
  ];
}

/** Whether a right on one is a right on the other: on all of its schema, in PostgreSQL of what its owner has there. */
const covers = (one: GrantIr | TableGrantIr, { principal, table }: GrantIr | TableGrantIr): boolean =>
  one.principal.name === principal.name &&
  one.table.table === undefined &&
  table.table !== undefined &&
  one.table.schema === table.schema &&
  (!("owner" in one.table && "owner" in table) || one.table.owner === table.owner);

const readWords = ({ columns, isOfKey }: PrivilegeIr): string =>
  columns === undefined ? "all columns" : `${columns.join(", ")}${isOfKey ? " (the key, to find rows)" : ""}`;

const changeWords = ({ privilege, columns }: PrivilegeIr): string =>
  columns === undefined ? privilege : `${privilege} of ${columns.join(", ")}`;
