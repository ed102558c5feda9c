import { type ChildProcess, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { over, eventually as soon } from "../local/children.js";
import { type Copy, copyProject, fromKafka } from "../telemetry/project.js";

const rows = 120;

it("sluice run --continuous --input FILE --rate N: stopped at once by two Ctrl-C, gone on with, drained by one", async () => {
  const copy = copyProject({ ...fromKafka, "secrets:": "defaults: { streaming: { trigger: 1 second } }\nsecrets:" });
  const file = join(copy.projectDir, "other.csv");
  const lines = Array.from(
    { length: rows },
    (_, row) => `d${row % 3},2026-03-01T10:${two(row / 60)}:${two(row % 60)}Z,20,50`,
  );
  writeFileSync(file, `device_id,recorded_at,temperature,humidity\n${lines.join("\n")}\n`);

  const stopped = sluice(copy, "--continuous", "--input", `readings=${file}`, "--rate", "1");
  await eventually(() => /^readings\/sources\.readings +[1-9]/m.test(stopped.said()) || stopped.hasEnded());
  stopped.interrupt();
  await eventually(() => stopped.said().includes("Ctrl-C stops at once") || stopped.hasEnded());
  stopped.interrupt();
  expect(await stopped.code).toBe(1);
  expect(stopped.said()).toContain("sluice run: Stopped. The next run goes on from here.");

  const drained = sluice(copy, "--continuous", "--input", `readings=${file}`, "--rate", "max");
  await eventually(() => drained.said().includes("events sent from") || drained.hasEnded());
  // Some had been sent, since the rate is a rate; the others are sent now.
  const [, now = "", before = ""] = /(\d+) events sent from .*\((\d+) were sent before\)/.exec(drained.said()) ?? [];
  expect(Number(now)).toBeGreaterThan(0);
  expect(Number(now) + Number(before)).toBe(rows);
  drained.interrupt();
  expect(await drained.code).toBe(0);
  expect(drained.said()).toContain(`readings/silver.readings: ${rows} read = ${rows} written\n`);
  // Devices take turns each second, so each has a window; the watermark, ten minutes behind, has closed none.
  expect(drained.said()).toContain(
    `readings/gold.readings_5_minutes: ${rows} in windows = 0 in written windows + ${rows} in open ones\n`,
  );
});

it("says what is wrong with an input, and what was meant", async () => {
  const copy = copyProject(fromKafka);
  const file = join(copy.projectDir, "readings.csv");
  writeFileSync(file, "device_id,recorded_at,temprature,humidity\n");
  const refusals = {
    [`reading=${file}`]:
      "--input names 'reading', and no source with a producer is called that. Did you mean 'readings'? There is: readings.",
    [`readings=${copy.projectDir}/reading.csv`]: `there is no file ${copy.projectDir}/reading.csv to send. Did you mean 'readings.csv'?`,
    [`readings=${file}`]:
      "it lacks: reading.temperature; the source does not declare: temprature. Did you mean 'temperature'?",
  };
  for (const [input, message] of Object.entries(refusals)) {
    const refused = sluice(copy, "--input", input);
    expect([await refused.code, refused.said()]).toEqual([1, expect.stringContaining(message)]);
  }
});

/** Much must start before anything is read. */
const eventually = (isSo: () => boolean): Promise<void> => soon(isSo, 8);

const two = (n: number): string => String(Math.floor(n)).padStart(2, "0");

/** The command as people start it. */
function sluice({ projectDir, stateDir }: Copy, ...words: readonly string[]) {
  const child: ChildProcess = spawn(
    process.execPath,
    ["bin/sluice.js", "run", "--project", projectDir, "--state", stateDir, ...words],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  const end = () => child.kill("SIGKILL"); // a test that fails must not leave it behind
  process.once("exit", end);
  child.once("exit", () => process.off("exit", end));
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => {
      said += chunk.toString("utf8");
    });
  return {
    said: () => said,
    hasEnded: () => child.exitCode !== null,
    interrupt: () => child.kill("SIGINT"),
    code: over(child),
  };
}
