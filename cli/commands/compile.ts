import { resolve } from "node:path";
import { lockPath } from "../../compiler/lock/lock.js";
import type { Arguments } from "../arguments.js";
import { compileProject } from "../compile-project.js";
import { hasErrors, printFindings } from "../findings.js";
import { lockChanges } from "../lock-changes.js";
import { checkOutput, writeOutput } from "../output/output.js";
import { projectFolder, seenFrom } from "../project.js";
import type { Outcome } from "../refusal.js";
import type { World } from "../world.js";

/** `sluice compile`: the findings, and, without an error among them, the artifacts in the output folder. */
export async function run(given: Arguments, world: World): Promise<Outcome> {
  const project = projectFolder(given, world);
  if (typeof project !== "string") return project;
  const environments = given.list("env");
  const compiled = compileProject(project, environments);
  if ("kind" in compiled) return compiled;
  const { diagnostics, lock, understood } = compiled;
  const format = given.text("format");
  await printFindings(diagnostics, format, seenFrom(world, project), world, lock && { lock: lock.changes });
  if (hasErrors(diagnostics)) return 1;

  const named = given.text("out");
  const out = named === undefined ? resolve(project, "generated") : resolve(world.cwd, named);
  const isCheck = given.flag("check");
  const write = isCheck ? checkOutput : writeOutput;
  // Artifacts for elsewhere are no reason to write a generation down.
  const beside =
    lock && (isCheck || named === undefined) ? { lock: { path: resolve(project, lockPath), text: lock.text } } : {};
  const done = write({ artifacts: compiled.print(), environments, out, ...beside }, world);
  if (typeof done !== "string") return done;
  const queries = understood?.ir.jobs.flatMap((job) => job.queries) ?? [];
  if (format === "text") world.out(`${lockChanges(lock?.changes ?? [], queries, named === undefined)}${done}\n`);
  return 0;
}
