import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { Report } from "../diagnostics/report.js";
import { hasForbidden } from "../source/characters.js";
import { Origin } from "../source/origin.js";
import { changesBetween } from "./changes-between.js";
import { checkBackfill } from "./check-backfill.js";
import { identityOf, type Lock } from "./lock.js";
import { nextLock, type QueryFacts } from "./next-lock.js";
import { printLock } from "./print-lock.js";
import { readLock } from "./read-lock.js";

const query = (id: string, text: string, inputs: readonly string[] = [], backfill = 0): QueryFacts => ({
  id,
  kind: "windows",
  inputs,
  backfill,
  facts: { table: id, window: { size: text } },
});

/** The lock after the project was each of these in turn, and what the last step changed. */
const locked = (...projects: readonly (readonly QueryFacts[])[]) =>
  projects.reduce((step, queries) => nextLock(step.lock, queries), nextLock(new Map(), []));

const generations = (lock: Lock) => Object.fromEntries([...lock].map(([id, { generation }]) => [id, generation]));
const cleared = (lock: Lock) => Object.fromEntries([...lock].map(([id, { clearsBefore }]) => [id, clearsBefore]));

describe("a chain of three", () => {
  const chain = (b: string, backfill = 0) => [
    query("p/bronze.a", "1"),
    query("p/gold.b", b, ["p/bronze.a"], backfill),
    query("p/sinks.c", "1", ["p/gold.b"]),
  ];

  it("begins at generation 1 and stays there", () => {
    expect(generations(locked(chain("1"), chain("1")).lock)).toEqual({
      "p/bronze.a": 1,
      "p/gold.b": 1,
      "p/sinks.c": 1,
    });
    expect(locked(chain("1"), chain("1")).changes).toEqual([]);
  });

  it("a change gives it and what reads it a generation of their own, and names the clause", () => {
    const { lock, changes } = locked(chain("1"), chain("2"));
    expect(generations(lock)).toEqual({ "p/bronze.a": 1, "p/gold.b": 2, "p/sinks.c": 2 });
    expect(changes).toMatchObject([
      { id: "p/gold.b", clauses: [{ clause: "window.size", before: "1", after: "2" }], follows: [], clears: false },
      { id: "p/sinks.c", clauses: [], follows: ["p/gold.b"], clears: false },
    ]);
  });

  it("put back as it was it does not open its first checkpoint again", () => {
    expect(generations(locked(chain("1"), chain("2"), chain("1")).lock)["p/gold.b"]).toBe(3);
  });

  it("a raised backfill lets rows be removed, here and below, and nothing else does", () => {
    const { lock } = locked(chain("1"), chain("2"), chain("2", 1));
    expect(cleared(lock)).toEqual({ "p/bronze.a": 1, "p/gold.b": 3, "p/sinks.c": 3 });
    expect(cleared(nextLock(lock, chain("3", 1)).lock)).toEqual({ "p/bronze.a": 1, "p/gold.b": 3, "p/sinks.c": 3 });
    expect(cleared(locked(chain("1", 4), chain("1", 4)).lock)["p/gold.b"]).toBe(1);
  });

  it("a backfill that goes down, or away, is an error; in a query that was removed too", () => {
    const origin = Origin.root({
      file: { path: "p.yaml", text: "" },
      root: { kind: "scalar", range: { start: 0, end: 0 }, value: null },
    });
    const lowered = (lock: Lock, backfill: number) => {
      const report = new Report();
      const [, b] = chain("1", backfill);
      const none = () => new Map();
      checkBackfill(lock, b ? [{ ...b, origin, elsewhere: none, views: none, defaults: none }] : [], report);
      return report.sorted().map(({ code }) => code);
    };
    const { lock } = locked(chain("1", 2));
    expect([3, 2].map((backfill) => lowered(lock, backfill))).toEqual([[], []]);
    expect([1, 0].map((backfill) => lowered(lock, backfill))).toEqual([
      ["lock/backfill-lowered"],
      ["lock/backfill-lowered"],
    ]);
    expect(lowered(nextLock(lock, []).lock, 0)).toEqual(["lock/backfill-lowered"]);
  });

  it("removed, and made again as it was: another may have written its table meanwhile, so it begins anew", () => {
    const gone = locked(chain("1"), []);
    expect(gone.changes.map(({ kind }) => kind)).toEqual(["removed", "removed", "removed"]);
    const { lock, changes } = nextLock(gone.lock, chain("1"));
    expect(generations(lock)).toEqual({ "p/bronze.a": 2, "p/gold.b": 2, "p/sinks.c": 2 });
    expect(changes).toMatchObject(Array(3).fill({ kind: "replay", isBack: true }));
  });

  it("made again above another checkpoint it does not go on", () => {
    const [a, b, c] = chain("1");
    const [, changed] = chain("2");
    if (!a || !b || !c || !changed) throw new Error("the chain has three queries");
    expect(generations(locked([a, b, c], [a, changed], [a, changed, c]).lock)["p/sinks.c"]).toBe(2);
  });

  it("the order of queries means nothing", () => {
    expect(printLock(locked([...chain("1")].reverse()).lock)).toBe(printLock(locked(chain("1")).lock));
  });
});

describe("a table without state of which other elements are rows", () => {
  const chain = (elements: string, { backfill = 0, from = "1", table = "silver/b" } = {}): readonly QueryFacts[] => [
    query("p/bronze.a", from),
    {
      ...{ id: "p/silver.b", kind: "rows", inputs: ["p/bronze.a"], backfill },
      facts: { table, explode: { e: elements } },
    },
    query("p/gold.c", "1", ["p/silver.b"]),
  ];
  const chainOf = (...elements: readonly string[]): Lock => locked(...elements.map((one) => chain(one))).lock;
  const entryOf = (lock: Lock, id: string) => {
    const entry = lock.get(id);
    if (entry === undefined) throw new Error(`${id} is not in the lock`);
    return entry;
  };
  const b = (lock: Lock) => entryOf(lock, "p/silver.b");

  it("goes on with a new checkpoint from the old one, and its readers with theirs", () => {
    const { lock, changes } = locked(chain("x"), chain("y"));
    expect(changes).toMatchObject([{ id: "p/silver.b", kind: "replay", goesOn: true, generation: 2 }]);
    expect(b(lock).goesOnFrom).toEqual([identityOf(b(chainOf("x")))]);
    expect(entryOf(lock, "p/gold.c")).toEqual(entryOf(chainOf("x"), "p/gold.c"));
    const text = printLock(lock);
    expect(text).toContain("    goes_on_from:\n");
    expect([...lockFrom(text)]).toEqual([...lock]);
    // As locks that were written before have it.
    expect([...lockFrom(text.replace("goes_on_from:", "continues:"))]).toEqual([...lock]);
  });

  it("knows all that it goes on from, the latest first, for an environment that skipped some", () => {
    const [x, y, z] = [chainOf("x"), chainOf("x", "y"), chainOf("x", "y", "z")];
    expect(b(z).goesOnFrom).toEqual([identityOf(b(y)), identityOf(b(x))]);
    expect(nextLock(z, chain("z")).lock).toEqual(z);
    expect(changesBetween(x, z, chain("z"))).toMatchObject([{ id: "p/silver.b", goesOn: true }]);
    expect(changesBetween(y, z, chain("z"))).toMatchObject([{ id: "p/silver.b", goesOn: true }]);
  });

  it("does not where anything else opens a checkpoint: a raised backfill, an input that begins anew, another clause, or that it was gone", () => {
    const others = [chain("y", { backfill: 1 }), chain("y", { from: "2" }), chain("y", { table: "silver/c" })];
    for (const other of others) {
      const { lock, changes } = nextLock(chainOf("x"), other);
      expect(changes.find(({ id }) => id === "p/silver.b")).toMatchObject({ goesOn: false });
      expect(b(lock).goesOnFrom).toEqual([]);
      // Its readers follow it.
      expect(changes.map(({ id }) => id)).toContain("p/gold.c");
    }
    expect(b(locked(chain("x"), [], chain("y")).lock).goesOnFrom).toEqual([]);
    expect(b(nextLock(chainOf("x", "y"), chain("y", { backfill: 1 })).lock).goesOnFrom).toEqual([]);
  });

  it("does not with `strict_checkpoints`: rows of two makings never stand in one table", () => {
    const strict = (elements: string) => chain(elements).map((one) => ({ ...one, logic: one.facts }));
    const { lock, changes } = locked(strict("x"), strict("y"));
    expect(changes.find(({ id }) => id === "p/silver.b")).toMatchObject({ goesOn: false });
    expect(b(lock).goesOnFrom).toEqual([]);
  });

  it("readers of one that went on follow it once its rows are removed", () => {
    const { lock, changes } = nextLock(chainOf("x", "y"), chain("y", { backfill: 1 }));
    expect(changes).toMatchObject([
      { id: "p/silver.b", clears: true },
      { id: "p/gold.c", clears: true, follows: ["p/silver.b"] },
    ]);
    expect(cleared(lock)).toEqual({ "p/bronze.a": 1, "p/silver.b": 3, "p/gold.c": 2 });
  });
});

test.each<[string, string, boolean]>([
  ["2", "4", true],
  ["10", "4", false],
  ["${partitions}", "4", false],
])("a hub with %s partitions that has %s goes on: %s", (had, has, goesOn) => {
  const hub = (kind: "ingest" | "growing-ingest", partitions: string): QueryFacts => ({
    ...{ id: "p/bronze.a", kind, inputs: [], backfill: 0 },
    facts: { table: "bronze/a", source: { partitions } },
  });
  expect(locked([hub("growing-ingest", had)], [hub("growing-ingest", has)]).changes).toMatchObject([{ goesOn }]);
  expect(locked([hub("ingest", had)], [hub("ingest", has)]).changes).toMatchObject([{ goesOn: false }]);
});

describe("a watermark's delay that decides no row", () => {
  const windows = (delay: string, isDelayFree: boolean, size = "5 minutes"): QueryFacts => ({
    ...{ id: "p/gold.a", kind: "windows", inputs: [], backfill: 0, isDelayFree },
    facts: { table: "gold/a", watermark: { column: "at", delay }, window: { size } },
  });
  const entry = (...steps: readonly QueryFacts[]) => locked(...steps.map((step) => [step])).lock.get("p/gold.a");

  it("may be another: the lock keeps the one that it has", () => {
    expect(entry(windows("1 minute", true), windows("1 hour", true))).toEqual(entry(windows("1 minute", true)));
  });

  it("counts as soon as it decides one, and is as declared once anything else changes", () => {
    const held = [windows("1 minute", true), windows("1 hour", true)];
    for (const changed of [windows("1 hour", false), windows("1 hour", true, "10 minutes")])
      expect(entry(...held, changed)).toMatchObject({ generation: 2, facts: changed.facts });
    expect(entry(...held, windows("1 minute", false))).toMatchObject({ generation: 1 });
  });

  it("is as declared where the query begins anew for another reason than its facts", () => {
    const [before, after] = [windows("1 minute", true), windows("1 hour", true)];
    const reading = (of: string): QueryFacts => ({ ...after, inputs: [of] });
    const [a, b] = [query("p/silver.a", "1"), query("p/silver.b", "1")];
    for (const { lock, changes } of [
      locked([before], [after], [{ ...after, backfill: 1 }]),
      locked([before], [after], [], [after]),
      locked([a, { ...before, inputs: ["p/silver.a"] }], [a, b, reading("p/silver.a")], [a, b, reading("p/silver.b")]),
    ]) {
      expect(lock.get("p/gold.a")).toMatchObject({ generation: 2, facts: after.facts });
      const causes = changes.flatMap((change) => (change.kind === "replay" ? change.clauses : []));
      expect(causes.filter(({ clause }) => clause.startsWith("watermark"))).toEqual([]);
    }
  });
});

describe("a source whose rows are kept as columns", () => {
  const files = (format: string, growing: readonly string[], backfill = 0): QueryFacts => ({
    ...{ id: "p/bronze.a", kind: "new-files", inputs: [], backfill, growing },
    facts: { table: "bronze/a", source: { format, columns: growing.join(", ") } },
  });
  const [before, after] = [
    ["a int", "s struct<n: int, x: int>"],
    ["a int", "b int", "s struct<n: int, x: int>", "x: int"],
  ];
  const entry = (...steps: readonly QueryFacts[]) => locked(...steps.map((step) => [step])).lock.get("p/bronze.a");

  it("goes on with its checkpoint when it gets more of them, and the lock keeps those that it began with", () => {
    expect(entry(files("avro", before), files("avro", after))).toEqual(entry(files("avro", before)));
    expect(entry(files("avro", before), files("avro", after), files("avro", before))).toEqual(
      entry(files("avro", before)),
    );
  });

  it("begins anew when one is gone or another, or when anything else changes", () => {
    for (const changed of [
      files("avro", before.slice(1)),
      files("avro", ["a bigint", ...before.slice(1)]),
      files("parquet", after),
    ])
      expect(entry(files("avro", before), changed)).toMatchObject({ generation: 2, facts: changed.facts });
  });

  it("begins anew with all of them when backfill is raised", () => {
    expect(entry(files("avro", before), files("avro", after), files("avro", after, 1))).toMatchObject({
      ...{ generation: 2, clearsBefore: 2, facts: files("avro", after).facts },
    });
  });
});

describe("any sequence of edits and reverts", () => {
  const names = ["p/bronze.a", "p/silver.b", "q/silver.c", "q/gold.d", "q/sinks.e"];
  const text = fc.constantFrom("1", "2", "3");
  /** Each query reads some of those before it; some are not there. */
  const project = fc
    .tuple(...names.map(() => fc.record({ isThere: fc.boolean(), text, reads: fc.nat(7), backfill: fc.nat(3) })))
    .map((drawn) =>
      drawn.flatMap(({ isThere, text: size, reads, backfill }, at) =>
        isThere
          ? [
              query(
                names[at] ?? "",
                size,
                names.slice(0, at).filter((name, bit) => reads & (1 << bit) && drawn[names.indexOf(name)]?.isThere),
                backfill,
              ),
            ]
          : [],
      ),
    );

  test("never opens a checkpoint again that something else came after, nor gives two things one", () => {
    fc.assert(
      fc.property(fc.array(project, { maxLength: 12 }), (projects) => {
        let lock: Lock = new Map();
        const left = new Set<string>();
        const current = new Map<string, string>();
        const meaning = new Map<string, string>();
        for (const queries of projects) {
          lock = nextLock(lock, queries).lock;
          for (const { id, facts } of queries) {
            const entry = lock.get(id);
            const path = entry && `${id}/${identityOf(entry)}`;
            if (entry === undefined || path === undefined) throw new Error(`${id} is not in the lock`);
            const before = current.get(id);
            if (before !== undefined && before !== path) left.add(before);
            expect(left.has(path)).toBe(false);
            current.set(id, path);
            const meant = JSON.stringify([facts, entry.reads]);
            expect(meaning.get(path) ?? meant).toBe(meant);
            meaning.set(path, meant);
            expect(entry.clearsBefore).toBeLessThanOrEqual(entry.generation);
          }
        }
      }),
    );
  });

  test("is told by the lock alone, and the same input gives the same bytes", () => {
    fc.assert(
      fc.property(fc.array(project, { maxLength: 6 }), (projects) => {
        const { lock } = locked(...projects);
        expect([...lockFrom(printLock(lock))]).toEqual([...lock]);
        expect(printLock(lockFrom(printLock(lock)))).toBe(printLock(lock));
        expect(nextLock(lock, projects.at(-1) ?? []).changes).toEqual([]);
      }),
    );
  });
});

test("any text can be a fact", () => {
  // All come from YAML, in which such characters are refused.
  const text = fc.string({ unit: "grapheme" }).filter((value) => !hasForbidden(value) && !value.includes("\uFFFD"));
  const name = fc.oneof(text, fc.constantFrom("null", "y", "1", "on", "<<x"));
  const texts = fc.dictionary(
    name.filter((key) => key !== "" && key !== "<<" && key !== "__proto__"),
    fc.oneof(text, fc.constantFrom("1", "yes", "a: b", "a #b", "- a", "1e3", "2024-01-01")),
    { minKeys: 1 },
  );
  fc.assert(
    fc.property(texts, (facts) => {
      const { lock } = locked([
        { id: "p/gold.x", kind: "windows", inputs: [], backfill: 0, facts: { columns: facts, ...facts } },
      ]);
      expect([...lockFrom(printLock(lock))]).toEqual([...lock]);
    }),
  );
});

it("a key may be as long as it likes, though YAML lets an implicit one be no longer than 1024 characters", () => {
  for (const length of [1000, 1021, 1022, 1023, 1024, 1025, 3000])
    for (const key of ["k".repeat(length), `${"k".repeat(length - 1)}…`]) {
      const { lock } = locked([
        {
          id: "p/gold.x",
          kind: "windows",
          inputs: [],
          backfill: 0,
          facts: { [key]: "1", [`${key}s`]: { [key]: "1" } },
        },
      ]);
      expect([...lockFrom(printLock(lock))]).toEqual([...lock]);
    }
});

test.each<[string, string]>([
  ["", "the file is empty."],
  ["version: 1\n", "'queries' holds a block for each query."],
  ["queries: {}\n", "a 'version' is missing."],
  ["version: 1\nqueries: { a: 1 }\n", "'a' is not a block of properties."],
  ["version: 1\nqueries: { a: { generation: 0, facts: {} } }\n", "'a' needs a 'generation' from 1 up."],
  ["version: 1\nqueries: { a: { generation: 1 } }\n", "'a' needs 'facts': texts by clause."],
  ["version: 1\nqueries: { a: { generation: 1, facts: {}, fact: {} } }\n", "'a' has a property 'fact'."],
  ["version: 1\nqueries: { a: { generation: 1, clears_before: 2, facts: {} } }\n", "'a' has a 'clears_before'"],
  [
    "version: 1\nqueries: { a: { generation: 2, goes_on_from: [x], facts: {} } }\n",
    "'a' has a 'goes_on_from' that is no list of identities, the latest first.",
  ],
  [
    "version: 1\nqueries: { a: { generation: 2, goes_on_from: [1-00000000], continues: [1-00000001], facts: {} } }\n",
    "'a' has both 'goes_on_from' and 'continues', its first name.",
  ],
  ["version: 1\nqueries: [\n", "Flow sequence"],
  ["version: 1\nqueries: {}\nqueries: {}\n", "'queries' is written twice."],
  ["version: 1\nqueries: { a: *b }\n", "no anchor '&b' stands before this alias."],
  ["version: 1\nqueries: { <<: { a: 1 } }\n", "there is a merge key ('<<')."],
  ...["9-00000000", "3-00000000", "0-00000000", "1-00000000, 2-00000000", "2-00000000, 2-00000000"].map(
    (identities): [string, string] => [
      `version: 1\nqueries: { a: { generation: 3, goes_on_from: [${identities}], facts: {} } }\n`,
      "'a' has a 'goes_on_from' that is no list of identities, the latest first.",
    ],
  ),
])("%j is no lock", (text, message) => {
  const report = new Report();
  expect(readLock({ read: () => text, list: () => [] }, report)).toBeUndefined();
  expect(report.sorted().map((diagnostic) => diagnostic.message)).toEqual([expect.stringContaining(message)]);
});

function lockFrom(text: string): Lock {
  const report = new Report();
  const lock = readLock({ read: () => text, list: () => [] }, report);
  expect(report.sorted()).toEqual([]);
  if (lock === undefined) throw new Error("the lock cannot be read");
  return lock;
}
