import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import type { Session } from "../../../local/drain.js";
import { ChangingProject } from "../storage/project.js";

const project = new ChangingProject();
afterAll(() => rmSync(project.folder, { recursive: true, force: true }));

const yaml = `
version: 1
project: stopping
platform: { spark: databricks }
lake: { account: lake }
secrets: { vault: vault }
compute: { small: { workers: 1 } }
connections: { events: { kind: event-hubs, namespace: ns, identity: { secret: events } } }
environments: { local: { on: this-machine } }
---
pipeline: stopping
sources:
  a: { kind: event-hub, connection: events, event_hub: a, partitions: 1, format: json, columns: { x: string, at: timestamp }, producer: { file: data/*.csv, key: x } }
bronze:
  a: { from: sources.a }
silver:
  warned:
    from: bronze.a
    columns: { x: x }
    expect: { is_short: { that: length(x) < 3, else: warn } }
  strict:
    from: bronze.a
    columns: { x: x, at: at }
    expect: { has_at: { that: at is not null, else: fail } }
    watermark: { column: at, delay: 10 minutes }
    late_rows: fail
`.trimStart();

const wave = (...rows: readonly string[]) => ["x,at", ...rows];
const timed = (x: string, minute: string) => `${x},2026-03-01T10:${minute}:00Z`;

async function held({ runner, places }: Session) {
  const lake = (path: string) => join(places.state, "lake", path);
  const xs = async (table: string) => (await runner.rows(lake(table))).map(({ x }) => x).sort();
  const batches = (await runner.rows(lake("_ops/batches"))).filter(({ query }) => query === "stopping/silver.warned");
  const warned = batches.map(({ counts }) => Object(counts).warned).reduce((sum: number, count) => sum + count, 0);
  return { warned: await xs("silver/warned"), strict: await xs("silver/strict"), warnings: warned };
}

it("a row that must not be and a late row stop their query before anything of the batch is written, until the YAML says otherwise; a warning stops nothing", async () => {
  project.readings("1.csv", wave(timed("a", "00"), timed("long", "01")));
  await project.run(yaml, async (session) => {
    expect(await held(session)).toEqual({ warned: ["a", "long"], strict: ["a", "long"], warnings: 1 });

    project.readings("2.csv", wave(timed("b", "30"), "lost,"));
    expect(await project.again(yaml, session)).toMatch(/stopping\/silver\.strict.*1 rows violate.*has_at/);
    expect(await project.again(yaml, session)).toMatch(/stopping\/silver\.strict.*1 rows violate.*has_at/);
    const dropping = yaml.replace("else: fail", "else: drop").replace("strict:\n", "strict:\n    backfill: 1\n");
    expect(await project.again(dropping, session)).toBeUndefined();
    const then = ["a", "b", "long", "lost"];
    expect(await held(session)).toEqual({ warned: then, strict: ["a", "b", "long"], warnings: 2 });

    project.readings("3.csv", wave(timed("c", "31"), timed("d", "05")));
    expect(await project.again(dropping, session)).toMatch(/stopping\/silver\.strict.*1 rows came after the watermark/);
    expect((await held(session)).strict).toEqual(["a", "b", "long"]);
  });
});
