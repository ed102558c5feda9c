import { type CompileOptions, type Prepared, prepare, printed } from "../../compiler/compile.js";
import type { Artifact } from "../../compiler/emit/artifact.js";
import type { Target } from "../../compiler/emit/target.js";
import type { Host } from "../../compiler/host.js";
import { lockPath } from "../../compiler/lock/lock.js";
import { parseYaml } from "../../compiler/source/parse-yaml.js";
import type { Node } from "../../compiler/source/tree.js";
import { type Excerpt, excerptOf, type Texts } from "./excerpt.js";
import { lockExcerpt } from "./lock-excerpt.js";

/** A project that compiled without a finding and without a change of its lock, and the same with some files of pipelines changed. */
export interface Edited {
  /** The project as it is now: of what it has read before nothing else has changed. */
  readonly host: Host;
  /** All files of pipelines, as they were. */
  readonly before: Texts;
}

/** An artifact that is another now, on the path where it was. */
export interface Replaced {
  readonly was: Artifact;
  readonly is: Artifact;
}

/** The part of a project that hangs together with what was changed, as it was and as it is. */
export interface Part {
  readonly was: Prepared;
  readonly is: Prepared;
}

/** Undefined where the part does not tell of the whole: where something may be seen from elsewhere, or that is not certain. */
export function partOf(
  { host, before }: Edited,
  targets: readonly Target[],
  options: CompileOptions,
): Part | undefined {
  const after = new Map([...before.keys()].map((path) => [path, host.read(path) ?? ""]));
  const excerpt = isPlain(host) ? excerptOf(before, after) : undefined;
  const locked = host.read(lockPath);
  const lock = excerpt && locked !== undefined ? lockExcerpt(locked, excerpt) : undefined;
  if (excerpt === undefined || (lock === undefined) !== (locked === undefined)) return undefined;
  const prepared = (version: "before" | "after") =>
    prepare(hostOf(excerpt, version, lock, { host, before }), targets, options);
  return { was: prepared("before"), is: prepared("after") };
}

/** Nothing is to be said of a project of which nothing was said before it was edited; false where only all of it tells. */
export const isSoundStill = ({ was, is }: Part): boolean => was.diagnostics.length + is.diagnostics.length === 0;

/**
 * The artifacts that are others now, if each `was` is what the whole project, as it was, compiled to; undefined where only compiling the whole
 * project tells.
 *
 * What hangs together with the change is compiled alone, as it was and as it is. What the whole project has of an artifact is what that
 * part alone has of it, if it was so before: nothing else is said there of other pipelines, as nobody outside names these, and nothing that is
 * seen without naming them has changed (`isLocalChange`). What others have a part in must be the same as before.
 */
export function increment(
  edited: Edited,
  targets: readonly Target[],
  options: CompileOptions,
): readonly Replaced[] | undefined {
  const part = partOf(edited, targets, options);
  if (part === undefined || !isSoundStill(part)) return undefined;
  const [was, is] = [printed(part.was), printed(part.is)];
  if (was.lock?.text !== is.lock?.text || JSON.stringify(was.lock?.changes) !== JSON.stringify(is.lock?.changes))
    return undefined;
  if (was.artifacts.length !== is.artifacts.length) return undefined;
  const others: Replaced[] = [];
  for (const [at, artifact] of is.artifacts.entries()) {
    const old = was.artifacts[at];
    if (old?.path !== artifact.path) return undefined;
    if (!isSame(old, artifact)) others.push({ was: old, is: artifact });
  }
  return others;
}

const isSame = (one: Artifact, other: Artifact): boolean =>
  one.body === other.body && JSON.stringify(facts(one)) === JSON.stringify(facts(other));

const facts = ({ plane, kind, owner, dependsOn, effects, origin }: Artifact): readonly unknown[] => [
  ...[plane, kind, owner, dependsOn, effects, origin.file.path],
  origin.dotted,
];

function hostOf(
  excerpt: Excerpt,
  version: "before" | "after",
  lock: string | undefined,
  { host, before }: Edited,
): Host {
  const texts = excerpt[version];
  return {
    read: (path) => {
      if (path === lockPath) return lock;
      return before.has(path) ? texts.get(path) : host.read(path);
    },
    list: (folder) => host.list(folder).filter((path) => texts.has(path) || !before.has(path)),
  };
}

/** It declares nobody and nothing that is decided by looking at all pipelines together. */
function isPlain(host: Host): boolean {
  const { documents, problems } = parseYaml("sluice.yaml", host.read("sluice.yaml") ?? "");
  const [root, ...rest] = documents.map((document) => document.root);
  return (
    problems.length === 0 &&
    rest.length === 0 &&
    has(root, known) &&
    has(valueIn(root, "lake"), ["account", "container"])
  );
}

const known = "version project platform variables lake secrets compute connections defaults environments".split(" ");

const valueIn = (node: Node | undefined, name: string): Node | undefined =>
  node?.kind === "map" ? node.entries.find(({ key }) => key === name)?.value : undefined;

/** It has no property but these. */
const has = (node: Node | undefined, names: readonly string[]): boolean =>
  node === undefined || (node.kind === "map" && node.entries.every(({ key }) => names.includes(key)));
