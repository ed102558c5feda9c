import { access, copyFile, mkdir, rename, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fingerprint } from "../waves.js";
import type { Put } from "./put.js";

/**
 * Makes a load of a file, as the function does that it stands for: the file in a folder of its own, then the note of it. `earlier`: how
 * many loads there were before, each of a second of its own. One that is whole already was made by an earlier run.
 */
export async function putLoad(file: string, folder: string, earlier: number): Promise<Put> {
  const instant = new Date(Date.UTC(2000, 0, 1) + earlier * 1000).toISOString();
  const name = `${instant.slice(0, 19).replaceAll(/[-:]/g, "")}.000000Z-${(await fingerprint(file)).slice(0, 8)}`;
  const load = join(folder, `load=${name}`);
  const note = join(load, "_load.json");
  const isThere = await access(note).then(
    () => true,
    () => false,
  );
  if (isThere) return { sent: 0, skipped: 1 };
  await mkdir(load, { recursive: true });
  const { size } = await stat(file);
  const place = join(load, basename(file));
  await copyFile(file, `${load}/.${basename(file)}.unfinished`);
  await rename(`${load}/.${basename(file)}.unfinished`, place);
  await writeFile(`${note}.unfinished`, JSON.stringify({ files: [{ name: basename(file), length: size }] }));
  await rename(`${note}.unfinished`, note);
  return { sent: 1, skipped: 0 };
}

/** Looks at a file's name before anything is put anywhere: notes name files so. */
export function checkLoad(file: string): void {
  if (!/^[A-Za-z0-9][A-Za-z0-9._=-]*$/.test(basename(file)))
    throw new Error(`${file}: files of loads are called by letters, digits, '.', '_', '-' and '='.`);
}
