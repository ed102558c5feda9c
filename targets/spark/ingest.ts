import type { EndpointIr, IngestQuery } from "../../compiler/ir/ir.js";
import { closing, opening } from "./frame.js";
import type { Notebook } from "./notebook.js";
import { argument, assign, call, lakePath, literal, type Python } from "./python.js";

/** Bronze of a stream: the events as they come, from the hub or from its Capture files. */
export function ingestNotebook(query: IngestQuery, path: string): Notebook {
  const { source, output } = query;
  const reads = [source.id.split("/").at(-1) ?? source.id];
  const writes = [output.reference];
  return {
    path,
    origin: query.origin,
    reads,
    writes,
    cells: [
      ...opening(query, reads, writes),
      {
        kind: "code",
        title: source.read === "capture" ? "Events: the files that Capture writes" : "Events: the hub",
        code: assign("events", reader(query)),
      },
      closing(query, "Each batch: appended once", "write_events", [argument("table", lakePath(output.path))], "events"),
    ],
  };
}

function reader({ source }: IngestQuery): Python {
  const parameter = (suffix: string): Python => call("parameter", [literal(`${source.name}_${suffix}`)]);
  return source.read === "capture"
    ? call("captured_events", [parameter("folder"), parameter("reader")])
    : call("hub_events", [
        literal(source.hub),
        parameter("servers"),
        ...loginOf(source.endpoint, parameter("identity")),
      ]);
}

/** Event Hubs takes a connection string as the password of one fixed user. */
function loginOf(endpoint: EndpointIr, identity: Python): readonly Python[] {
  if (endpoint.kind === "event-hubs")
    return [identity, literal("$ConnectionString"), literal(endpoint.connectionString.secret)];
  return endpoint.login ? [identity, literal(endpoint.login.user), literal(endpoint.login.password.secret)] : [];
}
