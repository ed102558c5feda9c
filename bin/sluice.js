#!/usr/bin/env node
import { isBuilt, loader, setFlags } from "./bundle.js";

if (isBuilt()) {
  setFlags();
  await loader()("main.cjs").main();
} else {
  console.error("sluice is not built: dist/ is missing. Run 'npm run build' in its folder.");
  process.exitCode = 2;
}
