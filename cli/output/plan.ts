import type { Compared } from "./compare.js";
import type { Folder } from "./folder.js";
import { looked } from "./look.js";
import { type Manifest, type ManifestEntry, manifestOf, sha256 } from "./manifest.js";

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

/** @param inScope is this path among what was compiled? What is not is left as it is. */
export function planOutput(
  compared: readonly Compared[],
  known: readonly Manifest[],
  folder: Folder,
  inScope: (path: string) => boolean,
): Plan {
  const ours = entriesByPath(known);
  const look = looked(folder);
  const made = new Map<string, ManifestEntry>();
  const differing: string[] = [];
  for (const { entry, isSame } of compared) {
    if (made.has(entry.path)) throw new Error(`two artifacts have the path '${entry.path}'`);
    made.set(entry.path, entry);
    if (!isSame) differing.push(entry.path);
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
      const above = look.fileAbove(path);
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
