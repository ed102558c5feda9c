import type { Folder } from "./folder.js";
import { isManifest, type Manifest, manifestParts, manifestPath, parseJson, parseManifest } from "./manifest.js";

/**
 * While files are being written this folder stands beside them. What differs is staged here first. Its journal holds every
 * manifest that may be true of them: those from before and the new one. A run that finds it knows that the last one was stopped
 * half way, and whose the files are.
 */
export const workFolder = ".sluice-writing";

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

/** The manifests that may be true of the output folder, the certain one first; or the file that cannot be read as one. */
export function knownManifests(
  folder: Folder,
):
  | { readonly kind: "known"; readonly manifests: readonly Manifest[] }
  | { readonly kind: "unreadable"; readonly path: string } {
  const manifests: Manifest[] = [];
  if (folder.kindOf(manifestPath) !== undefined) {
    const manifest = folder.kindOf(manifestPath) === "file" ? parseManifest(folder.read(manifestPath)) : undefined;
    if (manifest === undefined) return { kind: "unreadable", path: manifestPath };
    manifests.push(manifest);
  }
  if (folder.kindOf(journalPath) === "file") {
    const journal = parseJson(folder.read(journalPath));
    if (!Array.isArray(journal) || !journal.every(isManifest)) return { kind: "unreadable", path: journalPath };
    manifests.push(...journal);
  }
  return { kind: "known", manifests };
}

/** Says what is about to be true, before it is. A kill, not a power cut, is what the order of writes is made for. */
export function openJournal(folder: Folder, manifests: readonly Manifest[]): void {
  const distinct = manifests.filter((one, at) => !manifests.slice(0, at).some((other) => isSame(one, other)));
  folder.write(`${journalPath}.new`, journalOf(distinct));
  folder.move(`${journalPath}.new`, journalPath);
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

/** All that was announced is done. */
export function closeJournal(folder: Folder): void {
  folder.removeFolder(workFolder);
}
