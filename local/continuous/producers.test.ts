import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { isComplete } from "./producers.js";

const folder = mkdtempSync(join(tmpdir(), "sluice-producers-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("a file is complete once it has been left alone, and where its time lies ahead too", async () => {
  const path = join(folder, "1.csv");
  writeFileSync(path, "a\n1\n");
  const changed = (seconds: number) => utimesSync(path, seconds, Date.now() / 1000 + seconds);
  changed(0);
  expect(await isComplete(path)).toBe(false);
  changed(-60);
  expect(await isComplete(path)).toBe(true);
  changed(3600);
  expect(await isComplete(path)).toBe(true);
});
