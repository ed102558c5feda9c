// What `sluice` starts from: a file a command instead of hundreds of modules, which takes half the time. Other packages stay where npm puts them.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { rolldown } from "rolldown";

const folder = "dist/bundle";
// What every compilation runs is within the bundle, so that its byte code is kept too (bin/bundle.js). js-yaml in its form for
// CommonJS: with the other its part of reading took twice as long (116 ms became 228, of 1,000 units).
const within = { "js-yaml": resolve("node_modules/js-yaml/dist/js-yaml.cjs.js"), picocolors: undefined };
const isOutside = (id) => /^(?![./])/.test(id) && !Object.hasOwn(within, id);
const plugins = [{ name: "own-packages", resolveId: (id) => within[id] }];
const bundled = (input) => rolldown({ input, platform: "node", external: isOutside, plugins });
// CommonJS, with its packages: of modules Node 20 cannot keep byte code (bin/bundle.js), and two forms of a package are two packages,
// whose errors are not each other's.
const main = await bundled({ main: "./dist/cli/main.js" });
const names = { entryFileNames: "[name].cjs", chunkFileNames: "[name]-[hash].cjs" };
await main.write({ dir: folder, format: "cjs", dynamicImportInCjs: false, ...names, cleanDir: true });
const thread = await bundled("./dist/cli/output/compare-thread.js");
await thread.write({ file: join(folder, "compare-thread.js"), format: "esm" });

// The runner looks for its Python beside the code that starts it.
for (const path of readdirSync("local", { recursive: true })) {
  if (path.endsWith(".py")) copyFileSync(join("local", path), join(folder, basename(path)));
}

// What tells this build from every other: what it knows of a project that another has compiled it does not rely on.
const hash = createHash("sha256").update(readFileSync("package-lock.json"));
for (const path of readdirSync(folder).sort()) hash.update(`${path} `).update(readFileSync(join(folder, path)));
writeFileSync(join(folder, "build"), `${hash.digest("hex")}\n`);

// Only behind the hash: two builds of one text may keep other byte code. Not its output, which is that of compiling.
const { status } = spawnSync(process.execPath, [join(import.meta.dirname, "code-cache.mjs")], {
  stdio: ["ignore", "ignore", "inherit"],
});
process.exitCode = status ?? 1;
