import { join, resolve } from "node:path";
import { oneOf } from "../compiler/diagnostics/suggest.js";
import { lockPath } from "../compiler/lock/lock.js";
import { isLane, lanes, type SparkLane } from "../local/engines/versions.js";
import type { RunRequest } from "../local/request.js";
import type { RunResult } from "../local/run.js";
import type { Arguments } from "./arguments.js";
import { compileProject } from "./compile-project.js";
import { diskHost } from "./disk-host.js";
import { hasErrors, printFindings } from "./findings.js";
import { writeLock } from "./output/lock-file.js";
import { writeOutput } from "./output/output.js";
import { projectFolder, seenFrom } from "./project.js";
import { misused, type Outcome, refused } from "./refusal.js";
import { runDisplay } from "./run-display.js";
import { conservationLines, landedTable, summaryTable } from "./run-summary.js";
import { withStateLock } from "./state-lock.js";
import { viewText } from "./view-text.js";
import type { World } from "./world.js";

/** Compiles the project, has its artifacts run, and shows where every row went. */
export async function runProject(
  given: Arguments,
  world: World,
  runJob: (request: RunRequest) => Promise<RunResult>,
): Promise<Outcome> {
  const project = projectFolder(given, world);
  if (typeof project !== "string") return project;
  const environment = given.text("env") ?? "local";
  const spark = laneOf(given);
  const state = stateFolder(given, world, project);
  const host = diskHost(project);
  const seen = given.flag("fresh") ? host : withStateLock(host, state);
  if ("kind" in seen) return seen;
  const compiled = compileProject(project, [environment], seen);
  if ("kind" in compiled) return compiled;
  await printFindings(compiled.diagnostics, "text", seenFrom(world, project), world);
  if (seen !== host && compiled.diagnostics.some(({ code }) => code === "lock/backfill-lowered"))
    world.err("It may have been raised in earlier runs alone: --fresh forgets them.\n");
  if (hasErrors(compiled.diagnostics)) return 1;
  const here = compiled.understood?.linked.project.environments.filter(({ kind }) => kind === "this-machine") ?? [];
  const names = here.map(({ name }) => name);
  if (!names.includes(environment))
    return misused(`'${environment}' is not 'on: this-machine'; there is ${oneOf(names) || "none that is"}.`);
  if (compiled.diagnostics.some(({ code }) => code === "check/same-here"))
    return refused("Rows of different places would be mixed on this machine; the warnings above say which.");
  if (compiled.understood?.ir.spark === undefined)
    return refused("The project has no 'platform': it grants rights, and there is nothing to be run.");
  const inputs = given.list("input").map(splitInput);
  const twice = inputs.find(([source], at) => inputs.findIndex(([other]) => other === source) !== at);
  if (twice !== undefined) return misused(`--input names '${twice[0]}' twice.`);

  if (given.flag("continuous") && lanes[spark].api === "connect")
    return misused(
      "--continuous cannot be had through Spark Connect, where queries that run side by side have no share of their own of this machine.",
    );
  const artifactsDir = join(state, "artifacts");
  const [job, rate] = [given.text("job"), given.text("rate")];
  const result = await runJob({
    artifactsDir,
    writeArtifacts: async () => {
      const output = { artifacts: compiled.print(), environments: [environment], out: artifactsDir };
      const written = await writeOutput(output, world);
      if (typeof written !== "string") throw new Error(written.message);
    },
    writeLock: () => writeLock({ path: join(state, lockPath), text: compiled.lock?.text ?? "" }),
    projectDir: project,
    // A folder of its own: `--fresh` empties it, and must reach nothing else.
    stateDir: join(state, "run"),
    environment,
    spark,
    ...(job === undefined ? {} : { job }),
    ...(rate === undefined ? {} : { rate: rate === "max" ? rate : Number(rate) }),
    inputs: Object.fromEntries(inputs.map(([source, file]) => [source, resolve(world.cwd, file)])),
    fresh: given.flag("fresh"),
    onProgress: runDisplay(world),
  });
  return report(result, world);
}

/** Where a run keeps its lake (`run`) and what it ran (`artifacts`). */
export function stateFolder(given: Arguments, world: World, project: string): string {
  const named = given.text("state");
  const own = stateOf(given.text("env") ?? "local", laneOf(given));
  return named === undefined ? resolve(project, own) : resolve(world.cwd, named);
}

/** The release that was asked for, and how it is reached; the option's choices are these lanes. */
function laneOf(given: Arguments): SparkLane {
  const lane = given.text("spark") ?? "";
  if (!isLane(lane)) throw new Error(`No release of Spark: ${lane}`);
  return lane;
}

/**
 * Each environment has a state of its own, for its tables are others; and each release, for an older Spark cannot go on from
 * a newer one's checkpoints.
 */
function stateOf(environment: string, spark: SparkLane): string {
  const of = [...(environment === "local" ? [] : [environment]), ...(spark === "3.5" ? [] : [`spark-${spark}`])];
  return `.sluice/${["local", ...of].join("-")}`;
}

/** `readings=a.csv` */
function splitInput(word: string): readonly [source: string, file: string] {
  const equals = word.indexOf("=");
  return [word.slice(0, equals), word.slice(equals + 1)];
}

function report({ kind, queries, landed, failure, notExercised, shown, seconds }: RunResult, world: World): Outcome {
  if (kind === "interrupted") return refused("Stopped. The next run goes on from here.");
  if (landed.length > 0) world.out(`\n${landedTable(landed)}`);
  if (queries.length > 0) world.out(`\n${summaryTable(queries)}\n`);
  if (failure !== undefined) return refused(`${failure.notebook} failed: ${failure.error}\n\n${failure.traceback}`);
  const lines = queries.flatMap(conservationLines);
  for (const { line } of lines) world.out(`${line}\n`);
  if (!lines.every(({ holds }) => holds)) return refused("Some rows are not accounted for: see above.");
  if (shown.length > 0) world.out(`\n${shown.map(viewText).join("\n")}`);
  const failed = shown.find(({ shows }) => shows.kind === "refused");
  if (failed) return refused(`The view ${failed.view} shows nothing: see above.`);
  if (notExercised.length > 0)
    world.out(`\nNot exercised on this machine:\n${notExercised.map((what) => `  ${what}`).join("\n")}\n`);
  world.out(`\nDone in ${seconds.toFixed(0)} seconds.\n`);
  return 0;
}
