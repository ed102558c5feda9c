import { readFileSync } from "node:fs";

/** Linux tells times to programs in hundredths of a second, whatever its own clock is (man 5 proc, man 7 time). */
const TICK_MS = 10;
/** Where `utime` and `stime` stand behind the name, which may hold blanks and brackets (man 5 proc, "stat"). */
const [UTIME, STIME] = [11, 12];

/** How long the first thread of a process has had a processor, in milliseconds; nothing where the system does not say, or the process is gone. */
export function processorTime(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/task/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[UTIME]) + Number(fields[STIME])) * TICK_MS;
  } catch {
    return undefined;
  }
}
