import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { plain } from "../../compiler/diagnostics/frame.js";
import { runCommand } from "../main.js";
import { said } from "../said.fixture.js";

const base = mkdtempSync(join(tmpdir(), "sluice-watch-"));
afterAll(() => rmSync(base, { recursive: true }));

const sluice = `version: 1
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

const pipeline = (name: string, id = "upper(id)"): string => `pipeline: ${name}
sources:
  events: { kind: event-hub, connection: events, event_hub: ${name}, partitions: 4, format: json, columns: { id: string } }
bronze:
  ${name}: { from: sources.events }
silver:
  ${name}_readings: { from: bronze.${name}, columns: { id: ${id} } }
`;

function projectIn(name: string): string {
  const cwd = join(base, name);
  mkdirSync(join(cwd, "pipelines"), { recursive: true });
  writeFileSync(join(cwd, "sluice.yaml"), sluice);
  writeFileSync(join(cwd, "pipelines/north.yaml"), pipeline("north"));
  return cwd;
}

/** A command that watches a project; what it says is waited for, and the next time only what it says then. */
function watching(name: string, command: string) {
  const cwd = projectIn(name);
  const others = process.listeners("SIGINT");
  let heard = "";
  let hear = (): void => undefined;
  const listen = (text: string): void => {
    heard += text;
    hear();
  };
  const ended = runCommand([command, "--watch"], { cwd, now: () => 0, palette: plain, out: listen, err: listen });
  const says = async (text: string): Promise<string> => {
    while (!heard.includes(text))
      await Promise.race([
        new Promise<void>((resolve) => {
          hear = resolve;
        }),
        ended.then((code) => Promise.reject(new Error(`It ended with ${code}: ${heard}`))),
      ]);
    const all = heard;
    heard = "";
    return all;
  };
  return {
    says,
    cwd,
    write: (path: string, text: string) => writeFileSync(join(cwd, path), text),
    interrupt: () => {
      for (const ear of process.listeners("SIGINT").filter((one) => !others.includes(one))) ear("SIGINT");
      return ended;
    },
  };
}

it("checks a project again after each change, until Ctrl-C", async () => {
  const { says, write, interrupt, cwd } = watching("checks", "validate");
  const north = "pipelines/north.yaml";
  expect(await says("Waiting for changes")).toContain("Nothing to report.\n");

  write(north, pipeline("north", "lower(id)"));
  expect(await says("report.\n")).toContain(`${north}\nNothing to report.\n`);
  write(north, pipeline("north", "lower(none)"));
  expect(await says("'none'")).toContain(north);
  expect((await said(cwd, ["validate"])).out).toContain("'none'");
  write(north, pipeline("north", "trim(id)"));
  await says("Nothing to report.\n");

  // As editors save: a file beside gets the name.
  write("pipelines/north.yaml~", pipeline("north", "trim(none)"));
  renameSync(join(cwd, "pipelines/north.yaml~"), join(cwd, north));
  await says("'none'");
  write(north, pipeline("north"));
  await says("Nothing to report.\n");

  write("pipelines/south.yaml", pipeline("north"));
  await says("declared");
  write("pipelines/south.yaml", pipeline("south", "upper(none)"));
  await says("'none'");
  rmSync(join(cwd, "pipelines/south.yaml"));
  await says("Nothing to report.\n");

  mkdirSync(join(cwd, "pipelines/below"));
  write("pipelines/below/south.yaml", pipeline("south", "upper(none)"));
  await says("below/south.yaml");
  renameSync(join(cwd, "pipelines/below/south.yaml"), join(cwd, "pipelines/below/south.txt"));
  await says("Nothing to report.\n");

  write("sluice.yaml", sluice.replace("connections:", "connection:"));
  await says("sluice.yaml");
  write("sluice.yaml", sluice);
  await says("Nothing to report.\n");

  expect(await interrupt()).toBe(0);
});

it("compiles again after each change, and not after its own writing", async () => {
  const { says, write, interrupt, cwd } = watching("compiles", "compile");
  const file = "generated/common/synapse/python/plants_north_silver_north_readings.py";
  await says("Waiting for changes");
  expect(readFileSync(join(cwd, file), "utf8")).toContain("upper");
  write("pipelines/north.yaml", pipeline("north", "lower(id)"));
  expect(await says("unchanged\n")).toMatch(/generated\/: [1-9] written, 0 removed, [1-9]\d* unchanged\n$/);
  expect(readFileSync(join(cwd, file), "utf8")).toContain("lower");
  expect((await said(cwd, ["compile", "--check"])).code).toBe(0);
  write("pipelines/north.yaml", pipeline("north", "lower(none)"));
  await says("'none'");
  expect(readFileSync(join(cwd, file), "utf8")).toContain("lower");
  expect(await interrupt()).toBe(0);
});

it("sees what is edited in a folder that another was replaced by", async () => {
  const { says, write, interrupt, cwd } = watching("replaced", "validate");
  await says("Waiting for changes");
  const folder = join(cwd, "pipelines");
  // As git does that goes to another branch.
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
  write("pipelines/north.yaml", pipeline("north", "lower(id)"));
  await says("Nothing to report.\n");
  write("pipelines/north.yaml", pipeline("north", "upper(none)"));
  await says("'none'");

  mkdirSync(join(cwd, "another"));
  write("another/north.yaml", pipeline("north", "trim(id)"));
  renameSync(folder, join(cwd, ".before"));
  renameSync(join(cwd, "another"), folder);
  await says("Nothing to report.\n");
  write("pipelines/north.yaml", pipeline("north", "trim(none)"));
  await says("'none'");
  await interrupt();
});

it("does not write that queries are no longer made: a file that is being saved is empty for a moment, or not there", async () => {
  const { says, write, interrupt, cwd } = watching("saved", "compile");
  await says("Waiting for changes");
  const locked = readFileSync(join(cwd, "sluice.lock"), "utf8");
  const north = "pipelines/north.yaml";
  for (const spoil of [() => write(north, ""), () => rmSync(join(cwd, north))]) {
    spoil();
    expect(await says("run 'sluice compile'.\n")).toContain("north/silver.north_readings");
    expect(readFileSync(join(cwd, "sluice.lock"), "utf8")).toBe(locked);
    write(north, pipeline("north"));
    expect(await says("unchanged\n")).toContain("0 removed");
    expect(readFileSync(join(cwd, "sluice.lock"), "utf8")).toBe(locked);
  }
  await interrupt();
});

it("goes on after what the system refuses, and past links that lead nowhere", async () => {
  const { says, write, interrupt, cwd } = watching("refused", "compile");
  await says("Waiting for changes");
  const out = join(cwd, "generated");
  rmSync(out, { recursive: true });
  symlinkSync("generated", out);
  symlinkSync("loop.yaml", join(cwd, "pipelines/loop.yaml"));
  symlinkSync("..", join(cwd, "pipelines/up"));
  write("pipelines/north.yaml", pipeline("north", "lower(id)"));
  await says("EEXIST");
  rmSync(out);
  write("pipelines/north.yaml", pipeline("north", "trim(id)"));
  expect(await says("unchanged\n")).toContain("0 removed");
  expect(await interrupt()).toBe(0);
});

it.each([
  ["validate", "--format", "json"],
  ["compile", "--check"],
])("refuses %s with %s", async (...words) => {
  const refused = await said(projectIn("refuses"), [...words, "--watch"]);
  expect(refused.code).toBe(2);
  expect(refused.err).toContain("--watch");
});
