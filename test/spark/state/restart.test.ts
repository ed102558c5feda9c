import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { causesOf, classOf, keptRow } from "../../../compiler/lock/change-class.js";
import { opening } from "../../../compiler/lock/change-table.js";
import { notebooksOf, type Session } from "../../../local/drain.js";
import { loadJob } from "../../../local/job.js";
import type { RunRequest } from "../../../local/request.js";
import type { TableRow } from "../../../local/runner/answers.js";
import { ChangingProject } from "../storage/project.js";
import { type Case, cases, type Event, first, hour, type Row, second } from "./cases.js";

const project = new ChangingProject();
afterAll(() => rmSync(project.folder, { recursive: true, force: true }));

const columns = "columns: { x: string, y: string, n: int, at: timestamp }";
const base = `
version: 1
project: changes
platform: { spark: databricks }
lake: { account: lake }
secrets: { vault: vault }
compute: { small: { workers: 1 } }
connections: { landing: { kind: storage, account: drop, container: landing } }
environments: { local: { on: this-machine } }
---
pipeline: base
sources:
  a: { kind: files, connection: landing, path: "a/*.csv", format: csv, ${columns}, producer: { file: data/a*.csv } }
  s: { kind: files, connection: landing, path: "s/*.csv", format: csv, ${columns}, producer: { file: data/s*.csv } }
bronze: { a: { from: sources.a }, s: { from: sources.s } }
silver:
${["a", "b"].map((name) => `  ${name}: { from: bronze.a, columns: { x: x, y: y, n: n, at: at }, expect: { has_at: { that: at is not null, else: drop } }, watermark: { column: at, delay: 1 minute }, late_rows: drop }`).join("\n")}
  s: { from: bronze.s, columns: { x: x, n: n } }
`.trimStart();

const nameOf = (at: number): string => `t${at + 1}`;
const withTables = (clauses: (one: Case) => string): string =>
  `${base}---\npipeline: changes\ngold:\n${cases.map((one, at) => `  ${nameOf(at)}: { ${clauses(one)} }`).join("\n")}\n`;

const before = withTables((one) => one.before);
const after = withTables((one) => one.after);
const consented = withTables((one) => `${one.after}${one.isInPlace || one.row === "replaced" ? "" : ", backfill: 1"}`);

const lines = (events: readonly Event[]): readonly string[] => [
  "x,y,n,at",
  ...events.map(([x, y, n, at]) => `${x},${y},${n},2026-03-01T${hour(at)}:00Z`),
];

/** How each table's notebook ended, and what the table held then. */
interface Ended {
  readonly error: string | undefined;
  readonly rows: readonly Row[];
}

const onOld: Ended[] = [];
const onNew: Ended[] = [];
const told: string[] = [];

function shown(row: TableRow, { shows = ["g", "h", "n"] }: Case): Row {
  const time = (value: unknown): string => String(value).slice(11, 16);
  const window = "window_start" in row ? [`${time(row["window_start"])}-${time(row["window_end"])}`] : [];
  const cells = shows
    .filter((name) => name in row)
    .map((name) => (name === "at" ? time(row[name]) : String(row[name])));
  return [...window, ...cells].join(" ");
}

/** Runs the job's notebooks one by one, so that one that fails keeps none of the others. `isNew`: with what makes the tables. */
async function ran(request: RunRequest, { runner, places }: Session, isNew: boolean): Promise<readonly Ended[]> {
  const job = await loadJob(request.artifactsDir, "changes");
  const { setUp, queries } = notebooksOf(job, request, places);
  if (isNew) {
    const made = await runner.run(setUp);
    if (made.kind === "failed") throw new Error(made.traceback);
  }
  const ended: Ended[] = [];
  for (const [at, one] of cases.entries()) {
    const notebook = queries.find(({ path }) => path.endsWith(`/gold_${nameOf(at)}.py`));
    if (notebook === undefined) throw new Error(`no notebook of ${nameOf(at)}`);
    const outcome = await runner.run([notebook]);
    const rows = await runner.rows(join(places.state, "lake", "gold", nameOf(at)));
    const error = outcome.kind === "failed" ? `${outcome.error}\n${outcome.traceback}` : undefined;
    ended.push({ error, rows: rows.map((row) => shown(row, one)).sort() });
  }
  return ended;
}

const notebookIn = ({ artifactsDir }: RunRequest, at: number): string =>
  join(artifactsDir, "common/databricks/notebook/changes", `gold_${nameOf(at)}.py`);
const identity = /identity=f"\d+-[0-9a-f]{8}/;

/** The changed notebooks with the paths of the old checkpoints, which the rule would not have them open. */
function forced(was: RunRequest, is: RunRequest): RunRequest {
  for (const at of cases.keys()) {
    const [old] = identity.exec(readFileSync(notebookIn(was, at), "utf8")) ?? [];
    const text = readFileSync(notebookIn(is, at), "utf8");
    if (old === undefined || !identity.test(text)) throw new Error(`no identity in ${notebookIn(is, at)}`);
    // What goes on where the old checkpoint stopped would not open it.
    const begun = text.replace(/^go_on\(\n {4}query,\n {4}(.*),\n[^)]*\)\n/m, "begin(query, $1)\n");
    writeFileSync(notebookIn(is, at), begun.replace(identity, old));
  }
  return is;
}

beforeAll(async () => {
  project.readings("a1.csv", lines(first));
  project.readings("s1.csv", lines([["s", "s", 3, 0]]));
  await project.run(
    before,
    async (session) => {
      const was = project.request(before, "changes");
      for (const { error } of await ran(was, session, true)) expect(error).toBeUndefined();
      // One comes too late for a delay of a minute.
      project.readings("a2.csv", lines([...second, ["l", "l", 9, 5]]));
      expect(await project.drained(project.request(before, "base"), session)).toBeUndefined();
      const copy = join(project.folder, "old");
      cpSync(session.places.state, copy, { recursive: true, preserveTimestamps: true });
      const is = project.compiled(after);
      told.push(...cases.map((one, at) => said(is, one, at)));
      onOld.push(
        ...(await ran(forced(was, is.request), { ...session, places: { ...session.places, state: copy } }, false)),
      );
      onNew.push(...(await ran(project.request(consented, "changes"), session, true)));
    },
    "base",
  );
});

/** The rows of the table of changes that the compiler names, with the class. */
function said({ changes }: ReturnType<ChangingProject["compiled"]>, one: Case, at: number): string {
  const change = changes.find(({ id }) => id === `changes/gold.${nameOf(at)}`);
  if (change?.kind !== "replay")
    return `in place: ${keptRow("rows", one.after.includes("streaming") ? "streaming" : "columns").id}`;
  const rows = causesOf(change.query, change).map(({ row }) => row.id);
  return `${classOf(change.query, change)}: ${[...new Set(rows)].join(", ")}`;
}

/** What the table of changes says of a row that opens a new checkpoint. */
function reopened(id: string): string {
  const row = opening.find((one) => one.id === id);
  if (row?.checkpoint === "continued") return "new checkpoint, continue";
  return id === "replaced" ? "new checkpoint, replay" : "refused without consent";
}

describe.each(cases.map((one, at) => ({ ...one, at })))("$row: $change", (one) => {
  const { at, from = 0, whole } = one;
  const telling = (rows: readonly Row[]) => rows.filter((row) => from === 0 || row >= hour(from));

  it("is classed by its row", () => {
    const [name, rows = ""] = (told[at] ?? "").split(": ");
    expect(name).toBe(one.isInPlace ? "in place" : reopened(one.row));
    expect(rows.split(", ")).toContain(one.row);
  });

  it("on the old checkpoint: $old", () => {
    const { error, rows } = onOld[at] ?? { error: "", rows: [] };
    if (one.old === "refuses") return expect(error).toMatch(/./);
    expect(error).toBeUndefined();
    if (one.old === "right rows") expect(rows).toEqual(one.kept ?? whole);
    else expect(telling(rows)).not.toEqual(telling(whole));
  });

  it("by the rule the rows are those of plain arithmetic", () => {
    expect(onNew[at]?.error).toBeUndefined();
    expect(onNew[at]?.rows).toEqual(whole);
  });
});
