import type { Report } from "../diagnostics/report.js";
import type { Origin } from "../source/origin.js";
import { landingDiagnostics } from "./landing-diagnostics.js";

/** What only files that are landed have. */
const ofLanded = ["changes", "primary_key", "start", "lag", "compression", "delimiter", "quote", "samples"] as const;

/** Reports what a stream of files says as if it were landed. */
export function refuseLandedWords(source: { readonly origin: Origin }, report: Report): void {
  for (const property of ofLanded.filter((one) => source.origin.child(one).isWritten))
    report.add(landingDiagnostics.propertyOfLanded.at(source.origin.child(property).key(), { property }));
}
