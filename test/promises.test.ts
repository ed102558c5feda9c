import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { diskHost } from "../cli/disk-host.js";
import { compile } from "../compiler/compile.js";
import { targets } from "../targets/index.js";
import { allProjects } from "./projects.js";

const scratch = mkdtempSync(join(tmpdir(), "sluice-promises-"));
const sluice = join(process.cwd(), "bin", "sluice.js");

afterAll(() => rmSync(scratch, { recursive: true }));

/** Compiles a project with the command as people run it, and reads what it wrote. */
function compiled(
  project: string,
  cwd: string,
  environment: NodeJS.ProcessEnv,
  ...options: readonly string[]
): Record<string, string> {
  const out = mkdtempSync(join(scratch, "out-"));
  rmSync(out, { recursive: true });
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [sluice, "compile", "--project", project, "--out", out, ...options],
    {
      cwd,
      env: { ...process.env, ...environment },
      encoding: "utf8",
    },
  );
  expect(status, stdout + stderr).toBe(0);
  return Object.fromEntries(
    readdirSync(out, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [path.slice(out.length + 1), readFileSync(path, "utf8")];
      }),
  );
}

const telemetry = join(process.cwd(), "pipelines", "telemetry");

describe("same input, same bytes", () => {
  const first = compiled(telemetry, process.cwd(), {});

  it("a second time", () => expect(compiled(telemetry, process.cwd(), {})).toEqual(first));

  it("from another folder, time zone and locale", () => {
    const elsewhere = join(scratch, "copy");
    cpSync(telemetry, elsewhere, {
      recursive: true,
      filter: (path) => !path.includes(".sluice") && !path.includes("generated"),
    });
    const strange = { TZ: "Pacific/Chatham", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" };
    expect(compiled(elsewhere, scratch, strange)).toEqual(first);
  });
});

it("what was compiled before is known again, until anything changes", () => {
  const project = join(scratch, "again");
  cpSync(telemetry, project, { recursive: true, filter: (path) => !/\.sluice$|generated/.test(path) });
  const compile = (): string => {
    const { stdout } = spawnSync(process.execPath, [sluice, "compile", "--project", project], { encoding: "utf8" });
    return stdout.replace(/^.*: /, "");
  };
  expect(compile()).toMatch(/^\d+ written, 0 removed, 0 unchanged\n$/);
  expect(compile()).toMatch(/^0 written, 0 removed, \d+ unchanged\n$/);
  expect(readdirSync(join(project, ".sluice/cache"))).toContain("compiled.json");
  const lock = join(project, "sluice.lock");
  const before = readFileSync(lock, "utf8");
  const pipeline = join(project, "pipelines/readings.yaml");
  writeFileSync(pipeline, readFileSync(pipeline, "utf8").replace("delay: 10 minutes", "delay: 20 minutes"));
  compile();
  const after = readFileSync(lock, "utf8");
  expect(after).not.toBe(before);
  writeFileSync(lock, before); // as git does when the change is taken back
  compile();
  expect(readFileSync(lock, "utf8")).toBe(after);
  rmSync(join(project, "generated/common"), { recursive: true });
  expect(compile()).toMatch(/^[1-9]\d* written, 0 removed, [1-9]\d* unchanged\n$/);
  appendFileSync(pipeline, "nonsense: true\n");
  expect(compile()).toContain("nonsense");
});

describe("many artifacts, which a second thread compares and writes", () => {
  const project = join(scratch, "many");
  const out = join(project, "generated");
  const run = (...words: readonly string[]) => spawnSync(process.execPath, [sluice, ...words], { encoding: "utf8" });
  const artifacts = () => compile(diskHost(project), targets).artifacts.map(({ path, body }) => ({ path, body }));
  const addCopy = (file: string, name: string) => {
    const text = readFileSync(join(project, "pipelines/readings.yaml"), "utf8");
    writeFileSync(join(project, "pipelines", file), text.replaceAll(/(?<!data\/)(readings|averages)/g, `$1_${name}`));
  };

  beforeAll(() => {
    run("init", project);
    for (let copy = 0; copy < 20; copy += 1) addCopy(`${copy}.yaml`, `copy_${copy}`);
  });

  it("are what one thread makes", () => {
    expect(run("compile", "--project", project).stdout).toMatch(/: 1\d\d written, 0 removed, 0 unchanged\n$/);
    expect(artifacts().map(({ path }) => ({ path, body: readFileSync(join(out, path), "utf8") }))).toEqual(artifacts());
  });

  it("are written where they differ", () => {
    addCopy("19.yaml", "copy_twenty");
    expect(run("compile", "--project", project).stdout).toMatch(/: [1-9] written, [1-9] removed, 1\d\d unchanged\n$/);
    expect(artifacts().map(({ path }) => ({ path, body: readFileSync(join(out, path), "utf8") }))).toEqual(artifacts());
  });

  it("are refused with what the disk says, where only the thread meets it", () => {
    const longest = Math.max(...artifacts().map(({ path }) => path.length));
    addCopy("last.yaml", `z${"z".repeat(40)}`);
    // No path may have 4,096 bytes: those of the last pipeline do.
    const deep = deepFolder(join(scratch, "deep"), 4_095 - ".sluice-writing/staged/".length - longest - 2);
    const { status, stderr } = run("compile", "--project", project, "--out", deep);
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(/^sluice: ENAMETOOLONG: .*zzz/) });
  });

  it("have the command say so where the thread ends without a word", () => {
    const ending = join(scratch, "ending.cjs");
    writeFileSync(ending, 'if (!require("node:worker_threads").isMainThread) process.exit(0);\n');
    const words = ["--require", ending, sluice, "compile", "--project", project, "--out", join(scratch, "ended")];
    const { status, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
    expect({ status, stderr }).toEqual({
      status: 70,
      stderr: expect.stringMatching(/^Error: The thread that compares and writes the artifacts has ended/m),
    });
  });
});

/** A path of so many characters, none of whose names is too long. */
function deepFolder(top: string, length: number): string {
  const names = "/".concat("d".repeat(99)).repeat(Math.ceil(length / 100));
  return `${top}${names}`.slice(0, length).replace(/\/$/, "d");
}

it.each(allProjects())("the lock of %s, a project to copy, is what the project compiles to", (name) => {
  const project = join(process.cwd(), "pipelines", name);
  const { lock, diagnostics } = compile(diskHost(project), targets);
  expect(diagnostics).toEqual([]);
  expect(readFileSync(join(project, "sluice.lock"), "utf8")).toBe(lock?.text);
});

it("environments that land tables differ in values only", () => {
  const youflix = join(process.cwd(), "pipelines", "youflix");
  const { artifacts } = compile(diskHost(youflix), targets);
  const common = artifacts.filter(({ path }) => path.startsWith("common/"));
  const own = ["youflixdev", "youflix-dev", "adb-3", "youflixprod", "youflix-prod", "adb-4", "sql-dev.", "sql.youflix"];
  expect(common.filter(({ body }) => own.some((value) => body.includes(value))).map(({ path }) => path)).toEqual([]);
  const prod = artifacts.filter(({ path }) => path.startsWith("env/prod/"));
  expect(prod.filter(({ body }) => body.includes("dev")).map(({ path }) => path)).toEqual([]);
});

describe("environments differ in values only", () => {
  const dev = compiled(telemetry, process.cwd(), {}, "--env", "dev");
  const prod = compiled(telemetry, process.cwd(), {}, "--env", "prod");
  const common = (tree: Record<string, string>) =>
    Object.fromEntries(Object.entries(tree).filter(([path]) => path.startsWith("common/")));

  it("common/ is the same for all", () => {
    expect(Object.keys(common(dev))).not.toEqual([]);
    expect(common(dev)).toEqual(common(prod));
  });

  it("no value of one stands in a file of the other", () => {
    const own = {
      dev: ["telemetrydev", "telemetry-dev", "adb-1", "Standard_D4ds_v5"],
      prod: ["telemetryprod", "telemetry-prod", "adb-2", "Standard_D8ds_v5"],
    };
    const text = (tree: Record<string, string>) => Object.values(tree).join("\n");
    expect(own.prod.filter((value) => text(dev).includes(value))).toEqual([]);
    expect(own.dev.filter((value) => text(prod).includes(value))).toEqual([]);
    expect(own.dev.filter((value) => !["adb-1"].includes(value) && !text(dev).includes(value))).toEqual([]);
  });
});
