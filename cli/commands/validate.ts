import { join } from "node:path";
import type { Arguments } from "../arguments.js";
import { compileProject } from "../compile-project.js";
import { hasErrors, printFindings } from "../findings.js";
import { projectFolder, seenFrom } from "../project.js";
import { misused, type Outcome } from "../refusal.js";
import type { World } from "../world.js";

/** `sluice validate`: the findings, and whether any is an error. */
export async function run(given: Arguments, world: World): Promise<Outcome> {
  const project = projectFolder(given, world);
  if (typeof project !== "string") return project;
  if (given.flag("watch")) return watched(project, given, world);
  const compiled = compileProject(project, given.list("env"));
  if ("kind" in compiled) return compiled;
  const format = given.text("format");
  await printFindings(compiled.diagnostics, format, seenFrom(world, project), world);
  if (format === "text" && compiled.diagnostics.length === 0) world.out("Nothing to report.\n");
  return hasErrors(compiled.diagnostics) ? 1 : 0;
}

async function watched(project: string, given: Arguments, world: World): Promise<Outcome> {
  if (given.text("format") !== "text") return misused("What --watch says is for people: leave --format out.");
  const [{ checker }, { watchProject }] = await Promise.all([
    import("../watch/checker.js"),
    import("../watch/watch.js"),
  ]);
  const look = checker(project, given.list("env"));
  const again = async (): Promise<Outcome> => {
    const looked = look();
    if (looked.kind === "refusal") return looked;
    if (looked.kind === "same") return 0;
    if (looked.files.length > 0)
      world.out(`${looked.files.map((path) => seenFrom(world, project) + path).join(", ")}\n`);
    await printFindings(looked.found, "text", seenFrom(world, project), world);
    if (looked.found.length === 0) world.out("Nothing to report.\n");
    return 0;
  };
  return watchProject({ project, except: join(project, "generated") }, again, world);
}
