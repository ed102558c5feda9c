// What `sluice` starts from: a file a command instead of hundreds of modules, which takes half the time. Packages stay where npm puts them.
import { createHash } from "node:crypto";
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { rolldown } from "rolldown";

const folder = "dist/bundle";
const packages = /^(?![./])/;
const input = { main: "./dist/cli/main.js", "compare-thread": "./dist/cli/output/compare-thread.js" };
const bundle = await rolldown({ input, platform: "node", external: packages });
await bundle.write({ dir: folder, format: "esm", cleanDir: true });

// The runner looks for its Python beside the code that starts it.
for (const path of readdirSync("local", { recursive: true })) {
  if (path.endsWith(".py")) copyFileSync(join("local", path), join(folder, basename(path)));
}

// What tells this build from every other: what it knows of a project that another has compiled it does not rely on.
const hash = createHash("sha256").update(readFileSync("package-lock.json"));
for (const path of readdirSync(folder).sort()) hash.update(`${path} `).update(readFileSync(join(folder, path)));
writeFileSync(join(folder, "build"), `${hash.digest("hex")}\n`);
