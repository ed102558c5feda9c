import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Host } from "../../compiler/host.js";
import { diskHost } from "../disk-host.js";
import { diskFolder } from "./folder.js";
import { workFolder } from "./journal.js";
import { isRecord, type ManifestEntry, manifestPath, parseJson, parseManifest, sha256 } from "./manifest.js";
import { isLasting, type Stamp, stampOf } from "./stamps.js";

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
  /** The hash of each answer. */
  readonly answers: readonly string[];
  /** The hash of the manifest's text. */
  readonly manifest: string;
  /** What was said of the project's lock. */
  readonly said: string;
}

type Question = readonly ["read" | "list", string];

/** A host that remembers what it was asked and what it answered, and answers the same again. */
export interface Interview {
  readonly host: Host;
  transcript(): Transcript;
}

export interface Transcript extends Pick<Recollection, "questions" | "answers"> {
  /** Of the files that were read and that there are, by path. */
  readonly texts: ReadonlyMap<string, string>;
}

export function interview({ read, list }: Host): Interview {
  const questions: Question[] = [];
  const texts = new Map<string, string | undefined>();
  const lists = new Map<string, readonly string[]>();
  const noted = <Answer>(
    kind: Question[0],
    path: string,
    known: Map<string, Answer>,
    ask: (path: string) => Answer,
  ): Answer => {
    if (known.has(path)) return known.get(path) ?? ask(path);
    const answer = ask(path);
    questions.push([kind, path]);
    known.set(path, answer);
    return answer;
  };
  return {
    host: {
      read: (path) => noted("read", path, texts, read),
      list: (folder) => noted("list", folder, lists, list),
    },
    transcript: () => ({
      questions: [...questions],
      answers: questions.map(([kind, path]) => hashOf(kind === "read" ? texts.get(path) : lists.get(path))),
      texts: new Map([...texts].flatMap(([path, text]) => (text === undefined ? [] : [[path, text] as const]))),
    }),
  };
}

const hashOf = (answer: string | readonly string[] | undefined): string =>
  typeof answer === "string" ? textHash(answer) : `other ${sha256(JSON.stringify(answer?.filter(isYaml) ?? null))}`;

/** Of what a folder lists nothing else is looked for: artifacts that stand below the project are no change of it. */
const isYaml = (path: string): boolean => /\.ya?ml$/.test(path);

const textHash = (text: string): string => `text ${sha256(text)}`;

const place = ".sluice/cache";

/** What the last compilation came to, if it was the same task, and what the project's folder answers to the same questions now. */
export function recall(
  task: string,
  host: Host,
): { readonly before: Recollection; readonly now: Interview } | undefined {
  const before = parseJson(host.read(`${place}/compiled.json`) ?? "");
  if (!isRecollection(before) || before.task !== task) return undefined;
  const again = interview(host);
  for (const [kind, path] of before.questions) again.host[kind](path);
  return { before, now: again };
}

/** The files whose texts are others now; undefined if anything else is. */
export function changedSince(
  { questions, answers }: Pick<Recollection, "questions" | "answers">,
  now: Transcript,
): readonly string[] | undefined {
  const changed = [...questions.keys()].filter((at) => answers[at] !== now.answers[at]);
  const areTexts = changed.every((at) => [answers[at], now.answers[at]].every((answer) => answer?.startsWith("text ")));
  return areTexts ? changed.map((at) => questions[at]?.[1] ?? "") : undefined;
}

/** The files of pipelines as they were read then; undefined where that is not known for certain. */
export function pipelinesThen(
  { questions, answers }: Recollection,
  host: Host,
): ReadonlyMap<string, string> | undefined {
  const value = parseJson(host.read(`${place}/pipelines.json`) ?? "");
  if (!isRecord(value)) return undefined;
  const known = new Map<string, string>();
  for (const [at, [kind, path]] of questions.entries()) {
    if (kind !== "read" || !isPipeline(path)) continue;
    const text = value[path];
    if (typeof text !== "string" || textHash(text) !== answers[at]) return undefined;
    known.set(path, text);
  }
  return known;
}

export const isPipeline = (path: string): boolean =>
  /\.ya?ml$/.test(path) && path !== "sluice.yaml" && !path.startsWith("schemas/");

/** What was written then, and of each file its stamp; empty where it may be edited without a change of it. */
export interface Standing {
  readonly entries: readonly ManifestEntry[];
  readonly stamps: readonly Stamp[];
}

/** If the output folder still holds it byte for byte: a file is read where its stamp is not the one that it had when it was read. */
export function standing(
  project: string,
  out: string,
  { manifest }: Recollection,
  clock: () => number = Date.now,
): Standing | undefined {
  const folder = diskFolder(out);
  if (folder.kindOf(workFolder) !== undefined || folder.kindOf(manifestPath) !== "file") return undefined;
  const text = folder.read(manifestPath);
  const entries = sha256(text) === manifest ? parseManifest(text)?.artifacts : undefined;
  if (entries === undefined) return undefined;
  const known = stampsOf(project, out, manifest);
  const taken = clock();
  const stamps: Stamp[] = [];
  let read = 0;
  for (const [at, { path, sha256: hash }] of entries.entries()) {
    const found = stampOf(out, path);
    if (found === undefined) return undefined;
    if (known[at] !== found.stamp) {
      if (sha256(folder.read(path)) !== hash) return undefined;
      read += 1;
    }
    stamps.push(isLasting(found.changed, taken) ? found.stamp : "");
  }
  if (read > fewReads) keepStamps(project, out, manifest, stamps);
  return { entries, stamps };
}

/** So many files are read sooner than all stamps are written. */
const fewReads = 64;

/** Of the files of a manifest, in its order. */
function stampsOf(project: string, out: string, manifest: string): readonly unknown[] {
  const value = parseJson(diskHost(project).read(`${place}/stamps.json`) ?? "");
  const isOf = isRecord(value) && value["out"] === out && value["manifest"] === manifest;
  return isOf && Array.isArray(value["stamps"]) ? value["stamps"] : [];
}

const keepStamps = (project: string, out: string, manifest: string, stamps: readonly Stamp[]): void =>
  keep(project, "stamps.json", { out, manifest, stamps });

/** Kept in the project's folder, where git is told to ignore it. `stamps`: of what stands in the output folder, where they are known. */
export function remember(
  project: string,
  out: string,
  { texts, ...recollection }: Omit<Recollection, "manifest"> & Pick<Transcript, "texts">,
  stamps: readonly Stamp[] = [],
): void {
  const folder = diskFolder(out);
  if (folder.kindOf(manifestPath) !== "file") return;
  keep(project, "pipelines.json", Object.fromEntries([...texts].filter(([path]) => isPipeline(path))));
  const manifest = sha256(folder.bytes(manifestPath));
  if (stamps.length > 0) keepStamps(project, out, manifest, stamps);
  keep(project, "compiled.json", { ...recollection, manifest });
}

/** A project that may only be read is compiled each time. */
function keep(project: string, name: string, value: unknown): void {
  const folder = join(project, place);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, ".gitignore"), "*\n");
    writeFileSync(join(folder, `${name}.new`), JSON.stringify(value));
    renameSync(join(folder, `${name}.new`), join(folder, name));
  } catch {
    // Nothing is known the next time.
  }
}

const isRecollection = (value: unknown): value is Recollection =>
  isRecord(value) &&
  ["task", "manifest", "said"].every((field) => typeof value[field] === "string") &&
  Array.isArray(value["questions"]) &&
  value["questions"].every(isQuestion) &&
  Array.isArray(value["answers"]) &&
  value["answers"].every((answer) => typeof answer === "string") &&
  value["answers"].length === value["questions"].length;

const isQuestion = (value: unknown): value is Question =>
  Array.isArray(value) && (value[0] === "read" || value[0] === "list") && typeof value[1] === "string";
