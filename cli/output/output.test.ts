import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { plain } from "../../compiler/diagnostics/frame.js";
import type { Artifact } from "../../compiler/emit/artifact.js";
import { Origin } from "../../compiler/source/origin.js";
import type { World } from "../world.js";
import { applyPlan } from "./apply.js";
import { compared, comparing, contentOf } from "./compare.js";
import { diskFolder, type Folder } from "./folder.js";
import { clearStaged, knownManifests } from "./journal.js";
import { checkOutput, writeOutput } from "./output.js";
import { planOutput } from "./plan.js";

type Tree = Readonly<Record<string, string>>;

const base = mkdtempSync(join(tmpdir(), "sluice-output-"));
afterAll(() => rmSync(base, { recursive: true }));
let folders = 0;
const fresh = (): string => {
  folders += 1;
  return join(base, String(folders));
};
const world: World = { cwd: base, now: () => 0, palette: plain, out: () => undefined, err: () => undefined };

it("writes, replaces and removes its own files, and no others", async () => {
  const out = fresh();
  put(out, { "common/mine.txt": "mine" });
  expect(await compileTo(out, { "common/a.py": "a\n", "common/deep/b.py": "b\n" })).toMatch(
    /2 written, 0 removed, 0 unchanged$/,
  );
  expect(await compileTo(out, { "common/a.py": "A\n" })).toMatch(/1 written, 1 removed, 0 unchanged$/);
  expect(read(out)).toEqual({ "common/a.py": "A\n", "common/mine.txt": "mine" });
  expect(existsSync(join(out, "common/deep"))).toBe(false);
});

it("leaves a file alone that is already right", async () => {
  const out = fresh();
  await compileTo(out, { "common/a.py": "a\n" });
  const written = () =>
    ["common/a.py", "manifest.json"].map((path) => statSync(join(out, path), { bigint: true }).mtimeNs);
  const before = written();
  await compileTo(out, { "common/a.py": "a\n" });
  expect(written()).toEqual(before);
});

it.each<[string, Tree, string]>([
  ["a foreign file", { "common/a.py": "foreign" }, "common/a.py is in the way"],
  ["a foreign folder", { "common/a.py/mine": "mine" }, "common/a.py is in the way"],
  ["a foreign file for a folder", { common: "foreign" }, "common is in the way"],
  ["a foreign manifest", { "manifest.json": '{ "name": "an app" }' }, "manifest.json is not a manifest of sluice"],
  ["a broken manifest", { "manifest.json": "<<<<<<< ours" }, "manifest.json is not a manifest of sluice"],
])("refuses where %s is in the way, and writes nothing", async (_, foreign, message) => {
  const out = fresh();
  put(out, foreign);
  expect(await compileTo(out, { "common/a.py": "a\n", "other.py": "o\n" })).toContain(message);
  expect(readAll(out)).toEqual(foreign);
});

it("does not write through a link", async () => {
  const out = fresh();
  const elsewhere = fresh();
  put(elsewhere, { "a.py": "mine" });
  mkdirSync(join(out, "common"), { recursive: true });
  symlinkSync(join(elsewhere, "a.py"), join(out, "common/a.py"));
  expect(await compileTo(out, { "common/a.py": "a\n" })).toContain("common/a.py is in the way");
  expect(read(elsewhere)).toEqual({ "a.py": "mine" });
});

it.each<[string, Tree]>([
  ["replaced", { "common/a.py": "new\n" }],
  ["removed", {}],
])("refuses when an edited file would be %s", async (_, next) => {
  const out = fresh();
  await compileTo(out, { "common/a.py": "a\n" });
  put(out, { "common/a.py": "edited\n" });
  expect(await compileTo(out, next)).toContain("common/a.py was edited since sluice wrote it");
  expect(read(out)).toEqual({ "common/a.py": "edited\n" });
});

it("takes line ends that git changed for no edit", async () => {
  const out = fresh();
  await compileTo(out, { "a.py": "a\nb\n" });
  put(out, { "a.py": "a\r\nb\r\n" });
  expect(await compileTo(out, { "a.py": "c\n" })).toMatch(/1 written/);
});

it("believes no manifest that leads out of the folder", async () => {
  const out = fresh();
  await compileTo(out, { "a.py": "a\n" });
  const manifest = readFileSync(join(out, "manifest.json"), "utf8").replace('"a.py"', '"../b.py"');
  put(out, { "manifest.json": manifest });
  expect(await compileTo(out, {})).toContain("manifest.json is not a manifest of sluice");
});

it("keeps the files of environments that were not compiled", async () => {
  const out = fresh();
  const all = { "common/a.py": "a\n", "env/dev/x.json": "d\n", "env/prod/x.json": "p\n" };
  await compileTo(out, all);
  await compileTo(out, { "common/b.py": "b\n", "env/dev/y.json": "d\n" }, ["dev"]);
  expect(read(out)).toEqual({ "common/b.py": "b\n", "env/dev/y.json": "d\n", "env/prod/x.json": "p\n" });
  await compileTo(out, { "common/b.py": "b\n" });
  expect(read(out)).toEqual({ "common/b.py": "b\n" });
});

it("--check says what is stale and writes nothing", async () => {
  const out = fresh();
  await compileTo(out, { "a.py": "a\n", "b.py": "b\n" });
  expect(await check(out, { "a.py": "a\n", "b.py": "b\n" })).toContain("is what the project compiles to");
  const before = readAll(out);
  const said = await check(out, { "b.py": "B\n", "c.py": "c\n" });
  for (const line of ["a.py is no longer compiled to", "b.py differs", "c.py is missing"]) expect(said).toContain(line);
  expect(readAll(out)).toEqual(before);
});

const name = fc.constantFrom("a", "b", "c");
const path = fc
  .tuple(fc.constantFrom("common", "env/dev", "env/prod"), fc.array(name, { minLength: 1, maxLength: 3 }))
  .map(([top, names]) => [top, ...names].join("/"));
const tree = fc
  .uniqueArray(fc.tuple(path, fc.constantFrom("1\n", "2\n", "3\n")), { selector: ([path]) => path, maxLength: 6 })
  .map((files) => files.filter(([path]) => !files.some(([other]) => path.startsWith(`${other}/`))))
  .map((files): Tree => Object.fromEntries(files));

it("leaves exactly the last tree and every foreign file, whatever was compiled before", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(tree, { minLength: 1, maxLength: 4 }), tree, async (trees, beside) => {
      const foreign = Object.fromEntries(
        Object.entries(beside).map(([path, text]) => [`${path}/foreign`, `foreign ${text}`]),
      );
      const out = fresh();
      let last: Tree = {};
      put(out, foreign);
      for (const next of trees) if (!(await compileTo(out, next)).startsWith("Nothing was written")) last = next;
      expect(read(out)).toEqual({ ...foreign, ...last });
    }),
    { numRuns: 60 },
  );
});

it("recovers from being stopped anywhere", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(tree, fc.nat(24)), { minLength: 1, maxLength: 4 }),
      tree,
      async (stopped, last) => {
        const out = fresh();
        for (const [next, after] of stopped) compileStopped(out, next, after);
        expect(await compileTo(out, last)).not.toContain("Nothing was written");
        expect(read(out)).toEqual(last);
        expect(readdirSync(out)).not.toContain(".sluice-writing");
      },
    ),
    { numRuns: 60 },
  );
});

async function compileTo(out: string, tree: Tree, environments: readonly string[] = []): Promise<string> {
  const done = await writeOutput({ artifacts: artifactsOf(tree), environments, out }, world);
  return typeof done === "string" ? done : done.message;
}

async function check(out: string, tree: Tree): Promise<string> {
  const done = await checkOutput({ artifacts: artifactsOf(tree), environments: [], out }, world);
  return typeof done === "string" ? done : done.message;
}

/** Compiles on a disk that fails after so many changes. */
function compileStopped(out: string, tree: Tree, after: number): void {
  let left = after;
  const disk = diskFolder(out);
  const counted =
    <P extends readonly unknown[]>(change: (...params: P) => void) =>
    (...params: P): void => {
      if (left === 0) throw new Error("stopped");
      left -= 1;
      change(...params);
    };
  const folder: Folder = {
    ...disk,
    write: counted(disk.write),
    move: counted(disk.move),
    remove: counted(disk.remove),
    removeFolder: counted(disk.removeFolder),
  };
  const known = knownManifests(folder);
  if (known.kind === "unreadable") throw new Error(`${known.path} is unreadable`);
  try {
    clearStaged(folder);
    const compare = comparing(folder, { isStaging: true });
    const all = artifactsOf(tree).map((artifact) => compared(artifact, compare(contentOf(artifact))));
    const plan = planOutput(all, known.manifests, folder, () => true);
    expect(plan.obstacles).toEqual([]);
    applyPlan(plan, known.manifests, folder);
  } catch (error) {
    expect(error).toEqual(new Error("stopped"));
  }
}

function artifactsOf(tree: Tree): readonly Artifact[] {
  const range = { start: 0, end: 0 };
  const origin = Origin.root({ file: { path: "sluice.yaml", text: "" }, root: { kind: "scalar", range, value: null } });
  return Object.entries(tree).map(([path, body]) => ({
    path,
    body,
    plane: "lake",
    kind: "text",
    owner: "test",
    dependsOn: [],
    effects: { reads: [], writes: [] },
    origin,
  }));
}

function put(folder: string, files: Tree): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function readAll(folder: string): Tree {
  const entries = existsSync(folder) ? readdirSync(folder, { withFileTypes: true, recursive: true }) : [];
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(files.map((file) => [file.slice(folder.length + 1), readFileSync(file, "utf8")]));
}

function read(folder: string): Tree {
  const { "manifest.json": _, ...files } = readAll(folder);
  return files;
}
