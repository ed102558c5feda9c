import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Host } from "../../compiler/host.js";
import { isRecord, parseJson, sha256 } from "./manifest.js";

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

/** What the last compilation came to, if it was the same task. */
export function recall(task: string, host: Host): Recollection | undefined {
  const before = recalled("compiled.json", host);
  return isRecollection(before) && before.task === task ? before : undefined;
}

/** What a project's folder answers now to what it was asked before. */
export function askedAgain({ questions }: Pick<Recollection, "questions">, host: Host): Interview {
  const again = interview(host);
  for (const [kind, path] of questions) again.host[kind](path);
  return again;
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
  const value = recalled("pipelines.json", host);
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

/** Kept in the project's folder, where git is told to ignore it. */
export function remember(project: string, { texts, ...recollection }: Recollection & Pick<Transcript, "texts">): void {
  keep(project, "pipelines.json", Object.fromEntries([...texts].filter(([path]) => isPipeline(path))));
  keep(project, "compiled.json", recollection);
}

/** What was kept; undefined where it cannot be read. `host`: the project's folder. */
export const recalled = (name: string, host: Host): unknown => parseJson(host.read(`${place}/${name}`) ?? "");

/** A project that may only be read is compiled each time. */
export function keep(project: string, name: string, value: unknown): void {
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
