import { defineDiagnostics } from "../diagnostics/diagnostic.js";
import { didYouMean } from "../diagnostics/suggest.js";

/** What is wrong with who is granted what in Redis. */
export const redisDiagnostics = defineDiagnostics("redis", {
  unknownKeys: {
    severity: "error",
    message: (p: { connection: string; keys: string; suggestion: string | undefined }) =>
      `'${p.keys}' does not stand under 'keys' of the connection '${p.connection}'.${didYouMean(p.suggestion)}`,
    explanation:
      "Keys that rights are granted on stand under `keys` of their connection, by a name: `keys: { sessions: { pattern: 'session:*', type: string } }`.",
  },
  noUser: {
    severity: "error",
    message: (p: { principal: string; object: string }) =>
      `'${p.principal}' is granted rights on '${p.object}', and its user in Redis is not said: write 'role: <name>' under 'principals'.`,
    explanation: "Redis knows principals by its own users: `principals: { logistics: { role: logistics } }`.",
  },
  brokenUser: {
    severity: "error",
    message: (p: { role: string }) =>
      `'${p.role}' is no name of a user in Redis: take letters, digits and '_', '-', '.', '@', without blanks.`,
    explanation:
      "Names of users have no blanks in Redis; what else may not be in a word of redis-cli is refused too. https://redis.io/docs/latest/commands/acl-setuser/",
  },
  defaultUser: {
    severity: "error",
    message: (_: Record<string, never>) =>
      "'default' is the user of Redis whom everybody is who says no name: its rights are not granted, and may not be revoked. Let another role be the principal.",
    explanation:
      "Taking rights from the user `default` would shut out whoever connects without a name, who grants among them. https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/",
  },
  sameUser: {
    severity: "error",
    message: (p: { role: string; other: string }) =>
      `The user '${p.role}' of Redis is the principal '${p.other}' already: let there be one.`,
    explanation: "A user has the rights that are granted to its principal, and no others: it cannot be two.",
  },
  noPrincipals: {
    severity: "error",
    message: (p: { connection: string }) =>
      `Rights are granted on keys of '${p.connection}', and no 'principals' say to whom: declare them, or take the connection out.`,
    explanation: "`keys` of a connection are those that principals are granted rights on.",
  },
  ownUser: {
    severity: "error",
    message: (p: { role: string; connection: string }) =>
      `'${p.role}' brings the rights to the server of '${p.connection}', and is a principal: it would take its own right to do so away. Name another user under 'identity'.`,
    explanation:
      "A principal has what is declared and nothing else, and no privilege lets anybody grant. So the user under `identity` is nobody's principal.",
  },
  serverOfAzure: {
    severity: "error",
    message: (p: { server: string }) =>
      `'${p.server}' is a service of Azure, which lets nobody run 'ACL SETUSER', so that no rights can be granted there so. Assign access policies in Azure, or grant on a Redis server whose users are its own.`,
    explanation:
      "Azure Cache for Redis and Azure Managed Redis block the commands that make users, and have access policies for principals of Microsoft Entra, which sluice does not make. https://learn.microsoft.com/azure/azure-cache-for-redis/cache-configure#redis-commands-not-supported-in-azure-cache-for-redis https://learn.microsoft.com/azure/redis/configure-access-permissions",
  },
  sameServer: {
    severity: "error",
    message: (p: { connection: string; other: string; environment: string | undefined }) =>
      `'${p.connection}' is the server of '${p.other}'${p.environment === undefined ? "" : ` in ${p.environment}`}: each script would revoke what the other one grants. Put the 'keys' of both under one.`,
    explanation: "Users of Redis are the server's. So all that is declared for a server stands under one connection.",
  },
});
