import { readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { ActivityError } from "../activity.js";
import type { JsonObject, JsonValue } from "../json.js";
import type { ActivityReader } from "../read-activities.js";
import type { Reader } from "../reader.js";
import { readTimeLimit } from "../timeout.js";
import { folderOf, type Location, readLocation } from "./archives.js";
import { readDataset } from "./datasets.js";

/** What can be asked of a file or a folder here. The service knows more, of which nothing here has any. */
const fields = ["exists", "itemName", "itemType", "size", "lastModified", "childItems"] as const;
type Field = (typeof fields)[number];

/**
 * Tells about a file or a folder of a `Binary` dataset. Where `exists` is asked for, what is not there is no failure.
 * https://learn.microsoft.com/azure/data-factory/control-flow-get-metadata-activity
 */
export const readGetMetadata: ActivityReader = (properties, reading, activity) => {
  const asked = properties.value("fieldList");
  const wanted = Array.isArray(asked) ? asked.filter(isField) : [];
  if (!Array.isArray(asked) || asked.length === 0) properties.problem("'fieldList' must name at least one field.");
  for (const one of Array.isArray(asked) ? asked.filter((field) => !isField(field)) : [])
    properties.problem(`fieldList: ${JSON.stringify(one)} is not told on this machine, only ${fields.join(", ")}.`);
  const store = properties.optionalObject("storeSettings");
  store?.only("type", ["AzureBlobStorageReadSettings", "AzureBlobFSReadSettings"]);
  store?.ignore("recursive"); // what is asked for is told of the thing itself
  store?.only("enablePartitionDiscovery", [false]);
  store?.done();
  const format = properties.optionalObject("formatSettings");
  format?.only("type", ["BinaryReadSettings"]);
  format?.done();
  const thing = readDataset(properties.object("dataset"), reading, {
    ...{ type: "Binary", isTo: "read", home: "storage" },
    read: (dataset) => readPlace(dataset.object("location")),
  });
  const inTime = readTimeLimit(activity, "To look at files");
  return (scope) =>
    inTime(scope, async () => {
      const { said, linkedService } = thing(scope);
      const path = join(folderOf(said, linkedService, scope), said.file);
      const found = await lookAt(path);
      if (found !== undefined) return told(path, found, wanted);
      if (!wanted.includes("exists")) throw new ActivityError(`There is nothing at '${said.folder}/${said.file}'.`);
      return { exists: false };
    });
};

const isField = (value: JsonValue): value is Field => fields.some((field) => field === value);

/** The place of a file, or of a folder where no file is named. */
interface Place extends Location {
  readonly file: string;
}

function readPlace(location: Reader): Place {
  const file = location.optionalText("fileName") ?? "";
  return { ...readLocation(location), file };
}

interface Found {
  readonly isFile: boolean;
  readonly size: number;
  readonly modified: Date;
}

/** A folder of a blob storage is there as long as there is a file in it. */
async function lookAt(path: string): Promise<Found | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return undefined;
  if (!found.isFile()) {
    const below = await readdir(path, { withFileTypes: true, recursive: true });
    if (!below.some((entry) => entry.isFile())) return undefined;
  }
  return { isFile: found.isFile(), size: found.size, modified: found.mtime };
}

async function told(path: string, found: Found, wanted: readonly Field[]): Promise<JsonObject> {
  const values = await Promise.all(wanted.map(async (field) => [field, await fieldOf(field, path, found)] as const));
  return Object.fromEntries(values);
}

async function fieldOf(field: Field, path: string, { isFile, size, modified }: Found): Promise<JsonValue> {
  switch (field) {
    case "exists":
      return true;
    case "itemName":
      return basename(path);
    case "itemType":
      return isFile ? "File" : "Folder";
    case "size":
      if (isFile) return size;
      throw new ActivityError("'size' is told of a file, and this is a folder.");
    case "lastModified":
      if (isFile) return `${modified.toISOString().slice(0, 19)}Z`;
      throw new ActivityError("'lastModified' is told of a file, and a folder of a blob storage has none.");
    case "childItems":
      if (isFile) throw new ActivityError("'childItems' is told of a folder, and this is a file.");
      return (await readdir(path, { withFileTypes: true })).map((entry) => ({
        name: entry.name,
        type: entry.isDirectory() ? "Folder" : "File",
      }));
  }
}
