import type { PostgresAccessIr } from "../../compiler/ir/access.js";
import type { DedicatedAccessIr } from "../../compiler/ir/dedicated-access.js";
import type { EnvironmentIr } from "../../compiler/ir/environment.js";
import type { TransactAccessIr } from "../../compiler/ir/transact-access.js";

/**
 * Where the database is in one environment and who opens it, as psql's connection service file has it.
 * https://www.postgresql.org/docs/current/libpq-pgservice.html
 */
export function serviceFile(
  { database }: PostgresAccessIr,
  environment: EnvironmentIr,
  script: string,
  path: string,
): string {
  const { name, server, port, login, ssl } = database;
  const settings = {
    host: server.get(environment.name) ?? "",
    port,
    dbname: database.database.get(environment.name) ?? "",
    user: login.user,
    sslmode: ssl,
    // Those that the system trusts, as the certificates of Azure's servers are signed by them.
    ...(ssl === "verify-full" ? { sslrootcert: "system" } : {}),
  };
  return `${[
    `# The database of connection '${name}' in ${environment.name}. In the output folder, this brings its rights to what is declared:`,
    `#   PGSERVICEFILE=${path} psql service=${name} -X -v ON_ERROR_STOP=1 -f ${script}`,
    `# psql asks for the password of ${login.user}, which is the secret ${login.password.secret} of the vault; or it is in PGPASSWORD.`,
    ...placeOf(environment),
    `[${name}]`,
    ...Object.entries(settings).map(([key, value]) => `${key}=${value}`),
  ].join("\n")}\n`;
}

/** Where a database that is asked in T-SQL is in one environment, as the command that runs the script there. https://learn.microsoft.com/sql/tools/sqlcmd/sqlcmd-utility */
export function commandFile({ database }: TransactAccessIr, environment: EnvironmentIr, script: string): string {
  const { name, kind, server, database: own } = database;
  const [host, base] = [server.get(environment.name) ?? "", own.get(environment.name) ?? ""];
  return `${[
    `# The database of connection '${name}' in ${environment.name}. In the output folder, this brings its rights to what is declared:`,
    // -x: what looks like a variable of sqlcmd, as $(a), is a part of a name or of words.
    `sqlcmd -S ${shellWord(`tcp:${host}`)} -d ${shellWord(base)} ${kind === "azure-sql" ? "-G " : ""}-b -x -i ${script}`,
    ...(kind === "azure-sql"
      ? ["# -G: as somebody of Microsoft Entra, who alone can make users of it."]
      : ["# As who is logged in to Windows; -U <user> as a user of SQL Server."]),
    ...(kind === "azure-sql" ? placeOf(environment) : []),
  ].join("\n")}\n`;
}

/**
 * Where a dedicated SQL pool is in one environment, as the command that runs the script there. A pool takes statements only with quoted
 * identifiers (`-I`). https://learn.microsoft.com/azure/synapse-analytics/sql/get-started-connect-sqlcmd
 */
export function poolCommand({ pool }: DedicatedAccessIr, { name: environment }: EnvironmentIr, script: string): string {
  const [workspace, base] = [pool.workspace.get(environment) ?? "", pool.pool.get(environment) ?? ""];
  return `${[
    `# The pool of connection '${pool.name}' in ${environment}. In the output folder, this brings its rights to what is declared:`,
    `sqlcmd -S ${shellWord(`tcp:${workspace}.sql.azuresynapse.net`)} -d ${shellWord(base)} -G -I -b -x -i ${script}`,
    "# -G: as somebody of Microsoft Entra, who alone can make users of it.",
  ].join("\n")}\n`;
}

const shellWord = (text: string): string => (/^[\w.:-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

function placeOf(environment: EnvironmentIr): readonly string[] {
  if (environment.kind !== "servers") return [];
  const { subscription, resourceGroup } = environment;
  const words = [
    ...(resourceGroup === undefined ? [] : [`resource group ${resourceGroup}`]),
    ...(subscription === undefined ? [] : [`subscription ${subscription}`]),
  ];
  return words.length === 0 ? [] : [`# The server is in ${words.join(" of ")}.`];
}
