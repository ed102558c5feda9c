import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { plain } from "../../compiler/diagnostics/frame.js";
import { Origin } from "../../compiler/source/origin.js";
import { diskHost } from "../disk-host.js";
import { sha256 } from "./manifest.js";
import { writeOutput } from "./output.js";
import { askedAgain, changedSince, interview, recall, remember } from "./recall.js";
import { isLasting } from "./stamps.js";
import { standing } from "./standing.js";

const base = mkdtempSync(join(tmpdir(), "sluice-recall-"));
afterAll(() => rmSync(base, { recursive: true }));

/** A project that was compiled: it was asked for three files, one of which is not there. */
async function compiled(name: string, others: readonly string[] = []) {
  const project = join(base, name);
  const out = join(project, "generated");
  mkdirSync(join(project, "pipelines"), { recursive: true });
  writeFileSync(join(project, "sluice.yaml"), "version: 1\n");
  writeFileSync(join(project, "pipelines/a.yaml"), "pipeline: a\n");
  const asked = interview(diskHost(project));
  for (const path of ["sluice.yaml", "sluice.lock", "pipelines/a.yaml", "sluice.yaml"]) asked.host.read(path);
  asked.host.list("pipelines");
  const range = { start: 0, end: 0 };
  const origin = Origin.root({ file: { path: "sluice.yaml", text: "" }, root: { kind: "scalar", range, value: null } });
  const artifact = (path: string) =>
    ({ path, body: `${path}\n`, plane: "lake", kind: "text", owner: "test", dependsOn: [], origin }) as const;
  const artifacts = ["common/a.py", "env/dev/a.json", ...others].map((path) => ({
    ...artifact(path),
    effects: { reads: [], writes: [] },
  }));
  const world = { cwd: base, now: () => 0, palette: plain, out: () => undefined, err: () => undefined };
  expect(await writeOutput({ artifacts, environments: [], out }, world)).toContain(`${artifacts.length} written`);
  const manifest = sha256(readFileSync(join(out, "manifest.json")));
  remember(project, { task: "it", ...asked.transcript(), said: "nothing", manifest });
  const again = (task = "it", clock?: () => number) => {
    const before = recall(task, diskHost(project));
    if (before === undefined) return undefined;
    const now = askedAgain(before, diskHost(project)).transcript();
    if (changedSince(before, now)?.length !== 0) return undefined;
    return standing({ project, out, manifest: before.manifest }, clock)?.paths;
  };
  return { project, out, again };
}

it("knows the same again", async () => {
  const { again, project } = await compiled("same");
  expect(again()).toEqual(["common/a.py", "env/dev/a.json"]);
  expect(readFileSync(join(project, ".sluice/cache/.gitignore"), "utf8")).toBe("*\n");
});

it.each<[string, (project: string) => void]>([
  ["a file that was read is edited", (project) => appendFileSync(join(project, "pipelines/a.yaml"), "\n")],
  ["a file that was read is gone", (project) => rmSync(join(project, "pipelines/a.yaml"))],
  ["a file that was looked for is there", (project) => writeFileSync(join(project, "sluice.lock"), "")],
  ["a folder has one more file", (project) => writeFileSync(join(project, "pipelines/b.yaml"), "")],
  ["an artifact is edited", (project) => appendFileSync(join(project, "generated/common/a.py"), "# mine\n")],
  ["an artifact is gone", (project) => rmSync(join(project, "generated/env/dev/a.json"))],
  ["the manifest is edited", (project) => appendFileSync(join(project, "generated/manifest.json"), "\n")],
  ["the output is gone", (project) => rmSync(join(project, "generated"), { recursive: true })],
  ["a run was stopped while it wrote", (project) => mkdirSync(join(project, "generated/.sluice-writing"))],
  ["the cache is broken", (project) => writeFileSync(join(project, ".sluice/cache/compiled.json"), "{}")],
])("compiles where %s", async (name, change) => {
  const { again, project } = await compiled(name);
  change(project);
  expect(again()).toBeUndefined();
});

it("compiles where another build is at work, or something else is asked for", async () => {
  const { again } = await compiled("other");
  expect(again("other")).toBeUndefined();
});

it("needs no folder that can be written", () => {
  const project = join(base, "file");
  mkdirSync(project);
  writeFileSync(join(project, ".sluice"), "not a folder");
  remember(project, { task: "it", questions: [], answers: [], texts: new Map(), said: "", manifest: "" });
  expect(existsSync(join(project, ".sluice/cache"))).toBe(false);
  expect(recall("it", diskHost(project))).toBeUndefined();
});

it("knows files by their stamps, and reads one that has another", async () => {
  const others = Array.from({ length: 80 }, (_, at) => `common/${at}.py`);
  const { again, project, out } = await compiled("stamps", others);
  const stamps = join(project, ".sluice/cache/stamps.json");
  const later = () => Date.now() + 60_000;
  const atOnce = () => 0; // before any of them was written
  expect(again("it", atOnce)).toHaveLength(82);
  const known = () => JSON.parse(readFileSync(stamps, "utf8")).stamps.filter((stamp: unknown) => stamp !== null);
  expect(known()).toEqual([]); // they may be edited within their times yet
  expect(again("it", later)).toHaveLength(82);
  expect(known()).toHaveLength(82);
  expect(again("it", later)).toHaveLength(82);
  const [file, { atime, mtime }] = [join(out, "common/7.py"), statSync(join(out, "common/7.py"))];
  writeFileSync(file, readFileSync(file, "utf8").replace("7", "8"));
  utimesSync(file, atime, mtime);
  expect(again("it", later)).toBeUndefined();
  writeFileSync(file, readFileSync(file, "utf8").replace("8", "7"));
  expect(again("it", later)).toHaveLength(82);
  for (const text of ["", "{", '{"out":1}', JSON.stringify({ out, stamps: ["known"] })]) {
    writeFileSync(stamps, text);
    expect(again("it", later)).toHaveLength(82);
  }
});

it.each<[string, number, number, boolean]>([
  ["a disk counts whole seconds, and one went by", 1_790_000_000_000, 1001, false],
  ["a disk counts whole seconds, and three went by", 1_790_000_000_000, 3000, true],
  ["a disk counts milliseconds", 1_790_000_000_123, 1001, false],
  ["a disk counts less, and too little went by", 1_790_000_000_123.456, 99, false],
  ["a disk counts less, and some ticks went by", 1_790_000_000_123.456, 101, true],
])("trusts a stamp or not where %s", (_, changed, later, expected) => {
  expect(isLasting([1, 2, changed], changed + later)).toBe(expected);
});
