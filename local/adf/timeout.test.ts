import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readFactory } from "./read-factory.js";
import { runPipeline } from "./run-pipeline.js";
import type { World } from "./world.js";

/* Activities whose work never ends, and a policy that gives each a second. */

const folder = mkdtempSync(join(tmpdir(), "sluice-timeout-"));
/** Where the datasets and the data flow that are emitted for a project stand. */
const emitted = ["adf-data-flow", "project-http"].map((name) => `test/golden/${name}/expected/common/adf`);
/** An API that says nothing. */
const silent = createServer(() => {});
let address = "";

beforeAll(async () => {
  mkdirSync(join(folder, "store"));
  mkdirSync(join(folder, "pipeline"));
  writeFileSync(join(folder, "store/a.zip"), "");
  mkdirSync(join(folder, "store/f"));
  writeFileSync(join(folder, "store/f/rows.csv"), "id\n1\n");
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  const at = silent.address();
  address = typeof at === "object" && at !== null ? `http://127.0.0.1:${at.port}/` : "";
});
afterAll(() => {
  silent.closeAllConnections();
  silent.close();
  rmSync(folder, { recursive: true });
});

type Json = Readonly<Record<string, unknown>>;

const dataset = (referenceName: string, parameters: Json) => ({ referenceName, type: "DatasetReference", parameters });
const inLake = { container: "c", folder: "f" };

const activities: Readonly<Record<string, Json>> = {
  "A notebook": {
    type: "DatabricksNotebook",
    linkedServiceName: { referenceName: "movies_databricks_small", type: "LinkedServiceReference" },
    typeProperties: { notebookPath: "/movies/one" },
  },
  "A data flow": {
    type: "ExecuteDataFlow",
    typeProperties: {
      dataflow: {
        referenceName: "movies_movie_files_silver_genres_76097a3ce951",
        type: "DataFlowReference",
        parameters: { container: "'c'" },
        datasetParameters: { landed: { ...inLake, file: "rows.parquet" } },
      },
      compute: { coreCount: 16, computeType: "General" },
      traceLevel: "Fine",
    },
  },
  "A copy of archives": {
    type: "Copy",
    typeProperties: {
      source: {
        type: "BinarySource",
        storeSettings: { type: "AzureBlobStorageReadSettings", recursive: false, wildcardFileName: "*.zip" },
        formatSettings: {
          type: "BinaryReadSettings",
          compressionProperties: { type: "ZipDeflateReadSettings", preserveZipFileNameAsFolder: true },
        },
      },
      sink: { type: "BinarySink", storeSettings: { type: "AzureBlobFSWriteSettings" } },
      enableStaging: false,
    },
    inputs: [dataset("movies_drop_zip", { container: "c" })],
    outputs: [dataset("movies_lake_folder", inLake)],
  },
  "A copy of files": {
    type: "Copy",
    typeProperties: {
      source: {
        type: "DelimitedTextSource",
        storeSettings: { type: "AzureBlobFSReadSettings", recursive: true, wildcardFileName: "*" },
        formatSettings: { type: "DelimitedTextReadSettings" },
      },
      sink: {
        type: "ParquetSink",
        storeSettings: { type: "AzureBlobFSWriteSettings", copyBehavior: "MergeFiles" },
        formatSettings: { type: "ParquetWriteSettings" },
      },
      enableStaging: false,
      translator: { type: "TabularTranslator", mappings: [{ source: { name: "id" }, sink: { name: "id" } }] },
    },
    inputs: [dataset("movies_lake_unzipped", { ...inLake, delimiter: ",", quote: '"', header: true })],
    outputs: [dataset("movies_lake_parquet", { ...inLake, file: "rows.parquet" })],
  },
  "A copy of answers": {
    type: "Copy",
    typeProperties: {
      source: { type: "RestSource", requestMethod: "GET", paginationRules: { supportRFC5988: "false" } },
      sink: {
        type: "JsonSink",
        storeSettings: { type: "AzureBlobFSWriteSettings" },
        formatSettings: { type: "JsonWriteSettings", filePattern: "setOfObjects" },
      },
      enableStaging: false,
    },
    inputs: [dataset("shop_shop_api_answers", { url: "products" })],
    outputs: [dataset("shop_lake_answers", { container: "c", folder: "answers", file: "rows.json" })],
  },
};

function walked(name: string, activity: Json): Promise<unknown> {
  const main = {
    ...{ name: "one", dependsOn: [], policy: { timeout: "0.00:00:01", retry: 3, retryIntervalInSeconds: 30 } },
    ...activity,
  };
  const pipeline = { name, properties: { activities: [main] } };
  writeFileSync(join(folder, "pipeline", `${name}.json`), JSON.stringify(pipeline));
  const never = () => new Promise<never>(() => {});
  const none = () => {
    throw new Error("there is none");
  };
  const world: World = {
    ...{ factory: "here", globalParameters: {}, returned: (value) => value, database: none, functionApp: none },
    ...{ notebook: never, parquet: never, unzip: never, dataFlow: never },
    ...{ folder: () => join(folder, "store"), api: () => ({ address, headers: {} }), tell: () => {} },
    ...{ signal: new AbortController().signal, halt: () => {} },
  };
  const reach = {
    hasDatabase: () => false,
    hasStore: () => true,
    hasNotebook: () => true,
    functionsOf: () => undefined,
  };
  const start = { world, parameters: {}, parent: undefined, within: [] };
  return runPipeline(readFactory([folder, ...emitted], name, { ...reach, hasApi: () => true }), start);
}

it.concurrent.each(Object.entries(activities))("%s that takes too long ends the run", async (name, activity) => {
  const what = name.replace(/^A copy.*/, "A copy");
  await expect(walked(name, activity)).rejects.toThrow(
    `${what} took longer than the 1 seconds that its policy gives it.`,
  );
});
