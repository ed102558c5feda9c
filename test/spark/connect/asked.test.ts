import { appendFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { runJob } from "../../../local/run.js";
import { made } from "../faults/project.js";

const project = made({
  "sluice.yaml": `version: 1
project: asked
platform: { spark: databricks }
lake: { account: lake }
compute: { small: { workers: 1 } }
environments: { local: { on: this-machine } }
connections: { landing: { kind: storage, account: drop, container: landing } }
`,
  "pipelines/shop.yaml": `pipeline: shop
sources:
  notes: { kind: files, connection: landing, path: notes/*.json, format: json, columns: { note: int, text: string }, producer: { file: data/notes/*.json } }
bronze:
  notes: { from: sources.notes }
silver:
  notes: { from: bronze.notes, columns: { note: note, text: text }, expect: { has_text: { that: text is not null, else: quarantine } } }
`,
  "data/notes/1.json": '{"note":1,"text":"one"}\n{"note":2,"text":null}\n{"note": 3\n',
});
afterAll(() => rmSync(project.folder, { recursive: true, force: true }));

it("a run that is asked for Spark Connect starts a server of its own, and its notebooks have no other Spark", async () => {
  appendFileSync(
    join(project.artifactsDir, "common/databricks/notebook/common.py"),
    '\nprint("a session of", type(spark).__module__)\n',
  );
  const sessions: string[] = [];
  const result = await runJob({
    ...{ ...project, stateDir: join(project.folder, "state"), rate: "max", spark: "3.5-connect" },
    onProgress: (told) => {
      if (told.kind === "notebook" && told.event.kind === "printed" && told.event.line.startsWith("a session"))
        sessions.push(told.event.line);
    },
  });
  expect(result.failure).toBeUndefined();
  expect([...new Set(sessions)]).toEqual(["a session of pyspark.sql.connect.session"]);
  expect(result.queries.map(({ query, counts }) => [query, counts["written"], counts["quarantined"]])).toEqual([
    ["shop/bronze.notes", 3, undefined],
    ["shop/silver.notes", 1, 1],
  ]);
});
