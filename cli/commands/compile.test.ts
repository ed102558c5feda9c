import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, it } from "vitest";
import { type Said, said } from "../said.fixture.js";

const base = mkdtempSync(join(tmpdir(), "sluice-compile-"));
afterAll(() => rmSync(base, { recursive: true }));
let cwd = base;
beforeEach(async () => {
  cwd = mkdtempSync(join(base, "project-"));
  await sluice("init");
});

const lock = () => readFileSync(join(cwd, "sluice.lock"), "utf8");
const edit = (from: string, to: string) => {
  const path = join(cwd, "pipelines/readings.yaml");
  writeFileSync(path, readFileSync(path, "utf8").replace(from, to));
};

it("writes the lock beside the project, and says which queries begin anew and why", async () => {
  expect((await sluice("compile")).out).toMatch(/^sluice\.lock\n {2}new: readings\/bronze\.readings, /);
  expect((await sluice("compile")).out).toMatch(/^generated\/: 0 written/);
  expect(lock()).toContain("readings/gold.averages:\n    generation: 1\n");
  edit("size: 5 minutes", "size: 10 minutes");
  const { out } = await sluice("compile");
  expect(out).toContain(
    "  readings/gold.averages: refused without consent (generation 2)\n    because of window.size: 5 minutes -> 10 minutes\n      windows that were begun keep their old bounds, beside new ones\n",
  );
  expect(out).not.toContain("silver");
  expect(lock()).toContain("readings/gold.averages:\n    generation: 2\n");
  expect(readFileSync(join(cwd, "generated/common/databricks/notebook/readings/gold_averages.py"), "utf8")).toContain(
    'identity=f"2-',
  );
});

it("says what is no folder where artifacts are to go", async () => {
  writeFileSync(join(cwd, "a-file"), "");
  expect(await sluice("compile", "--out", "a-file/below")).toMatchObject({
    code: 2,
    err: expect.stringMatching(/The artifacts go to a folder, and \S+a-file is none\.\n$/),
  });
});

it("says the same in JSON", async () => {
  await sluice("compile");
  edit("size: 5 minutes", "size: 10 minutes");
  const { out } = await sluice("compile", "--format", "json");
  expect(JSON.parse(out)).toMatchObject({
    errors: 0,
    lock: [
      {
        id: "readings/gold.averages",
        kind: "replay",
        generation: 2,
        clauses: [{ clause: "window.size", before: "5 minutes", after: "10 minutes" }],
        follows: [],
        class: "refused without consent",
        rows: ["window"],
      },
    ],
  });
});

it("says which readers follow a table that begins anew", async () => {
  await sluice("compile");
  edit("within: watermark", "within: watermark }\n    where: length(device_id) > 3 # {");
  const { out } = await sluice("compile");
  expect(out).toContain("because of where, which is new: length(device_id) > 3");
  expect(out).toContain(
    "  readings/gold.averages: refused without consent (generation 2)\n    follows readings/silver.readings\n",
  );
});

it("says what a raised backfill removes, and what is read and sent again", async () => {
  await sluice("compile");
  edit("{ from: sources.readings }", "{ from: sources.readings, backfill: 1 }");
  const { out } = await sluice("compile");
  expect(out).toContain(
    "  readings/bronze.readings: new checkpoint, replay (generation 2)\n    because of backfill: 0 -> 1\n      all input is read again, and the rows that stand there are removed once\n    the rows of bronze.readings are removed, once\n    readings is read again from the earliest event that it still has; what its retention has passed is lost\n",
  );
  expect(out).toContain(
    "    follows readings/bronze.readings\n    the rows of silver.readings, silver.readings.quarantine are removed, once\n    all of bronze.readings is read again\n",
  );
});

it("writes no lock with --out or --check, nor when it only validates, and --check fails if it would change", async () => {
  await sluice("validate");
  await sluice("compile", "--out", "elsewhere");
  expect(await sluice("compile", "--check")).toMatchObject({ code: 1, err: expect.stringContaining("sluice.lock") });
  expect(existsSync(join(cwd, "sluice.lock"))).toBe(false);
  await sluice("compile");
  expect(await sluice("compile", "--check")).toMatchObject({ code: 0 });
  expect(await sluice("compile", "--check", "--out", "elsewhere")).toMatchObject({ code: 0 });
  writeFileSync(join(cwd, "sluice.lock"), lock().replaceAll("\n", "\r\n"));
  expect(await sluice("compile", "--check")).toMatchObject({ code: 0 });
  edit("size: 5 minutes", "size: 10 minutes");
  const before = lock();
  await sluice("compile", "--out", "elsewhere");
  const { code, err } = await sluice("compile", "--check");
  expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining("  sluice.lock is not up to date\n") });
  expect(lock()).toBe(before);
});

it("writes nothing, not even the lock, where a file is in the way", async () => {
  await sluice("compile");
  const notebook = join(cwd, "generated/common/databricks/notebook/readings/gold_averages.py");
  writeFileSync(notebook, "edited");
  edit("size: 5 minutes", "size: 10 minutes");
  const before = lock();
  expect(await sluice("compile")).toMatchObject({ code: 1 });
  expect(lock()).toBe(before);
});

it("a run that was stopped beside the lock is finished by the next", async () => {
  await sluice("compile");
  edit("size: 5 minutes", "size: 10 minutes");
  await sluice("compile");
  const whole = tree();
  edit("size: 10 minutes", "size: 5 minutes");
  writeFileSync(join(cwd, "sluice.lock.new"), "half a lo");
  await sluice("compile");
  expect(tree()["sluice.lock"]).toContain("generation: 3");
  expect(Object.keys(tree())).toEqual(Object.keys(whole));
});

it("shows where a lock cannot be read, and writes nothing", async () => {
  writeFileSync(join(cwd, "sluice.lock"), "version: 1\nqueries:\n<<<<<<< ours\n");
  const { code, out } = await sluice("compile");
  expect(code).toBe(1);
  expect(out).toContain("sluice.lock:3:1");
  expect(existsSync(join(cwd, "generated"))).toBe(false);
});

function tree(): Record<string, string> {
  const files = readdirSync(cwd, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(cwd.length + 1), readFileSync(path, "utf8")]),
  );
}

function sluice(...argv: readonly string[]): Promise<Said> {
  return said(cwd, argv);
}
