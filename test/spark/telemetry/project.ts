import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { diskHost } from "../../../cli/disk-host.js";
import { compile } from "../../../compiler/compile.js";
import type { Session } from "../../../local/drain.js";
import type { TableRow } from "../../../local/runner/answers.js";
import { targets } from "../../../targets/index.js";

const source = "pipelines/telemetry";

/** A copy of the telemetry project, with what the test wants changed in it, and its artifacts beside it. */
export interface Copy {
  readonly projectDir: string;
  readonly artifactsDir: string;
  readonly stateDir: string;
}

/** Reads the readings from a topic of Kafka instead of a hub's Capture files. */
export const fromKafka: Readonly<Record<string, string>> = {
  'kind: event-hubs, namespace: "${namespace}", tier: standard, identity: { secret: events-connection }, hubs: [readings]':
    'kind: kafka, servers: "${namespace}:9092"',
  // Rights are granted on hubs only.
  "  devices:\n    connections.events.readings: [insert]\n": "",
  "  monitoring:\n    connections.events.readings: [select]\n": "",
  "kind: event-hub": "kind: kafka",
  "event_hub: readings": "topic: readings",
  "capture: {": "# capture: {",
  "read: capture": "# read: capture",
};

const place = (name: string): string =>
  `subscription: 00000000-0000-0000-0000-000000000001\n    resource_group: telemetry-${name}\n    workspace: ${name}`;

/** Compiles for Azure Synapse instead of Azure Databricks. */
export const forSynapse: Readonly<Record<string, string>> = {
  "spark: databricks": "spark: synapse",
  "databricks: https://adb-1.azuredatabricks.net": place("dev"),
  "databricks: https://adb-2.azuredatabricks.net": place("prod"),
  "node: Standard_D4ds_v5": "pool: small",
  "node: Standard_D8ds_v5": "pool: streaming",
};

/** `changes`: texts of the YAML, each replaced by another. */
export function copyProject(
  changes: Readonly<Record<string, string>> = {},
  environments: readonly string[] = ["local"],
): Copy {
  const folder = mkdtempSync(join(tmpdir(), "sluice-telemetry-"));
  const projectDir = join(folder, "project");
  for (const path of ["sluice.yaml", "pipelines/readings.yaml"]) {
    const text = Object.entries(changes).reduce(
      (yaml, [from, to]) => yaml.replaceAll(from, to),
      readFileSync(join(source, path), "utf8"),
    );
    mkdirSync(dirname(join(projectDir, path)), { recursive: true });
    writeFileSync(join(projectDir, path), text);
  }
  const { artifacts, diagnostics } = compile(diskHost(projectDir), targets, { environments });
  if (artifacts.length === 0) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const artifactsDir = join(folder, "artifacts");
  for (const { path, body } of artifacts) {
    mkdirSync(dirname(join(artifactsDir, path)), { recursive: true });
    writeFileSync(join(artifactsDir, path), body);
  }
  return { projectDir, artifactsDir, stateDir: join(folder, "state") };
}

/** Readings as `generate.py` makes them, below the project. */
export function generateReadings(
  { projectDir }: Copy,
  rows: number,
  waves: number,
  ...options: readonly string[]
): void {
  const out = join(projectDir, "data");
  const args = ["--rows", `${rows}`, "--waves", `${waves}`, "--seed", "11", "--out", out, ...options];
  execFileSync("python3", [join(source, "generate.py"), ...args], { stdio: ["ignore", "ignore", "inherit"] });
}

/** Readings that were made by hand, with what must come of them worked out on paper. */
export function copyReadings({ projectDir }: Copy, folder: string): void {
  cpSync(folder, join(projectDir, "data"), { recursive: true });
}

/** What the tables must hold, calculated in plain Python from the CSV files. */
export const expectedTables = ({ projectDir }: Copy): string =>
  execFileSync("python3", ["test/spark/telemetry/expected.py", join(projectDir, "data")], {
    encoding: "utf8",
    maxBuffer: 2 ** 30,
  });

/** The tables that the run left, by reference, in the words of the calculation. */
export async function actualTables(
  { artifactsDir }: Copy,
  { runner, places }: Session,
): Promise<Record<string, readonly TableRow[]>> {
  const job: { readonly tables: readonly { readonly reference: string; readonly path: string }[] } = JSON.parse(
    readFileSync(join(artifactsDir, "env/local/job/readings.json"), "utf8"),
  );
  const tables: Record<string, readonly TableRow[]> = {};
  for (const { reference, path } of job.tables) {
    const rows = await runner.rows(path.replace("{state}", places.state));
    tables[reference] = rows.map((row) => inWordsOfTheCalculation(reference, row));
  }
  return tables;
}

/** Times have six digits there, and rows that were set aside are compared by what the calculation knows of them. */
function inWordsOfTheCalculation(reference: string, row: TableRow): TableRow {
  const { _body = null, _violations = null, _enqueued_at, _partition, _offset, ...columns } = row;
  if (reference.endsWith(".quarantine")) return { body: _body, violations: _violations };
  return Object.fromEntries(Object.entries(columns).map(([name, value]) => [name, inMicroseconds(value)]));
}

const inMicroseconds = (value: TableRow[string] | undefined): TableRow[string] =>
  typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value)
    ? value.replace("Z", ".000000Z")
    : (value ?? null);

/** Differences between the calculation and the tables, as `compare.py` prints them; empty if there is none. */
export function differences(
  { projectDir }: Copy,
  expected: string,
  actual: Record<string, readonly TableRow[]>,
): string {
  const files = { expected: join(projectDir, "expected.json"), actual: join(projectDir, "actual.json") };
  writeFileSync(files.expected, expected);
  writeFileSync(files.actual, JSON.stringify({ tables: actual }));
  const compared = ["silver.readings", "silver.readings.quarantine", "silver.readings.late", "gold.readings_5_minutes"];
  const options = compared.flatMap((name) => ["--table", name]);
  try {
    execFileSync("python3", ["test/spark/telemetry/compare.py", files.expected, files.actual, ...options], {
      encoding: "utf8",
      maxBuffer: 2 ** 30,
    });
    return "";
  } catch (error) {
    return error instanceof Error && "stdout" in error ? `${error.stdout}` : `${error}`;
  }
}
