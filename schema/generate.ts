import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { generateFromCode, generateSources, stale } from "./generate/all.js";
import type { Files, Tree } from "./generate/tree.js";

/** The checkout on disk; `load` turns the path of a TypeScript file into the module to import. */
export function checkout(root: string, moduleOf: (path: string) => string): Tree {
  return {
    read: (path) => (existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : undefined),
    list: (folder) => (existsSync(join(root, folder)) ? filesBelow(root, folder) : []),
    load: async (path) => import(pathToFileURL(join(root, moduleOf(path))).href),
  };
}

function filesBelow(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}

function write(root: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    const file = join(root, path);
    if (existsSync(file) && readFileSync(file, "utf8") === text) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    process.stdout.write(`${path}\n`);
  }
}

async function main(): Promise<void> {
  const root = process.cwd();
  const tree = checkout(root, (path) => `dist/${path.replace(/\.ts$/, ".js")}`);
  const sources = generateSources(tree);
  write(root, sources);
  const rest = await generateFromCode(tree);
  write(root, rest);
  for (const path of stale(tree, { ...sources, ...rest })) {
    rmSync(join(root, path));
    process.stdout.write(`${path} (removed)\n`);
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
