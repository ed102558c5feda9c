import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, it } from "vitest";
import { runJob } from "../../../local/run.js";
import type { TableRow } from "../../../local/runner/answers.js";
import { actualTables, type Copy, copyProject, differences, expectedTables, generateReadings } from "./project.js";

/**
 * Runs the command as people do, in a process group of its own, and kills the whole group with no chance to clean up: some
 * time after the first line of progress that fits. Resolves to that line; fails if the run ends before.
 */
function killed(copy: Copy, line: RegExp, milliseconds: number): Promise<string> {
  const arguments_ = ["run", "--project", copy.projectDir, "--state", copy.stateDir, "--rate", "max"];
  const run = spawn(process.execPath, [join("bin", "sluice.js"), ...arguments_], {
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
  });
  return new Promise((resolve, reject) => {
    const seen: string[] = [];
    let found: string | undefined;
    createInterface({ input: run.stderr }).on("line", (text) => {
      seen.push(text);
      if (found !== undefined || !line.test(text)) return;
      found = text;
      setTimeout(() => process.kill(-(run.pid ?? 0), "SIGKILL"), milliseconds);
    });
    run.on("exit", (_, signal) =>
      signal === "SIGKILL" && found !== undefined ? resolve(found) : reject(new Error(seen.join("\n"))),
    );
  });
}

const seed = Number(process.env["SLUICE_SEED"] ?? 2026);

/** A number between 0 and 1 for each of the three kills; the same seed, the same numbers (Park and Miller's generator). */
const chances = [1, 2, 3].map((n) => {
  let state = seed + n;
  for (let step = 0; step < 10; step += 1) state = (state * 48_271) % 2_147_483_647;
  return state / 2_147_483_647;
});
const delays = chances.map((chance) => Math.round(500 + chance * 4_000));

it(`killed ${delays.join(", ")} ms (seed ${seed}) behind three notebooks, and then finished: the same tables`, async () => {
  const [first = 0, second = 0, third = 0] = delays;
  const copy = copyProject();
  generateReadings(copy, 4_000, 2);
  await killed(copy, /^\[1\] readings\/bronze\.readings: /, first); // silver's first batch: some of its writes are done
  await killed(copy, /^\[1\] readings\/gold\.readings_5_minutes: /, second); // the sink, or already the next wave
  await killed(copy, /^\[2\] readings\/silver\.readings: /, third); // gold closes windows
  let tables: Record<string, readonly TableRow[]> = {};
  const result = await runJob({ ...copy, stateDir: join(copy.stateDir, "run"), rate: "max" }, async (session) => {
    tables = await actualTables(copy, session);
  });
  expect(result.failure).toBeUndefined();
  const expected = expectedTables(copy);
  expect(differences(copy, expected, tables)).toBe("");
  const { totals }: { readonly totals: Record<string, number> } = JSON.parse(expected);
  const { read, unparsable, quarantined, late, duplicates, written } = totals;
  const counts = result.queries.find(({ query }) => query.endsWith("silver.readings"))?.counts;
  expect(counts).toMatchObject({ read, unparsable, quarantined, late, duplicates, written });
  expect(tables["bronze.readings"]?.length).toBe(read);
  expect(tables["sinks.averages"]?.length).toBe(tables["gold.readings_5_minutes"]?.length);
});
