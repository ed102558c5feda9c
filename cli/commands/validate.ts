import type { Arguments } from "../arguments.js";
import { compileProject } from "../compile-project.js";
import { hasErrors, printFindings } from "../findings.js";
import { projectFolder, seenFrom } from "../project.js";
import type { Outcome } from "../refusal.js";
import type { World } from "../world.js";

/** `sluice validate`: the findings, and whether any is an error. */
export async function run(given: Arguments, world: World): Promise<Outcome> {
  const project = projectFolder(given, world);
  if (typeof project !== "string") return project;
  const compiled = compileProject(project, given.list("env"));
  if ("kind" in compiled) return compiled;
  const format = given.text("format");
  await printFindings(compiled.diagnostics, format, seenFrom(world, project), world);
  if (format === "text" && compiled.diagnostics.length === 0) world.out("Nothing to report.\n");
  return hasErrors(compiled.diagnostics) ? 1 : 0;
}
