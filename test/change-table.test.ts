import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { diskHost } from "../cli/disk-host.js";
import { compile } from "../compiler/compile.js";
import { factClause, rowOf } from "../compiler/lock/change-class.js";
import { changeTable, keeping, opening } from "../compiler/lock/change-table.js";
import { differences } from "../compiler/lock/differences.js";
import { caseNames, compileCase, readCase } from "./golden.js";
import { restarts } from "./restarts.js";

it("names each of its rows once, and each says something", () => {
  const ids = changeTable.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
  for (const { id, change, reason, queries, clauses } of changeTable)
    expect(
      [change, reason, ...queries, ...clauses].map((text) => text.length > 0),
      id,
    ).not.toContain(false);
});

it("says why where it opens a new checkpoint although Spark was right, and only there", () => {
  for (const { id, spark, checkpoint, stricter } of changeTable)
    expect(stricter !== undefined, id).toBe(["new", "continued"].includes(checkpoint) && spark.includes("right rows"));
  for (const { id, spark } of keeping) expect(spark, id).toEqual(["right rows"]);
});

describe.each(restarts)("$id: $change", ({ verdict, of }) => {
  it("is in the table with what Spark made of it, or cannot be said", () => {
    if ("unsaid" in of) return expect(of.unsaid).toMatch(/language/);
    const row = changeTable.find(({ id }) => id === of.row);
    expect(row?.spark).toContain(verdict);
    // Where Spark refuses or gives wrong rows, no query goes on.
    if (verdict !== "right rows") expect(row?.checkpoint).not.toBe("kept");
  });
});

it("has a row of its own for every fact of every golden and project to copy", () => {
  const all = [
    ...caseNames().map((name) => compileCase(readCase(name))),
    ...readdirSync("pipelines").map((name) => compile(diskHost(`pipelines/${name}`), [])),
  ];
  const strays = all.flatMap(({ understood }) =>
    (understood?.queries ?? []).flatMap(({ kind, facts }) =>
      differences({}, facts)
        .map(({ clause }) => `${kind} ${clause}`)
        .filter((_, at) => {
          const clause = differences({}, facts)[at]?.clause ?? "";
          return rowOf(opening, kind, factClause(clause)).id === "unknown";
        }),
    ),
  );
  expect([...new Set(strays)]).toEqual([]);
});
