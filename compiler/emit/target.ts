import type { Report } from "../diagnostics/report.js";
import type { ProjectIr } from "../ir/ir.js";
import type { Artifact } from "./artifact.js";

/** One kind of engine that artifacts are made for. */
export interface Target {
  readonly name: string;
  /**
   * Turns what must happen into the engine's own resources. Refuses what the engine cannot express (target, reason, way
   * out); what is returned is whole, so that printing it cannot fail. Undefined after a refusal.
   */
  build(project: ProjectIr, report: Report): Printable | undefined;
}

/** Resources of one target, ready to be written down. */
export interface Printable {
  /** Total: cannot fail, reports nothing. Artifacts are made as they are taken. */
  print(): Iterable<Artifact>;
}
