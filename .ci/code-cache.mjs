// Keeps V8's byte code of what compiling a project runs, for bin/bundle.js: compiles projects, and asks for it when they have run.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { codeCacheOf, loader, setFlags } from "../bin/bundle.js";

/** Streams and tables of databases. */
const projects = ["telemetry", "youflix"];

setFlags();
const scripts = new Map();
const { main } = loader(scripts)("main.cjs");
const scratch = mkdtempSync(join(tmpdir(), "sluice-code-cache-"));
try {
  for (const name of projects) {
    process.argv.splice(2, Infinity, "compile", "--project", join("pipelines", name), "--out", join(scratch, name));
    await main();
    if (process.exitCode !== 0) console.error(`pipelines/${name} does not compile, so starting sluice takes longer.`);
  }
} finally {
  rmSync(scratch, { recursive: true });
}
process.exitCode = 0; // a project that is being worked on is no reason to have no command

for (const [chunk, script] of scripts) {
  const path = codeCacheOf(chunk);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, script.createCachedData());
}
