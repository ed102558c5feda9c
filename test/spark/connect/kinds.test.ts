import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { conservationLines } from "../../../cli/run-summary.js";
import { ensureSpark } from "../../../local/engines/engines.js";
import { runJob } from "../../../local/run.js";
import { type Runner, startRunner } from "../../../local/runner/runner.js";
import { isLong } from "../faults/chain.js";
import { comparable, expectedOfLandings } from "../faults/expected.js";
import { type Left, leftBy, notConserved } from "../faults/left.js";
import { landingProject, type Project } from "../faults/project.js";
import { forgetLastBatch } from "../faults/tear.js";
import { keptRunner } from "../kept.js";
import { compared, kindsProject, rowsOf, workedOut } from "./kinds.js";

/** One server for all notebooks, each with a session of its own. */
let connected: Runner;
const folder = mkdtempSync(join(tmpdir(), "sluice-connect-"));
const streams = kindsProject(isLong);

beforeAll(async () => {
  const engine = await ensureSpark(console.log, "3.5-connect");
  connected = await startRunner(engine, { folder, memory: "2g", compilesPlans: isLong });
});
afterAll(async () => {
  await connected?.stop();
  for (const path of [folder, streams.folder]) rmSync(path, { recursive: true, force: true });
});

interface Ran extends Left {
  /** What each query counted. */
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** The batches that were made again. */
  readonly again: readonly string[];
}

/** Runs it to its end; before the second wave each query has forgotten that its last batch is done, and makes it again. */
async function ran(project: Project, name: string, runner: Runner): Promise<Ran> {
  let left: Left | undefined;
  const again: string[] = [];
  const stateDir = join(project.folder, name);
  const forget = () => {
    const checkpoints = join(stateDir, "lake/_checkpoints/shop");
    for (const query of readdirSync(checkpoints)) if (forgetLastBatch(join(checkpoints, query))) again.push(query);
  };
  const result = await runJob(
    {
      ...{ ...project, stateDir, rate: "max", runner },
      onProgress: (told) => {
        if (told.kind === "captured" && told.wave === 2 && again.length === 0) forget();
      },
    },
    async (session) => {
      left = await leftBy(project, session);
    },
  );
  expect(result.failure).toBeUndefined();
  if (left === undefined) throw new Error("Nothing was looked at.");
  expect(result.queries.flatMap(conservationLines).filter(({ holds }) => !holds)).toEqual([]);
  expect(notConserved(left)).toEqual([]);
  const counts = Object.fromEntries(result.queries.map(({ query, counts: of }) => [query.replace("shop/", ""), of]));
  return { ...left, counts, again: again.sort() };
}

let streamed: Ran;

it("streams of every kind through Spark Connect, with batches that are made again: the tables worked out by hand", async () => {
  streamed = await ran(streams, "connect", connected);
  expect(compared(streamed)).toEqual(workedOut);
  expect(streamed.counts["sinks.sent"]?.["written"]).toBe(4);
  expect(streamed.counts["silver.readings"]).toMatchObject({ duplicates: 2, late: 1, quarantined: 1, unparsable: 1 });
  expect(streamed.counts["silver.prices"]).toMatchObject({ written: 4, late_written: 1 });
  const lines = Object.entries(streamed.tables).flatMap(([name, found]) =>
    /^minutes\/batch=/.test(name) ? found : [],
  );
  expect(lines).toHaveLength(4);
  expect(streamed.again).toEqual(Object.keys(streamed.counts).sort());
  if (isLong) isAsWithout(streamed, await ran(streams, "classic", await keptRunner()));
});

/** Rows and counts are those of a run without Spark Connect. */
function isAsWithout({ tables, counts }: Ran, classic: Ran): void {
  expect({ tables, counts }).toEqual({ tables: classic.tables, counts: classic.counts });
  expect(Object.keys(tables).filter((name) => tables[name]?.length === 0 && !/quarantine|late/.test(name))).toEqual([]);
}

/** The producer's checksum is a byte 255, which UTF-8 has not, and four more: as text it could not be fetched through Connect. */
it("properties of events that are no text come through", () => {
  const checksums = rowsOf(streamed, "bronze.readings").map(({ properties }) => {
    const [, text = ""] = /"name":"checksum","value":"([^"]*)"/.exec(JSON.stringify(properties)) ?? [];
    return Buffer.from(text, "base64");
  });
  expect(checksums.map((bytes) => [bytes[0], bytes.length])).toEqual(checksums.map(() => [255, 5]));
  expect(checksums).toHaveLength(11);
});

it("landed changes, history, and a table that is replaced: the tables of a plain calculation", async () => {
  const landed = landingProject(10, isLong ? 2 : 1);
  try {
    const left = await ran(landed, "connect", connected);
    const calculated = expectedOfLandings(landed);
    expect(comparable(left, calculated)).toEqual(calculated);
    for (const table of ["silver.orders", "silver.stores", "gold.amounts"])
      expect({ table, rows: calculated[table]?.length ?? 0 }).not.toEqual({ table, rows: 0 });
    if (isLong) isAsWithout(left, await ran(landed, "classic", await keptRunner()));
  } finally {
    rmSync(landed.folder, { recursive: true, force: true });
  }
});
