import { execFileSync } from "node:child_process";
import { posix } from "node:path";
import { expect, it } from "vitest";
import type { Artifact } from "../compiler/emit/artifact.js";
import { compiledCases, compiledProjects } from "./compiled.js";

/** What does not work through Spark Connect, of notebooks by name: the texts that are run in one namespace. */
function unsafe(notebooks: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const input = JSON.stringify(notebooks);
  return JSON.parse(
    execFileSync("python3", ["test/connect_safety.py"], { input, encoding: "utf8", maxBuffer: 2 ** 28 }),
  );
}

/** The Python of artifacts, notebook by notebook; the texts of a Synapse job's modules are notebooks too, with what the job makes common. */
function notebooksOf(artifacts: readonly Artifact[]): Readonly<Record<string, readonly string[]>> {
  const texts = new Map(artifacts.map(({ path, body }) => [path, String(body)]));
  const notebooks: Record<string, readonly string[]> = {};
  for (const [path, text] of texts) {
    const own = path.endsWith(".ipynb") ? cellsOf(text) : path.endsWith(".py") ? text : undefined;
    // The main file of a Spark job has a session of its own, in a pool of Synapse, which has no Spark Connect.
    if (own === undefined || own.includes("SparkSession.builder")) continue;
    const included = [...own.matchAll(/^(?:# (?:MAGIC )?)?%run (\S+)/gm)].map(([, target = ""]) => {
      const found = texts.get(`${posix.join(posix.dirname(path), target.replace(/\.py$/, ""))}.py`);
      return (
        found ??
        texts.get([...texts.keys()].find((one) => one.endsWith(`/${posix.basename(target)}.ipynb`)) ?? "") ??
        missing(path, target)
      );
    });
    notebooks[path] = [...included.map((one) => (one.startsWith("{") ? cellsOf(one) : one)), own];
  }
  return notebooks;
}

function missing(path: string, target: string): never {
  throw new Error(`${path} runs ${target}, which is not there`);
}

function cellsOf(notebook: string): string {
  const {
    cells,
  }: { readonly cells: readonly { readonly cell_type: string; readonly source: string | readonly string[] }[] } =
    JSON.parse(notebook);
  return cells
    .filter(({ cell_type }) => cell_type === "code")
    .map(({ source }) => (typeof source === "string" ? source : source.join("")))
    .join("\n");
}

it("sees what Spark Connect has not, and what is pickled with a function that is handed to Spark", () => {
  const writing = (body: string) => `def write(rows, batch_id):\n    ${body}\n\nrows.writeStream.foreachBatch(write)\n`;
  const bad = {
    context: "spark.sparkContext.setLocalProperty('a', 'b')",
    rdd: "rows.rdd.count()",
    jvm: "spark._jvm.x()",
    hidden: "getattr(spark, '_jvm')",
    "delta-api": "from delta.tables import DeltaTable",
    checkpoint: "rows.checkpoint()",
    observed: 'rows.observe("n", F.count("*").alias("n"))',
    session: writing("spark.sql('x')"),
    given: writing("dbutils.secrets.get('a', 'b')"),
    "by-a-function": `def deep():\n    return [spark.range(n) for n in (1, 2)]\n\ndef middle():\n    return lambda: deep()\n\n${writing("middle()")}`,
    "by-a-method": `class Table:\n    def read(self):\n        return spark.table('x')\n\nTABLE = Table()\n${writing("TABLE.x")}`,
    "by-a-value": `def table():\n    return spark.table('x')\n\nlookup = table()\n${writing("rows.join(lookup)")}`,
    "by-a-lambda": "rows.writeStream.foreachBatch(lambda rows, n: spark.range(n))",
  };
  const good = {
    parameter: `def run(spark):\n    return spark.range(1)\n\n${writing("run(rows.sparkSession)")}`,
    local: writing("spark = rows.sparkSession; spark.sql('x')"),
    elsewhere: `def begin():\n    return spark.range(1)\n\nbegin()\n${writing("rows.count()")}`,
    text: "print('spark.sparkContext, rows.rdd, DeltaTable')",
    literal: 'rows.observe("n", F.count(F.lit(1)).alias("n"))',
  };
  const texts = (of: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(of).map(([name, text]) => [name, [text]]));
  const found = unsafe(texts(bad));
  expect([...new Set(found.map((line) => line.split(": ")[0]))].sort()).toEqual(Object.keys(bad).sort());
  expect(found.find((line) => line.startsWith("by-a-function"))).toContain("write → middle → deep → spark");
  expect(unsafe(texts(good))).toEqual([]);
});

it("all Python that is emitted, of all golden cases and projects, is safe for Spark Connect", () => {
  const compiled = [...compiledCases(), ...compiledProjects()];
  const all = Object.fromEntries(
    compiled.flatMap(({ name, artifacts }) =>
      Object.entries(notebooksOf(artifacts)).map(([path, texts]) => [`${name}/${path}`, texts] as const),
    ),
  );
  expect(Object.keys(all).length).toBeGreaterThan(300);
  // Many of them are the same.
  const different = new Map(Object.entries(all).map(([name, texts]) => [texts.join("\n"), [name, texts] as const]));
  const handing = [...different.keys()].filter((text) => text.includes("foreachBatch("));
  expect(handing.length).toBeGreaterThan(100);
  expect(unsafe(Object.fromEntries(different.values()))).toEqual([]);
}, 300_000);
