import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { diskHost } from "../../../cli/disk-host.js";
import type { Session } from "../../../local/drain.js";
import type { RunResult } from "../../../local/run.js";
import { runJob } from "../../../local/run.js";
import { onSynapse } from "../../whole-workspace.js";
import { compileInto, expectedTables, projectDir, type Rows } from "./project.js";

const folder = mkdtempSync(join(tmpdir(), "sluice-workspace-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The project to copy, with its samples, and a workspace as its whole platform. */
const files = onSynapse("youflix");
const expected = expectedTables();
const tables: Record<string, Rows> = {};
let result: RunResult;

beforeAll(async () => {
  const disk = diskHost(projectDir);
  const request = { artifactsDir: join(folder, "artifacts"), projectDir, stateDir: join(folder, "state") };
  compileInto(request.artifactsDir, { ...disk, read: (path) => files[path] ?? disk.read(path) });
  result = await runJob(request, async ({ runner, places }: Session) => {
    for (const [table, rows] of Object.entries(expected)) {
      const columns = Object.keys(rows[0] ?? {});
      const read = await runner.rows(join(places.state, "lake", "silver", table), columns);
      const key = columns[0] ?? "";
      tables[table] = read.toSorted((a, b) => Number(a[key]) - Number(b[key]));
    }
  });
});

describe("tables of a SQL Server, landed by a pipeline of a Synapse workspace and merged by its notebooks", () => {
  it("all waves are walked", () => {
    expect(result).toMatchObject({ kind: "done", job: "users", waves: 3 });
    expect(result.failure).toBeUndefined();
  });

  it("the tables hold the latest row of each key, as a plain calculation from the samples has it", () => {
    expect(Object.keys(tables).toSorted()).toEqual(["subscriptions", "users"]);
    for (const rows of Object.values(tables)) expect(rows.length).toBeGreaterThan(0);
    expect(tables).toEqual(expected);
  });

  it("nothing is missed and nothing is counted twice", () => {
    for (const { counts } of result.queries) {
      const { read = 0, ...places } = counts;
      expect(Object.values(places).reduce((sum, rows) => sum + rows, 0)).toBe(read);
    }
    const written = Object.fromEntries(result.queries.map(({ query, counts }) => [query, counts["written"]]));
    // Inserted and changed rows of the samples: 8 + 5, and 5 + 4 + 1.
    expect(written).toEqual({ "users/silver.users": 13, "users/silver.subscriptions": 10 });
  });
});
