import { hash } from "node:crypto";
import type { Artifact } from "../../compiler/emit/artifact.js";

/** What stands in the output folder because sluice wrote it, and what each file is for. */
export interface Manifest {
  readonly generator: "sluice";
  readonly version: 1;
  /** By path. */
  readonly artifacts: readonly ManifestEntry[];
}

export interface ManifestEntry {
  readonly path: string;
  /** Of the text, in hexadecimal. */
  readonly sha256: string;
  readonly plane: string;
  readonly kind: string;
  readonly owner: string;
  readonly dependsOn: readonly string[];
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  /** The part of the YAML that it comes from. */
  readonly origin: { readonly file: string; readonly path: string };
}

export const manifestPath = "manifest.json";

/** What is said of an artifact, once its text has been hashed; its text is not held until then. */
export function entryFor(artifact: Artifact): (sha256: string) => ManifestEntry {
  const { path, plane, kind, owner, dependsOn, effects, origin } = artifact;
  const { reads, writes } = effects;
  return (sha256) => ({
    path,
    sha256,
    plane,
    kind,
    owner,
    dependsOn,
    reads,
    writes,
    origin: { file: origin.file.path, path: origin.dotted },
  });
}

export const entryOf = (artifact: Artifact, sha256: string): ManifestEntry => entryFor(artifact)(sha256);

/** Of a text that is of its UTF-8. */
export const sha256 = (content: string | Uint8Array): string => hash("sha256", content);

export function manifestOf(entries: readonly ManifestEntry[]): Manifest {
  return { generator: "sluice", version: 1, artifacts: [...entries].sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

export const manifestText = (manifest: Manifest): string => [...manifestFile(manifest)].join("");

/** The text of the manifest's file, part by part. */
export function* manifestFile(manifest: Manifest): Generator<string, void> {
  yield* manifestParts(manifest, 2);
  yield "\n";
}

/** So many entries are one part: the text of all would be a fifth of what compiling many artifacts holds in memory. */
const partSize = 512;

/** What `JSON.stringify` makes of the manifest, part by part. */
export function* manifestParts({ generator, version, artifacts }: Manifest, indent: number): Generator<string, void> {
  const json = (list: readonly unknown[]): string =>
    JSON.stringify({ generator, version, artifacts: list }, null, indent);
  const [head = "", tail = ""] = json([null]).split("null");
  if (artifacts.length === 0) yield json([]);
  for (let at = 0; at < artifacts.length; at += partSize) {
    const isLast = at + partSize >= artifacts.length;
    yield json(artifacts.slice(at, at + partSize)).slice(at === 0 ? 0 : head.length, isLast ? undefined : -tail.length);
    if (!isLast) yield indent === 0 ? "," : `,\n${" ".repeat(2 * indent)}`;
  }
}

/** The text of a manifest with other entries in the places of some; undefined where it has one of these not. */
export function manifestTextWith(
  text: string,
  others: readonly { readonly was: ManifestEntry; readonly is: ManifestEntry }[],
): string | undefined {
  const places = others
    .map(({ was, is }) => ({ begin: text.indexOf(printed(was)), was: printed(was), is: printed(is) }))
    .sort((a, b) => a.begin - b.begin);
  const parts: string[] = [];
  let end = 0;
  for (const { begin, was, is } of places) {
    if (begin < end) return undefined;
    parts.push(text.slice(end, begin), is);
    end = begin + was.length;
  }
  return [...parts, text.slice(end)].join("");
}

/** Where the entry of a file with this hash begins in a manifest's text, at a place or after it; -1: the manifest does not have it there. */
export const entryIn = (text: string, path: string, hash: string, after: number): number =>
  text.indexOf(`\n      "path": ${JSON.stringify(path)},\n      "sha256": "${hash}",\n`, after);

/** As it stands in the manifest's list, and nowhere else: texts within it have no lines. */
const printed = (entry: ManifestEntry): string => JSON.stringify(entry, null, 2).replaceAll("\n", "\n    ");

/** The manifest in a text; undefined if it is none of ours. */
export function parseManifest(text: string): Manifest | undefined {
  const value = parseJson(text);
  return isManifest(value) ? value : undefined;
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function isManifest(value: unknown): value is Manifest {
  if (!isRecord(value) || value["generator"] !== "sluice" || value["version"] !== 1) return false;
  return Array.isArray(value["artifacts"]) && value["artifacts"].every(isEntry);
}

/** The fields that deletion and refusal rest on; the others are only handed on. */
const isEntry = (value: unknown): boolean =>
  isRecord(value) &&
  typeof value["path"] === "string" &&
  isInside(value["path"]) &&
  typeof value["sha256"] === "string";

/** A manifest that was tampered with must not lead out of the folder. */
const isInside = (path: string): boolean =>
  !path.startsWith("/") &&
  !path.includes("\\") &&
  !path.split("/").some((part) => part === "" || part === "." || part === "..");

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
