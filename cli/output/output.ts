import { relative, sep } from "node:path";
import type { Artifact } from "../../compiler/emit/artifact.js";
import { lockPath } from "../../compiler/lock/lock.js";
import { type Refusal, refused } from "../refusal.js";
import type { World } from "../world.js";
import { applyPlan } from "./apply.js";
import type { CompareOptions } from "./compare.js";
import { compareAll } from "./compare-all.js";
import { diskFolder } from "./folder.js";
import { clearStaged, knownManifests } from "./journal.js";
import { isLockWritten, type LockFile, writeLock } from "./lock-file.js";
import { manifestPath, manifestText } from "./manifest.js";
import { type Obstacle, type Plan, planOutput } from "./plan.js";

/** What to make of an output folder. */
export interface OutputRequest {
  /** Taken once. */
  readonly artifacts: Iterable<Artifact>;
  /** Those that were compiled; none for all. The files of others are neither written nor orphans. */
  readonly environments: readonly string[];
  /** The output folder. */
  readonly out: string;
  /** The project's lock, where it is to be written or checked with the rest. */
  readonly lock?: LockFile;
}

/** Makes the output folder what the project compiles to, and says in one line what it did. Touches nothing that is not ours. */
export async function writeOutput(request: OutputRequest, world: World): Promise<string | Refusal> {
  const compared = await compare(request, world, { isStaging: true });
  if (compared.kind === "refusal") return compared;
  const { plan, known, folder, shown } = compared;
  if (plan.obstacles.length > 0) {
    clearStaged(folder);
    return refused(inTheWay(plan.obstacles, shown));
  }
  // The lock first: a run that is stopped here makes the same artifacts again, and no generation is used that it does not say.
  if (request.lock) writeLock(request.lock);
  applyPlan(plan, known, folder);
  return counts(shown, plan.writes.length, plan.orphans.length, plan.unchanged);
}

/** What was done to an output folder that still held all that was written there, in the same line. */
export function writtenAgain(
  { paths, written }: { readonly paths: readonly string[]; readonly written: number },
  { environments, out }: Pick<OutputRequest, "environments" | "out">,
  world: World,
): string {
  const count = paths.filter((path) => isCompiled(path, environments)).length;
  return counts(shownFolder(out, world), written, 0, count - written);
}

/** Says in one line that the output folder is what the project compiles to, or refuses with what is not. Writes nothing. */
export async function checkOutput(request: OutputRequest, world: World): Promise<string | Refusal> {
  const compared = await compare(request, world, { isStaging: false });
  if (compared.kind === "refusal") return compared;
  const { plan, folder, shown } = compared;
  const stale = staleFiles(plan);
  const manifestStands =
    folder.kindOf(manifestPath) === "file" && folder.read(manifestPath) === manifestText(plan.manifest);
  const lockStands = request.lock === undefined || isLockWritten(request.lock);
  if (stale.length === 0 && manifestStands && lockStands) return `${shown} is what the project compiles to.`;
  const lines = [
    ...[...stale, ...(manifestStands ? [] : [`${manifestPath} is not up to date`])].map((line) => `  ${shown}${line}`),
    ...(lockStands ? [] : [`  ${lockPath} is not up to date`]),
  ];
  return refused(`${shown} is not what the project compiles to. Run 'sluice compile'.\n${lines.join("\n")}`);
}

/** `generated/`: the output folder as the person sees it from where they are. */
const shownFolder = (out: string, world: World): string => `${relative(world.cwd, out).replaceAll(sep, "/") || "."}/`;

const counts = (shown: string, written: number, removed: number, unchanged: number): string =>
  `${shown}: ${written} written, ${removed} removed, ${unchanged} unchanged`;

async function compare({ artifacts, environments, out }: OutputRequest, world: World, options: CompareOptions) {
  const folder = diskFolder(out);
  const shown = shownFolder(out, world);
  const known = knownManifests(folder);
  if (known.kind === "unreadable") return refused(unreadable(shown, known.path));
  if (options.isStaging) clearStaged(folder);
  const compared = await compareAll(artifacts, out, options);
  const plan = planOutput(compared, known.manifests, folder, (path) => isCompiled(path, environments));
  return { kind: "compared", plan, known: known.manifests, folder, shown } as const;
}

/** Whether a path belongs to some environments, or to all; `common/` does in any case. */
function isCompiled(path: string, environments: readonly string[]): boolean {
  const [top, name = ""] = path.split("/");
  return top !== "env" || environments.length === 0 || environments.includes(name);
}

function staleFiles(plan: Plan): readonly string[] {
  return [
    ...plan.writes.map(({ path, kind }) => `${path} ${kind === "missing" ? "is missing" : "differs"}`),
    ...plan.orphans.map((path) => `${path} is no longer compiled to`),
    ...plan.obstacles.map(({ path, kind }) => `${path} ${kind === "edited" ? "was edited" : "is in the way"}`),
  ].sort();
}

function inTheWay(obstacles: readonly Obstacle[], shown: string): string {
  const lines = obstacles.map(({ path, kind }) =>
    kind === "foreign"
      ? `  ${shown}${path} is in the way, and sluice did not write it. Move it elsewhere.`
      : `  ${shown}${path} was edited since sluice wrote it. Keep the edit elsewhere, then delete the file.`,
  );
  return `Nothing was written.\n${lines.join("\n")}`;
}

const unreadable = (shown: string, path: string): string =>
  `Nothing was written.
  ${shown}${path} is not a manifest of sluice. Restore it or move it elsewhere. Where it was sluice's, it may also be deleted:
  files that are exactly what the project compiles to are then taken for sluice's own.`;
