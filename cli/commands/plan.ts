import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { toBeDone } from "../../publish/clean-up.js";
import type { Plan } from "../../publish/plan.js";
import { planJson } from "../../publish/plan-file.js";
import { planMarkdown } from "../../publish/plan-markdown.js";
import { planText } from "../../publish/plan-text.js";
import { isSettled } from "../../publish/settled.js";
import type { Arguments } from "../arguments.js";
import { entryAt } from "../entry.js";
import { publicationOf, sourcesOf } from "../publication.js";
import { misused, type Outcome } from "../refusal.js";
import { serviceRefusal } from "../service-refusal.js";
import type { World } from "../world.js";

/** `sluice plan`: what publishing would do. Reads, and writes nothing but the plan. */
export async function run(given: Arguments, world: World): Promise<Outcome> {
  if (given.flag("skip-empty") && given.text("out") === undefined)
    return misused("--skip-empty is about the file of the plan: give --out FILE too.");
  const file = given.text("out");
  const taken = file === undefined ? undefined : whyNotThere(resolve(world.cwd, file));
  if (taken !== undefined) return misused(`${file} ${taken}, and stays as it is: give another FILE.`);
  const sources = await sourcesOf(given, world);
  if ("kind" in sources) return sources;
  const publication = await publicationOf(sources);
  const made = await publication.plan().catch(serviceRefusal);
  if ("kind" in made) return made;
  const { plan } = made;
  const isLeftOut = given.flag("skip-empty") && isSettled(sources, toBeDone(plan, []), made.readings);
  if (file !== undefined) keep(resolve(world.cwd, file), isLeftOut ? undefined : planJson(plan));
  world.out(printedPlan(plan, given.text("format")));
  if (plan.obstacles.length > 0) return 1;
  return given.flag("detailed-exitcode") && toBeDone(plan, []).steps.length > 0 ? 3 : 0;
}

/** Why no plan is written there: what stands there is somebody's, and no earlier plan. What is no file (`/dev/stdout`) is written to. */
function whyNotThere(path: string): string | undefined {
  const entry = entryAt(path, statSync);
  if (entry?.isDirectory()) return "is a folder";
  if (!entry?.isFile() || entry.size === 0) return undefined;
  try {
    return Array.isArray(Object(JSON.parse(readFileSync(path, "utf8"))).steps) ? undefined : "is no plan";
  } catch (error) {
    if (error instanceof SyntaxError) return "is no plan";
    throw error;
  }
}

/** Without text, a file of an earlier plan does not stay either; what is no file does. */
function keep(path: string, text: string | undefined): void {
  const isFile = entryAt(path, statSync)?.isFile();
  if (text === undefined) {
    if (isFile) rmSync(path);
  } else if (isFile === false) writeFileSync(path, text);
  else {
    // A half one would be no plan, and stay.
    writeFileSync(`${path}.new`, text);
    renameSync(`${path}.new`, path);
  }
}

function printedPlan(plan: Plan, format: string | undefined): string {
  if (format === "json") return planJson(plan);
  return format === "markdown" ? planMarkdown(plan) : planText(plan);
}
