import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { notebooksOf, type Session } from "../../../local/drain.js";
import { loadJob } from "../../../local/job.js";
import { type Copy, copyProject, copyReadings } from "./project.js";
import { equalsTheCalculation } from "./run.js";

it("the same notebooks through Spark Connect: the tables worked out by hand, and batches that are made again change nothing", async () => {
  const copy = copyProject();
  copyReadings(copy, "test/spark/telemetry/tiny");
  await equalsTheCalculation(copy, { spark: "3.5-connect" }, async (session) => {
    await readsPropertiesThatAreNoText(session);
    await makeLastBatchesAgain(copy, session);
  });
});

/** The producer's checksum is a byte 255, which UTF-8 has not, and four more: as text it could not be fetched through Connect. */
async function readsPropertiesThatAreNoText({ runner, places }: Session): Promise<void> {
  const rows = await runner.rows(join(places.state, "lake/bronze/readings"), ["properties"]);
  const checksums = rows.map(({ properties }) => {
    const [, text = ""] = /"name":"checksum","value":"([^"]*)"/.exec(JSON.stringify(properties)) ?? [];
    return Buffer.from(text, "base64");
  });
  expect(checksums.map((bytes) => [bytes[0], bytes.length])).toEqual(rows.map(() => [255, 5]));
}

/** Runs the job's queries once more, each with its last batch to be made again; the record of batches must not grow. */
async function makeLastBatchesAgain({ artifactsDir }: Copy, { runner, places }: Session): Promise<void> {
  const lake = join(places.state, "lake");
  const recorded = await runner.rows(join(lake, "_ops", "batches"));
  const forgotten = readdirSync(join(lake, "_checkpoints", "readings")).map((query) =>
    forgetLastBatch(join(lake, "_checkpoints", "readings", query)),
  );
  expect(forgotten).toHaveLength(4);
  const { queries } = notebooksOf(await loadJob(artifactsDir, "readings"), { artifactsDir }, places);
  expect(await runner.run(queries)).toEqual({ kind: "done" });
  expect(forgotten.filter((commit) => !existsSync(commit))).toEqual([]);
  expect(await runner.rows(join(lake, "_ops", "batches"))).toHaveLength(recorded.length);
}

/** Removes the note that a query's last batch is done, and gives the file that had it. */
function forgetLastBatch(query: string): string {
  const commits = join(query, readdirSync(query)[0] ?? "", "commits");
  const last = Math.max(...readdirSync(commits).map(Number).filter(Number.isInteger));
  for (const name of [`${last}`, `.${last}.crc`]) rmSync(join(commits, name), { force: true });
  return join(commits, `${last}`);
}
