import { expect, it, vi } from "vitest";
import type { Told } from "./share.js";
import { type Limits, watched } from "./watched.js";

/** Of a machine that does much else a process may get little. */
vi.setConfig({ testTimeout: 600_000 });

const plenty: Limits = { processor: 600_000, clock: 600_000 };
const at = (index: number): string => `require("fs").writeSync(1, '{"at":${index}}\\n');`;
const busyFor = (ms: number): string =>
  `{ const { user, system } = process.cpuUsage(); for (;;) { const used = process.cpuUsage(); if (used.user + used.system - user - system > ${ms * 1_000}) break; } }`;

async function ran(script: string, limits: Limits) {
  const told: Told[] = [];
  const ended = await watched(["-e", script], limits, (one) => told.push(one));
  return { ended, told };
}

it("tells what a worker told, and that it ended well", async () => {
  expect(await ran(`${at(1)} ${at(3)}`, plenty)).toEqual({ ended: undefined, told: [{ at: 1 }, { at: 3 }] });
});

it("ends what uses a processor for too long, and knows where it was", async () => {
  expect(await ran(`${at(7)} for (;;);`, { ...plenty, processor: 500 })).toEqual({
    ended: "hangs: no end after 0.5 s of a processor",
    told: [{ at: 7 }],
  });
});

it.runIf(process.platform === "linux")("does not end what only waits for its turn", async () => {
  const waits = `${at(1)} Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_500); ${at(3)}`;
  expect((await ran(waits, { ...plenty, processor: 1_000 })).ended).toBeUndefined();
});

it("ends what waits for something that never comes", async () => {
  const waits = `${at(1)} Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);`;
  expect((await ran(waits, { ...plenty, clock: 1_000 })).ended).toBe("hangs: no end after 1 s");
});

it.runIf(process.platform === "linux")("counts what each thing takes, and not all of them together", async () => {
  const fourTimes = [1, 3, 5, 7].map((index) => `${at(index)} ${busyFor(250)}`).join(" ");
  expect((await ran(fourTimes, { ...plenty, processor: 700 })).ended).toBeUndefined();
});

it("tells how a process broke", async () => {
  expect((await ran("process.abort()", plenty)).ended).toMatch(/^ended: (SIGABRT|exit code \d+):/);
  expect((await ran("throw new Error('of its own')", plenty)).ended).toMatch(/^ended: exit code 1: .*of its own/);
});

it("tells how a process broke in the middle of a line", async () => {
  const torn = `${at(1)} require("fs").writeSync(1, '{"found":{"ind'); process.abort()`;
  const { ended, told } = await ran(torn, plenty);
  expect(ended).toMatch(/^ended: (SIGABRT|exit code \d+):/);
  expect(told).toEqual([{ at: 1 }]);
});

it.runIf(process.platform === "linux")(
  "does not take one that has ended for one that hangs, as long as something else holds its output",
  async () => {
    const child = 'require("child_process").spawn("sleep", ["1"], { stdio: ["ignore", "inherit", "ignore"] }).unref();';
    expect((await ran(`${child} process.exit(0)`, { ...plenty, processor: 100 })).ended).toBeUndefined();
  },
);
