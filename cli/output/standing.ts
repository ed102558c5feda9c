import { diskHost } from "../disk-host.js";
import { carryOut } from "./apply.js";
import { diskFolder, type Folder } from "./folder.js";
import { openJournal, stagedPath, workFolder } from "./journal.js";
import {
  entryIn,
  isRecord,
  type ManifestEntry,
  manifestPath,
  manifestTextWith,
  parseManifest,
  sha256,
} from "./manifest.js";
import { keep, recalled } from "./recall.js";
import { isLasting, isStamp, type Stamp, stampOf } from "./stamps.js";

/** An output folder, and what was written there last. */
export interface Place {
  /** The project's folder, where stamps are kept. */
  readonly project: string;
  readonly out: string;
  /** The hash of the manifest's text. */
  readonly manifest: string;
}

/** An output folder that still holds what was written there, byte for byte. */
export interface Standing {
  readonly place: Place;
  /** The manifest's text. */
  readonly text: string;
  /** Of all artifacts. */
  readonly paths: readonly string[];
  /** Of each one's file; null where it may be edited without a change of it. */
  readonly stamps: readonly (Stamp | null)[];
}

/** What stands in an output folder; undefined where it is not what was written. A file is read where its stamp is not the one that it had when it was read. */
export function standing(place: Place, clock: () => number = Date.now): Standing | undefined {
  const { out, manifest } = place;
  const folder = diskFolder(out);
  if (folder.kindOf(workFolder) !== undefined || folder.kindOf(manifestPath) !== "file") return undefined;
  const bytes = folder.bytes(manifestPath);
  if (sha256(bytes) !== manifest) return undefined;
  const text = bytes.toString();
  const known = noted(place);
  const paths = known?.paths ?? parseManifest(text)?.artifacts.map(({ path }) => path) ?? [];
  const taken = clock();
  const stamps: (Stamp | null)[] = [];
  let reads = 0;
  let searched = 0; // in the manifest files have the same order
  for (const [at, path] of paths.entries()) {
    const stamp = stampOf(`${out}/${path}`);
    if (stamp === undefined) return undefined;
    if (!isStamp(known?.stamps[at], stamp)) {
      searched = entryIn(text, path, sha256(folder.bytes(path)), searched);
      if (searched < 0) return undefined;
      reads += 1;
    }
    stamps.push(isLasting(stamp, taken) ? stamp : null);
  }
  const stands = { place, text, paths, stamps };
  if (reads > fewReads) note(stands);
  return stands;
}

/** So many files are read sooner than all stamps are written. */
const fewReads = 64;

/** What was noted of the files of a manifest. */
function noted({ project, out, manifest }: Place) {
  const value = recalled("stamps.json", diskHost(project));
  if (!isRecord(value) || value["out"] !== out || value["manifest"] !== manifest) return undefined;
  const { paths, stamps } = value;
  return areTexts(paths) && Array.isArray(stamps) ? { paths, stamps } : undefined;
}

const areTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((path) => typeof path === "string");

const note = ({ place: { project, out, manifest }, paths, stamps }: Omit<Standing, "text">): void =>
  keep(project, "stamps.json", { out, manifest, paths, stamps });

/** An artifact that is to take the place of one that stands. */
export interface Replacement {
  readonly was: ManifestEntry;
  readonly is: ManifestEntry;
  readonly body: string;
}

/** What putting them there came to. */
export interface Replacing {
  /** How many files were written. */
  readonly written: number;
  /** The hash of the new manifest's text. */
  readonly manifest: string;
}

/** Puts artifacts in the places of others. Undefined, and nothing is written, where one of these is not what stands there, for what it was written for. */
export function replace(
  { place, text, paths, stamps }: Standing,
  replacements: readonly Replacement[],
): Replacing | undefined {
  if (replacements.length === 0) return { written: 0, manifest: place.manifest };
  const next = manifestTextWith(text, replacements);
  if (next === undefined) return undefined;
  const differing = replacements.filter(({ was, is }) => was.sha256 !== is.sha256);
  write(differing, next, diskFolder(place.out));
  const manifest = sha256(next);
  const others = new Set(differing.map(({ is }) => is.path));
  const left = stamps.map((stamp, at) => (others.has(paths[at] ?? "") ? null : stamp));
  note({ place: { ...place, manifest }, paths, stamps: left });
  return { written: differing.length, manifest };
}

function write(differing: readonly Replacement[], manifest: string, folder: Folder): void {
  for (const { is, body } of differing) folder.write(stagedPath(is.path), body);
  openJournal(folder, [], [manifest]); // where one is open, nothing stands
  carryOut({ writes: differing.map(({ is: { path } }) => ({ path, kind: "differs" })), orphans: [] }, folder);
}
