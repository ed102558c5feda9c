import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type Said, said } from "../said.fixture.js";

const base = mkdtempSync(join(tmpdir(), "sluice-diff-"));
afterAll(() => rmSync(base, { recursive: true }));
const template = join(base, "template");
let cwd = template;
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

beforeAll(async () => {
  mkdirSync(template);
  await sluice("init");
  await sluice("compile");
  git("init", "-q");
  git("add", ".");
  git("commit", "-qm", "first");
});
beforeEach(() => {
  cwd = mkdtempSync(join(base, "project-"));
  cpSync(template, cwd, { recursive: true });
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

it("shows a watermark and late rows that a table inherits where they are declared", async () => {
  edit("delay: 10 minutes }", "delay: 20 minutes }\n    late_rows: upsert");
  const { out } = await sluice("diff");
  const [, below = ""] = out.split("readings/gold.averages:");
  const place = (words: string) => `(pipelines/readings.yaml:${lineOf(words)})`;
  expect(below).toContain(`watermark.delay: 10 minutes -> 20 minutes ${place("delay: 20 minutes")}`);
  expect(below).toContain(`late_rows, which is new: upsert ${place("late_rows: upsert")}`);
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

it("tells what the project's defaults make of tables that do not say it themselves, and where", async () => {
  const sluiceYaml = join(cwd, "sluice.yaml");
  const text = readFileSync(sluiceYaml, "utf8");
  const written = (clauses: string) => writeFileSync(sluiceYaml, `${text}\ndefaults: { ${clauses} }\n`);
  const placed = `(sluice.yaml:${text.split("\n").length + 1})`;
  written("late_rows: drop, streaming: { trigger: 10 seconds }");
  edit("{ from: sources.readings }", "{ from: sources.readings, streaming: { trigger: 20 seconds } }");
  await sluice("compile");
  git("commit", "-qam", "with defaults");
  written("late_rows: divert, streaming: { trigger: 1 minute }");
  const { out } = await sluice("diff", "--against", "HEAD");
  expect(out).toContain(`readings/silver.readings: in place
  because of defaults.late_rows: drop -> divert ${placed}
    which rows are late stays the same
  because of defaults.streaming: {"trigger":"10 seconds"} -> {"trigger":"1 minute"} ${placed}
    what a batch holds decides no row
`);
  expect(out).toContain("readings/gold.averages: in place\n  because of defaults.streaming");
  expect(out).not.toContain("bronze.readings: in place");
  written("late_rows: drop, streaming: { trigger: 10 seconds }, watermark: { ahead: 2 hours }");
  expect((await sluice("diff", "--against", "HEAD")).out).toContain(`watermark.ahead: 1 hour -> 2 hours ${placed}`);
});

it("says of a commit that does not compile why, and what to compare with", async () => {
  edit("size: 5 minutes", "size: 5 parsecs");
  git("commit", "-qam", "broken");
  edit("size: 5 parsecs", "size: 5 minutes");
  expect(await sluice("diff", "--against", "HEAD")).toMatchObject({
    code: 1,
    err: expect.stringMatching(
      /In 'HEAD' the project has errors \([\w/-]+\).*'git -C \S+ show HEAD:\.\/sluice\.lock > old\.lock'/,
    ),
  });
});

it("tells of a view what has become of it in each table that reads it, one without state too", async () => {
  const known = "known: { from: bronze.readings, materialize: false, where: device_id is not null }";
  edit("silver:\n", `silver:\n  ${known}\n  plain: { from: silver.known, columns: { device_id: device_id } }\n`);
  await sluice("compile");
  git("add", ".");
  git("commit", "-qm", "with a view");
  edit("device_id is not null }", "device_id > 'a' }");
  const { out } = await sluice("diff", "--against", "HEAD");
  expect(out).toContain(`readings/silver.plain: in place
  because of view silver/known.where: device_id is not null -> device_id > 'a' (pipelines/readings.yaml:${lineOf("device_id > 'a'")})
`);
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

it("says of a table that is to have other columns or folders that its notebook refuses the one that stands there", async () => {
  edit("window: {", "partition_by: [readings]\n    window: {");
  edit("as double)", "as double)\n      note: device_id");
  const { out } = await sluice("diff", "--against", "HEAD");
  expect(out).toContain(`readings/silver.readings: refused without consent
  because of columns.note, which is new: string (pipelines/readings.yaml:${lineOf("note: device_id")})
    a table that stands there has the columns and folders that it was made with
  where the table stands as it was it does not start, until \`backfill\` is raised
`);
  expect(out).toContain("because of partition_by, which is new: readings (");
  expect(out).not.toContain(": in place");
});

it("says so of a table whose own clauses are as they were, and not of columns that are added", async () => {
  edit("try_cast(temperature as double)", "try_cast(temperature as double)\n      raw: temperature");
  edit("watermark: {", "on_schema_change: add\n    watermark: {");
  git("commit", "-qam", "as they come");
  edit("temperature: string", "temperature: double");
  const json = await sluice("diff", "--against", "HEAD", "--format", "json");
  expect(JSON.parse(json.out)).toMatchObject({
    changes: expect.arrayContaining([
      expect.objectContaining({
        id: "readings/silver.readings",
        class: "refused without consent",
        causes: [expect.objectContaining({ clause: "columns.raw", row: "shape", spark: ["refuses"] })],
      }),
    ]),
  });
  edit("temperature: double", "temperature: string");
  edit("raw: temperature", "raw: temperature\n      note: device_id");
  expect((await sluice("diff", "--against", "HEAD")).out).toContain("readings/silver.readings: in place");
});

it("says of a table that is replaced as a whole when it must be dropped", async () => {
  edit("window: { type: tumbling, column: event_time, size: 5 minutes }", "write: replace");
  await sluice("compile");
  edit("readings: count(*)", "readings: count(device_id)");
  expect((await sluice("diff")).out).not.toContain("dropped");
  edit("readings: count(device_id)", "events: count(device_id)");
  expect((await sluice("diff")).out).toContain("it does not start until it is dropped");
});

it("says where one environment's rows come from another place, or stand in another lake, and nothing of the others", async () => {
  const sluiceYaml = () => join(cwd, "sluice.yaml");
  const [dev, prod] = ["dev", "prod"].map(
    (name, at) => `  ${name}:
    databricks: https://adb-${at + 1}.azuredatabricks.net
    variables: { lake_account: starter${name}, namespace: starter-${name}, vault: starter-${name} }
    compute: { small: { node: Standard_D4ds_v5 } }
`,
  );
  const text = readFileSync(sluiceYaml(), "utf8");
  expect(text).toContain(dev);
  writeFileSync(sluiceYaml(), `${text}${prod}`);
  await sluice("compile");
  git("commit", "-qam", "two environments");

  writeFileSync(
    sluiceYaml(),
    readFileSync(sluiceYaml(), "utf8").replace("namespace: starter-prod", "namespace: other"),
  );
  expect((await sluice("compile")).out).not.toContain("refused without consent"); // the lock is of all environments
  const { out } = await sluice("diff", "--against", "HEAD");
  const because = `  because of its place there: starter-prod -> other
    the same offsets, versions and names mean other rows at another place
  where its table holds rows of the other place it does not start there, until \`backfill\` is raised
`;
  for (const id of ["bronze.readings", "silver.readings", "gold.averages"])
    expect(out).toContain(`readings/${id}, in prod: refused without consent\n${because}`);
  expect(out).not.toContain("in dev");
  expect(JSON.parse((await sluice("diff", "--against", "HEAD", "--format", "json")).out)).toMatchObject({
    changes: [],
    places: [
      { id: "readings/bronze.readings", environment: "prod", before: ["starter-prod"], after: ["other"] },
      { id: "readings/silver.readings", environment: "prod" },
      { id: "readings/gold.averages", environment: "prod" },
    ],
  });
  expect(JSON.parse((await sluice("diff", "--format", "json")).out)).toMatchObject({ places: null });

  // What begins anew everywhere is told once.
  edit("{ from: sources.readings }", "{ from: sources.readings, backfill: 1 }");
  expect((await sluice("diff", "--against", "HEAD")).out).not.toContain("in prod");

  git("checkout", "-q", ".");
  writeFileSync(
    sluiceYaml(),
    readFileSync(sluiceYaml(), "utf8").replace("lake_account: starterprod", "lake_account: new"),
  );
  expect(
    (await sluice("diff", "--against", "HEAD")).out,
  ).toContain(`readings/gold.averages, in prod: new checkpoint, replay
  because of its place there: starterprod -> new
    the same offsets, versions and names mean other rows at another place
  all of silver.readings is read again
`);
});

it("shows two places of a union that are swapped, in their order", async () => {
  const sluiceYaml = join(cwd, "sluice.yaml");
  const written = (one: string, other: string) =>
    text
      .replace("  vault: {", "  other: { type: name }\n  vault: {")
      .replace(
        "environments:",
        '  others: { kind: event-hubs, namespace: "${other}", identity: { secret: others } }\n\nenvironments:',
      )
      .replace("namespace: starter-dev", `namespace: ${one}, other: ${other}`);
  const text = readFileSync(sluiceYaml, "utf8");
  writeFileSync(sluiceYaml, written("first", "second"));
  edit(
    "\nbronze:\n",
    `  more: { kind: event-hub, connection: others, event_hub: more, partitions: 2, format: json, columns: { device_id: string, recorded_at: string, temperature: string } }

bronze:
  more: { from: sources.more }
`,
  );
  edit("\ngold:", "  both: { union: [bronze.more, bronze.readings], columns: { device_id: device_id } }\n\ngold:");
  expect(await sluice("compile")).toMatchObject({ code: 0 });
  git("commit", "-qam", "two namespaces");
  writeFileSync(sluiceYaml, written("second", "first"));
  const { out } = await sluice("diff", "--against", "HEAD");
  expect(out).toContain(`readings/silver.both, in dev: refused without consent
  because of its place there: second, first -> first, second
`);
  expect(out).toContain(`readings/bronze.more, in dev: refused without consent
  because of its place there: second -> first
`);
});

it("takes the folder's name for a name, through a link too", async () => {
  const [top, odd] = [cwd, join(cwd, ":(glob) shop*")];
  cpSync(template, odd, { recursive: true, filter: (path) => !path.includes(".git/") });
  git("add", ".");
  git("commit", "-qm", "another project");
  const link = join(base, "link");
  symlinkSync(top, link);
  for (cwd of [odd, link])
    expect(await sluice("diff", "--against", "HEAD")).toMatchObject({ code: 0, out: "No query begins anew.\n" });
});

it("says that a clone is shallow where a commit is not in it", async () => {
  edit("size: 5 minutes", "size: 10 minutes");
  git("commit", "-qam", "second");
  const clone = join(base, "shallow");
  git("clone", "-q", "--depth", "1", `file://${cwd}`, clone);
  expect((await sluice("diff", "--against", "^HEAD")).err).toContain("neither a file nor a commit '^HEAD'.\n");
  cwd = clone;
  expect(await sluice("diff", "--against", "HEAD~1")).toMatchObject({
    code: 2,
    err: expect.stringContaining("commit 'HEAD~1'. This clone has only the newest commits: 'git fetch --unshallow'"),
  });
});
