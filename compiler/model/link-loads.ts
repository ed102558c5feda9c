import type { Report } from "../diagnostics/report.js";
import { landingDiagnostics } from "./landing-diagnostics.js";
import { linkCells } from "./link-cells.js";
import type { LinkedLoads } from "./linked-landings.js";
import type { LoadsSource } from "./loads-source.js";

/** Holds what a function loads against what it names. Undefined if any of it has an error. */
export function linkLoads(source: LoadsSource, pipeline: string, report: Report): LinkedLoads | undefined {
  const { origin, primaryKey, folder } = source;
  const { columns, areSound } = linkCells(source, primaryKey, report, true);
  const [layer = ""] = folder.split("/");
  const isTaken = layers.includes(layer.toLowerCase());
  if (isTaken) report.add(landingDiagnostics.loadsInLayer.at(origin.child("writes"), { folder, layer }));
  if (!areSound || isTaken) return undefined;
  return {
    kind: "loads",
    pipeline,
    source,
    columns,
    key: primaryKey.map(({ name }) => name),
    reading: { kind: "full" },
  };
}

/** The lake's folders that tables stand in. */
const layers: readonly string[] = ["bronze", "silver", "gold"];
