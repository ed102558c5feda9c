import { rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { ActivityError } from "../activity.js";
import type { JsonObject } from "../json.js";
import type { ActivityReader } from "../read-activities.js";
import type { Reader } from "../reader.js";
import type { Reading } from "../reading.js";
import type { Scope } from "../scope.js";
import { readTimeLimit } from "../timeout.js";
import { readDataset } from "./datasets.js";
import { readStoreSettings } from "./store-settings.js";

/**
 * A copy from `Binary` to `Binary` that unpacks archives: each into a folder of its name.
 * https://learn.microsoft.com/azure/data-factory/format-binary
 */
export function readUnzipping(
  source: Reader,
  sink: Reader,
  input: Reader,
  output: Reader,
  reading: Reading,
): (scope: Scope) => Promise<JsonObject> {
  source.only("type", ["BinarySource"]);
  const format = source.object("formatSettings");
  format.only("type", ["BinaryReadSettings"]);
  const compression = format.object("compressionProperties");
  compression.only("type", ["ZipDeflateReadSettings"]);
  compression.only("preserveZipFileNameAsFolder", [true]);
  compression.done();
  format.done();
  const which = readStoreSettings(source.object("storeSettings"));
  source.done();
  sink.only("type", ["BinarySink"]);
  const store = sink.object("storeSettings");
  store.only("type", ["AzureBlobFSWriteSettings"]);
  store.done();
  sink.done();
  const [from, to] = [readBinary(input, reading), readBinary(output, reading)];
  return async (scope) => {
    const archives = from(scope);
    if (!archives.isPacked) throw new ActivityError("A copy of files as they are is not done on this machine.");
    const folder = to(scope);
    if (folder.isPacked) throw new ActivityError("Archives are not made on this machine.");
    const paths = await which(archives.path, scope);
    for (const path of paths) {
      const problem = await scope.world.unzip(path, join(folder.path, basename(path)));
      if (problem !== undefined) throw new ActivityError(problem);
    }
    return { filesRead: paths.length };
  };
}

/** Removes a folder of the lake. https://learn.microsoft.com/azure/data-factory/delete-activity */
export const readDelete: ActivityReader = (properties, reading, activity) => {
  const store = properties.object("storeSettings");
  store.only("type", ["AzureBlobFSReadSettings"]);
  store.only("recursive", [true]);
  if (!store.has("recursive")) store.problem("'recursive' must be true: nothing else is done on this machine.");
  store.done();
  properties.only("enableLogging", [false]);
  const folder = readBinary(properties.object("dataset"), reading);
  const inTime = readTimeLimit(activity, "To delete a folder");
  return async (scope) => {
    await inTime(scope, () => rm(folder(scope).path, { recursive: true, force: true }));
    return {};
  };
};

interface BinaryFolder {
  readonly path: string;
  /** Its files are archives. */
  readonly isPacked: boolean;
}

/** A `Binary` dataset: a container, or a folder of one. */
function readBinary(use: Reader, reading: Reading): (scope: Scope) => BinaryFolder {
  const binary = readDataset(use, reading, {
    ...{ type: "Binary", isTo: "used", home: "storage" },
    read: (properties) => {
      const location = readLocation(properties.object("location"));
      const compression = properties.optionalObject("compression");
      compression?.only("type", ["ZipDeflate"]);
      compression?.done();
      return { location, isPacked: compression !== undefined };
    },
  });
  return (scope) => {
    const { said, linkedService } = binary(scope);
    return { path: folderOf(said.location, linkedService, scope), isPacked: said.isPacked };
  };
}

/** Where files are: a container of a blob storage or of a lake, or a folder in it. */
export interface Location {
  readonly container: string;
  readonly folder: string;
}

export function readLocation(location: Reader): Location {
  const type = location.only("type", ["AzureBlobStorageLocation", "AzureBlobFSLocation"]);
  const container = location.text(type === "AzureBlobFSLocation" ? "fileSystem" : "container");
  const folder = location.optionalText("folderPath") ?? "";
  location.done();
  return { container, folder };
}

export function folderOf({ container, folder }: Location, linkedService: string, { world }: Scope): string {
  if (folder.split("/").includes("..")) throw new ActivityError(`'${folder}' leads out of the container.`);
  return join(world.folder(linkedService, container), folder);
}
