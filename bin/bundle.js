// Loads the bundle. Node 20 reads every function of it anew in each process, which took a third of what starting takes and a
// twentieth of what compiling 1,000 units takes (bench/README.md). So the build keeps V8's byte code of what compiling runs
// (.ci/code-cache.mjs), for the Node that it ran on: V8 takes it only for the same text, version and flags, and without it all is
// read as ever. https://nodejs.org/docs/latest-v20.x/api/vm.html#new-vmscriptcode-options
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { Script } from "node:vm";

const folder = join(import.meta.dirname, "..", "dist", "bundle");
const codeCache = join(folder, "code-cache", `${process.version}-${process.platform}-${process.arch}`);

export const isBuilt = () => existsSync(join(folder, "main.cjs"));

/** Where the byte code of a chunk is kept. */
export const codeCacheOf = (chunk) => join(codeCache, `${chunk}.bin`);

/** To be called before anything is loaded: byte code is of the flags that it was made under. */
export function setFlags() {
  // V8 optimizes a function after so many bytes of byte code (66 kB unless said), for a guess that holds for a server. A command ends
  // before that is earned back: more than a quarter of a compilation's processor time went into optimizing what soon ran with other
  // shapes and was optimized again (bench/README.md). Only where it was measured: later versions of V8 have another compiler in between.
  if (process.versions.v8.startsWith("11.3.")) setFlagsFromString("--interrupt-budget=540000");
}

/** What a chunk exports, with all that it needs loaded. Notes the scripts, by chunk. */
export function loader(scripts = new Map()) {
  const requirePackage = createRequire(join(folder, "main.cjs"));
  const modules = new Map();
  const load = (chunk) => {
    const known = modules.get(chunk);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    modules.set(chunk, module); // before it runs: chunks that need each other find what there is, as with Node's own loader
    const filename = join(folder, chunk);
    // The wrapper is Node's: https://nodejs.org/docs/latest-v20.x/api/modules.html#the-module-wrapper
    const text = `(function (exports, require, module, __filename, __dirname) {${readFileSync(filename, "utf8")}\n})`;
    const kept = codeCacheOf(chunk);
    const script = new Script(text, {
      filename,
      cachedData: existsSync(kept) ? readFileSync(kept) : undefined,
    });
    scripts.set(chunk, script);
    const require = (name) => (name.startsWith("./") ? load(name.slice(2)) : requirePackage(name));
    script.runInThisContext()(module.exports, require, module, filename, folder);
    return module.exports;
  };
  return load;
}
