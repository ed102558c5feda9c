import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** What came of asking for a lock: ours until `release`, or somebody else's, with the note that they left. */
export type LockOutcome =
  | { readonly kind: "held"; readonly release: () => Promise<void> }
  | { readonly kind: "busy"; readonly holder: string };

export interface LockRequest {
  readonly python: string;
  readonly path: string;
  /** What others are told who find it busy. */
  readonly note: string;
  /** Called if somebody holds it and we wait for them; without it we do not wait. */
  readonly onWait?: (holder: string) => void;
}

/**
 * Takes an exclusive lock on a file. It is the kernel's (flock), held by a child that ends when our end of a pipe
 * does: `kill -9` frees it, and there is no stale lock. Node has no flock; Python, which Spark needs anyway, has.
 */
export function takeLock(request: LockRequest): Promise<LockOutcome> {
  const { python, path, note, onWait } = request;
  const script = fileURLToPath(new URL("./lock.py", import.meta.url));
  const waits = onWait === undefined ? "at-once" : "wait";
  // Its own session, so that a Ctrl-C in the terminal does not take the lock away while we still clean up.
  const child = spawn(python, ["-S", script, path, note, waits], {
    stdio: ["pipe", "pipe", "inherit"],
    detached: true,
  });
  return new Promise((resolve, reject) => {
    const ended = new Promise<void>((done) => child.once("exit", () => done()));
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`The lock ${path} could not be taken (exit code ${code}).`)));
    child.stdin.on("error", () => {});
    createInterface(child.stdout).on("line", (line) => {
      if (line === "held") {
        child.unref();
        resolve({
          kind: "held",
          release: async () => {
            child.ref();
            child.stdin.end();
            await ended;
          },
        });
        return;
      }
      const holder = line.slice("busy".length).trim();
      if (onWait === undefined) resolve({ kind: "busy", holder });
      else onWait(holder);
    });
  });
}
