import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { conservationLines } from "../../../cli/run-summary.js";
import { notebooksOf } from "../../../local/drain.js";
import { loadJob } from "../../../local/job.js";
import { runJob } from "../../../local/run.js";
import { keptRunner } from "../kept.js";
import { type Fault, faultsOf, filesIn, type Kind, struck } from "./faults.js";
import { type Left, leftBy, notConserved } from "./left.js";
import type { Project } from "./project.js";
import { randomOf } from "./random.js";
import { forgetLastBatch } from "./tear.js";

/** Such faults as they are printed, so that a test that fails says what it was. */
export type Told = readonly string[];

export const seed = Number(process.env["SLUICE_SEED"] ?? 2026);
export const isLong = process.env["SLUICE_LONG"] === "1";

/** What a plain run leaves, and how many files. */
export async function undisturbed(project: Project): Promise<{ readonly left: Left; readonly files: number }> {
  const state = join(project.folder, "undisturbed");
  const left = await finished(project, state);
  return { left, files: filesIn(join(state, "run")) };
}

/** Runs what is left to do, to its end. `again`: whether the last batch of each query is made once more then. */
async function finished(project: Project, state: string, again: string[] | undefined = undefined): Promise<Left> {
  let left: Left | undefined;
  const request = { ...project, stateDir: join(state, "run"), rate: "max", runner: await keptRunner() } as const;
  const result = await runJob(request, async (session) => {
    if (again) {
      const checkpoints = join(session.places.state, "lake/_checkpoints/shop");
      for (const query of readdirSync(checkpoints)) {
        const forgotten = forgetLastBatch(join(checkpoints, query));
        if (forgotten) again.push(`${query} makes batch ${forgotten.split("/").at(-1)} again`);
      }
      const { queries } = notebooksOf(await loadJob(project.artifactsDir), project, session.places);
      expect(await session.runner.run(queries)).toEqual({ kind: "done" });
    }
    left = await leftBy(project, session);
  });
  expect(result.failure).toBeUndefined();
  expect(result.queries.flatMap(conservationLines).filter(({ holds }) => !holds)).toEqual([]);
  if (left === undefined) throw new Error("Nothing was looked at.");
  return left;
}

/**
 * Strikes runs on one state, one after another, and then has a plain one finish what is left: all equations must hold, and all tables
 * be what they are where nothing strikes. Gives how many faults there were.
 */
export async function survives(
  project: Project,
  kinds: readonly Kind[],
  chain: number,
  expected: { readonly left: Left; readonly files: number },
  replays: boolean,
): Promise<number> {
  const random = randomOf(seed + chain);
  const state = join(project.folder, `chain-${chain}`);
  const told: string[] = [];
  const tell = (line: string) => {
    told.push(line);
    console.log(`seed ${seed}, chain ${chain}: ${line}`);
  };
  for (const fault of faultsOf(kinds, expected.files, random))
    tell(`${shown(fault)}: ${await struck(project, state, fault, random)}`);
  const struckOnes = told.length;
  const again: string[] | undefined = replays ? [] : undefined;
  const left = await finished(project, state, again);
  for (const line of again ?? []) tell(line);
  expect({ told, wrong: notConserved(left) }).toEqual({ told, wrong: [] });
  expect({ told, tables: left.tables }).toEqual({ told, tables: expected.left.tables });
  return struckOnes + (again?.length ?? 0);
}

const shown = ({ kind, files, milliseconds }: Fault): string => `${kind}, ${milliseconds} ms after ${files} files`;
