import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { namePattern } from "../../waves.js";
import { ActivityError } from "../activity.js";
import { evaluate } from "../evaluate.js";
import type { JsonValue } from "../json.js";
import type { Reader } from "../reader.js";
import type { Scope } from "../scope.js";

/**
 * Which files are read, in no order that means anything.
 * https://learn.microsoft.com/azure/data-factory/connector-azure-blob-storage#blob-storage-as-a-source-type
 */
export function readStoreSettings(settings: Reader): (folder: string, scope: Scope) => Promise<readonly string[]> {
  const isOfLake =
    settings.only("type", ["AzureBlobStorageReadSettings", "AzureBlobFSReadSettings"]) === "AzureBlobFSReadSettings";
  settings.only("recursive", [isOfLake]);
  if (isOfLake && !settings.has("recursive")) settings.problem("'recursive' must be true of a folder of the lake.");
  settings.only("enablePartitionDiscovery", [false]);
  const folderPath = settings.optional("wildcardFolderPath");
  const fileName = settings.value("wildcardFileName");
  const [start, end] = ["modifiedDatetimeStart", "modifiedDatetimeEnd"].map((name) => settings.optional(name));
  settings.done();
  if (isOfLake) {
    if (folderPath !== undefined || fileName !== "*" || start !== undefined || end !== undefined)
      settings.problem("of a folder of the lake all files are read on this machine, and no others.");
    return allBelow;
  }
  return async (folder, scope) => {
    const folders = folderPath === undefined ? [] : textIn(folderPath, scope, "wildcardFolderPath").split("/");
    const pattern = [...folders, textIn(fileName, scope, "wildcardFileName")];
    const [from, before] = [start, end].map((time) => (time === undefined ? undefined : instantIn(time, scope)));
    const paths = await matches(folder, pattern);
    const times = await Promise.all(paths.map(async (path) => Math.floor((await stat(path)).mtimeMs / 1000) * 1000));
    return paths.filter((_, at) => {
      const time = times[at] ?? 0;
      return (from === undefined || time >= from) && (before === undefined || time < before);
    });
  };
}

function textIn(value: JsonValue, scope: Scope, what: string): string {
  const text = evaluate(value, scope);
  if (typeof text !== "string" || text === "" || /[?^]|\*\*/.test(text))
    throw new ActivityError(`${what}: ${JSON.stringify(text)} is not looked for on this machine: names with '*' are.`);
  return text;
}

function instantIn(value: JsonValue, scope: Scope): number {
  const text = evaluate(value, scope);
  const instant =
    typeof text === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(instant)) throw new ActivityError(`${JSON.stringify(text)} is no time like 2018-12-01T05:00:00Z.`);
  return instant;
}

/** The files below a folder whose path fits, part by part. */
async function matches(folder: string, [first = "", ...rest]: readonly string[]): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const fitting = entries.filter(({ name }) => namePattern(first).test(name));
  if (rest.length === 0)
    return fitting
      .filter((entry) => entry.isFile())
      .map(({ name }) => join(folder, name))
      .sort();
  const inner = fitting.filter((entry) => entry.isDirectory()).map(({ name }) => matches(join(folder, name), rest));
  return (await Promise.all(inner)).flat();
}

/** All files of a folder and of those in it; one that is not there is an error. */
async function allBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => {
    throw new ActivityError(`There is no folder ${folder}.`);
  });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
}
