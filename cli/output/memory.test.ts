import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it, vi } from "vitest";
import { compile } from "../../compiler/compile.js";
import { plain } from "../../compiler/diagnostics/frame.js";
import { targets } from "../../targets/index.js";
import { readTree } from "../../test/golden.js";
import { diskHost } from "../disk-host.js";
import { memoryOf } from "./memory.js";
import { writeOutput, writtenAgain } from "./output.js";

const base = mkdtempSync(join(tmpdir(), "sluice-memory-"));
afterAll(() => rmSync(base, { recursive: true }));

const world = { cwd: base, now: () => 0, palette: plain, out: () => undefined, err: () => undefined };

const project = `version: 1
project: plants
platform: { spark: synapse }
lake: { account: lake }
secrets: { vault: vault }
compute: { small: { workers: 2 } }
connections:
  events: { kind: event-hubs, namespace: plants, tier: standard, identity: { secret: events } }
environments:
  local: { on: this-machine }
`;

const pipeline = (name: string): string => `pipeline: ${name}
sources:
  events: { kind: event-hub, connection: events, event_hub: ${name}, partitions: 4, format: json, columns: { id: string, site: string } }
bronze:
  ${name}: { from: sources.events }
silver:
  ${name}_readings:
    description: Read.
    from: bronze.${name}
    columns: { id: upper(id), site: site }
`;

/** A project of three pipelines in two files, compiled to a folder elsewhere and remembered. */
async function remembered(name: string) {
  const [folder, out] = [join(base, name), join(base, `${name}-out`)];
  mkdirSync(join(folder, "pipelines"), { recursive: true });
  writeFileSync(join(folder, "sluice.yaml"), project);
  writeFileSync(join(folder, "pipelines/a.yaml"), `${pipeline("north")}---\n${pipeline("south")}`);
  writeFileSync(join(folder, "pipelines/b.yaml"), pipeline("west"));
  const memory = (build = "it") => memoryOf({ build, environments: [], project: folder, out, isElsewhere: true });
  const first = memory();
  const { artifacts, diagnostics } = compile(first.host, targets);
  expect(diagnostics).toEqual([]);
  await writeOutput({ artifacts, environments: [], out }, world);
  first.keep("what was said");
  return { folder, out, memory };
}

const edit = (path: string, from: string, to: string): void =>
  writeFileSync(path, readFileSync(path, "utf8").replace(from, to));

it("writes what an edit of a table changes, and nothing else, byte for byte what a cold compilation writes", async () => {
  const { folder, out, memory } = await remembered("edited");
  edit(join(folder, "pipelines/a.yaml"), "upper(id)", "lower(id)");
  const before = readTree(out);
  const again = await memory().again();
  expect(again?.said).toBe("what was said");
  const written = Object.entries(readTree(out)).filter(([path, text]) => before[path] !== text);
  const artifacts = written.map(([path]) => path).filter((path) => path !== "manifest.json");
  expect(artifacts).not.toEqual([]);
  expect(artifacts.filter((path) => !path.includes("north"))).toEqual([]);
  const count = Object.keys(before).length - 1;
  const line = `edited-out/: ${artifacts.length} written, 0 removed, ${count - artifacts.length} unchanged`;
  expect(again && writtenAgain(again, { environments: [], out }, world)).toBe(line);
  const cold = join(base, "edited-cold");
  await writeOutput({ artifacts: compile(diskHost(folder), targets).artifacts, environments: [], out: cold }, world);
  expect(readTree(out)).toEqual(readTree(cold));
  expect((await memory().again())?.written).toBe(0); // it is remembered
});

it("writes nothing where a comment was changed, and remembers that too", async () => {
  const { folder, memory } = await remembered("comment");
  appendFileSync(join(folder, "pipelines/b.yaml"), "# said\n");
  expect((await memory().again())?.written).toBe(0);
  expect((await memory().again())?.written).toBe(0);
});

it.each<[string, (folder: string, out: string) => void]>([
  ["sluice.yaml is edited", (folder) => appendFileSync(join(folder, "sluice.yaml"), "# other\n")],
  ["a file is added", (folder) => writeFileSync(join(folder, "pipelines/c.yaml"), pipeline("east"))],
  ["a file is removed", (folder) => rmSync(join(folder, "pipelines/b.yaml"))],
  ["a file is renamed", (folder) => renameSync(join(folder, "pipelines/b.yaml"), join(folder, "pipelines/c.yaml"))],
  ["a lock is there", (folder) => writeFileSync(join(folder, "sluice.lock"), "version: 1\nqueries: {}\n")],
  ["a pipeline is added", (folder) => appendFileSync(join(folder, "pipelines/b.yaml"), `---\n${pipeline("east")}`)],
  ["a source is edited", (folder) => edit(join(folder, "pipelines/b.yaml"), "partitions: 4", "partitions: 8")],
  ["a name is edited", (folder) => edit(join(folder, "pipelines/b.yaml"), "west_readings", "west_rows")],
  ["there is an error", (folder) => edit(join(folder, "pipelines/b.yaml"), "upper(id)", "upper(none)")],
  ["it is no YAML", (folder) => edit(join(folder, "pipelines/b.yaml"), "upper(id)", "{")],
  [
    "what was read is not known any more",
    (folder) => writeFileSync(join(folder, ".sluice/cache/pipelines.json"), "{}"),
  ],
  [
    "what is remembered of a file is not what it was",
    (folder) => edit(join(folder, ".sluice/cache/pipelines.json"), "upper(id)", "upper(id )"),
  ],
  ["what is remembered is torn", (folder) => writeFileSync(join(folder, ".sluice/cache/compiled.json"), '{"task":')],
  [
    "an artifact was edited",
    (_, out) => appendFileSync(join(out, "common/synapse/python/plants_common.py"), "# mine\n"),
  ],
])("compiles all where %s", async (name, change) => {
  const { folder, out, memory } = await remembered(name.replaceAll(" ", "-"));
  edit(join(folder, "pipelines/a.yaml"), "Read.", "Read again.");
  change(folder, out);
  const before = readTree(out);
  expect(await memory().again()).toBeUndefined();
  expect(readTree(out)).toEqual(before);
});

it("compiles all for another build", async () => {
  const { memory } = await remembered("build");
  expect(await memory("other").again()).toBeUndefined();
});

it("compiles all on another day: what is said of clocks that will be changed depends on it", async () => {
  const { memory } = await remembered("day");
  expect(await memory().again()).toBeDefined();
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 24 * 60 * 60 * 1000 });
  try {
    expect(await memory().again()).toBeUndefined();
  } finally {
    vi.useRealTimers();
  }
});
