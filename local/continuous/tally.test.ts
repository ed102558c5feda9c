import { expect, it } from "vitest";
import type { LocalJob } from "../job.js";
import { tallyOf } from "./tally.js";

const notebook = (query: string | null, ...reads: readonly string[]): LocalJob["notebooks"][number] => ({
  ...{ query, reads, path: `${query}.py`, form: "databricks", parameters: {} },
});
const job: LocalJob = {
  job: "j",
  notebooks: [
    notebook(null),
    notebook("j/bronze.a", "sources.a"),
    notebook("j/silver.a", "bronze.a"),
    notebook("j/silver.both", "silver.a", "bronze.a"),
    notebook("j/gold.a", "silver.a"),
    notebook("j/silver.other", "elsewhere/silver.b"),
    notebook("j/gold.whole", "silver.a"),
  ],
  replaced: ["j/gold.whole"],
  feeds: [],
  tables: [],
};
const before = (counts: Readonly<Record<string, Readonly<Record<string, number>>>>) =>
  job.notebooks.flatMap(({ query }) =>
    query === null ? [] : [{ query, batches: 0, counts: counts[query] ?? {}, seconds: 0 }],
  );

it("goes on from what earlier runs counted, a replayed batch once, and knows what waits in each input", () => {
  const tally = tallyOf(job, before({ "j/bronze.a": { read: 10, written: 10 }, "j/silver.other": { read: 1 } }));
  const lines = [
    `{"query": "j/bronze.a", "batch": 3, "replayed": true, "read": 10, "written": 10}`,
    `{"query": "j/bronze.a", "batch": 4, "replayed": false, "read": 5, "written": 5}`,
    `{"query": "j/silver.a", "batch": 0, "replayed": false, "read": 12, "written": 6, "quarantined": 1, "unparsable": 2, "late": 3}`,
    `{"query": "j/silver.both", "batch": 0, "replayed": false, "read": 4, "written": 4}`,
    `{"query": "j/gold.a", "batch": 0, "replayed": false, "written": 1, "aggregated": 4}`,
    `{"query": "j/gold.a", "state": "finished", "watermark": null}`,
    `{"query": "j/gold.whole", "batch": 0, "replayed": false, "read": 2, "aggregated": 2, "written": 1}`,
    `{"query": "j/gold.whole", "batch": 1, "replayed": false, "read": 5, "aggregated": 5, "written": 2}`,
    "something else that a notebook prints",
  ];
  for (const line of lines) tally.take(line);
  const lags = Object.fromEntries(
    tally.now([{ source: "j/sources.a", events: 20 }]).map(({ query, lag }) => [query, lag]),
  );
  expect(lags).toEqual({
    "j/bronze.a": 5, // 20 events, 15 read
    "j/silver.a": 3, // 15 rows, 12 read
    "j/silver.both": 17, // 6 rows of one and 15 of the other, 4 read
    "j/gold.a": undefined, // does not say what it read
    "j/silver.other": undefined, // a table that another job writes
    "j/gold.whole": 1, // 6 rows, 5 read by the last batch
  });
});
