import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, it } from "vitest";
import { plain } from "../compiler/diagnostics/frame.js";
import type { RunRequest } from "../local/request.js";
import { parseArguments } from "./arguments.js";
import { runSpec } from "./run-options.js";
import { runProject } from "./run-project.js";
import type { QuerySummary } from "./run-summary.js";

const base = mkdtempSync(join(tmpdir(), "sluice-run-"));
afterAll(() => rmSync(base, { recursive: true }));
let cwd = base;
beforeEach(() => {
  cwd = mkdtempSync(join(base, "project-"));
  writeFileSync(join(cwd, "sluice.yaml"), project);
  writeFileSync(join(cwd, "pipeline.yaml"), pipeline);
});

const project = `version: 1
project: small
platform: { spark: databricks }
lake: { account: lake }
secrets: { vault: vault }
compute: { small: { workers: 1 } }
connections: { events: { kind: event-hubs, namespace: events, identity: { secret: events } } }
environments: { local: { on: this-machine } }
`;
const pipeline = `pipeline: readings
sources:
  readings: { kind: event-hub, connection: events, event_hub: readings, partitions: 1, format: json, columns: { a: string } }
bronze:
  readings: { from: sources.readings }
`;

it("compiles into the state's folder, runs, and shows where every row went", async () => {
  const { code, out, request } = await run(["--rate", "max", "--input", "readings=a=b.csv", "--fresh"], {
    read: 3,
    written: 2,
    late: 1,
  });
  expect(code).toBe(0);
  expect(out).toContain("bronze.readings     3        2");
  expect(out).toContain("bronze.readings: 3 read = 2 written + 1 late\n");
  expect(request).toMatchObject({
    projectDir: cwd,
    environment: "local",
    stateDir: join(cwd, ".sluice/local/run"),
    artifactsDir: join(cwd, ".sluice/local/artifacts"),
    rate: "max",
    inputs: { readings: join(cwd, "a=b.csv") },
    fresh: true,
  });
  expect(readdirSync(join(cwd, ".sluice/local/artifacts"))).toContain("manifest.json");
});

it("begins anew whenever 'backfill' is raised, though a run does not write the project's lock", async () => {
  const identity = () =>
    /identity=f"([^-]+)-/.exec(
      readFileSync(join(cwd, ".sluice/local/artifacts/common/databricks/notebook/readings/bronze_readings.py"), "utf8"),
    )?.[1];
  const withBackfill = (backfill: number) =>
    writeFileSync(join(cwd, "pipeline.yaml"), pipeline.replace("from: s", `backfill: ${backfill}, from: s`));
  await run([], {});
  expect(identity()).toBe("1");
  for (const backfill of [1, 2]) {
    withBackfill(backfill);
    await run([], {});
    expect(identity()).toBe(String(backfill + 1));
  }
  await run([], {});
  expect(identity()).toBe("3");
  await run(["--fresh"], {});
  expect(identity()).toBe("1");
  expect(existsSync(join(cwd, "sluice.lock"))).toBe(false);
});

it("parts the states of environments", async () => {
  const other = project.replace(
    "local: { on: this-machine }",
    "local: { on: this-machine }, test: { on: this-machine }",
  );
  writeFileSync(join(cwd, "sluice.yaml"), other);
  expect(await run(["--env", "test"], {})).toMatchObject({
    request: { environment: "test", stateDir: join(cwd, ".sluice/local-test/run") },
  });
});

it("runs nothing in an environment of Azure", async () => {
  const azure = "local: { on: this-machine }, dev: { databricks: 'https://a.net', compute: { small: { node: n } } }";
  writeFileSync(join(cwd, "sluice.yaml"), project.replace("local: { on: this-machine }", azure));
  expect(await run(["--env", "dev"], {})).toMatchObject({
    code: 2,
    message: "'dev' is not 'on: this-machine'; there is 'local'.",
    request: undefined,
  });
});

it("runs nothing where hubs of two namespaces would be one", async () => {
  const two = project.replace(
    "connections: {",
    "connections: { others: { kind: event-hubs, namespace: others, identity: { secret: others } },",
  );
  writeFileSync(join(cwd, "sluice.yaml"), two);
  const other = pipeline.replace(
    "sources:",
    "sources:\n  others: { kind: event-hub, connection: others, event_hub: readings, partitions: 1, format: json, columns: { a: string } }",
  );
  writeFileSync(join(cwd, "pipeline.yaml"), `${other}  others: { from: sources.others }\n`);
  expect(await run([], {})).toMatchObject({
    code: 1,
    message: expect.stringContaining("would be mixed"),
    request: undefined,
  });
});

it("fails where a row is not accounted for", async () => {
  expect(await run([], { read: 3, written: 2 })).toMatchObject({
    code: 1,
    out: expect.stringContaining("3 read is not 2 written (2)"),
  });
});

it("runs nothing where there is an error or the command makes no sense", async () => {
  expect(await run(["--env", "dev"], {})).toMatchObject({ code: 2, request: undefined });
  expect(await run(["--input", "a=1", "--input", "a=2"], {})).toMatchObject({ code: 2, request: undefined });
  expect(await run(["--spark", "4.0-connect", "--continuous"], {})).toMatchObject({ code: 2, request: undefined });
  writeFileSync(join(cwd, "pipeline.yaml"), "pipelin: x\n");
  expect(await run([], {})).toMatchObject({ code: 1, request: undefined });
});

async function run(words: readonly string[], counts: QuerySummary["counts"]) {
  const parsed = parseArguments(runSpec, words);
  if (parsed.kind !== "arguments") throw new Error(JSON.stringify(parsed));
  let out = "";
  let request: RunRequest | undefined;
  const world = {
    cwd,
    now: () => 0,
    palette: plain,
    out: (text: string) => {
      out += text;
    },
    err: () => undefined,
  };
  const outcome = await runProject(parsed.given, world, async (asked) => {
    request = asked;
    await asked.writeArtifacts?.();
    asked.writeLock?.();
    const queries = [{ query: "bronze.readings", batches: 1, counts, seconds: 1 }];
    return { kind: "done", job: "readings", notExercised: [], waves: 1, queries, landed: [], shown: [], seconds: 2 };
  });
  return {
    code: typeof outcome === "number" ? outcome : outcome.exitCode,
    message: typeof outcome === "number" ? "" : outcome.message,
    out,
    request,
  };
}
