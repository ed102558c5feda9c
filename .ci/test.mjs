// Everything that must hold: types, lint, unit tests, and the tests on real Spark and Kafka. Ends with one plain line of counts.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { attempt, root, say, setUp } from "./setup.mjs";

setUp();
spawn(process.execPath, [join(root, ".ci", "engines.mjs")], { cwd: root, stdio: "inherit" });
// Where there is an engine to ask; a checker is asked while the real engines run, at whose end a processor is idle.
const expressions = beside("expressions.mjs");
const counts = { passed: 0, failed: 0, skipped: 0 };

check("types", "npx", ["--no-install", "tsc", "--noEmit", "-p", "."]);
check("lint and format, warnings denied", "npx", ["--no-install", "biome", "ci", "--error-on-warnings", "."]);
vitest("unit tests, goldens and house rules", "unit");
const arm = beside("arm.mjs");
vitest("real engines: Spark, Delta, Kafka (the first run downloads them)", "spark");

for (const answer of [await expressions, await arm]) if (answer !== 3) counts[answer === 0 ? "passed" : "failed"] += 1;

console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed === 0 ? 0 : 1);

/** Runs a check of this folder while others run; its exit code. */
function beside(script) {
  const child = spawn(process.execPath, [join(root, ".ci", script)], { cwd: root, stdio: "inherit" });
  return new Promise((resolve) => child.on("exit", resolve));
}

function check(title, command, args) {
  say(title);
  counts[attempt(command, args) === 0 ? "passed" : "failed"] += 1;
}

function vitest(title, project) {
  say(title);
  const folder = mkdtempSync(join(tmpdir(), "sluice-tests-"));
  const file = join(folder, "results.json");
  const status = attempt("npx", [
    "--no-install",
    "vitest",
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ]);
  const results = read(file);
  rmSync(folder, { recursive: true });
  counts.passed += results.numPassedTests;
  counts.failed += results.numFailedTests;
  counts.skipped += results.numPendingTests + results.numTodoTests;
  // A test file that cannot be loaded, or no test at all, is a failure that no count shows.
  if (status !== 0 && results.numFailedTests === 0) counts.failed += 1;
  if (status === 0 && results.numPassedTests === 0) counts.failed += 1;
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
  }
}
