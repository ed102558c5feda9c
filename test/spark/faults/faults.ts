import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { over } from "../local/children.js";
import { pathsBelow } from "./paths.js";
import { engineProcesses, isUp, killAll, type Run, signal, startRun } from "./processes.js";
import type { Project } from "./project.js";
import type { Random } from "./random.js";
import { tearNewest } from "./tear.js";

/** What strikes a run: all of it is killed, and its newest file may be torn; no file can become longer; the broker ends, is missed, and comes back. */
export type Kind = "kill" | "kill and tear" | "full disk" | "broker";

/** A fault, and when: so long after the lake has so many files, of those that a run leaves which nothing strikes. */
export interface Fault {
  readonly kind: Kind;
  readonly files: number;
  readonly milliseconds: number;
}

/** Faults one after another, each a little further on its way through what there is to do. `files`: of the run that nothing struck. */
export function faultsOf(kinds: readonly Kind[], files: number, random: Random): readonly Fault[] {
  return kinds.map((kind, at) => ({
    kind,
    files: Math.floor(((at + random.fraction()) / kinds.length) * files * 0.8),
    milliseconds: random.whole(500),
  }));
}

/** The files that are whole, below the lake and where sinks write. */
export function filesIn(run: string): number {
  return ["lake", "stores/exports"]
    .flatMap((name) => pathsBelow(join(run, name)))
    .filter((path) => /[^/]*\.[^/]*$|\/\d+$/.test(path) && !path.endsWith(".crc") && !path.includes(".tmp")).length;
}

/** Runs the project until the fault strikes, and gives what became of it; fails if it does not strike. */
export async function struck(project: Project, state: string, fault: Fault, random: Random): Promise<string> {
  const run = startRun(project, state);
  const lake = join(state, "run");
  try {
    while (isGoingOn(run) && (filesIn(lake) < fault.files || engineProcesses(run, "spark").length === 0))
      await sleep(30);
    await sleep(fault.milliseconds);
    if (!isGoingOn(run))
      throw new Error(
        `It ended before ${fault.kind} struck, with ${run.child.exitCode ?? run.child.signalCode}:\n${run.said.join("").slice(-2_000)}`,
      );
    return await strike(run, fault, random);
  } finally {
    await killAll(run);
  }
}

async function strike(run: Run, { kind }: Fault, random: Random): Promise<string> {
  if (kind === "kill" || kind === "kill and tear") {
    await killAll(run);
    return kind === "kill" ? "killed" : `killed; ${tearNewest(join(run.state, "run"), random)}`;
  }
  if (kind === "full disk") {
    const limit = random.one([0, 100, 500]);
    const limited = engineProcesses(run, "spark").filter(({ pid }) => limitFiles(pid, limit));
    const code = await ended(run);
    if (limited.length === 0 || code === 0)
      throw new Error(`It ended with ${code} where no file could be above ${limit} bytes.`);
    return `no file above ${limit} bytes; it ended with ${code}`;
  }
  const bounced = await bounce(run, random.one(["SIGKILL", "SIGTERM"]), 1_000 + random.whole(4_000));
  try {
    return `${bounced.what}; it ended with ${await ended(run)}`;
  } finally {
    await bounced.end();
  }
}

/** `prlimit --fsize`, on a process that is up: what would make a file longer fails, as on a disk that is full. False: it has ended meanwhile. */
function limitFiles(pid: number, bytes: number): boolean {
  try {
    execFileSync("prlimit", ["--pid", `${pid}`, `--fsize=${bytes}:${bytes}`], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Ends the broker, and starts it again on the same data, at the same address, some time after the run has asked for it in vain. */
async function bounce(
  run: Run,
  by: NodeJS.Signals,
  milliseconds: number,
): Promise<{ readonly what: string; readonly end: () => Promise<void> }> {
  const java = engineProcesses(run, "kafka").find(({ name }) => name.includes("java"));
  if (java === undefined) throw new Error("There is no broker to end.");
  const [command = "", ...words] = readFileSync(`/proc/${java.pid}/cmdline`, "utf8").split("\0").slice(0, -1);
  const [, port] = /^advertised\.listeners=.*:(\d+)$/m.exec(readFileSync(words.at(-1) ?? "", "utf8")) ?? [];
  signal(java.pid, by);
  while (isUp(java.pid)) await sleep(50);
  await missed(run, Number(port));
  await sleep(milliseconds);
  const again = spawn(command, words, { stdio: "ignore" });
  const end = async () => {
    again.kill("SIGKILL");
    await over(again);
  };
  return { what: `the broker got ${by} and came back ${milliseconds} ms after it was missed`, end };
}

/** Stands in the broker's place, hangs up on whoever comes first, and leaves it empty; fails if the run ends well without it. */
async function missed(run: Run, port: number): Promise<void> {
  let isMissed = false;
  const stand = createServer((caller) => {
    isMissed = true;
    caller.destroy();
  });
  // A caller that is given this very port as its own reaches itself, and holds it until it gives up.
  while (!(await listens(stand, port))) await sleep(50);
  try {
    while (!isMissed && isGoingOn(run)) await sleep(30);
    if (!isMissed && run.child.exitCode === 0) throw new Error("It ended and had not needed its broker.");
  } finally {
    const closed = once(stand, "close");
    stand.close();
    await closed;
  }
}

/** Whether it has the port now; false: something else holds it. */
async function listens(server: Server, port: number): Promise<boolean> {
  try {
    const listening = once(server, "listening");
    server.listen(port, "127.0.0.1");
    await listening;
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") return false;
    throw error;
  }
}

const isGoingOn = ({ child }: Run): boolean => child.exitCode === null && child.signalCode === null;

/** The exit code of a run that ends by itself, which it must. */
async function ended(run: Run): Promise<number | null> {
  const until = Date.now() + 15 * 60_000;
  while (isGoingOn(run)) {
    if (Date.now() > until) throw new Error(`It hangs: ${run.said.join("").slice(-2_000)}`);
    await sleep(100);
  }
  return run.child.exitCode;
}
