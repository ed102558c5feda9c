import type { Diagnostic } from "../../compiler/diagnostics/diagnostic.js";
import type { Privilege } from "../../compiler/ir/access.js";
import type { EnvironmentIr } from "../../compiler/ir/environment.js";
import type { KeysGrantIr, RedisAccessIr } from "../../compiler/ir/redis-access.js";
import { redisGrantDiagnostics } from "./redis-grant-diagnostics.js";
import { keyCommands } from "./redis-privileges.js";

/**
 * The rights that the project's users have, as redis-cli reads it: one command for each user, which takes away all that he had and
 * gives him what is declared at once. Whether he is let in, and his passwords, stay as they are.
 * https://redis.io/docs/latest/commands/acl-setuser/
 */
export function redisScript({ name, principals, grants }: RedisAccessIr, project: string): string {
  return `${[
    `ECHO "Rights of the users of ${project} on the server of connection '${name}'. Generated from the YAML; edit that."`,
    ...principals.map(({ name: principal, role }) => {
      const own = grants.filter((grant) => grant.principal.name === principal);
      const selectors = selectorsOf(own).map((selector) => `"${selector}"`);
      return ["ACL SETUSER", role, "resetkeys resetchannels nocommands clearselectors", ...selectors].join(" ");
    }),
  ].join("\n")}\n`;
}

/** `(%R~session:* +get +mget)`. Keys that may be used alike stand in one, so that one command may name several of them. */
function selectorsOf(grants: readonly KeysGrantIr[]): readonly string[] {
  const rights = grants.flatMap((grant) => {
    const held = grant.privileges.map(({ privilege }) => privilege);
    const all = keyCommands[grant.keys.type].filter(({ needs }) => needs.every((one) => held.includes(one)));
    return (["R", "W"] as const).flatMap((access) => {
      const commands = all.filter((one) => one.access === access).flatMap((one) => one.commands);
      return commands.length === 0 ? [] : [{ pattern: `%${access}~${grant.keys.pattern}`, commands: listed(commands) }];
    });
  });
  return [...new Set(rights.map(({ pattern, commands }) => `${pattern[1]} ${commands}`))].map((group) => {
    const own = rights.filter(({ pattern, commands }) => `${pattern[1]} ${commands}` === group);
    return `(${[...new Set(own.map(({ pattern }) => pattern))].join(" ")} ${own[0]?.commands})`;
  });
}

const listed = (commands: readonly string[]): string =>
  [...commands]
    .sort()
    .map((command) => `+${command}`)
    .join(" ");

/** Where the server is in one environment, as the command that runs the script there. https://redis.io/docs/latest/develop/tools/cli/ */
export function redisCommand(
  { name, server, port, login, ssl }: RedisAccessIr,
  environment: EnvironmentIr,
  script: string,
): string {
  const host = server.get(environment.name) ?? "";
  return `${[
    `# The server of connection '${name}' in ${environment.name}. In the output folder, this brings its rights to what is declared:`,
    `redis-cli -e -h ${host} -p ${port} ${tls[ssl]}--user ${login?.user ?? "'<who may run ACL>'"} --askpass < ${script}`,
    ...(login === undefined
      ? []
      : [
          `# The password of ${login.user} is the secret ${login.password.secret} of the vault. 'sluice publish' does the same.`,
        ]),
    "# Users that are missing are made, shut out and without a password: 'ACL SETUSER <user> on ><password>' lets one in.",
    "# Then 'ACL SAVE' keeps it if the server has an 'aclfile', else 'CONFIG REWRITE' does.",
  ].join("\n")}\n`;
}

/** It verifies no names of servers. */
const tls: Readonly<Record<RedisAccessIr["ssl"], string>> = {
  "verify-full": "--tls ",
  "verify-ca": "--tls ",
  require: "--tls --insecure ",
  disable: "",
};

/** What nobody can be let do with keys. */
export const refusedKeys = ({ grants }: RedisAccessIr): readonly Diagnostic[] => grants.flatMap(refused);

function refused({ keys: { name: keys, type }, privileges }: KeysGrantIr): readonly Diagnostic[] {
  const held = privileges.map(({ privilege }) => privilege);
  return privileges.flatMap(({ privilege, hasColumns, origin }) => {
    if (hasColumns) return [redisGrantDiagnostics.columnsOfKeys.at(origin, { privilege, keys })];
    if (privilege === "truncate") return [redisGrantDiagnostics.keysNotEmptied.at(origin, { keys })];
    const missing = missingFor(privilege, held, type);
    return missing.length === 0
      ? []
      : [redisGrantDiagnostics.keysTogether.at(origin, { privilege, keys, type, missing })];
  });
}

/** What has to be granted beside a privilege, that there be a command for it; nothing: there is one. */
function missingFor(
  privilege: Privilege,
  held: readonly Privilege[],
  type: KeysGrantIr["keys"]["type"],
): readonly Privilege[] {
  const lacking = keyCommands[type]
    .filter(({ needs }) => needs.includes(privilege))
    .map(({ needs }) => needs.filter((one) => !held.includes(one)));
  return [...lacking].sort((a, b) => a.length - b.length)[0] ?? [];
}
