import fc from "fast-check";
import { expect, it } from "vitest";
import { compile } from "../../compiler/compile.js";
import { targets } from "../../targets/index.js";
import { at, type Json, within } from "../adf/factory.js";
import { memoryHost } from "../golden.js";

const longest = 8192;

/** The pipeline that tells of a failure, of a project in which data flows compute so many tables of such names. */
function pipelineOf(count: number, name: string, service: "adf" | "synapse"): Json {
  const spark = service === "adf" ? "databricks" : "synapse";
  const table = (number: number): string =>
    `  ${name}_${number}: { from: bronze.titles, engine: data-flow, write: replace, where: "startswith(title, 'x')" }\n`;
  const project = `version: 1
project: movies
platform: { orchestrator: ${service}, spark: ${spark} }
lake: { account: lake }
secrets: { vault: vault }
control: { connection: db }
compute: { small: { workers: 1, data_flow_cores: 16 } }
connections:
  db: { kind: sql-server, server: sql.example.org, database: movies, identity: { user: etl, secret: movies-password } }
  drop: { kind: blob, account: moviesdrop, container: incoming }
environments: { local: { on: this-machine } }
`;
  const pipeline = `pipeline: movie-files
on_failure: { webhook: { secret: alerts } }
sources:
  titles: { kind: files, connection: drop, path: "titles/*.csv", read: full, changes: snapshot, format: csv, primary_key: [id], columns: { id: string, title: string } }
bronze:
  titles: { from: sources.titles, format: parquet }
silver:
${Array.from({ length: count }, (_, number) => table(number)).join("")}`;
  const { artifacts, diagnostics } = compile(
    memoryHost({ "sluice.yaml": project, "pipelines/movies.yaml": pipeline }),
    targets,
  );
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return JSON.parse(artifacts.find(({ path }) => path.endsWith("pipeline/movie-files.json"))?.body ?? "");
}

const expressionsOf = (json: Json | undefined): readonly string[] =>
  [...within(json ?? null)].flatMap((one) => {
    const [type, value] = [at(one, "type"), at(one, "value")];
    return type === "Expression" && typeof value === "string" ? [value] : [];
  });

const listOf = (json: Json | undefined): readonly Json[] => (Array.isArray(json) ? json : []);

it("what is told of a failure asks each activity once, in expressions that are as long as they may be", () => {
  const parts = new Set<number>();
  const sized = fc.property(
    fc.integer({ min: 1, max: 40 }),
    fc.integer({ min: 1, max: 40 }),
    fc.constantFrom("adf" as const, "synapse" as const),
    (count, length, service) => {
      const properties = at(pipelineOf(count, "t".repeat(length), service), "properties");
      expect(Math.max(...expressionsOf(properties).map((text) => text.length))).toBeLessThanOrEqual(longest);
      const activities = listOf(at(properties, "activities"));
      const names = activities.map((one) => String(at(one, "name")));
      const telling = ["all have landed", "environment of the failure", "address of the webhook"];
      const isTelling = (name: string) =>
        [...telling, "tell of the failure", "fail"].includes(name) || name.startsWith("gather errors");
      const gathering = activities.filter((one) => String(at(one, "name")).startsWith("gather errors"));
      parts.add(gathering.length);
      const asking = gathering.length > 0 ? gathering : activities.filter((one) => at(one, "name") === "fail");
      const asked = asking
        .flatMap(expressionsOf)
        .flatMap((text) => [...text.matchAll(/activity\('((?:[^']|'')*)'\)\?\.error/g)].map(([, name = ""]) => name));
      expect(asked).toEqual(names.filter((name) => !isTelling(name)));
      const variables = gathering.map((one) => String(at(one, "typeProperties", "variableName")));
      expect(Object.keys(at(properties, "variables") ?? {})).toEqual(variables);
      const [fail] = activities.filter((one) => at(one, "name") === "fail").flatMap(expressionsOf);
      for (const name of variables) expect(fail).toContain(`variables('${name}')`);
      const tell = activities.find((one) => at(one, "name") === "tell of the failure");
      const awaited = listOf(at(tell, "dependsOn")).map((one) => String(at(one, "activity")));
      expect(awaited.filter((name) => name.startsWith("gather"))).toEqual(gathering.map((one) => at(one, "name")));
    },
  );
  fc.assert(sized, {
    numRuns: 40,
    examples: [
      [25, 40, "adf"],
      [26, 40, "adf"],
      [28, 40, "adf"],
      [9, 1, "synapse"],
    ],
  });
  expect([...parts].sort()).toEqual([0, 1]);
});
