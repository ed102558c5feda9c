import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { over } from "../local/children.js";
import { pathsBelow } from "./paths.js";
import type { Project } from "./project.js";

/** The command `sluice run`, as people start it, and what it has said. */
export interface Run {
  readonly state: string;
  readonly child: ChildProcess;
  readonly said: readonly string[];
}

/** Starts it in a process group of its own. */
export function startRun({ projectDir }: Project, state: string): Run {
  const words = [join("bin", "sluice.js"), "run", "--project", projectDir, "--state", state, "--rate", "max"];
  const child = spawn(process.execPath, words, { detached: true, stdio: ["ignore", "ignore", "pipe"] });
  const said: string[] = [];
  child.stderr?.on("data", (chunk: Buffer) => said.push(chunk.toString("utf8")));
  return { state, child, said };
}

interface Process {
  readonly pid: number;
  readonly session: number;
  /** The program's own name, as the system keeps it. */
  readonly name: string;
}

function processes(): readonly Process[] {
  const listed = execFileSync("ps", ["-A", "-o", "pid=,sess=,stat=,comm="], { encoding: "utf8" });
  return listed.split("\n").flatMap((line) => {
    const [pid, session, state = "Z", name = ""] = line.trim().split(/\s+/);
    return state.startsWith("Z") ? [] : [{ pid: Number(pid), session: Number(session), name }];
  });
}

/** Engines of a run: each has a session of its own, which its record names. */
export function engineProcesses({ state }: Run, engine: "spark" | "kafka"): readonly Process[] {
  const record = join(state, "run", engine, "process.json");
  if (!existsSync(record)) return [];
  const { session }: { readonly session: number } = JSON.parse(readFileSync(record, "utf8"));
  return processes().filter((one) => one.session === session);
}

/** All that runs for it: the command, its keepers, Python, and each Java. */
function allOf(run: Run): readonly number[] {
  const sessions = pathsBelow(join(run.state, "run"))
    .filter((path) => path.endsWith("process.json"))
    .map((path) => JSON.parse(readFileSync(join(run.state, "run", path), "utf8")).session);
  return processes()
    .filter(({ pid, session }) => session === run.child.pid || sessions.includes(session) || pid === run.child.pid)
    .map(({ pid }) => pid);
}

export const isUp = (pid: number): boolean => processes().some((one) => one.pid === pid);

/** `kill -9` to all of them, and waits until none is there. */
export async function killAll(run: Run): Promise<void> {
  const pids = allOf(run);
  for (const pid of pids) signal(pid, "SIGKILL");
  await over(run.child);
  while (processes().some(({ pid }) => pids.includes(pid))) await new Promise((resolve) => setTimeout(resolve, 50));
}

/** A process that has ended meanwhile takes none. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}
