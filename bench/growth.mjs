// How the time to compile grows with the input: npm run bench:growth [-- part of a form's name].
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { rolldown } from "rolldown";

const folder = resolve(join("node_modules", ".cache", `sluice-growth-${process.pid}`));
const bundle = await rolldown({ input: "bench/growth.ts", platform: "node", external: /^(?![./])/ });
await bundle.write({ dir: folder, format: "esm", entryFileNames: "growth.mjs" });
await bundle.close();
const { status } = spawnSync(process.execPath, ["--expose-gc", join(folder, "growth.mjs"), ...process.argv.slice(2)], {
  stdio: "inherit",
});
rmSync(folder, { recursive: true });
process.exit(status ?? 1);
