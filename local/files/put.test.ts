import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { checkName, putFile } from "./put.js";

const folder = mkdtempSync(join(tmpdir(), "sluice-put-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("puts a file where a source finds it, with its time of change, and once", async () => {
  const file = join(folder, "1.csv");
  writeFileSync(file, "a\n");
  utimesSync(file, 1_000_000_000, 1_000_000_000);
  const pattern = join(folder, "drop/day=*/*.csv");
  expect(await putFile(file, pattern)).toEqual({ sent: 1, skipped: 0 });
  const place = join(folder, "drop/day=sample/1.csv");
  expect(readFileSync(place, "utf8")).toBe("a\n");
  expect(statSync(place).mtimeMs).toBe(1_000_000_000_000);
  expect(await putFile(file, pattern)).toEqual({ sent: 0, skipped: 1 });
  expect(readdirSync(join(folder, "drop/day=sample"))).toEqual(["1.csv"]);
});

it("does not pass over a file in whose place another stands", async () => {
  const folders = ["one", "other"].map((name) => join(folder, name));
  const [one = "", other = ""] = folders.map((path) => join(path, "1.csv"));
  for (const path of folders) mkdirSync(path);
  writeFileSync(one, "a\n");
  writeFileSync(other, "b\n");
  const pattern = join(folder, "both/*.csv");
  await putFile(one, pattern);
  await expect(putFile(other, pattern)).rejects.toThrow(`another file stands at ${join(folder, "both/1.csv")}`);
  expect(readFileSync(join(folder, "both/1.csv"), "utf8")).toBe("a\n");
});

it("a whole set takes the place of the one before, which a later run does not put again", async () => {
  const pattern = join(folder, "stores/*.csv");
  const how = { records: join(folder, "put") };
  const sets = ["stores-1.csv", "stores-2.csv"].map((name) => join(folder, name));
  for (const set of sets) writeFileSync(set, set);
  const putAll = async () => {
    const puts = [];
    for (const set of sets) puts.push((await putFile(set, pattern, how)).sent);
    return puts;
  };
  expect(await putAll()).toEqual([1, 1]);
  expect(readdirSync(join(folder, "stores"))).toEqual(["stores-2.csv"]);
  rmSync(how.records, { recursive: true }); // as of a run that was killed before it kept the last one
  expect(await putFile(sets[1] ?? "", pattern, how)).toEqual({ sent: 0, skipped: 1 });
  rmSync(join(folder, "stores"), { recursive: true });
  expect(await putFile(sets[1] ?? "", pattern, how)).toEqual({ sent: 0, skipped: 1 });
  expect(await putFile(sets[0] ?? "", pattern, how)).toEqual({ sent: 1, skipped: 0 });
  expect(await putAll()).toEqual([0, 0]);
  expect(readdirSync(join(folder, "stores"))).toEqual(["stores-1.csv"]);
});

it.each([
  ["b.json", "a/*.csv"],
  ["_b.csv", "a/*.csv"],
  [".b.csv", "a/*.csv"],
])("%s is refused where %s is read", (name, pattern) => {
  expect(() => checkName(join(folder, name), pattern)).toThrow("would not find this one");
  expect(existsSync(join(folder, "a"))).toBe(false);
});
