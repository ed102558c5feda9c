import type { Artifact } from "../../compiler/emit/artifact.js";
import type { Host } from "../../compiler/host.js";
import { targets } from "../../targets/index.js";
import { diskHost } from "../disk-host.js";
import { increment } from "../increment/increment.js";
import { entryOf, type ManifestEntry, sha256 } from "./manifest.js";
import { changedSince, interview, pipelinesThen, recall, remember, standing, type Transcript } from "./recall.js";
import type { Stamp } from "./stamps.js";

/** What is known of the last compilation of a project. */
export interface Memory {
  /** The project's folder, for this compilation: what it answers is noted. */
  readonly host: Host;
  /** What the same compilation came to last, if all of that still stands and what has changed since is known without compiling the whole project. */
  known(): Known | undefined;
  /** Keeps what this compilation came to. `said`: of the project's lock. */
  keep(said: string): void;
}

/** What a project compiles to, by what it compiled to before. */
export interface Known {
  /** Of the project's lock, which stays as it is. */
  readonly said: string;
  /** What was written then. */
  readonly entries: readonly ManifestEntry[];
  /** Those that are others now. */
  readonly changed: readonly Artifact[];
  /** Keeps that they are written. */
  keep(): void;
}

/** A compilation, as far as its outcome depends on more than the project's folder. */
export interface Task {
  /** The build of sluice. */
  readonly build: string;
  readonly environments: readonly string[];
  readonly project: string;
  readonly out: string;
  /** `out` was named: the lock is not written. */
  readonly isElsewhere: boolean;
}

export function memoryOf({ build, environments, project, out, isElsewhere }: Task): Memory {
  // Another day may have another finding of the same files: when clocks are changed in the year to come.
  const day = new Date().toISOString().slice(0, 10);
  const task = JSON.stringify([build, environments, isElsewhere, day]);
  const host = diskHost(project);
  const asked = interview(host);
  const keep = (transcript: Transcript, said: string, stamps?: readonly Stamp[]): void =>
    remember(project, out, { task, ...transcript, said }, stamps);
  return {
    host: asked.host,
    known: () => {
      const recalled = recall(task, host);
      if (recalled === undefined) return undefined;
      const { before, now } = recalled;
      const transcript = now.transcript();
      const files = changedSince(before, transcript);
      const stands = files && standing(project, out, before);
      if (files === undefined || stands === undefined) return undefined;
      const { entries, stamps } = stands;
      const { said } = before;
      if (files.length === 0) return { said, entries, changed: [], keep: () => undefined };
      const pipelines = pipelinesThen(before, host);
      if (pipelines === undefined || !files.every((path) => pipelines.has(path))) return undefined;
      const changed = increment({ host: now.host, before: pipelines, isAsBefore: isAmong(entries) }, targets, {
        ...(environments.length > 0 && { environments }),
        now: new Date(),
      });
      if (changed === undefined) return undefined;
      const written = new Set(changed.map(({ path }) => path));
      const kept = entries.map(({ path }, at) => (written.has(path) ? "" : (stamps[at] ?? "")));
      return { said, entries, changed, keep: () => keep(transcript, said, kept) };
    },
    keep: (said) => keep(asked.transcript(), said),
  };
}

/** Whether an artifact is what entries say of its path. */
function isAmong(entries: readonly ManifestEntry[]): (artifact: Artifact) => boolean {
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  return (artifact) =>
    JSON.stringify(byPath.get(artifact.path)) === JSON.stringify(entryOf(artifact, sha256(artifact.body)));
}

/** Knows of nothing, and keeps nothing. */
export const noMemory = (project: string): Memory => ({
  host: diskHost(project),
  known: () => undefined,
  keep: () => undefined,
});
