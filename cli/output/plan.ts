import type { Artifact } from "../../compiler/emit/artifact.js";
import type { EntryKind, Folder } from "./folder.js";
import { workFolder } from "./journal.js";
import { entryOf, type Manifest, type ManifestEntry, manifestOf, manifestPath, sha256 } from "./manifest.js";

/** What a compilation would change in the output folder. */
export interface Plan {
  readonly writes: readonly Write[];
  /** Files of ours that the project no longer compiles to. */
  readonly orphans: readonly string[];
  readonly unchanged: number;
  /** If there is any, nothing may be written. */
  readonly obstacles: readonly Obstacle[];
  /** What will be true when the plan is done. */
  readonly manifest: Manifest;
}

export interface Write {
  readonly path: string;
  readonly kind: "missing" | "differs";
}

export interface Obstacle {
  readonly path: string;
  /** `foreign`: sluice did not write it. `edited`: it did, and somebody changed it since. */
  readonly kind: "foreign" | "edited";
}

export interface PlanOptions {
  /** Keeps the text of an artifact that is to be written: it is taken once, and not all of them are held in memory. */
  readonly stage: (path: string, body: string) => void;
  /** Is this path among what was compiled? What is not is left as it is. */
  readonly inScope: (path: string) => boolean;
}

export function planOutput(
  artifacts: Iterable<Artifact>,
  known: readonly Manifest[],
  folder: Folder,
  { stage, inScope }: PlanOptions,
): Plan {
  const ours = entriesByPath(known);
  const look = looked(folder);
  const made = new Map<string, ManifestEntry>();
  const differing: string[] = [];
  for (const artifact of artifacts) {
    const { path, body } = artifact;
    checkPath(path, made);
    made.set(path, entryOf(artifact));
    if (look.kindOf(path) === "file" && folder.read(path) === body) continue;
    differing.push(path);
    stage(path, body);
  }

  const writes: Write[] = [];
  const obstacles: Obstacle[] = [];
  const orphans: string[] = [];
  const kept: ManifestEntry[] = [];
  for (const [path, entries] of ours) {
    if (made.has(path)) continue;
    if (!inScope(path)) kept.push(...stillTrue(path, entries, folder));
    else if (folder.kindOf(path) === "file") {
      const state = ownership(path, entries, folder);
      if (state === "ours") orphans.push(path);
      else obstacles.push({ path, kind: state });
    }
  }
  const leaving = new Set(orphans);
  for (const path of differing) {
    const kind = look.kindOf(path);
    if (kind === undefined) {
      const above = fileAbove(path, look);
      if (above !== undefined && !leaving.has(above)) obstacles.push({ path: above, kind: "foreign" });
      else writes.push({ path, kind: "missing" });
    } else if (kind === "folder") {
      const staying = filesBelow(path, folder).filter((file) => !leaving.has(file));
      if (staying.length > 0) obstacles.push({ path, kind: "foreign" });
      else writes.push({ path, kind: "differs" });
    } else {
      const state = ownership(path, ours.get(path) ?? [], folder);
      if (state === "ours") writes.push({ path, kind: "differs" });
      else obstacles.push({ path, kind: state });
    }
  }
  return {
    writes,
    orphans,
    unchanged: made.size - differing.length,
    obstacles: distinct(obstacles),
    manifest: manifestOf([...made.values(), ...kept]),
  };
}

function entriesByPath(manifests: readonly Manifest[]): ReadonlyMap<string, readonly ManifestEntry[]> {
  const entries = new Map<string, ManifestEntry[]>();
  for (const entry of manifests.flatMap(({ artifacts }) => artifacts)) {
    const before = entries.get(entry.path);
    if (before === undefined) entries.set(entry.path, [entry]);
    else before.push(entry);
  }
  return entries;
}

/** Whose the file is. Git may have changed the ends of lines, which is no edit. */
function ownership(path: string, entries: readonly ManifestEntry[], folder: Folder): "ours" | "foreign" | "edited" {
  if (entries.length === 0 || folder.kindOf(path) !== "file") return "foreign";
  const hash = sha256(folder.read(path).replaceAll("\r\n", "\n"));
  return entries.some((entry) => entry.sha256 === hash) ? "ours" : "edited";
}

/** Of what several manifests say of a file that is left alone: what fits it, or else the oldest. */
function stillTrue(path: string, entries: readonly ManifestEntry[], folder: Folder): readonly ManifestEntry[] {
  if (entries.length < 2) return entries;
  const hash = folder.kindOf(path) === "file" ? sha256(folder.read(path)) : undefined;
  return [entries.find(({ sha256 }) => sha256 === hash) ?? entries[0]].filter((entry) => entry !== undefined);
}

/** What stands on a path, and on those above it; each folder is looked at once. */
interface Look {
  kindOf(path: string): EntryKind | undefined;
  kindAbove(path: string): EntryKind | undefined;
}

function looked(folder: Folder): Look {
  const kinds = new Map<string, EntryKind | undefined>();
  const kindOf = (path: string): EntryKind | undefined =>
    kindAbove(path) === "folder" ? folder.kindOf(path) : undefined;
  const kindAbove = (path: string): EntryKind | undefined => {
    const above = folderOf(path);
    if (above === undefined) return "folder";
    if (!kinds.has(above)) kinds.set(above, kindOf(above));
    return kinds.get(above);
  };
  return { kindOf, kindAbove };
}

const folderOf = (path: string): string | undefined => {
  const end = path.lastIndexOf("/");
  return end === -1 ? undefined : path.slice(0, end);
};

/** The nearest thing above a path that is no folder. */
function fileAbove(path: string, look: Look): string | undefined {
  for (let below = path, above = folderOf(path); above !== undefined; below = above, above = folderOf(above)) {
    const kind = look.kindAbove(below);
    if (kind !== undefined) return kind === "folder" ? undefined : above;
  }
  return undefined;
}

function filesBelow(path: string, folder: Folder): readonly string[] {
  return folder.names(path).flatMap((name) => {
    const below = `${path}/${name}`;
    return folder.kindOf(below) === "folder" ? filesBelow(below, folder) : [below];
  });
}

function distinct(obstacles: readonly Obstacle[]): readonly Obstacle[] {
  const byPath = new Map([...obstacles].reverse().map((obstacle) => [obstacle.path, obstacle]));
  return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Two artifacts on one path, or one outside the folder, would be a mistake of a target. */
function checkPath(path: string, made: ReadonlyMap<string, unknown>): void {
  if (made.has(path)) throw new Error(`two artifacts have the path '${path}'`);
  const parts = path.split("/");
  const reserved = path === manifestPath || parts[0] === workFolder;
  if (reserved || path.includes("\\") || parts.some((part) => part === "" || part === "." || part === "..")) {
    throw new Error(`'${path}' is not a path that an artifact can have`);
  }
}
