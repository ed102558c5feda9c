import { resolve } from "node:path";
import { printed } from "../compiler/compile.js";
import type { Host } from "../compiler/host.js";
import { lockPath } from "../compiler/lock/lock.js";
import type { Credential } from "../publish/access.js";
import type { CheckpointChange } from "../publish/checkpoints.js";
import type { Destination } from "../publish/destination.js";
import { makePlan, type PlanRequest, planOfDestruction, planOfRollback } from "../publish/make-plan.js";
import { type Patience, patient } from "../publish/patience.js";
import type { Plan, Purpose } from "../publish/plan.js";
import type { PublishedQuery } from "../publish/published-query.js";
import type { Readings } from "../publish/readings.js";
import { type Script, scriptsOf } from "../publish/script.js";
import type { Services } from "../publish/services.js";
import type { State } from "../publish/state.js";
import type { Wanted } from "../publish/thing.js";
import { wantedOf } from "../publish/wanted.js";
import type { Arguments } from "./arguments.js";
import { azureCredential } from "./azure-credential.js";
import { destinationOf } from "./azure-destination.js";
import { compileProject } from "./compile-project.js";
import { diskHost } from "./disk-host.js";
import { hasErrors, printFindings } from "./findings.js";
import { checkOutput } from "./output/output.js";
import { projectFolder, seenFrom } from "./project.js";
import { publishedQueries } from "./published-queries.js";
import { type Refusal, refused } from "./refusal.js";
import { runningChanges } from "./running-changes.js";
import { version } from "./version.js";
import type { World } from "./world.js";

/** What is to be in an environment, and where that is. */
export interface Sources {
  readonly purpose: Purpose;
  readonly destination: Destination;
  readonly wanted: readonly Wanted[];
  readonly scripts: readonly Script[];
  /** The lock that it was compiled with; undefined: it is not known, or nothing is to be there. */
  readonly lock?: string | undefined;
  /** Its queries; undefined: as of the lock. */
  readonly queries?: readonly PublishedQuery[] | undefined;
  /** What becomes of checkpoints, from what an environment's state says; undefined: nothing. */
  readonly checkpointsFrom?: (state: State) => readonly CheckpointChange[] | null;
}

export interface Publication extends Sources {
  readonly services: Services;
  readonly patience: Patience;
  /** Reads everything that a plan rests on, and makes it. */
  plan(): Promise<{ readonly plan: Plan; readonly readings: Readings }>;
}

/** What the sources compile to, if that is what stands in the output folder: what was looked at is what is sent. */
export async function sourcesOf(
  given: Arguments,
  world: World,
  { environment, isDirect = isGivenDirect(given) }: Pick<Compiling, "environment" | "isDirect"> = {},
): Promise<Sources | Refusal> {
  const compiled = await compiledFor(given, world, { environment, isDirect });
  if ("kind" in compiled) return compiled;
  const { project, artifacts, lock, destination, understood } = compiled;
  const out = resolve(project, "generated");
  const request = { artifacts, environments: [], out, lock: { path: resolve(project, lockPath), text: lock.text } };
  const checked = await checkOutput(request, world);
  if (typeof checked !== "string") return checked;
  const wanted = wantedOf(artifacts, destination);
  const queries = publishedQueries(understood.ir, understood.queries, destination.environment);
  return {
    ...{
      purpose: "publish",
      destination,
      wanted,
      scripts: scriptsOf(artifacts, destination),
      lock: lock.text,
      queries,
    },
    checkpointsFrom: (state) => runningChanges(state, { lock: lock.text, queries, compiled: understood }),
  };
}

/**
 * What the sources say that is to be in an environment, whatever stands in the output folder: that is not looked at. Undefined: they have
 * errors, of which nothing is said here.
 */
export function wantedIn(given: Arguments, world: World, destination: Destination): readonly Wanted[] | undefined {
  const project = projectFolder(given, world);
  const prepared = typeof project === "string" ? compileProject(project, []) : project;
  if ("kind" in prepared) return undefined;
  const { artifacts, diagnostics } = printed(prepared);
  return hasErrors(diagnostics) ? undefined : wantedOf(artifacts, destination);
}

/** Where an environment is. Only the project's own file is read: what its pipelines say need not be sound for that. */
export async function destinationIn(given: Arguments, world: World, isDirect = false): Promise<Destination | Refusal> {
  const compiled = await compiledFor(given, world, { isDirect, hostOf: (project) => projectFileOf(diskHost(project)) });
  return "kind" in compiled ? compiled : compiled.destination;
}

const projectFileOf = ({ read }: Host): Host => ({
  read: (path) => (path === "sluice.yaml" ? read(path) : undefined),
  list: () => [],
});

/** Whether publishing itself is to run scripts in databases. */
export const isGivenDirect = (given: Arguments): boolean => given.text("sql") === "direct";

interface Compiling {
  readonly isDirect?: boolean;
  readonly environment?: string | undefined;
  readonly hostOf?: (project: string) => Host;
}

async function compiledFor(
  given: Arguments,
  world: World,
  { environment, isDirect, hostOf = diskHost }: Compiling = {},
) {
  const project = projectFolder(given, world);
  if (typeof project !== "string") return project;
  const prepared = compileProject(project, [], hostOf(project));
  if ("kind" in prepared) return prepared;
  const { artifacts, diagnostics, lock, understood } = printed(prepared);
  if (hasErrors(diagnostics) || understood === undefined || lock === undefined) {
    await printFindings(diagnostics, "text", seenFrom(world, project), world);
    return refused("The project has errors.");
  }
  const destination = destinationOf(understood.ir, environment ?? given.text("env"), process.env, isDirect);
  if ("kind" in destination) return destination;
  return { project, artifacts, lock, destination, understood };
}

export async function publicationOf(sources: Sources, credential?: Credential): Promise<Publication> {
  const { purpose, destination, wanted, scripts, lock, queries, checkpointsFrom } = sources;
  const who = credential ?? (await azureCredential(process.env["SLUICE_TOKEN"]));
  // The vendors' clients take longer to load than everything else that these commands do before they ask anybody.
  const { servicesOf } = await import("../publish/services.js");
  const services = servicesOf(destination, wanted, who, patient);
  return {
    ...sources,
    services,
    patience: patient,
    async plan() {
      const readings = await services.read();
      const changes = checkpointsFrom === undefined ? {} : { checkpoints: checkpointsFrom(readings.state) };
      const facts = { sluice: version(), destination, readings, lock, queries, ...changes };
      return { plan: planFor(purpose, { ...facts, wanted, scripts }), readings };
    },
  };
}

function planFor(purpose: Purpose, request: PlanRequest): Plan {
  if (purpose === "destroy") return planOfDestruction(request);
  return purpose === "rollback" ? planOfRollback(request) : makePlan(request);
}
