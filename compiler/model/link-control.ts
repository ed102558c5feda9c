import type { Report } from "../diagnostics/report.js";
import { transactKinds } from "./connection.js";
import { landingDiagnostics } from "./landing-diagnostics.js";
import { connectionTo } from "./link-source.js";
import type { LinkedControl } from "./linked-landings.js";
import type { Project } from "./model.js";
import { isSound } from "./poisoned.js";

/** Looks up where marks are kept. Undefined if it is not declared, or has an error. */
export function linkControl(project: Project, report: Report): LinkedControl | undefined {
  const { control } = project;
  if (!isSound(control)) return undefined;
  const named = project.connections.get(control.connection.name);
  if (isSound(named) && named.kind === "postgres") {
    report.add(landingDiagnostics.controlOfPostgres.at(control.connection.origin, { connection: named.name }));
    return undefined;
  }
  const connection = connectionTo(control.connection, transactKinds, project, report);
  return connection && { control, connection };
}
