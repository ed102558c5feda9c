#!/usr/bin/env node
import { existsSync } from "node:fs";

const main = new URL("../dist/bundle/main.js", import.meta.url);
if (existsSync(main)) {
  await (await import(main.href)).main();
} else {
  console.error("sluice is not built: dist/ is missing. Run 'npm run build' in its folder.");
  process.exitCode = 2;
}
