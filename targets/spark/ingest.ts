import type { IngestQuery } from "../../compiler/ir/query.js";
import { connecting } from "./connection.js";
import { closing, queryNotebook, sourceReference } from "./frame.js";
import type { Notebook } from "./notebook.js";
import { argument, assign, call, identifier, lakePath, literal, type Python, statements } from "./python.js";

/** Bronze of a stream: the events as they come, from the hub or from its Capture files. */
export function ingestNotebook(query: IngestQuery, path: string): Notebook {
  const { source, output } = query;
  const reads = [sourceReference(source)];
  const writes = [output.reference];
  return queryNotebook(query, path, { reads, writes }, [
    {
      kind: "code",
      title: source.read === "capture" ? "Events: the files that Capture writes" : "Events: the hub",
      code: reader(query),
    },
    closing(query, "Each batch: appended once", "write_raw", [argument("table", lakePath(output.path))], "events"),
  ]);
}

function reader({ source }: IngestQuery): Python {
  const parameter = (suffix: string): Python => call("parameter", [literal(`${source.name}_${suffix}`)]);
  if (source.read === "capture")
    return assign("events", call("captured_events", [parameter("folder"), parameter("reader")]));
  const events = call("hub_events", [literal(source.hub), identifier("connection")]);
  return statements([connecting(source.endpoint), assign("events", events)]);
}
