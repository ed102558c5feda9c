// Brings a checkout to the state in which everything runs: the locked packages, and the compiled command.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export const root = join(import.meta.dirname, "..");

export function setUp() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    stop(`Node ${process.versions.node} is too old: sluice needs 20.19 or newer.`);
  const locked = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  const stamp = join(root, "node_modules", ".sluice-lock");
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== locked) {
    say("installing packages (npm ci)");
    run("npm", ["ci", "--no-audit", "--no-fund"]);
    writeFileSync(stamp, locked);
  }
  say("compiling sluice");
  run("npm", ["run", "--silent", "build"]);
}

export const say = (line) => console.log(`\n— ${line}`);

/** Runs a command with its output shown; ends the process if it fails. */
export function run(command, args, options = {}) {
  const status = attempt(command, args, options);
  if (status !== 0) stop(`${command} ${args.join(" ")} failed (${status}).`);
}

/** Runs a command with its output shown; its exit code. */
export function attempt(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: "inherit", ...options });
  if (error) stop(`${command} cannot be started: ${error.message}`);
  return status ?? 1;
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
