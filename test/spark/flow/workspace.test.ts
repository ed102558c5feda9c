import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { diskHost } from "../../../cli/disk-host.js";
import type { Session } from "../../../local/drain.js";
import type { RunResult } from "../../../local/run.js";
import { runJob } from "../../../local/run.js";
import { compileInto, expectedTables, projectDir, type Rows } from "./project.js";

const folder = mkdtempSync(join(tmpdir(), "sluice-workspace-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The project whose artifacts stand in the golden case, with the samples of the one that it is made from. */
const workspace = "test/golden/e2e-youflix-synapse";
const expected = expectedTables()["subscriptions"] ?? [];
let rows: Rows = [];
let result: RunResult;

beforeAll(async () => {
  const disk = diskHost(projectDir);
  const read = (path: string) =>
    path.endsWith(".yaml") ? readFileSync(join(workspace, path), "utf8") : disk.read(path);
  const request = { artifactsDir: join(folder, "artifacts"), projectDir, stateDir: join(folder, "state") };
  compileInto(request.artifactsDir, { ...disk, read });
  result = await runJob(request, async ({ runner, places }: Session) => {
    const columns = Object.keys(expected[0] ?? {});
    const read = await runner.rows(join(places.state, "lake", "silver", "subscriptions"), columns);
    rows = read.toSorted((a, b) => Number(a["subscription_id"]) - Number(b["subscription_id"]));
  });
});

describe("a table of a SQL Server, landed by a pipeline of a Synapse workspace and merged by its notebooks", () => {
  it("all waves are walked", () => {
    expect(result).toMatchObject({ kind: "done", job: "users", waves: 3 });
    expect(result.failure).toBeUndefined();
  });

  it("the table holds the latest row of each key, as a plain calculation from the samples has it", () => {
    expect(rows.length).toBeGreaterThan(0);
    expect(rows).toEqual(expected);
  });

  it("nothing is missed and nothing is counted twice", () => {
    for (const { counts } of result.queries) {
      const { read = 0, ...places } = counts;
      expect(Object.values(places).reduce((sum, rows) => sum + rows, 0)).toBe(read);
    }
    const written = Object.fromEntries(result.queries.map(({ query, counts }) => [query, counts["written"]]));
    // Inserted and changed rows of the samples: 5 + 4 + 1.
    expect(written).toEqual({ "users/silver.subscriptions": 10 });
  });
});
