import type { Diagnostic } from "../../compiler/diagnostics/diagnostic.js";
import type { EndpointIr } from "../../compiler/ir/endpoint.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import type { Query } from "../../compiler/ir/query.js";
import { sparkDiagnostics } from "./diagnostics.js";

/** Logins that Kafka's client does not have on the project's Spark service; each once, at the connection. */
export function impossibleLogins({ jobs, spark }: ProjectIr): readonly Diagnostic[] {
  const uses = jobs.flatMap((job) => job.queries.flatMap(useOf));
  const written = new Set(uses.filter(({ isWritten }) => isWritten).map(({ endpoint }) => endpoint.name));
  const found = uses.flatMap(({ endpoint, isWritten }) => {
    const diagnostic =
      endpoint.login?.kind === "managed" ? managed(endpoint, written, spark) : refusalOf(endpoint, isWritten, spark);
    return diagnostic ? [[`${endpoint.name} ${diagnostic.code}`, diagnostic] as const] : [];
  });
  return [...new Map(found).values()];
}

interface Use {
  readonly endpoint: EndpointIr;
  readonly isWritten: boolean;
}

/** Capture files are read without the hub. */
function useOf(query: Query): readonly Use[] {
  if (query.kind === "send") return [{ endpoint: query.store.endpoint, isWritten: true }];
  return query.kind === "ingest" && query.source.read === "stream"
    ? [{ endpoint: query.source.endpoint, isWritten: false }]
    : [];
}

/** What it says instead works for all that the connection is used for. */
const managed = ({ name, origin }: EndpointIr, written: ReadonlySet<string>, spark: ProjectIr["spark"]) =>
  sparkDiagnostics.managedLogin.at(origin.child("identity"), {
    connection: name,
    canBeCredential: spark === "databricks" && !written.has(name),
  });

function refusalOf({ name, login, origin }: EndpointIr, isWritten: boolean, spark: ProjectIr["spark"]) {
  const at = origin.child("identity");
  if (login?.kind !== "service-credential") return undefined;
  if (spark === "synapse") return sparkDiagnostics.serviceCredentialOnSynapse.at(at, { connection: name });
  return isWritten ? sparkDiagnostics.serviceCredentialForSink.at(at, { connection: name }) : undefined;
}
