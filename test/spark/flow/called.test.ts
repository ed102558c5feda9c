import { execFileSync } from "node:child_process";
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";
import { diskHost } from "../../../cli/disk-host.js";
import type { Host } from "../../../compiler/host.js";
import type { Session } from "../../../local/drain.js";
import type { RunProgress } from "../../../local/progress.js";
import { runJob } from "../../../local/run.js";
import { keptRunner } from "../kept.js";
import { compileInto } from "./project.js";

const source = "test/functions/called";
const folder = mkdtempSync(join(tmpdir(), "sluice-called-"));
afterAll(() => rmSync(folder, { recursive: true }));

const samples = (wave: number) => join(source, "samples", `shops-${wave}.json`);
const byText = (a: readonly unknown[], b: readonly unknown[]) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

type Rows = readonly (readonly (string | null)[])[];

/** The table when the API's answer of a wave has been taken, calculated in plain Python. */
function expected(wave: number): Rows {
  const script = fileURLToPath(new URL("./expected_shops.py", import.meta.url));
  const rows: Rows = JSON.parse(execFileSync("python3", [script, samples(wave)], { encoding: "utf8" }));
  return rows.toSorted(byText);
}

async function table({ runner, places }: Session): Promise<Rows> {
  const columns = ["id", "city", "sales"];
  const rows = await runner.rows(join(places.state, "lake/silver/shops"), columns);
  return rows.map((row) => columns.map((name) => (row[name] === null ? null : String(row[name])))).toSorted(byText);
}

/** The project, for another orchestrator. */
function hostOf(platform: string): Host {
  const host = diskHost(source);
  return {
    ...host,
    read: (path) => host.read(path)?.replace("{ orchestrator: adf, spark: databricks }", platform),
  };
}

it.each([
  ["Data Factory", "{ orchestrator: adf, spark: databricks }"],
  ["Synapse", "{ orchestrator: synapse, spark: synapse }"],
])(
  "%s calls the function, tries it again where it was killed, and takes the load that it has asked for, or none",
  async (name, platform) => {
    const [projectDir = "", artifactsDir = "", stateDir = ""] = ["project", "artifacts", "state"].map((one) =>
      join(folder, name, one),
    );
    cpSync(join(source, "functions"), join(projectDir, "functions"), { recursive: true });
    mkdirSync(join(projectDir, "samples"));
    copyFileSync(samples(1), join(projectDir, "samples", "shops-1.json"));
    compileInto(artifactsDir, hostOf(platform));
    const told: string[] = [];
    const onProgress = (progress: RunProgress) => {
      if (progress.kind === "activity" && progress.event.error !== undefined) told.push(progress.event.error);
    };
    const request = { artifactsDir, projectDir, stateDir, onProgress, runner: await keptRunner() };
    const result = await runJob(request, async (session) => {
      const feed = { source: "shops/sources.shops", app: "functions", runs: null, file: "samples/shops-*.json" };
      const show = (wave: number) => session.functions?.feed(feed, samples(wave), wave - 1);
      const breaking = join(session.places.state, "break");
      const loads = () => readdirSync(join(session.places.state, "lake", "shops"));
      const run = async (...broken: readonly string[]) => {
        if (broken.length > 0) writeFileSync(breaking, broken.join("\n"));
        const tried: string[] = [];
        const failure = await session.walk?.({
          onActivity: ({ activity, state }) => state === "tried again" && tried.push(activity),
          onNotebook: () => {},
        });
        expect(existsSync(breaking)).toBe(false);
        return [tried, failure?.error];
      };
      expect(told).toEqual([]);
      expect(await table(session)).toEqual(expected(1));
      expect(loads()).toHaveLength(1);

      await show(2);
      expect(await run("20")).toEqual([["load shops"], undefined]);
      expect(await table(session)).toEqual(expected(2));
      expect(loads()).toHaveLength(2);

      await show(3);
      const killed = await run("5", "30");
      expect(killed).toEqual([["load shops"], expect.stringContaining("InternalServerError")]);
      expect(await table(session)).toEqual(expected(2));
      expect(await run("at once")).toEqual([
        ["take what was loaded"],
        expect.stringMatching(/the function has answered, but .+\/shops\/load=\S+ is no whole load/),
      ]);
      expect(await table(session)).toEqual(expected(2));
      expect(await run()).toEqual([[], undefined]);
      expect(await table(session)).toEqual(expected(3));
      expect(new Set(loads()).size).toBe(loads().length);
    });
    expect(result.failure).toBeUndefined();
    expect(result).toMatchObject({ kind: "done", job: "shops", waves: 1 });
  },
);
