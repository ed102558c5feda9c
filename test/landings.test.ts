import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { lockChanges } from "../cli/lock-changes.js";
import { compile } from "../compiler/compile.js";
import type { LandingIr } from "../compiler/ir/flow.js";
import { takersOf } from "../compiler/ir/takers.js";
import { targets } from "../targets/index.js";
import { memoryHost } from "./golden.js";

const project = readFileSync("pipelines/youflix/sluice.yaml", "utf8");
const users = readFileSync("pipelines/youflix/pipelines/users.yaml", "utf8");

function compiled(change: (yaml: string) => string = (yaml) => yaml, lock?: string, of = project) {
  const files = { "sluice.yaml": of, "pipelines/users.yaml": change(users) };
  const result = compile(memoryHost(lock === undefined ? files : { ...files, "sluice.lock": lock }), targets);
  expect(result.diagnostics).toEqual([]);
  const { understood, lock: next } = result;
  if (understood === undefined || next === undefined) throw new Error("The project has no errors");
  const landings = understood.ir.flows.flatMap((flow) => flow.landings);
  const found = (name: string) => landings.find(({ output }) => output.reference === `bronze.${name}`);
  const query = (name: string) =>
    understood.ir.jobs.flatMap((job) => job.queries).find((one) => one.reference === name);
  return { ...understood, lock: next, landing: found, query };
}

const cursorOf = (source: LandingIr["source"] | undefined) =>
  source?.read.kind === "incremental" ? source.read.cursor : undefined;

const before = compiled();

it("a landing has one id for its mark and its files, and its readers have it from the same landings", () => {
  const landing = before.landing("users");
  const { id = "", path } = landing?.output ?? {};
  expect(id).toMatch(/^youflix\/users\/bronze\.users\/1-[0-9a-f]{8}$/);
  expect(path).toBe(id.replace("youflix/users/bronze.", "bronze/"));
  expect(before.query("silver.users")).toMatchObject({ kind: "apply-changes", input: landing?.output, places: [] });
});

it.each([
  [
    "another cursor",
    "cursor: { column: updated_at",
    "cursor: { column: created_at",
    "updated_at: timestamp\n",
    "updated_at: timestamp\n      created_at: timestamp\n",
  ],
  ["another start", "start: 2020-01-01T00:00:00", "start: 2019-01-01T00:00:00", "", ""],
  ["another table", "dbo.users", "dbo.people", "", ""],
  ["one more column", "name: string\n", "name: string\n      phone: string\n", "", ""],
  ["another type", "email: { type: string", "email: { type: int", "", ""],
])(
  "%s begins everything anew: another mark, other files, and what reads them follows",
  (_, from, to, also, instead) => {
    const order = (yaml: string) =>
      from.startsWith("cursor") ? yaml.replace("sequence_by: [updated_at]", "sequence_by: [created_at]") : yaml;
    const after = compiled((yaml) => order(yaml.replace(from, to).replace(also, instead)), before.lock.text);
    expect(after.landing("users")?.output.id).toMatch(/^youflix\/users\/bronze\.users\/2-[0-9a-f]{8}$/);
    expect(after.landing("users")?.output.path).toMatch(/^bronze\/users\/2-[0-9a-f]{8}$/);
    expect(after.query("silver.users")?.identity).toMatch(/^2-/);
    expect(after.landing("subscriptions")?.output).toEqual(before.landing("subscriptions")?.output);
    const said = lockChanges(after.lock.changes, after.ir, true);
    expect(said).toContain("users/bronze.users: new landings, replay (generation 2)");
    expect(said).toMatch(/all rows of dbo\.\w+ are read again, from \S+, into bronze\/users\/2-/);
  },
);

it("another name of a bronze table begins everything anew, and what reads it follows", () => {
  const after = compiled(
    (yaml) =>
      yaml.replace("users: { from: sources", "people: { from: sources").replaceAll("bronze.users", "bronze.people"),
    before.lock.text,
  );
  expect(after.landing("people")?.output.path).toMatch(/^bronze\/people\/1-[0-9a-f]{8}$/);
  expect(after.query("silver.users")?.identity).toMatch(/^2-/);
});

it.each([
  ["schema", "schema: sluice", "schema: own"],
  ["database", "control: { connection: youflix", "control: { connection: other"],
])(
  "another %s of the control table begins everything anew, for it knows no mark and counts landings from 1",
  (fact, from, to) => {
    const other = `  other: { kind: sql-server, server: "\${server}", database: other, identity: { user: etl, secret: other } }\n`;
    const changed = project.replace(from, to).replace("connections:\n", `connections:\n${other}`);
    const after = compiled(undefined, before.lock.text, changed);
    for (const name of ["users", "subscriptions"])
      expect(after.landing(name)?.output.path).toMatch(/^bronze\/\w+\/2-[0-9a-f]{8}$/);
    expect(lockChanges(after.lock.changes, after.ir, true)).toMatch(
      new RegExp(`because of control\\.${fact}: \\w+ -> o`),
    );
  },
);

it.each([
  ["the lag", "lag: 10 minutes", "lag: 1 hour"],
  ["samples", "samples/users-*.csv", "samples/more-*.csv"],
  ["the order of columns", "user_id: bigint\n      name: string", "name: string\n      user_id: bigint"],
  ["another spelling of the start", "start: 2020-01-01T00:00:00", "start: 2020-01-01"],
  ["the trigger", 'daily: "04:00"', 'daily: "05:30"'],
])("%s changes neither marks nor files", (_, from, to) => {
  const after = compiled((yaml) => yaml.replace(from, to), before.lock.text);
  expect(after.landing("users")?.output).toEqual(before.landing("users")?.output);
  expect(after.lock.changes).toEqual([]);
});

it("a table that is read whole from now on begins anew, and so does what reads it", () => {
  const whole = (yaml: string) =>
    yaml
      .replace(
        "changes: upsert\n    read: incremental\n    cursor: { column: updated_at, start: 2020-01-01T00:00:00, lag: 10 minutes, time_zone: UTC }",
        "read: full",
      )
      .replace("keys: [user_id], sequence_by: [updated_at]", "keys: [user_id]");
  const after = compiled(whole, before.lock.text);
  const { output, source } = after.landing("users") ?? {};
  expect(source?.read).toEqual({ kind: "full", mayBeEmpty: false });
  expect(output?.path).toMatch(/^bronze\/users\/2-[0-9a-f]{8}$/);
  expect(output?.columns.filter(({ nullable }) => !nullable).map(({ name }) => name)).toEqual(["_read_at", "user_id"]);
  expect(after.query("silver.users")?.identity).toMatch(/^2-/);
  const said = lockChanges(after.lock.changes, after.ir, true);
  expect(said).toContain("because of source.read, which is new: full");
  expect(said).toMatch(/all rows of dbo\.users are read again, into bronze\/users\/2-/);
  const allowed = compiled(
    (yaml) => whole(yaml).replace("read: full", "read: full\n    may_be_empty: true"),
    after.lock.text,
  );
  expect(allowed.lock.changes).toEqual([]);
});

it.each([
  ["versions", "", "scd_type: 2"],
  ["other tracked columns", "scd_type: 2", "scd_type: 2, track_history: [name]"],
  ["deleting what is absent", "scd_type: 2", "scd_type: 2, delete_when: absent"],
])("%s make another table of the same landings", (_, from, to) => {
  const whole = (yaml: string) =>
    yaml
      .replace(/changes: upsert\n {4}read: incremental\n {4}cursor: .*/, "read: full")
      .replace("keys: [user_id], sequence_by: [updated_at]", "keys: [user_id]");
  const old = compiled((yaml) => whole(yaml).replace("scd_type: 1", from || "scd_type: 1"));
  const after = compiled((yaml) => whole(yaml).replace("scd_type: 1", to), old.lock.text);
  expect(after.landing("users")?.output).toEqual(old.landing("users")?.output);
  expect(after.query("silver.users")?.identity).toMatch(/^2-/);
  const same = compiled((yaml) => whole(yaml).replace("scd_type: 1", from || "scd_type: 1"), old.lock.text);
  expect(same.query("silver.users")?.identity).toBe(old.query("silver.users")?.identity);
});

it("values that nulls keep are another table of the same landings", () => {
  const after = compiled((yaml) => yaml.replace("scd_type: 1", "scd_type: 1, ignore_null: true"), before.lock.text);
  expect(after.landing("users")?.output).toEqual(before.landing("users")?.output);
  expect(after.query("silver.users")?.identity).toMatch(/^2-/);
  const off = compiled((yaml) => yaml.replace("scd_type: 1", "scd_type: 1, ignore_null: false"), before.lock.text);
  expect(off.query("silver.users")?.identity).toBe(before.query("silver.users")?.identity);
});

it("tables that are new or begin anew are given what landed before them: other queries take it", () => {
  const takers = ({ ir }: ReturnType<typeof compiled>) => [takersOf(ir.jobs)];
  const anew = compiled(
    (yaml) => yaml.replace("from: bronze.users", "from: bronze.users\n    backfill: 1"),
    before.lock.text,
  );
  const more = `  names: { from: bronze.users, apply_changes: { keys: [user_id], sequence_by: [updated_at], scd_type: 1 } }`;
  const added = compiled((yaml) => yaml.replace("silver:\n", `silver:\n${more}\n`), before.lock.text);
  const same = compiled((yaml) => yaml.replace("lag: 10 minutes", "lag: 1 hour"), before.lock.text);
  expect(new Set([before, anew, added, same].flatMap(takers)).size).toBe(3);
  expect(takers(same)).toEqual(takers(before));
  for (const after of [anew, added]) expect(after.landing("users")?.output).toEqual(before.landing("users")?.output);
});

it("a pipeline that is renamed, and a table that is, keep their marks and files", () => {
  const after = compiled(
    (yaml) =>
      yaml
        .replace("pipeline: users", "pipeline: people")
        .replace(
          "users: { from: sources.users, format: csv }",
          "people: { from: sources.users, format: csv, renamed_from: users }",
        )
        .replace("from: bronze.users", "from: bronze.people"),
    before.lock.text,
  );
  expect(after.lock.changes).toEqual([]);
  expect(after.landing("people")?.output.id).toBe(before.landing("users")?.output.id);
  expect(after.landing("people")?.output.path).toBe(before.landing("users")?.output.path);
});

it.each([
  ["2020-01-01", "2020-01-01T00:00:00"],
  ['"2020-01-01 06:30"', "2020-01-01T06:30:00"],
  ["2020-01-01T06:30:00.5", "2020-01-01T06:30:00.5"],
  ["0001-01-02", "0001-01-02T00:00:00"],
  ["9999-12-31T23:59:59.9999999", "9999-12-31T23:59:59.9999999"],
])("the start %s is the mark %s", (written, mark) => {
  const { source } =
    compiled((yaml) => yaml.replace("start: 2020-01-01T00:00:00", `start: ${written}`)).landing("users") ?? {};
  expect(cursorOf(source)).toEqual({
    column: { name: "updated_at", type: { kind: "timestamp" }, nullable: false },
    start: mark,
    lagSeconds: 600,
  });
});

it("a lag of less than a second is a second", () => {
  const { source } =
    compiled((yaml) => yaml.replace("lag: 10 minutes", "lag: 1001 milliseconds")).landing("users") ?? {};
  expect(cursorOf(source)?.lagSeconds).toBe(2);
});

it.each(["9223372036854775807", "-9223372036854775808", '"42"'])(
  "the number %s is a mark as it is written",
  (start) => {
    const numbered = (yaml: string) =>
      yaml
        .replace(
          "cursor: { column: updated_at, start: 2020-01-01T00:00:00, lag: 10 minutes, time_zone: UTC }",
          `cursor: { column: version, start: ${start}, in_commit_order: true }`,
        )
        .replace("updated_at: timestamp\n", "version: bigint\n")
        .replace("sequence_by: [updated_at]", "sequence_by: [version]");
    expect(cursorOf(compiled(numbered).landing("users")?.source)?.start).toBe(start.replaceAll('"', ""));
  },
);

it("the keys of a database, and its cursor, are never null in what is read of it", () => {
  const columns = before.landing("users")?.output.columns ?? [];
  expect(columns.filter(({ nullable }) => !nullable).map(({ name }) => name)).toEqual(["updated_at", "user_id"]);
});
