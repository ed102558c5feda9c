import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";

/** What batches of notebooks use that Spark Connect has not, as `batches.py` tells it. */
function mistakes(library: string, ...notebooks: readonly string[]): readonly string[] {
  const told = execFileSync("python3", ["-B", "test/batches.py", library, ...notebooks], { encoding: "utf8" });
  return told.split("\n").filter((line) => line !== "");
}

it("what a batch uses can go to the server of Spark Connect, in every notebook of the goldens", () => {
  const notebooks = readdirSync("test/golden", { recursive: true, encoding: "utf8" })
    .filter((path) => /\/databricks\/notebook\/.+\/[a-z]+_\w+\.py$/.test(path))
    .map((path) => join("test/golden", path));
  expect(notebooks.length).toBeGreaterThan(50);
  expect(mistakes("targets/spark/runtime", ...notebooks)).toEqual([]);
});

it("sees what stays in the notebook's process, also behind other functions, and what Connect has not", () => {
  const folder = mkdtempSync(join(tmpdir(), "sluice-batches-"));
  const written = (name: string, text: string) => writeFileSync(join(folder, name), text);
  written("shared.py", "def append(rows):\n    return spark.read\n\n\ndef unused():\n    return spark\n");
  written("read.txt", "spark = 1\nhere = spark\n\n\ndef write(rows, batch):\n    append(rows.rdd, here)\n");
  try {
    const notebook = join(folder, "read.txt");
    expect(mistakes(folder, notebook)).toEqual([`${notebook}: append uses spark`, `${notebook}: write uses rdd`]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
