import { printed } from "../../compiler/compile.js";
import { closest, didYouMean } from "../../compiler/diagnostics/suggest.js";
import type { Arguments } from "../arguments.js";
import { compileProject } from "../compile-project.js";
import { diskHost } from "../disk-host.js";
import { explain, explainable } from "../explain/explain.js";
import { explainGrants } from "../explain/grants.js";
import { printFindings } from "../findings.js";
import { projectFolder, seenFrom } from "../project.js";
import { misused, type Outcome } from "../refusal.js";
import type { World } from "../world.js";

/** `sluice explain`: what one thing comes to, in the words of the language. */
export async function run(given: Arguments, world: World): Promise<Outcome> {
  const project = projectFolder(given, world);
  if (typeof project !== "string") return project;
  const prepared = compileProject(project, []);
  if ("kind" in prepared) return prepared;
  const compiled = printed(prepared);
  if (compiled.understood === undefined) {
    await printFindings(compiled.diagnostics, "text", seenFrom(world, project), world);
    return 1;
  }
  const all = explainable(compiled);
  if (given.positional === undefined) {
    const rights = compiled.understood.ir.access.length === 0 ? [] : ["grants"];
    world.out(`${[...all, ...rights].join("\n")}\n`);
    return 0;
  }
  if (given.positional === "grants") {
    world.out(
      explainGrants(compiled.understood.ir) ?? "Nobody is granted anything: the project has no 'principals'.\n",
    );
    return 0;
  }
  const text = explain(given.positional, compiled, given.flag("defaults"), new Date(), diskHost(project).list(""));
  if (text === undefined) {
    const near = closest(
      given.positional,
      all.flatMap((id) => [id, id.replace(/^.*\//, "")]),
    );
    return misused(`There is nothing called '${given.positional}' in the project.${didYouMean(near)}`);
  }
  world.out(text);
  return 0;
}
