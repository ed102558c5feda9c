import { defineDiagnostics } from "../diagnostics/diagnostic.js";

/** What is wrong with who is granted what in Cassandra. */
export const cassandraDiagnostics = defineDiagnostics("cassandra", {
  cosmosAccount: {
    severity: "error",
    message: (p: { server: string }) =>
      `'${p.server}' is an account of Azure Cosmos DB: it speaks CQL, and has no roles that rights could be granted to. Give who asks it a key of the account, or keep the tables in a cluster of Cassandra.`,
    explanation:
      "Azure Cosmos DB for Apache Cassandra lets in whoever has a key of the account, to read all of it or to change all of it: CREATE ROLE, GRANT and REVOKE are none of its statements. Azure Managed Instance for Apache Cassandra runs Cassandra itself, which has them. https://learn.microsoft.com/azure/cosmos-db/cassandra/support",
  },
  noRole: {
    severity: "error",
    message: (p: { principal: string; object: string }) =>
      `'${p.principal}' is granted rights on '${p.object}', and its role in Cassandra is not said: write 'role: <name>' under 'principals'.`,
    explanation: "Cassandra grants rights to roles: `principals: { logistics: { role: logistics } }`.",
  },
  brokenRole: {
    severity: "error",
    message: (p: { role: string }) =>
      `'${p.role}' cannot be the name of a role in Cassandra: ALTER ROLE takes an apostrophe for the end of the name. Choose one without.`,
    explanation:
      "Cassandra 5.0 makes a role with an apostrophe in its name, and answers ALTER ROLE of it with an error of syntax, as it writes the name into a statement of its own.",
  },
  ownRole: {
    severity: "error",
    message: (p: { role: string; because: string }) =>
      `The role '${p.role}' ${p.because}: its rights are not granted, and may not be revoked. Let another role be the principal.`,
    explanation:
      "A principal is made no superuser. The user of the connection runs the script, and `cassandra` is the superuser that each cluster begins with. https://cassandra.apache.org/doc/latest/cassandra/managing/operating/security.html",
  },
  sameRole: {
    severity: "error",
    message: (p: { role: string; other: string }) =>
      `The role '${p.role}' of Cassandra is the principal '${p.other}' already: let there be one.`,
    explanation: "A role has the rights that are granted to its principal, and no others: it cannot be two.",
  },
  noPrincipals: {
    severity: "error",
    message: (p: { connection: string }) =>
      `Rights are granted on tables of '${p.connection}', and no 'principals' say to whom: declare them, or take the connection out.`,
    explanation: "`tables` of a connection are those that principals are granted rights on.",
  },
  sameCluster: {
    severity: "error",
    message: (p: { connection: string; other: string; environment: string | undefined }) =>
      `'${p.connection}' is the server of '${p.other}'${p.environment === undefined ? "" : ` in ${p.environment}`}: each script would revoke what the other one grants. Put the 'tables' of both under one.`,
    explanation:
      "Roles of Cassandra are the whole cluster's, whichever of its nodes is asked. So all that is declared for a cluster stands under one connection.",
  },
});
