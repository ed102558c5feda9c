import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { type PlanFile, readPlanFile } from "../../publish/plan-file.js";
import type { Arguments } from "../arguments.js";
import { carryOut } from "../carry-out.js";
import { entryAt } from "../entry.js";
import { isGivenDirect, publicationOf, sourcesOf } from "../publication.js";
import { misused, type Outcome, type Refusal } from "../refusal.js";
import type { World } from "../world.js";

/** `sluice publish`: carries out a plan that was made before, or makes one, shows it, and asks. */
export async function run(given: Arguments, world: World): Promise<Outcome> {
  const file = planFileOf(given, world);
  if (file !== undefined && "kind" in file) return file;
  const sources = await sourcesOf(given, world, file);
  if ("kind" in sources) return sources;
  return carryOut(await publicationOf(sources), given, world, file);
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
  if (isGivenDirect(given) && !file.isDirect)
    return misused(`${given.positional} was made without '--sql direct': make it anew, or leave that out here.`);
  return file;
}
