import type { Folder } from "./folder.js";
import { isManifest, type Manifest, manifestParts, manifestPath, parseJson, parseManifest } from "./manifest.js";

/**
 * While files are being written this folder stands beside them. What differs is staged here first. Here stands every manifest that may
 * be true of them beside the one in its place: the new one, and, where a run before was stopped, those from before. A run that finds it
 * knows that the last one was stopped half way, and whose the files are.
 */
export const workFolder = ".sluice-writing";

/** The new manifest, as it will stand in its place: so it is printed and written once. */
const nextPath = `${workFolder}/next.json`;

/** A list of those from before. */
const journalPath = `${workFolder}/journal.json`;

const staged = `${workFolder}/staged`;

/** Where an artifact's text waits for all others, before any file is touched. */
export const stagedPath = (path: string): string => `${staged}/${path}`;

/** Forgets what was staged, by this run or by one that was stopped before it changed anything. */
export function clearStaged(folder: Folder): void {
  if (folder.kindOf(staged) === undefined) return;
  folder.removeFolder(staged);
  if (folder.names(workFolder).length === 0) folder.removeFolder(workFolder);
}

/** The manifests that may be true of the output folder, from the oldest on; or the file that cannot be read as one. */
export function knownManifests(
  folder: Folder,
):
  | { readonly kind: "known"; readonly manifests: readonly Manifest[] }
  | { readonly kind: "unreadable"; readonly path: string } {
  const manifests: Manifest[] = [];
  for (const path of [manifestPath, journalPath, nextPath]) {
    if (folder.kindOf(path) === undefined) continue;
    const read = folder.kindOf(path) === "file" ? readManifests(folder, path) : undefined;
    if (read === undefined) return { kind: "unreadable", path };
    manifests.push(...read);
  }
  return { kind: "known", manifests };
}

function readManifests(folder: Folder, path: string): readonly Manifest[] | undefined {
  if (path === journalPath) {
    const journal = parseJson(folder.read(path));
    return Array.isArray(journal) && journal.every(isManifest) ? journal : undefined;
  }
  const manifest = parseManifest(folder.read(path));
  return manifest && [manifest];
}

/** Says what is about to be true, before it is: the text of the manifest's file, part by part. A kill, not a power cut, is what the order of writes is made for. */
export function openJournal(folder: Folder, known: readonly Manifest[], next: Iterable<string>): void {
  if (folder.kindOf(nextPath) !== undefined) {
    const distinct = known.filter((one, at) => !known.slice(0, at).some((other) => isSame(one, other)));
    replace(folder, journalPath, journalOf(distinct));
  }
  replace(folder, nextPath, next);
}

function replace(folder: Folder, path: string, content: Iterable<string>): void {
  folder.write(`${path}.new`, content);
  folder.move(`${path}.new`, path);
}

function* journalOf(manifests: readonly Manifest[]): Generator<string, void> {
  for (const [at, manifest] of manifests.entries()) {
    yield at === 0 ? "[\n" : ",\n";
    yield* manifestParts(manifest, 0);
  }
  yield "\n]\n";
}

const isSame = (one: Manifest, other: Manifest): boolean =>
  one.artifacts.length === other.artifacts.length &&
  one.artifacts.every((entry, at) => JSON.stringify(entry) === JSON.stringify(other.artifacts[at]));

/** All that was announced is true. */
export const makeTrue = (folder: Folder): void => folder.move(nextPath, manifestPath);

/** All that was announced is done. */
export function closeJournal(folder: Folder): void {
  folder.removeFolder(workFolder);
}
