import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { notebooksOf, type Session } from "../../../local/drain.js";
import { loadJob } from "../../../local/job.js";
import type { RunRequest } from "../../../local/request.js";
import type { TableRow } from "../../../local/runner/answers.js";
import { ChangingProject } from "../storage/project.js";
import { type Case, cases } from "./cases.js";
import { layerOf, nameOf, newNameOf, versionsOf } from "./changing-tables.js";
import { all, type Event, first, hour, late, type Row, second } from "./events.js";

const project = new ChangingProject();
afterAll(() => rmSync(project.folder, { recursive: true, force: true }));

const { before, after, consented } = versionsOf(cases);

const lines = (events: readonly Event[]): readonly string[] => [
  "x,y,n,at",
  ...events.map(([x, y, n, at]) => `${x},${y},${n},2026-03-01T${hour(at)}:00Z`),
];

/** How each table's notebook ended, and what the table held then. */
interface Ended {
  readonly error: string | undefined;
  readonly rows: readonly Row[];
}

const onFirst: Ended[] = [];
const onOld: Ended[] = [];
const onNew: Ended[] = [];
/** Whether the changed notebook opens the checkpoint that the one before it did. */
const goesOn: boolean[] = [];

function shown(row: TableRow, { shows = ["g", "h", "n"] }: Case): Row {
  const time = (value: unknown): string => String(value).slice(11, 16);
  const window = "window_start" in row ? [`${time(row["window_start"])}-${time(row["window_end"])}`] : [];
  const cells = shows
    .filter((name) => name in row)
    .map((name) => (name === "at" ? time(row[name]) : String(row[name])));
  return [...window, ...cells].join(" ");
}

/** The notebook of a case's table in a version of the project. */
function notebookIn({ artifactsDir }: RunRequest, one: Case, at: number): string {
  const path = (name: string) => join(artifactsDir, "common/databricks/notebook/changes", `${layerOf(one)}_${name}.py`);
  return existsSync(path(nameOf(at))) ? path(nameOf(at)) : path(newNameOf(at));
}

interface Running {
  /** With what makes the tables. */
  readonly isNew: boolean;
  readonly isOf?: (one: Case) => boolean;
  /** Where others keep files and tables: files are known by their paths. */
  readonly stores?: string;
}

/** Runs the job's notebooks one by one, so that one that fails keeps none of the others. */
async function ran(
  request: RunRequest,
  { runner, places }: Session,
  { isNew, isOf = () => true, stores = join(places.state, "stores") }: Running,
): Promise<readonly Ended[]> {
  const job = await loadJob(request.artifactsDir, "changes");
  const { setUp, queries } = notebooksOf(job, request, places, { landing_root: join(stores, "landing") });
  if (isNew) {
    const made = await runner.run(setUp);
    if (made.kind === "failed") throw new Error(made.traceback);
  }
  const ended: Ended[] = [];
  for (const [at, one] of cases.entries()) {
    if (!isOf(one)) {
      ended.push({ error: "not run", rows: [] });
      continue;
    }
    const notebook = notebookIn(request, one, at);
    const paths = [notebook.replace(/gold_(\w+\.py)$/, "silver_$1"), notebook];
    const outcome = await runner.run(queries.filter(({ path }) => paths.includes(path)));
    const rows =
      layerOf(one) === "sinks"
        ? filed(readFileSync(notebook, "utf8"), places, one)
        : await tabled({ runner, places }, one, at);
    const error = outcome.kind === "failed" ? `${outcome.error}\n${outcome.traceback}` : undefined;
    ended.push({ error, rows: [...rows].sort() });
  }
  return ended;
}

async function tabled({ runner, places }: Session, one: Case, at: number): Promise<readonly Row[]> {
  const table = join(places.state, "lake", layerOf(one), nameOf(at));
  const rowsIn = async (path: string) => (await runner.rows(path)).map((row) => shown(row, one));
  const late = existsSync(`${table}_late`) ? await rowsIn(`${table}_late`) : [];
  return [...(await rowsIn(table)), ...late.map((row) => `late: ${row}`)];
}

/** What a reader finds in the folder that the notebook sends to, if it takes files for what the notebook writes: JSON by names, cells of CSV by places. */
function filed(notebook: string, places: Session["places"], { shows = [] }: Case): readonly Row[] {
  const [, identity, below] =
    /identity=f"(\d+-[0-9a-f]{8}).*?folder = f"\{root\}\/(\S+)\/checkpoint=/s.exec(notebook) ?? [];
  const [, form] = /form="(\w+)"/.exec(notebook) ?? [];
  const folder = join(places.state, "stores/sent", String(below), `checkpoint=${identity}-here`);
  if (!existsSync(folder)) return [];
  const parts = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => /\/part-[^/]*$/.test(path));
  return parts.flatMap((part) => {
    const lines = readFileSync(join(folder, part), "utf8").split("\n").filter(Boolean);
    if (form === "csv") return lines.slice(1).map((line) => line.replaceAll(",", " "));
    return lines.map((line) => {
      const row: TableRow = JSON.parse(line);
      return shows.map((name) => String(row[name])).join(" ");
    });
  });
}

const identity = /identity=f"\d+-[0-9a-f]{8}/;
const identityIn = (request: RunRequest, one: Case, at: number): string => {
  const [found] = identity.exec(readFileSync(notebookIn(request, one, at), "utf8")) ?? [];
  if (found === undefined) throw new Error(`no identity in ${notebookIn(request, one, at)}`);
  return found;
};

/** The changed notebooks with the paths of the old checkpoints, which the rule would not have them open. */
function forced(was: RunRequest, is: RunRequest): RunRequest {
  for (const [at, one] of cases.entries()) {
    const [old, file] = [identityIn(was, one, at), notebookIn(is, one, at)];
    // What goes on where the old checkpoint stopped would not open it.
    const begun = readFileSync(file, "utf8").replace(
      /^go_on\(\n {4}query,\n {4}(.*),\n[^)]*\)\n/m,
      "begin(query, $1)\n",
    );
    writeFileSync(file, begun.replace(identity, old));
  }
  return is;
}

/** What others keep, by their first events and then by all. */
async function put({ runner, places }: Session, wave: 1 | 2): Promise<void> {
  const stores = join(places.state, "stores", "landing");
  const of = wave === 1 ? first : second;
  const write = (path: string, text: readonly string[]): string => {
    const file = join(stores, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${text.join("\n")}\n`);
    return file;
  };
  const rows = (shown: readonly Event[]) => shown.map(([x, , n]) => `${x},${n}`);
  write(`here/${wave}.csv`, ["x,n", ...rows(of)]);
  write(`bare/${wave}.csv`, rows(of));
  if (wave === 2) write("there/all.csv", ["x,n", ...rows(all)]);
  const add = async (table: string, shown: readonly Event[], version: number) => {
    const path = write(`added/${table}-${version}.csv`, ["x,y,n", ...shown.map(([x, y, n]) => `${x},${y},${n}`)]);
    const columns = ["x string", "y string", "n int"];
    const added = await runner.append({ path, format: "csv", version, columns, table: join(stores, "tables", table) });
    expect(added).toEqual({ kind: "added" });
  };
  await add("one", of, wave - 1);
  if (wave === 2) await add("two", all, 0);
}

beforeAll(async () => {
  project.readings("a1.csv", lines(first));
  project.readings("s1.csv", [
    "x,y,n,at",
    "s,s,3,2026-03-01T10:00:00Z",
    "a,s,1,2026-03-01T10:00:00Z",
    "p,s,2,2026-03-01T10:00:00Z",
  ]);
  await project.run(
    before,
    async (session) => {
      await put(session, 1);
      const was = project.request(before, "changes");
      onFirst.push(...(await ran(was, session, { isNew: true })));
      project.readings("a2.csv", lines([...second, late]));
      expect(await project.drained(project.request(before, "base"), session)).toBeUndefined();
      await put(session, 2);
      const copy = join(project.folder, "old");
      cpSync(session.places.state, copy, { recursive: true, preserveTimestamps: true });
      const is = project.request(after, "changes");
      goesOn.push(...cases.map((one, at) => identityIn(was, one, at) === identityIn(is, one, at)));
      const old = { ...session, places: { ...session.places, state: copy } };
      const isOf = ({ isInPlace }: Case) => !isInPlace;
      onOld.push(
        ...(await ran(forced(was, is), old, { isNew: false, isOf, stores: join(session.places.state, "stores") })),
      );
      onNew.push(...(await ran(project.request(consented, "changes"), session, { isNew: true })));
    },
    "base",
  );
});

describe.each(cases.map((one, at) => ({ ...one, at })))("$row: $change", (one) => {
  const { at, from = 0, whole, kept = whole } = one;
  const telling = (rows: readonly Row[]) => rows.filter((row) => from === 0 || row >= hour(from));

  it("on the old checkpoint: $old", () => {
    expect(onFirst[at]?.error).toBeUndefined();
    expect(goesOn[at]).toBe(one.isInPlace === true);
    const { error, rows } = (one.isInPlace ? onNew : onOld)[at] ?? { error: "not run", rows: [] };
    if (one.old === "refuses") return expect(error).toMatch(one.refusal ?? /^no refusal is named/);
    expect(error).toBeUndefined();
    if (one.old === "right rows") expect(rows).toEqual(kept);
    else expect(telling(rows)).not.toEqual(telling(whole));
  });

  it("by the rule the rows are those of plain arithmetic", () => {
    expect(onNew[at]?.error).toBeUndefined();
    expect(onNew[at]?.rows).toEqual(whole);
  });
});
