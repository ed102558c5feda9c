import type { Report } from "../diagnostics/report.js";
import type { FunctionConnection } from "./connection.js";
import { landingDiagnostics } from "./landing-diagnostics.js";
import { linkCells } from "./link-cells.js";
import { connectionTo } from "./link-source.js";
import type { LinkedLoads } from "./linked-landings.js";
import type { LoadsSource } from "./loads-source.js";
import type { Project } from "./model.js";

/** Holds what a function loads against what it names. Undefined if any of it has an error. */
export function linkLoads(
  source: LoadsSource,
  pipeline: string,
  project: Project,
  report: Report,
): LinkedLoads | undefined {
  const { origin, primaryKey, folder } = source;
  const { columns, areSound } = linkCells(source, primaryKey, report, true);
  const [layer = ""] = folder.split("/");
  const isTaken = layers.includes(layer.toLowerCase());
  if (isTaken) report.add(landingDiagnostics.loadsInLayer.at(origin.child("writes"), { folder, layer }));
  const caller = callerOf(source, project, report);
  if (!areSound || isTaken || caller === undefined) return undefined;
  return {
    kind: "loads",
    pipeline,
    source,
    ...caller,
    columns,
    key: primaryKey.map(({ name }) => name),
    reading: { kind: "full" },
  };
}

/** The lake's folders that tables stand in. */
const layers: readonly string[] = ["bronze", "silver", "gold"];

/** To what the pipeline calls; undefined if that has an error, which is reported. */
function callerOf(
  { name, calledBy, connection: written, app, samples, origin }: LoadsSource,
  project: Project,
  report: Report,
): { readonly connection: FunctionConnection | undefined } | undefined {
  if (calledBy === "outside") {
    if (written) report.add(landingDiagnostics.connectionOfOutside.at(written.origin, { source: name }));
    return written ? undefined : { connection: undefined };
  }
  const isWithoutApp = app === undefined && samples !== undefined;
  if (isWithoutApp) report.add(landingDiagnostics.samplesOfCalled.at(origin.child("samples").key(), { source: name }));
  if (written === undefined) {
    report.add(landingDiagnostics.calledWithoutConnection.at(origin.child("called_by"), { source: name }));
    return undefined;
  }
  const connection = connectionTo(written, "azure-function", project, report);
  return isWithoutApp ? undefined : connection && { connection };
}
