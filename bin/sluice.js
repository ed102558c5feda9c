#!/usr/bin/env node
import { existsSync } from "node:fs";
import { setFlagsFromString } from "node:v8";

// V8 optimizes a function after so many bytes of byte code (66 kB unless said), for a guess that holds for a server. A command ends
// before that is earned back: more than a quarter of a compilation's processor time went into optimizing what soon ran with other
// shapes and was optimized again (bench/README.md). Only where it was measured: later versions of V8 have another compiler in between.
if (process.versions.v8.startsWith("11.3.")) setFlagsFromString("--interrupt-budget=540000");

const main = new URL("../dist/bundle/main.js", import.meta.url);
if (existsSync(main)) {
  await (await import(main.href)).main();
} else {
  console.error("sluice is not built: dist/ is missing. Run 'npm run build' in its folder.");
  process.exitCode = 2;
}
