import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readFactory } from "../read-factory.js";
import { runPipeline } from "../run-pipeline.js";
import type { WalkEvent, World } from "../world.js";

const folder = mkdtempSync(join(tmpdir(), "sluice-metadata-"));
afterAll(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, "store/a/b"), { recursive: true });
mkdirSync(join(folder, "store/empty/within"), { recursive: true });
writeFileSync(join(folder, "store/a/b/c.csv"), "x\n1\n");
utimesSync(join(folder, "store/a/b/c.csv"), 1_000_000_000, 1_000_000_000);

const reach = {
  hasDatabase: () => false,
  hasStore: () => true,
  hasNotebook: () => false,
  functionsOf: () => undefined,
};

/** What the activity tells of a place, or why it fails. */
async function told(fieldList: readonly unknown[], folderPath: string, fileName?: string): Promise<unknown> {
  const dataset = {
    linkedServiceName: { referenceName: "store", type: "LinkedServiceReference" },
    type: "Binary",
    typeProperties: {
      location: { type: "AzureBlobStorageLocation", container: "c", folderPath, ...(fileName && { fileName }) },
    },
  };
  const activity = {
    ...{ name: "look", type: "GetMetadata", dependsOn: [] },
    typeProperties: {
      dataset: { referenceName: "place", type: "DatasetReference" },
      fieldList,
      storeSettings: { type: "AzureBlobStorageReadSettings", recursive: true, enablePartitionDiscovery: false },
      formatSettings: { type: "BinaryReadSettings" },
    },
  };
  for (const kind of ["pipeline", "dataset", "linkedService"]) mkdirSync(join(folder, kind), { recursive: true });
  const write = (kind: string, name: string, properties: object) =>
    writeFileSync(join(folder, kind, `${name}.json`), JSON.stringify({ name, properties }));
  write("dataset", "place", dataset);
  write("linkedService", "store", { type: "AzureBlobStorage", typeProperties: {} });
  write("pipeline", "main", { activities: [activity] });
  const events: WalkEvent[] = [];
  const none = () => {
    throw new Error("there is none");
  };
  const world: World = {
    ...{ factory: "here", globalParameters: {}, returned: (value) => value, database: none, functionApp: none },
    ...{ notebook: async () => {}, parquet: async () => {}, unzip: async () => undefined },
    ...{ dataFlow: async () => undefined, signal: new AbortController().signal, halt: () => {} },
    folder: () => join(folder, "store"),
    tell: (event) => events.push(event),
  };
  try {
    const start = { world, parameters: {}, parent: undefined, within: [] };
    await runPipeline(readFactory([folder], "main", reach), start);
  } catch (error) {
    return error instanceof Error ? error.message : error;
  }
  return events.at(-1)?.output;
}

describe("GetMetadata", () => {
  it("says of what is not there that it is not, if it is asked that, and else fails", async () => {
    expect(await told(["exists"], "a/b")).toEqual({ exists: true });
    expect(await told(["exists"], "a/x")).toEqual({ exists: false });
    expect(await told(["exists", "itemName"], "a/b", "d.csv")).toEqual({ exists: false });
    expect(await told(["itemName"], "a/x")).toContain("There is nothing at 'a/x/'.");
  });

  it("a folder of a blob storage is there as long as a file is in it", async () => {
    expect(await told(["exists"], "empty")).toEqual({ exists: false });
    expect(await told(["exists"], "a")).toEqual({ exists: true });
  });

  it("tells about a file and about a folder what each has", async () => {
    const file = { itemName: "c.csv", itemType: "File", size: 4, lastModified: "2001-09-09T01:46:40Z" };
    expect(await told(["itemName", "itemType", "size", "lastModified"], "a/b", "c.csv")).toEqual(file);
    const inside = [{ name: "b", type: "Folder" }];
    expect(await told(["itemType", "childItems"], "a")).toEqual({ itemType: "Folder", childItems: inside });
    expect(await told(["size"], "a")).toContain("'size' is told of a file");
    expect(await told(["lastModified"], "a")).toContain("'lastModified' is told of a file");
    expect(await told(["childItems"], "a/b", "c.csv")).toContain("'childItems' is told of a folder");
  });

  it("other fields are refused by name", async () => {
    expect(await told(["exists", "columnCount"], "a")).toContain(
      'fieldList: "columnCount" is not told on this machine, only exists, itemName, itemType, size, lastModified, childItems.',
    );
    expect(await told([], "a")).toContain("'fieldList' must name at least one field.");
  });
});
