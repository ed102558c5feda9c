// Runs whole what CI runs a part of.
// suites.json lists it: `files` is what Vitest is asked for, and `env` what tells them to run whole, beside SLUICE_LONG=1.
// usage: npm run test:long [-- SUITE...]   (SLUICE_SEED=n runs what a seed led to again)
import { randomInt } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { attempt, root, say, setUp } from "./setup.mjs";

const suites = JSON.parse(readFileSync(join(root, ".ci", "suites.json"), "utf8"));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !suites.some((suite) => suite.name === name));
if (unknown.length > 0) {
  console.error(`There is no suite '${unknown[0]}'; there are: ${suites.map(({ name }) => name).join(", ")}.`);
  process.exit(2);
}

setUp();
const seed = process.env.SLUICE_SEED ?? String(randomInt(2 ** 31));
const results = suites.filter(({ name }) => wanted.length === 0 || wanted.includes(name)).map(ran);

say("minutes");
for (const { name, minutes, passed, failed } of results)
  console.log(`${name.padEnd(20)} ${minutes.toFixed(1).padStart(6)}   ${passed} passed, ${failed} failed`);
const sum = (what) => results.reduce((total, result) => total + result[what], 0);
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed, ${sum("skipped")} skipped`);
process.exit(sum("failed") === 0 ? 0 : 1);

function ran({ name, project, files, env }) {
  say(`${name}, seed ${seed}`);
  const folder = mkdtempSync(join(tmpdir(), "sluice-long-"));
  const file = join(folder, "results.json");
  const begun = performance.now();
  const status = attempt(
    "npx",
    [
      ...["--no-install", "vitest", "run", "--project", project, ...files],
      ...["--reporter=default", "--reporter=json", `--outputFile.json=${file}`],
    ],
    { env: { ...process.env, SLUICE_LONG: "1", SLUICE_SEED: seed, ...env } },
  );
  const minutes = (performance.now() - begun) / 60_000;
  const { passed, failed, skipped } = counted(file);
  rmSync(folder, { recursive: true });
  // A file that cannot be loaded, or no test at all, is a failure that no count shows.
  const isUncounted = failed === 0 && (status !== 0 || passed === 0);
  return { name, minutes, passed, skipped, failed: isUncounted ? 1 : failed };
}

function counted(file) {
  try {
    const results = JSON.parse(readFileSync(file, "utf8"));
    return {
      passed: results.numPassedTests,
      failed: results.numFailedTests,
      skipped: results.numPendingTests + results.numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}
