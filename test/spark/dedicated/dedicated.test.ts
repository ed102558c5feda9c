import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { batchesOf } from "../../../compiler/emit/batches.js";
import { parsePoolScript } from "../../../local/dedicated/parse-load.js";
import type { Command } from "../../../local/dedicated/translate.js";
import { NotKnown } from "../../../local/warehouse/tokens.js";
import { mutantsOf } from "../warehouse/mutants.js";
import { equivalents } from "./equivalents.js";
import { madeFiles, type Rows, rowsOf, runs, script, sorted, views } from "./pool.js";

let files: Awaited<ReturnType<typeof madeFiles>>;
const parsed = parsePoolScript(script);
const database = (name: string): string => join(files.folder, `${name}.duckdb`);

beforeAll(async () => {
  files = await madeFiles();
});
afterAll(() => rmSync(files.folder, { recursive: true, force: true }));

it("tables hold after each load what Python says that they hold, merges change no other rows, and nothing else is left", async () => {
  const requests = runs.flatMap((run) => [
    ...views.map((view) => ({ database: database("whole"), commands: files.loading(parsed, view, run) })),
    { database: database("whole"), commands: files.made() }, // run again, it changes nothing
  ]);
  const answers = await files.done([{ database: database("whole"), commands: files.made() }, ...requests]);
  expect(answers.map(({ error }) => error).filter((error) => error !== null)).toEqual([]);
  const ends = answers.filter((_, at) => at > 0 && at % (views.length + 1) === 0);
  for (const [at, { tables }] of ends.entries()) {
    expect(tables.map(({ name }) => name)).toEqual([...views].sort());
    for (const view of views)
      expect([view, rowsOf(tables, view)]).toEqual([view, sorted(files.wanted[view]?.[runs[at] ?? ""] ?? [])]);
  }
  const changed = runs.map((run, at) =>
    ["sales", "turnover"].map((view) =>
      differing(
        files.wanted[view]?.[runs[at - 1] ?? ""] ?? [],
        files.wanted[view]?.[run] ?? [],
        view === "sales" ? 1 : 2,
      ),
    ),
  );
  expect(answers.flatMap(({ merged }) => merged)).toEqual(changed.flat());
  const counts = views.map((view) => files.wanted[view]?.["second"]?.length ?? 0);
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(4);
});

/** How many rows come, go, or are others; the first columns are their key. */
function differing(before: Rows, then: Rows, key: number): number {
  const [old, now] = [before, then].map(
    (rows) => new Map(rows.map((row) => [JSON.stringify(row.slice(0, key)), JSON.stringify(row)])),
  );
  const keys = new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])]);
  return [...keys].filter((one) => old?.get(one) !== now?.get(one)).length;
}

it("a load that is broken off after any statement and begun again, by itself or behind the script, ends with the same table", async () => {
  const killed = tried.flatMap((view) => {
    const whole = files.loading(parsed, view, "second");
    return whole.flatMap((_, at) =>
      (view === "gifts" ? (["load", "script"] as const) : (["load"] as const)).map((first) => ({
        view,
        at,
        first,
        part: whole.slice(0, at + 1),
      })),
    );
  });
  const requests = killed.flatMap(({ view, at, first, part }) => {
    const file = database(`${view}-${at}-${first}`);
    const again = files.loading(parsed, view, "second");
    return [
      { database: file, commands: [...files.made(), ...files.loading(parsed, view, "first"), ...part] },
      { database: file, commands: first === "script" ? [...files.made(), ...again] : again },
    ];
  });
  const answers = await files.done(requests);
  expect(answers.map(({ error }) => error).filter((error) => error !== null)).toEqual([]);
  expect(killed.length).toBeGreaterThan(20);
  const between: string[] = [];
  for (const [at, { view, first, at: after }] of killed.entries()) {
    const [broken, whole] = answers.slice(2 * at, 2 * at + 2);
    const [before, then] = ["first", "second"].map((run) => sorted(files.wanted[view]?.[run] ?? []));
    const seen = rowsOf(broken?.tables ?? [], view);
    if (seen === undefined) between.push(`${view} ${first}`);
    else expect([before, then].map((rows) => JSON.stringify(rows))).toContain(JSON.stringify(seen));
    expect([view, after, rowsOf(whole?.tables ?? [], view)]).toEqual([view, after, then]);
    expect(whole?.tables.filter(({ name }) => /_(loading|before)$/.test(name))).toEqual([]);
  }
  // One that is replaced has another name between two statements, and at no other time.
  expect(between).toEqual(["gifts load", "gifts script"]);
}, 60_000);

it("a load that fails leaves the table as it was", async () => {
  const requests = views.flatMap((view) => [
    { database: database(`failed-${view}`), commands: [...files.made(), ...files.loading(parsed, view, "first")] },
    { database: database(`failed-${view}`), commands: files.loading(parsed, view, "no-such-run") },
  ]);
  const answers = (await files.done(requests)).filter((_, at) => at % 2 === 1);
  expect(answers.map(({ error }) => error?.startsWith("There are no files of Parquet in"))).toEqual(
    views.map(() => true),
  );
  for (const [at, view] of views.entries())
    expect(rowsOf(answers[at]?.tables ?? [], view)).toEqual(sorted(files.wanted[view]?.["first"] ?? []));
  expect(() => files.loading(parsed, "gifts", "../../silver")).toThrow("The name of a run has");
});

it("a table that is another one stops the script where rows are merged into it, and is replaced where it is loaded whole", async () => {
  const changes = [
    ["[weight] float", "[weight] bigint"],
    ["HASH([id])", "HASH([store])"],
    ["CLUSTERED COLUMNSTORE INDEX", "HEAP"],
    ["CLUSTERED INDEX ([store], [sales])", "CLUSTERED INDEX ([store])"],
    ["[photo] varbinary(8000) NULL", "[photo] varbinary(8000) NOT NULL"],
    ["[day] date NULL\n", "[day] date NULL,\n    [more] int NULL\n"], // of the one that is replaced
  ] as const;
  const requests = changes.flatMap(([part, other], at) => [
    { database: database(`other-${at}`), commands: ofTables(oneOf(script, part, other)) },
    { database: database(`other-${at}`), commands: [...files.made(), ...files.loading(parsed, "gifts", "first")] },
  ]);
  const answers = await files.done(requests);
  expect(answers.filter((_, at) => at % 2 === 0).map(({ error }) => error)).toEqual(changes.map(() => null));
  const told = answers.filter((_, at) => at % 2 === 1).map(({ error }) => error?.slice(0, 40));
  const isOther = (table: string) => `[reports].[${table}] is another table than the one`.slice(0, 40);
  expect(told).toEqual([...["sales", "sales", "sales", "turnover", "sales"].map(isOther), undefined]);
  expect(rowsOf(answers.at(-1)?.tables ?? [], "gifts")).toEqual(sorted(files.wanted["gifts"]?.["first"] ?? []));
});

/** What makes the tables alone. */
const ofTables = (text: string): readonly Command[] =>
  files.made(
    batchesOf(text)
      .filter((batch) => batch.includes("SCHEMA_ID") || isTable(batch))
      .map((batch) => `${batch}\nGO\n`)
      .join("\n"),
  );

const isTable = (batch: string): boolean => /IS NULL\n {2}CREATE TABLE/.test(batch);

/** The text with the first table that has a part having another instead. */
function oneOf(text: string, part: string, other: string): string {
  const batches = batchesOf(text);
  const at = batches.findIndex((batch) => isTable(batch) && batch.includes(part));
  return batches.map((batch, index) => `${index === at ? batch.replace(part, other) : batch}\nGO\n`).join("\n");
}

it("the script is the one that stands in the golden", () => {
  expect(readFileSync("test/golden/project-dedicated-sql-pool/expected/env/prod/sql/dw/tables.sql", "utf8")).toBe(
    script,
  );
});

it("each mutant of the script is refused, gives other tables, or is known to mean the same", async () => {
  const mutants = tried.flatMap((view) => {
    const batches = batchesOfView(view);
    return batches.flatMap((batch, at) =>
      mutantsOf(batch).map(({ what, text }) => ({
        what,
        view,
        text: whole(batches.map((one, index) => (index === at ? text : one))),
      })),
    );
  });
  const originals = new Map(tried.map((view) => [view, meaningOf(whole(batchesOfView(view)), view) ?? []]));
  const read = mutants.map(({ text, view }) => meaningOf(text, view));
  const isAsWritten = read.map(
    (commands, at) => JSON.stringify(commands) === JSON.stringify(originals.get(mutants[at]?.view ?? "sales")),
  );
  const known = read.flatMap((commands, at) => (commands && !isAsWritten[at] ? [at] : []));
  const answers = await files.done(
    [...originals.values(), ...known.map((at) => read[at] ?? [])].map((commands) => ({
      database: ":memory:",
      commands,
    })),
  );
  const others = answers.slice(tried.length).map((answer) => JSON.stringify(answer));
  const ofView = (at: number): string => JSON.stringify(answers[tried.indexOf(mutants[at]?.view ?? "sales")]);
  const alike = known.filter((at, index) => others[index] === ofView(at));
  const same = isAsWritten.flatMap((is, at) => (is ? [at] : []));
  const survivors = [...same, ...alike].map((at) => mutants[at]?.what ?? "");
  expect(answers.slice(0, tried.length).map(({ error }) => error)).toEqual(tried.map(() => null));
  expect(answers.slice(0, tried.length).map(({ tables }) => tables.map(({ name }) => name))).toEqual(
    tried.map((view) => [view]),
  );
  expect(mutants.length).toBeGreaterThan(2000);
  expect(survivors.filter((what) => !equivalents.some(({ shape }) => shape.test(what)))).toEqual([]);
  expect(equivalents.filter(({ shape }) => !survivors.some((what) => shape.test(what)))).toEqual([]);
}, 120_000);

/** Rows that are merged by a number, rows that are replaced, and rows that are merged by texts into a table with an order. */
const tried = ["sales", "gifts", "turnover"] as const;

/** The schema, and what is of a view. */
const batchesOfView = (view: string): readonly string[] =>
  batchesOf(script)
    .map((batch) => batch.replaceAll(/^--.*\n/gm, ""))
    .filter(
      (batch) =>
        batch.includes("SCHEMA_ID") ||
        batch.includes(`[reports].[${view}]`) ||
        batch.includes(`[reports].[load_${view}]`),
    );

const whole = (batches: readonly string[]): string => batches.map((batch) => `${batch}\nGO\n`).join("\n");

/** All that is done on two days; undefined: the text is refused. */
function meaningOf(text: string, view: string): readonly Command[] | undefined {
  try {
    const pool = parsePoolScript(text);
    const loads = ["first", "second"].flatMap((run) => files.loading(pool, view, run));
    return [...files.made(text), ...loads, ...files.made(text)];
  } catch (error) {
    if (error instanceof NotKnown) return undefined;
    throw error;
  }
}
