import { createInterface } from "node:readline/promises";
import { toBeDone } from "../publish/clean-up.js";
import type { Plan } from "../publish/plan.js";
import { planText } from "../publish/plan-text.js";
import { type BrokenOff, messageOf, type Published, publish } from "../publish/publish.js";
import { capital, purposeWords } from "../publish/purpose-words.js";
import { isSettled } from "../publish/settled.js";
import type { Step } from "../publish/step.js";
import type { Arguments } from "./arguments.js";
import { needlessLeave } from "./leave.js";
import type { Publication } from "./publication.js";
import { misused, type Outcome, type Refusal, refused } from "./refusal.js";
import { serviceRefusal } from "./service-refusal.js";
import type { World } from "./world.js";

/** Carries out the plan that was agreed to before, or makes one, shows it, and asks. */
export async function carryOut(
  publication: Publication,
  given: Arguments,
  world: World,
  before?: { readonly digest: string },
): Promise<Outcome> {
  const agreed = before ?? (await agreedPlan(publication, given, world));
  if ("kind" in agreed) return agreed.kind === "refusal" ? agreed : outcome(agreed, false, world);
  const { services, wanted, scripts, lock, queries, patience } = publication;
  const published = await publish({
    services,
    wanted,
    scripts,
    lock,
    queries,
    patience,
    allowed: given.list("allow"),
    planAnew: () => publication.plan(),
    agreed,
    now: world.now,
    onStep: (step, event, pause) => progress(step, event, pause, world),
  }).catch(serviceRefusal);
  // Else it was said before anything was written.
  if (before !== undefined && "plan" in published) warnOf(published.plan, given, world);
  return published.kind === "refusal" ? published : outcome(published, before !== undefined, world);
}

interface NothingToDo {
  readonly kind: "published";
  readonly plan: Plan;
}

/** The plan that was shown and agreed to. */
async function agreedPlan(
  publication: Publication,
  given: Arguments,
  world: World,
): Promise<{ readonly digest: string } | NothingToDo | Refusal> {
  const { purpose, destination } = publication;
  const made = await publication.plan().catch(serviceRefusal);
  if ("kind" in made) return made;
  world.out(planText(made.plan));
  if (made.plan.obstacles.length > 0) return refused("Nothing was written.");
  warnOf(made.plan, given, world);
  // Not even the lease is taken: it would make the state where there is none.
  const needed = toBeDone(made.plan, given.list("allow"));
  if (isSettled(publication, needed, made.readings)) return { kind: "published", plan: needed };
  if (given.flag("yes") || needed.steps.length === 0) return made.plan;
  const orFile = purpose === "publish" ? ", or publish a plan that 'sluice plan --out' wrote" : "";
  if (!process.stdin.isTTY) return misused(`Nothing was written: there is nobody to ask. Give --yes${orFile}.`);
  const yes = purpose === "destroy" ? destination.environment : "yes";
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await asking.question(`${capital(purposeWords[purpose].ask)}? Only '${yes}' does: `);
  asking.close();
  return answer.trim() === yes ? made.plan : refused("Nothing was written.");
}

function progress({ id }: Step, event: "begun" | "done" | "failed", pause: number | undefined, world: World): void {
  const stopped = pause === undefined ? "" : ` (stopped for ${(pause / 1000).toFixed(1)} s)`;
  if (event !== "begun") world.err(`  ${event === "done" ? "✓" : "✗"} ${id}${stopped}\n`);
}

function warnOf(plan: Plan, given: Arguments, world: World): void {
  for (const needless of needlessLeave(plan, given.list("allow"))) world.err(`${needless}\n`);
}

function brokenOff(
  { plan, step, error, leftStopped, leftHalfChanged, leftUndeleted }: BrokenOff,
  isPlanGiven: boolean,
): string {
  const where =
    step === undefined ? "All steps are done, but the state could not be written" : `Broken off at ${step.id}`;
  const { again } = purposeWords[plan.purpose];
  return [
    `${where}: ${messageOf(error)}`,
    ...leftStopped.map((thing) => `${thing} may be left stopped: start it, or ${again}.`),
    ...leftHalfChanged.map(
      (thing) =>
        `${thing} is left stopped, as what it runs was changed and not all is done that must be before it starts: ${again}.`,
    ),
    ...leftUndeleted.map((thing) => `${thing} was stopped to be deleted, and may be there still: ${again}.`),
    isPlanGiven
      ? "Plan again, and publish that: this plan rests on what was there before. What is done is not done twice."
      : `${capital(again)}: what is done is not done twice.`,
  ].join("\n");
}

function outcome(published: Published, isPlanGiven: boolean, world: World): Outcome {
  switch (published.kind) {
    case "published": {
      const { purpose, steps } = published.plan;
      world.out(
        steps.length === 0 ? "Nothing to do.\n" : `${capital(purposeWords[purpose].done)}: ${steps.length} steps.\n`,
      );
      if (purpose === "rollback" && steps.length > 0)
        world.out("The sources are as they were: what is published next takes this back, unless they go back too.\n");
      return 0;
    }
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
