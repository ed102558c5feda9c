import { createHash } from "node:crypto";
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Host } from "../../compiler/host.js";
import { diskFolder } from "./folder.js";
import { workFolder } from "./journal.js";
import { isRecord, type ManifestEntry, manifestPath, parseJson, parseManifest, sha256 } from "./manifest.js";

/**
 * What the last compilation of a project came to, so that the same again is known without compiling: compiling is a function of
 * the build and of what the project's folder answers, so the same answers give the same artifacts. It is a cache: whatever does
 * not fit, or cannot be read or written, only means that the project is compiled.
 */
export interface Recollection {
  /** The build of sluice, and what it was asked to make. */
  readonly task: string;
  /** What was asked of the project's folder. */
  readonly questions: readonly Question[];
  /** The hash of the answers. */
  readonly answers: string;
  /** The hash of the manifest's text. */
  readonly manifest: string;
  /** What was said of the project's lock. */
  readonly said: string;
}

type Question = readonly ["read" | "list", string];

/** A host that remembers what it was asked, and what it answered. */
export interface Interview {
  readonly host: Host;
  /** The questions, and the hash of the answers. */
  transcript(): Pick<Recollection, "questions" | "answers">;
}

export function interview({ read, list }: Host): Interview {
  const asked = new Map<string, Question>();
  const digest = createHash("sha256");
  const noted = <Answer>(kind: Question[0], path: string, answer: Answer): Answer => {
    const key = `${kind} ${path}`;
    if (!asked.has(key)) {
      asked.set(key, [kind, path]);
      digest.update(JSON.stringify([key, answer ?? null]));
    }
    return answer;
  };
  return {
    host: {
      read: (path) => noted("read", path, read(path)),
      list: (folder) => noted("list", folder, list(folder)),
    },
    transcript: () => ({ questions: [...asked.values()], answers: digest.copy().digest("hex") }),
  };
}

const place = ".sluice/cache";

/** What the last compilation came to, if it was the same task and the project's folder would answer as it did then. */
export function recall(task: string, host: Host): Recollection | undefined {
  const value = parseJson(host.read(`${place}/compiled.json`) ?? "");
  if (!isRecollection(value) || value.task !== task) return undefined;
  const again = interview(host);
  for (const [kind, path] of value.questions) again.host[kind](path);
  return again.transcript().answers === value.answers ? value : undefined;
}

/** What was written then, if the output folder still holds it byte for byte. */
export function standing(out: string, { manifest }: Recollection): readonly ManifestEntry[] | undefined {
  const folder = diskFolder(out);
  if (folder.kindOf(workFolder) !== undefined || folder.kindOf(manifestPath) !== "file") return undefined;
  const text = folder.read(manifestPath);
  const entries = sha256(text) === manifest ? parseManifest(text)?.artifacts : undefined;
  const isThere = ({ path, sha256: hash }: ManifestEntry): boolean =>
    folder.kindOf(path) === "file" && sha256(folder.read(path)) === hash;
  return entries?.every(isThere) ? entries : undefined;
}

/** Kept in the project's folder, where git is told to ignore it. */
export function remember(project: string, out: string, recollection: Omit<Recollection, "manifest">): void {
  const folder = join(project, place);
  try {
    const manifest = sha256(diskFolder(out).read(manifestPath));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, ".gitignore"), "*\n");
    writeFileSync(join(folder, "compiled.json.new"), JSON.stringify({ ...recollection, manifest }));
    renameSync(join(folder, "compiled.json.new"), join(folder, "compiled.json"));
  } catch {
    // A project that may only be read is compiled each time.
  }
}

const isRecollection = (value: unknown): value is Recollection =>
  isRecord(value) &&
  ["task", "answers", "manifest", "said"].every((field) => typeof value[field] === "string") &&
  Array.isArray(value["questions"]) &&
  value["questions"].every(isQuestion);

const isQuestion = (value: unknown): value is Question =>
  Array.isArray(value) && (value[0] === "read" || value[0] === "list") && typeof value[1] === "string";
