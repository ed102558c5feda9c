import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LocalFeed } from "./job.js";
import { assertNoneMissing, entered, type Ledger, withoutFile } from "./ledger.js";
import { type Wave, wavesOf } from "./waves.js";

const feed: LocalFeed = {
  ...{ source: "readings/sources.readings", topic: "readings", partitions: 4, namespace: "here", format: "json" },
  ...{ columns: [{ name: "a", type: "string" }], file: "day-*.csv", key: null, rate: null, capture: null },
};
const nothing: Ledger = { topics: {}, drained: {} };

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sluice-ledger-"));
  for (const day of [2, 1]) await writeFile(join(folder, `day-${day}.csv`), `a\n${day}\n`);
  await writeFile(join(folder, "other.csv"), "a\n");
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function all(of: LocalFeed, ledger: Ledger = nothing): Promise<Ledger> {
  return enteredAll(await wavesOf([of], folder, {}), ledger);
}

async function enteredAll(waves: readonly Wave[], ledger: Ledger): Promise<Ledger> {
  let made = ledger;
  for (const at of waves.keys()) made = (await entered(made, waves, at, "readings")).at(-1) ?? made;
  return made;
}

describe("waves", () => {
  it("are the files in the order of their names", async () => {
    const waves = await wavesOf([feed], folder, {});
    expect(waves.map((wave) => wave.map(({ path }) => path))).toEqual([
      [join(folder, "day-1.csv")],
      [join(folder, "day-2.csv")],
    ]);
  });

  it("are of other files where those are given", async () => {
    const [wave] = await wavesOf([feed], folder, { readings: "other.csv" });
    expect(wave?.map(({ path }) => path)).toEqual([join(folder, "other.csv")]);
    await expect(wavesOf([feed], folder, { readings: "no.csv" })).rejects.toThrow("there is no file");
  });
});

describe("sources of one table", () => {
  const table: LocalFeed = { source: "a/sources.a", table: "{state}/table", columns: ["a int"], file: "day-1.csv" };
  const files = async (...feeds: readonly LocalFeed[]) =>
    (await wavesOf(feeds, folder, {})).map((wave) => wave.map(({ feed: { source }, path }) => `${source} ${path}`));

  it("have each file added once", async () => {
    expect(await files(table, { ...table, source: "a/sources.b", file: "day-*.csv" })).toEqual([
      [`a/sources.a ${join(folder, "day-1.csv")}`, `a/sources.b ${join(folder, "day-2.csv")}`],
    ]);
    const apart = { ...table, source: "a/sources.b", table: "{state}/other" };
    expect((await files(table, apart)).flat()).toHaveLength(2);
  });

  it("are refused where they declare other columns", async () => {
    const alike = { ...table, source: "a/sources.b", columns: ["b int", "a int"] };
    expect((await files({ ...table, columns: ["a int", "b int"] }, alike)).flat()).toHaveLength(1);
    const other: LocalFeed = { ...table, source: "a/sources.b", columns: ["b int"] };
    await expect(files(table, other)).rejects.toThrow(
      "a/sources.a and a/sources.b read one table with other columns, or one reads it whole and the other does not, and on this machine",
    );
  });
});

describe("the ledger", () => {
  it("goes on with the same files, and with more", async () => {
    const ledger = await all(feed);
    expect(await all(feed, ledger)).toEqual(ledger);
    await writeFile(join(folder, "day-3.csv"), "a\n3\n");
    expect((await all(feed, ledger)).topics["readings"]?.files).toHaveLength(3);
    await rm(join(folder, "day-3.csv"));
  });

  it("drains a wave again that gets one more file, and all behind it", async () => {
    const other = { ...feed, source: "readings/sources.others", topic: "others", file: "other*.csv" };
    const waves = await wavesOf([feed, other], folder, {});
    const drained = { ...(await enteredAll(waves, nothing)), drained: { readings: 2, apart: 2 } };
    expect(await enteredAll(waves, drained)).toEqual(drained);
    await writeFile(join(folder, "other2.csv"), "a\n");
    const more = await enteredAll(await wavesOf([feed, other], folder, {}), drained);
    expect(more.drained).toEqual({ readings: 1, apart: 2 });
    await rm(join(folder, "other2.csv"));
  });

  it("has the files of two sources in one topic in the order in which they are sent", async () => {
    const other: LocalFeed = { ...feed, source: "readings/sources.others", key: "a", file: "other.csv" };
    const waves = await wavesOf([feed, other], folder, {});
    const ledger = await enteredAll(waves, nothing);
    expect(ledger.topics["readings"]?.files.map(({ name }) => name)).toEqual(["day-1.csv", "other.csv", "day-2.csv"]);
    expect(await enteredAll(waves, ledger)).toEqual(ledger);
    const swapped = await wavesOf([other, feed], folder, {});
    await expect(enteredAll(swapped, ledger)).rejects.toThrow("'day-1.csv' was sent to 'readings' as file 1");
  });

  it("refuses a file under another name where files are read, and not where its events are", async () => {
    const files: LocalFeed = { source: "readings/sources.files", path: "{state}/*.csv", file: "day-1.csv" };
    await writeFile(join(folder, "renamed.csv"), "a\n1\n");
    await expect(all({ ...files, file: "renamed.csv" }, await all(files))).rejects.toThrow(
      "'day-1.csv' was put at '*.csv', and as 'renamed.csv' it would be read again",
    );
    const events = await all({ ...feed, file: "day-1.csv" });
    expect(await all({ ...feed, file: "renamed.csv" }, events)).toEqual(events);
    await rm(join(folder, "renamed.csv"));
  });

  it("knows the rows of a table by their content, takes one that was not added back, and refuses columns that are gone", async () => {
    const table: LocalFeed = {
      ...{ source: "readings/sources.table", table: "{state}/table", columns: ["a int"] },
      file: "day-1.csv",
    };
    await writeFile(join(folder, "renamed.csv"), "a\n1\n");
    const ledger = await all(table);
    expect(await all({ ...table, file: "renamed.csv" }, ledger)).toEqual(ledger);
    expect(await all({ ...table, columns: ["b int", "a int"] }, ledger)).toEqual(ledger);
    await expect(all({ ...table, columns: ["a string"] }, ledger)).rejects.toThrow(
      /columns of readings\/sources\.table are gone or of another type, and 'table' has rows with them.*--fresh/s,
    );
    const mended = { ...table, file: "other.csv" };
    await expect(all(mended, ledger)).rejects.toThrow("'day-1.csv' was sent to 'table' as file 1, and");
    const without = await all(mended, withoutFile(ledger, "{state}/table", 0));
    expect(without.topics["{state}/table"]?.files.map(({ name }) => name)).toEqual(["other.csv"]);
    await rm(join(folder, "renamed.csv"));
  });

  it("refuses another content, fewer files, and events made in another way", async () => {
    const ledger = await all(feed);
    await expect(all({ ...feed, key: "a" }, ledger)).rejects.toThrow(
      /columns, key or partitions .* have changed.*--fresh/s,
    );
    await expect(all({ ...feed, file: "other.csv" }, ledger)).rejects.toThrow(
      "'day-1.csv' was sent to 'readings' as file 1",
    );
    const fewer = await wavesOf([{ ...feed, file: "day-1.csv" }], folder, {});
    expect(() => assertNoneMissing(ledger, fewer)).toThrow(
      "'day-2.csv' was sent to 'readings' and is not there any more",
    );
  });
});
