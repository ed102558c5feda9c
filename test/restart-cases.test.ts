import { describe, expect, it } from "vitest";
import { compile, prepare } from "../compiler/compile.js";
import { causesOf, classOf, keptRow } from "../compiler/lock/change-class.js";
import { changeTable } from "../compiler/lock/change-table.js";
import { writtenDifferences } from "../compiler/lock/written.js";
import { targets } from "../targets/index.js";
import { memoryHost } from "./golden.js";
import { restarts } from "./restarts.js";
import { every, some, unmeasured } from "./spark/state/cases.js";
import { consents, continues, layerOf, nameOf, versionsOf } from "./spark/state/changing-tables.js";

it("restarts a changed notebook for each row of the table of changes, or says why not", () => {
  const rows = new Set(every.flatMap(({ row, also = [] }) => [row, ...also]));
  expect([...rows, ...Object.keys(unmeasured)].sort()).toEqual(changeTable.map(({ id }) => id).sort());
});

it("restarts at least 15 rows in CI", () => {
  expect(new Set(some.flatMap(({ row, also = [] }) => [row, ...also])).size).toBeGreaterThanOrEqual(15);
});

it("has of each case what its row says that Spark makes of it", () => {
  for (const { row, old, change } of every) {
    const found = changeTable.find(({ id }) => id === row);
    expect(found?.spark, change).toContain(old);
  }
});

it("repeats measurements that were made, and comes to what they came to", () => {
  for (const { restart, old, change } of every)
    if (restart !== undefined) expect(restarts.find(({ id }) => id === restart)?.verdict, change).toBe(old);
});

it("has of what Spark refuses how it does", () => {
  for (const { old, refusal, change } of every) expect(refusal !== undefined, change).toBe(old === "refuses");
});

describe("each change is classed by its row", () => {
  const [before, after] = [versionsOf(every).before, versionsOf(every).after].map((yaml) => {
    const [project = "", ...pipelines] = yaml.split("---\n");
    return { "sluice.yaml": project, "pipelines/pipeline.yaml": pipelines.join("---\n") };
  });
  const old = compile(memoryHost(before ?? {}), targets);
  const { lock, diagnostics } = compile(memoryHost({ ...after, "sluice.lock": old.lock?.text ?? "" }), targets);
  const queriesOf = (files: Readonly<Record<string, string>> = {}) =>
    new Map(prepare(memoryHost(files), []).understood?.queries.map((query) => [query.id, query]));
  const [was, is] = [queriesOf(before), queriesOf(after)];

  /** Of the table, and of the one below that changes with it. */
  const keptRows = (at: number, one: (typeof every)[number]) =>
    [layerOf(one), ...(one.below ? ["silver"] : [])].flatMap((layer) => {
      const id = `changes/${layer}.${nameOf(at)}`;
      const [query, now] = [was.get(id), is.get(id)];
      if (query === undefined || now === undefined) throw new Error(`${id} is not declared`);
      expect(lock?.changes.filter((change) => change.id === id)).toEqual([]);
      return writtenDifferences(query, now).map(({ clause }) => keptRow(now.kind, clause).id);
    });

  it("and both versions compile", () => {
    for (const one of [...old.diagnostics, ...diagnostics]) expect(one.severity, one.message).not.toBe("error");
  });

  it.each(every.map((one, at) => ({ ...one, one, at })))("$row: $change", ({ one, at }) => {
    const id = `changes/${layerOf(one)}.${nameOf(at)}`;
    const change = lock?.changes.find((candidate) => candidate.id === id);
    const rows =
      change?.kind === "replay" ? causesOf(change.query, change).map(({ row }) => row.id) : keptRows(at, one);
    expect(rows).toEqual(expect.arrayContaining([one.row, ...(one.also ?? [])]));
    const replay = consents(one) ? "refused without consent" : "new checkpoint, replay";
    const reopened = continues(one) ? "new checkpoint, continue" : replay;
    expect(change?.kind === "replay" ? classOf(change.query, change) : "in place").toBe(
      one.isInPlace ? "in place" : reopened,
    );
  });
});
