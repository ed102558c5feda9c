import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import type { Session } from "../../../local/drain.js";
import { ChangingProject } from "./project.js";

const project = new ChangingProject();

afterAll(() => rmSync(project.folder, { recursive: true, force: true }));

const yaml = `
version: 1
project: storage
platform: { spark: databricks }
variables:
  rhythm: { type: duration, default: 10 seconds }
  partitions: { type: number, default: 1 }
lake: { account: lake }
secrets: { vault: vault }
compute: { small: { workers: 1 } }
connections: { events: { kind: event-hubs, namespace: ns, identity: { secret: events } } }
environments: { local: { on: this-machine } }
---
pipeline: storage
sources:
  a:
    kind: event-hub
    connection: events
    event_hub: a
    partitions: "\${partitions}"
    format: json
    columns: { country: string, at: timestamp, x: string }
    producer: { file: data/*.csv, key: x }
bronze:
  a: { from: sources.a, streaming: { trigger: "\${rhythm}" } }
silver:
  a:
    from: bronze.a
    columns: { country: country, day: cast(at as date), at: at, x: x }
    expect: { has_country: { that: country <> '', else: quarantine }, has_at: { that: at is not null, else: quarantine } }
    watermark: { column: at, delay: 1 day }
    deduplicate: { keys: [x, at], within: watermark }
    partition_by: [day, country]
    on_schema_change: add
gold:
  copy: { from: silver.a, on_schema_change: add }
`.trimStart();

const loud = yaml.replace("x: x }", "loud: upper(x), x: x }");

const layout = (...path: readonly string[]): readonly string[] =>
  readdirSync(join(project.folder, "state", "lake", ...path))
    .filter((name) => name !== "_delta_log")
    .sort();

/** A table's rows, in the order of x. */
async function rowsOf(table: string, { runner }: Session) {
  const rows = await runner.rows(join(project.folder, "state", "lake", table));
  return [...rows].sort((a, b) => String(a["x"]).localeCompare(String(b["x"])));
}

it("partitions by folders, adds columns to tables that hold rows, and stops at any other difference", async () => {
  project.readings("1.csv", [
    "country,at,x",
    "dk,2026-03-01T10:00:00Z,one",
    "de,2026-03-02T11:00:00Z,two",
    ",2026-03-02T12:00:00Z,nowhere",
  ]);
  await project.run(yaml, async (session) => {
    expect(layout("silver", "a")).toEqual(["day=2026-03-01", "day=2026-03-02"]);
    expect(layout("silver", "a", "day=2026-03-02")).toEqual(["country=de"]);

    project.readings("2.csv", ["country,at,x", "dk,2026-03-01T13:00:00Z,three", ",2026-03-01T13:00:00Z,lost"]);
    expect(await project.again(loud, session)).toBeUndefined();
    const one = { country: "dk", day: "2026-03-01", at: "2026-03-01T10:00:00Z", x: "one", loud: null };
    const two = { country: "de", day: "2026-03-02", at: "2026-03-02T11:00:00Z", x: "two", loud: null };
    const three = { country: "dk", day: "2026-03-01", at: "2026-03-01T13:00:00Z", x: "three", loud: "THREE" };
    expect(await rowsOf("silver/a", session)).toEqual([one, three, two]);
    expect(await rowsOf("gold/copy", session)).toEqual([one, three, two]);
    const aside = await rowsOf("silver/a_quarantine", session);
    expect(aside.map(({ x, loud: made }) => [x, made])).toEqual([
      ["lost", "LOST"],
      ["nowhere", null],
    ]);

    const stops = async (from: string, to: string) => {
      expect(loud).toContain(from);
      return project.again(loud.replaceAll(from, to), session);
    };
    expect(await stops("partition_by: [day, country]", "partition_by: [country]")).toContain(
      "is partitioned by ['day', 'country'] and declared to be by ['country']",
    );
    const strict = loud.replaceAll("on_schema_change: add", "on_schema_change: fail");
    expect(await project.again(strict, session)).toBeUndefined(); // the column that was added stands last: no difference
    const stricter = strict.replace("x: x }", "quiet: lower(x), x: x }");
    expect(await project.again(stricter, session)).toContain("has other columns than declared");
    expect(await stops("loud: upper(x)", "loud: length(x)")).toContain("has other columns than declared");
    expect(await stops("loud: upper(x)", "loud: upper(x), never: 1")).toContain(
      "lacks ['never'], which cannot be null",
    );
  });
});
