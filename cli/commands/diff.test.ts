import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, it } from "vitest";
import { type Said, said } from "../said.fixture.js";

const base = mkdtempSync(join(tmpdir(), "sluice-diff-"));
afterAll(() => rmSync(base, { recursive: true }));
let cwd = base;
const sluice = (...argv: readonly string[]): Promise<Said> => said(cwd, argv);
const git = (...args: readonly string[]) =>
  execFileSync("git", ["-c", "user.name=x", "-c", "user.email=x@example.com", ...args], { cwd, stdio: "pipe" });
const pipeline = () => join(cwd, "pipelines/readings.yaml");
const edit = (from: string, to: string) => {
  const text = readFileSync(pipeline(), "utf8");
  expect(text).toContain(from);
  writeFileSync(pipeline(), text.replace(from, to));
};
const lineOf = (words: string) => readFileSync(pipeline(), "utf8").slice(0).split(words)[0]?.split("\n").length;

beforeEach(async () => {
  cwd = mkdtempSync(join(base, "project-"));
  await sluice("init");
  await sluice("compile");
  git("init", "-q");
  git("add", ".");
  git("commit", "-qm", "first");
});

it("says nothing of a project that is as its lock says", async () => {
  expect(await sluice("diff")).toMatchObject({ code: 0, out: expect.stringMatching(/^No query begins anew\.\n/) });
});

it("names class, clause, place, what is read again and who follows, and writes nothing", async () => {
  edit("size: 5 minutes", "size: 10 minutes");
  const lock = readFileSync(join(cwd, "sluice.lock"), "utf8");
  const { code, out } = await sluice("diff");
  expect(code).toBe(0);
  expect(out).toContain(`readings/gold.averages: refused without consent (generation 2)
  because of window.size: 5 minutes -> 10 minutes (pipelines/readings.yaml:${lineOf("size: 10 minutes")})
    windows that were begun keep their old bounds, beside new ones
  where rows of earlier generations stand it does not start, until \`backfill\` is raised
`);
  expect(readFileSync(join(cwd, "sluice.lock"), "utf8")).toBe(lock);
  edit("{ from: sources.readings }", "{ from: sources.readings, backfill: 1 }");
  expect((await sluice("diff")).out).toContain("  followed by readings/silver.readings, readings/gold.averages");
});

it("compares with a commit what the lock by now agrees with, changes in place too", async () => {
  edit("size: 5 minutes", "size: 10 minutes");
  edit("{ from: sources.readings }", "{ from: sources.readings, description: as they came }");
  await sluice("compile");
  expect((await sluice("diff")).out).not.toContain("averages");
  const { out } = await sluice("diff", "--against", "HEAD");
  expect(out).toContain("readings/gold.averages: refused without consent");
  expect(out).toContain(
    `readings/bronze.readings: in place\n  because of description, which is new: as they came (pipelines/readings.yaml:${lineOf("description: as they came")})\n    no row is made of it\n`,
  );
  expect(out).not.toContain("A lock does not know");
});

it("compares with a lock that stands elsewhere, also as JSON", async () => {
  const old = join(cwd, "old.lock");
  writeFileSync(old, readFileSync(join(cwd, "sluice.lock")));
  edit("size: 5 minutes", "size: 10 minutes");
  await sluice("compile");
  const { out } = await sluice("diff", "--against", "old.lock", "--format", "json");
  expect(JSON.parse(out)).toMatchObject({
    changes: [
      {
        id: "readings/gold.averages",
        class: "refused without consent",
        causes: [{ clause: "window.size", row: "window", file: "pipelines/readings.yaml" }],
        waits: [expect.stringContaining("backfill")],
      },
    ],
    in_place: null,
  });
});

it("refuses what is neither a lock nor a commit", async () => {
  expect(await sluice("diff", "--against", "nothing")).toMatchObject({
    code: 2,
    err: expect.stringContaining("neither a file nor a commit 'nothing'"),
  });
  expect(await sluice("diff", "--against", "sluice.yaml")).toMatchObject({
    code: 2,
    err: expect.stringContaining("sluice.yaml is no sluice.lock"),
  });
  expect(existsSync(join(cwd, "nothing"))).toBe(false);
});
