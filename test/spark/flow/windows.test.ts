import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { diskHost } from "../../../cli/disk-host.js";
import { readWalk } from "../../../local/adf/walk.js";
import { ensureSpark, ensureSql } from "../../../local/engines/engines.js";
import { type LocalFlow, loadFlow } from "../../../local/flow.js";
import { type Databases, startDatabases } from "../../../local/sql/databases.js";
import { makeDatabases } from "../../../local/sql/make.js";
import { compileInto, projectDir } from "./project.js";

/* The emitted pipeline of a window trigger on H2, walked for one window after another. */

const folder = mkdtempSync(join(tmpdir(), "sluice-windows-"));
const artifactsDir = join(folder, "artifacts");
let databases: Databases;
let flow: LocalFlow;

beforeAll(async () => {
  const disk = diskHost(projectDir);
  const windows = "{ window: { every: 1 day, start: 2026-03-01T00:00:00Z } }";
  const read = (path: string) => disk.read(path)?.replace(/nightly: .*/, `days: ${windows}`);
  compileInto(artifactsDir, { ...disk, read });
  const found = await loadFlow(artifactsDir, "users");
  if (found === undefined) throw new Error("There is no flow.");
  flow = found;
  databases = await startDatabases(await ensureSql(await ensureSpark(() => {}), () => {}), {
    folder: join(folder, "sql"),
  });
});
afterAll(async () => {
  await databases.stop();
  rmSync(folder, { recursive: true });
});

it("lands rows up to the end of each window, in whatever order windows are run, and all of them by hand", async () => {
  await makeDatabases(databases, flow, artifactsDir);
  const youflix = databases.database("youflix_youflix");
  const stamps = ["2026-03-01T10:00:00", "2026-03-02T00:00:00", "2026-03-02T23:59:59.9999999", "2026-03-04T08:00:00"];
  await youflix.run(
    stamps.map((stamp, at) => `INSERT INTO [dbo].[users] ([user_id], [updated_at]) VALUES (${at + 1}, '${stamp}')`),
  );
  const marks: string[] = [];
  const runner = {
    run: async () => ({ kind: "done" }) as const,
    parquet: async () => {},
    unzip: async () => undefined,
    dataFlow: async () => undefined,
  };
  const inWarehouse = async () => {};
  const places = { state: join(folder, "state"), kafka: "" };
  for (const end of ["2026-03-02", "2026-03-03", "2026-03-02", undefined]) {
    const parameters = end === undefined ? {} : { read_until: `${end} 00:00:00.0000000` };
    const walk = readWalk({
      flow,
      artifactsDir,
      places,
      databases,
      runner,
      inWarehouse,
      signal: undefined,
      parameters,
    });
    expect(await walk({ onActivity: () => {}, onNotebook: () => {} })).toBeUndefined();
    const [found] = await youflix.run([
      "SELECT [landing], [mark] FROM [sluice].[marks] WHERE [source] LIKE N'%bronze.users/%'",
    ]);
    marks.push(found && "rows" in found ? JSON.stringify(found.rows) : "");
  }
  expect(marks.map((mark) => mark.replaceAll(/[^\d:. ,-]/g, ""))).toEqual([
    "1,2026-03-01 10:00:00",
    "2,2026-03-02 23:59:59.9999999",
    "2,2026-03-02 23:59:59.9999999",
    "3,2026-03-04 08:00:00",
  ]);
});
