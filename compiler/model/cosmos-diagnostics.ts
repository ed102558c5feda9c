import { defineDiagnostics } from "../diagnostics/diagnostic.js";
import { didYouMean } from "../diagnostics/suggest.js";

/** What is wrong with connections to Azure Cosmos DB, and with who is granted what there. */
export const cosmosDiagnostics = defineDiagnostics("cosmos", {
  unknownContainer: {
    severity: "error",
    message: (p: { connection: string; container: string; suggestion: string | undefined }) =>
      `'${p.container}' does not stand under 'containers' of the connection '${p.connection}'.${didYouMean(p.suggestion)}`,
    explanation:
      "Containers that rights are granted on stand under `containers` of their connection: `containers: [shop.orders, reports.*]`. `reports.*` there stands for itself, so `reports.sales` has to be declared beside it to be granted alone.",
  },
  noPrincipals: {
    severity: "error",
    message: (p: { connection: string }) =>
      `Rights are granted on containers of '${p.connection}', and no 'principals' say to whom: declare them, or take 'containers' out.`,
    explanation: "`containers` of a connection are those that principals are granted rights on.",
  },
  sameAccount: {
    severity: "error",
    message: (p: { connection: string; other: string; environment: string | undefined }) =>
      `'${p.connection}' is the account of '${p.other}' too${p.environment === undefined ? "" : `, in ${p.environment}`}: name all containers that rights are granted on under one of them.`,
    explanation:
      "One template says who may do what in one account, and each assignment of it waits for the one before: an account takes one change at a time.",
  },
  sameContainers: {
    severity: "error",
    message: (p: { container: string; other: string; environment: string }) =>
      `'${p.container}' is '${p.other}' in ${p.environment}: write it once.`,
    explanation: "What is granted on the same containers would be assigned twice, and a template with that is refused.",
  },
  noIdentity: {
    severity: "error",
    message: (p: { connection: string }) =>
      `'${p.connection}' does not say as whom it is opened: write 'identity: { secret: <name> }', the secret in the vault that holds the account's key.`,
    explanation:
      "A sink writes with the account's key. A connection that is there for rights alone needs no `identity`.",
  },
});
