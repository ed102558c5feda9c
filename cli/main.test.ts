import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, it } from "vitest";
import { commands } from "./commands.js";
import { type Said, said } from "./said.fixture.js";
import { systemError } from "./system-error.js";
import { wantsColour } from "./world.js";

const base = mkdtempSync(join(tmpdir(), "sluice-cli-"));
afterAll(() => rmSync(base, { recursive: true }));
let cwd = base;
beforeEach(() => {
  cwd = mkdtempSync(join(base, "project-"));
});

it("prints its version", async () => {
  expect(await sluice("--version")).toEqual({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), err: "" });
});

it("prints help for itself and for each command", async () => {
  const { out } = await sluice("--help");
  for (const name of Object.keys(commands)) {
    expect(out).toContain(`\n  ${name} `);
    expect((await sluice(name, "--help")).out).toBe((await sluice("help", name)).out);
  }
  expect(await sluice("help", "--help")).toEqual({ code: 0, out, err: "" });
});

it.each<[string[], string]>([
  [[], "Usage: sluice COMMAND"],
  [["compil"], "Unknown command 'compil'. Did you mean 'compile'?\nSee 'sluice --help'.\n"],
  [["--versio"], "Unknown option '--versio'."],
  [["toString"], "Unknown command 'toString'."],
  [["validate", "--fromat=json"], "Did you mean '--format'?\nSee 'sluice validate --help'.\n"],
  [["validate"], "sluice validate: There is no sluice.yaml here or in a folder above."],
  [["validate", "--project", "nowhere"], "There is no sluice.yaml in nowhere."],
])("answers %j with what to type instead", async (line, message) => {
  const { code, out, err } = await sluice(...line);
  expect(err).toContain(message);
  expect({ code, out }).toEqual({ code: 2, out: "" });
});

it("begins a project that compiles, and does not begin it twice", async () => {
  expect(await sluice("init", "new")).toMatchObject({ code: 0, err: "" });
  expect(await sluice("validate", "--project", "new")).toEqual({ code: 0, out: "Nothing to report.\n", err: "" });
  expect(await sluice("compile", "--project", "new", "--check")).toMatchObject({ code: 1, out: "" });
  expect(await sluice("compile", "--project", "new")).toMatchObject({ code: 0, err: "" });
  expect(await sluice("compile", "--project", "new", "--check")).toMatchObject({ code: 0, err: "" });
  const before = readdirSync(cwd, { recursive: true });
  expect(await sluice("init", "new")).toMatchObject({ code: 1, err: expect.stringContaining("  new/sluice.yaml\n") });
  expect(await sluice("init", "new/sluice.yaml")).toMatchObject({
    code: 1,
    err: "sluice init: new/sluice.yaml is not a folder.\n",
  });
  expect(readdirSync(cwd, { recursive: true })).toEqual(before);
});

it("leaves nothing of a project that it cannot begin", async () => {
  mkdirSync(join(cwd, "new/.sluice"), { recursive: true });
  writeFileSync(join(cwd, "new/.sluice/schema"), "a file");
  await expect(sluice("init", "new")).rejects.toThrow(/EEXIST|ENOTDIR/);
  rmSync(join(cwd, "new/.sluice/schema"));
  expect(await sluice("init", "new")).toMatchObject({ code: 0 });
});

it.each(["ENOSPC", "EFBIG", "EDQUOT"])("says what to do where there is no room (%s)", (code) => {
  expect(systemError(Object.assign(new Error(`${code}: no room, write`), { code, syscall: "write" }))).toBe(
    `${code}: no room, write\nThere is no room for what is written: make some, and give the command again.`,
  );
  expect(systemError(new Error("a mistake of ours"))).toBeUndefined();
});

it("passes over a link that leads to itself", async () => {
  await sluice("init");
  symlinkSync("data/loop.csv", join(cwd, "data/loop.csv"));
  symlinkSync("loop.yaml", join(cwd, "pipelines/loop.yaml"));
  expect(await sluice("compile")).toMatchObject({ code: 0, err: "" });
});

it("says that a folder stands where the lock is written", async () => {
  await sluice("init");
  mkdirSync(join(cwd, "sluice.lock"));
  for (const more of [[], ["--check"]])
    expect(await sluice("compile", ...more)).toMatchObject({
      code: 2,
      err: expect.stringContaining("is a folder: move it"),
    });
});

it("knows the project's environments", async () => {
  await sluice("init");
  const { code, err } = await sluice("validate", "--env", "deev");
  expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining("no environment 'deev'") });
  expect(err).toContain("Did you mean 'dev'?");
});

it("finds the project from a folder below, and says where from there", async () => {
  writeFileSync(join(cwd, "sluice.yaml"), "version: 1\nprojct: x\n");
  mkdirSync(join(cwd, "a/b"), { recursive: true });
  cwd = join(cwd, "a/b");
  const { code, out } = await sluice("validate");
  expect(code).toBe(1);
  expect(out).toContain(
    "../../sluice.yaml:2:1 - error spec/unknown-property: Unknown property 'projct'. Did you mean 'project'?",
  );
});

it("writes nothing where there is an error", async () => {
  writeFileSync(join(cwd, "sluice.yaml"), "version: 1\n");
  expect(await sluice("compile")).toMatchObject({ code: 1, err: "" });
  expect(readdirSync(cwd)).toEqual(["sluice.yaml"]);
});

it.each(["json", "sarif"])("prints findings as %s and nothing else", async (format) => {
  writeFileSync(join(cwd, "sluice.yaml"), "version: 1\n");
  const { code, out, err } = await sluice("validate", "--format", format);
  expect({ code, err }).toEqual({ code: 1, err: "" });
  expect(() => JSON.parse(out)).not.toThrow();
});

it("prints the schemas", async () => {
  expect((await sluice("schema")).out).toBe(readFileSync("schema/pipeline.schema.json", "utf8"));
  expect((await sluice("schema", "project")).out).toBe(readFileSync("schema/project.schema.json", "utf8"));
  expect((await sluice("schema", "database")).out).toBe(readFileSync("schema/database.schema.json", "utf8"));
});

it.each<[Record<string, string>, boolean, boolean]>([
  [{}, true, true],
  [{}, false, false],
  [{ NO_COLOR: "1" }, true, false],
  [{ NO_COLOR: "" }, true, true],
  [{ FORCE_COLOR: "1" }, false, true],
  [{ FORCE_COLOR: "0" }, true, false],
  [{ TERM: "dumb" }, true, false],
])("with %j and a terminal: %s, colours: %s", (variables, terminal, colours) => {
  expect(wantsColour(variables, terminal)).toBe(colours);
});

function sluice(...argv: readonly string[]): Promise<Said> {
  return said(cwd, argv);
}
