import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { compile } from "../compiler/compile.js";
import { causesOf, classOf } from "../compiler/lock/change-class.js";
import { targets } from "../targets/index.js";
import { memoryHost } from "./golden.js";

const upsert = readFileSync("test/golden/spark-late-upsert/input.yaml", "utf8").replace(/^ {2}days: .*\n/m, "");
const drop = upsert.replace("late_rows: upsert", "late_rows: drop");

function compiled(text: string, lock?: string) {
  const [project = "", pipelines = ""] = text.split(/^---\n/m);
  const files = { "sluice.yaml": project, "pipelines/p.yaml": pipelines };
  const result = compile(memoryHost(lock === undefined ? files : { ...files, "sluice.lock": lock }), targets);
  expect(result.diagnostics).toEqual([]);
  return result;
}

it.each([
  ["to", drop, upsert],
  ["from", upsert, drop],
])(
  "a change %s 'late_rows: upsert' is in place where it stands, and refused without consent for windows below",
  (_, before, after) => {
    const changes = compiled(after, compiled(before).lock?.text).lock?.changes ?? [];
    const windows = ["shop/gold.hopping", "shop/gold.quarters"];
    // Tables that are replaced as a whole follow the windows that they read.
    expect(changes.map(({ id }) => id).sort()).toEqual([...windows, "shop/gold.hours", "shop/gold.twice"].sort());
    for (const change of changes) {
      if (change.kind !== "replay") throw new Error(`${change.id}: ${change.kind}`);
      if (!windows.includes(change.id)) {
        expect([change.clauses, classOf("replace", change)]).toEqual([[], "new checkpoint, replay"]);
        continue;
      }
      expect(causesOf("windows", change).map(({ clause, row }) => [clause, row.id])).toEqual([
        ["late_rows", "corrected"],
      ]);
      expect(classOf("windows", change)).toBe("refused without consent");
    }
  },
);

it("a column by which windows are grouped may have any name: what is kept of aggregates has others", () => {
  const named = upsert.replaceAll(/\bk\b/g, "n_0");
  const { artifacts } = compiled(named);
  const notebook = artifacts.find(({ path }) => path.endsWith("/gold_quarters.py"))?.body ?? "";
  expect(notebook).toContain('.groupBy("_window", "n_0")');
  const added = [...notebook.matchAll(/\.alias\("(\w+)"\)/g)].map(([, name]) => name);
  expect(added.length).toBeGreaterThan(15);
  expect(["window_start", "window_end", "n_0", ...added].filter((name, at, all) => all.indexOf(name) !== at)).toEqual(
    [],
  );
});
