// Runs whole processes and holds their costs against each other. Only ratios of one round are compared: the same command takes
// up to twice as long a minute later on a machine that does other things too.
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const python = process.env.PYTHON ?? "python3";
const script = join(import.meta.dirname, "measure.py");

/** What a command cost; one that fails, fails the bench. */
export function measured(command, cwd = process.cwd()) {
  const { stdout, stderr, status } = spawnSync(python, [script, ...command], { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command.join(" ")}: ${stderr}`);
  const cost = JSON.parse(stdout);
  if (cost.status !== 0) throw new Error(`${command.join(" ")} ended with ${cost.status}\n${cost.output}${stderr}`);
  return cost;
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** How much dearer `a` is than `b`, round by round: median, minimum and maximum of the ratios. */
export function ratios(rounds, a, b, unit) {
  const found = rounds.map((round) => round[a][unit] / round[b][unit]);
  return { median: median(found), least: Math.min(...found), most: Math.max(...found) };
}

/** The largest of a cost divided by the smallest: how restless the machine was. */
export function spread(rounds, name, unit) {
  const costs = rounds.map((round) => round[name][unit]);
  return Math.max(...costs) / Math.min(...costs);
}
