import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { createInterface } from "node:readline/promises";
import { type PlanFile, readPlanFile } from "../../publish/plan-file.js";
import { planText } from "../../publish/plan-text.js";
import { type BrokenOff, messageOf, type Published, publish } from "../../publish/publish.js";
import type { Step } from "../../publish/step.js";
import type { Arguments } from "../arguments.js";
import { entryAt } from "../entry.js";
import { publicationOf, sourcesOf } from "../publication.js";
import { misused, type Outcome, type Refusal, refused } from "../refusal.js";
import { serviceRefusal } from "../service-refusal.js";
import type { World } from "../world.js";

/** `sluice publish`: carries out a plan that was made before, or makes one, shows it, and asks. */
export async function run(given: Arguments, world: World): Promise<Outcome> {
  const file = planFileOf(given, world);
  if (file !== undefined && "kind" in file) return file;
  const sources = await sourcesOf(given, world, file?.environment);
  if ("kind" in sources) return sources;
  const publication = await publicationOf(sources);
  const agreed = file ?? (await agreedPlan(publication, given, world));
  if ("kind" in agreed) return agreed;
  const { services, wanted, scripts, patience } = publication;
  const published = await publish({
    services,
    wanted,
    scripts,
    patience,
    allowed: given.list("allow"),
    planAnew: () => publication.plan(),
    agreed,
    onStep: (step, event) => progress(step, event, world),
  }).catch(serviceRefusal);
  return published.kind === "refusal" ? published : outcome(published, file !== undefined, world);
}

function planFileOf(given: Arguments, world: World): PlanFile | Refusal | undefined {
  if (given.positional === undefined) return undefined;
  const path = resolve(world.cwd, given.positional);
  if (!entryAt(path, statSync)?.isFile()) return misused(`There is no file ${given.positional}.`);
  const file = readPlanFile(readFileSync(path, "utf8"));
  const env = given.text("env");
  if (file === undefined) return misused(`${given.positional} is not a plan that 'sluice plan --out' wrote.`);
  if (env !== undefined && env !== file.environment)
    return misused(`${given.positional} is a plan for ${file.environment}, not for ${env}.`);
  return file;
}

/** The plan that was shown and agreed to. */
async function agreedPlan(
  publication: Awaited<ReturnType<typeof publicationOf>>,
  given: Arguments,
  world: World,
): Promise<{ readonly digest: string } | Refusal> {
  const made = await publication.plan().catch(serviceRefusal);
  if ("kind" in made) return made;
  world.out(planText(made.plan));
  if (made.plan.obstacles.length > 0) return refused("Nothing was written.");
  if (given.flag("yes") || made.plan.steps.length === 0) return made.plan;
  if (!process.stdin.isTTY)
    return misused(
      "Nothing was written: there is nobody to ask. Give --yes, or publish a plan that 'sluice plan --out' wrote.",
    );
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await asking.question("Publish this? Only 'yes' does: ");
  asking.close();
  return answer.trim() === "yes" ? made.plan : refused("Nothing was written.");
}

function progress({ id }: Step, event: "begun" | "done" | "failed", world: World): void {
  if (event !== "begun") world.err(`  ${event === "done" ? "✓" : "✗"} ${id}\n`);
}

function brokenOff({ step, error, leftStopped, leftUndeleted }: BrokenOff, isPlanGiven: boolean): string {
  const where =
    step === undefined ? "All steps are done, but the state could not be written" : `Broken off at ${step.id}`;
  return [
    `${where}: ${messageOf(error)}`,
    ...leftStopped.map((thing) => `${thing} may be left stopped: start it, or publish again.`),
    ...leftUndeleted.map((thing) => `${thing} was stopped to be deleted, and may be there still: publish again.`),
    isPlanGiven
      ? "Plan again, and publish that: this plan rests on what was there before. What is done is not done twice."
      : "Publish again: what is done is not done twice.",
  ].join("\n");
}

function outcome(published: Published, isPlanGiven: boolean, world: World): Outcome {
  switch (published.kind) {
    case "published":
      world.out(
        published.plan.steps.length === 0 ? "Nothing to do.\n" : `Published: ${published.plan.steps.length} steps.\n`,
      );
      return 0;
    case "another-publisher":
      return refused(
        "Nothing was written: another publisher is at work in this environment. One that was killed keeps others out for a minute.",
      );
    case "obstacles":
      return refused(`Nothing was written.\n${planText(published.plan)}`);
    case "other-plan":
      return refused(
        `Nothing was written: since the plan was made something that it rests on has changed (the sources, the version of sluice, or what is there). Now it would be:\n${planText(published.plan)}`,
      );
    case "not-allowed":
      return refused(
        `Nothing was written. Say that it may be lost:\n${published.steps.map(({ id, loses }) => `  --allow ${id}   loses ${loses}`).join("\n")}`,
      );
    case "broken-off":
      return refused(brokenOff(published, isPlanGiven));
  }
}
