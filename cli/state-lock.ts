import { join } from "node:path";
import { Report } from "../compiler/diagnostics/report.js";
import type { Host } from "../compiler/host.js";
import { lockPath } from "../compiler/lock/lock.js";
import { printLock } from "../compiler/lock/print-lock.js";
import { readLock } from "../compiler/lock/read-lock.js";
import { diskHost } from "./disk-host.js";
import { type Refusal, refused } from "./refusal.js";

/**
 * The project as a run sees it. A run does not write the project's lock, but what it has computed must not be taken for its own
 * after the next change: so its state has a lock too, and of each query the later generation counts (the state's, of two alike).
 */
export function withStateLock(host: Host, state: string): Host | Refusal {
  const own = readLock(diskHost(state), new Report());
  if (own === undefined)
    return refused(
      `${join(state, lockPath)} was damaged, or another version of sluice wrote it. To begin again with an empty state, run with --fresh.`,
    );
  const project = readLock(host, new Report());
  if (project === undefined) return host; // compiling says what is wrong with it
  const ahead = [...own].filter(([id, { generation }]) => generation >= (project.get(id)?.generation ?? 0));
  const merged = printLock(new Map([...project, ...ahead].sort(([a], [b]) => (a < b ? -1 : 1))));
  return { ...host, read: (path) => (path === lockPath ? merged : host.read(path)) };
}
