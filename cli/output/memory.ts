import type { Artifact } from "../../compiler/emit/artifact.js";
import type { Host } from "../../compiler/host.js";
import { diskHost } from "../disk-host.js";
import type { Edited, Replaced } from "../increment/increment.js";
import { diskFolder } from "./folder.js";
import { entryOf, type ManifestEntry, manifestPath, sha256 } from "./manifest.js";
import { askedAgain, changedSince, interview, pipelinesThen, recall, remember } from "./recall.js";
import { type Replacement, replace, standing } from "./standing.js";

/** What is known of the last compilation of a project. */
export interface Memory {
  /** The project's folder, for this compilation: what it answers is noted. */
  readonly host: Host;
  /**
   * Does what compiling the project would do, if all that the same compilation came to last still stands and what has changed since is known
   * without compiling the whole project. Else undefined, and nothing is written.
   */
  again(): Promise<Again | undefined>;
  /** Keeps what this compilation came to, and wrote. `said`: of the project's lock. */
  keep(said: string): void;
}

/** What was done again. */
export interface Again {
  /** Of the project's lock, which stays as it is. */
  readonly said: string;
  /** The paths of all artifacts that stand in the output folder. */
  readonly paths: readonly string[];
  /** How many of them were written. */
  readonly written: number;
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
  return {
    host: asked.host,
    again: async () => {
      const before = recall(task, host);
      if (before === undefined) return undefined;
      const now = askedAgain(before, host);
      const transcript = now.transcript();
      const files = changedSince(before, transcript);
      const stands = files && standing({ project, out, manifest: before.manifest });
      if (files === undefined || stands === undefined) return undefined;
      const { said } = before;
      const { paths } = stands;
      if (files.length === 0) return { said, paths, written: 0 };
      const pipelines = pipelinesThen(before, host);
      if (pipelines === undefined || !files.every((path) => pipelines.has(path))) return undefined;
      const replaced = await changes({ host: now.host, before: pipelines }, environments);
      const done = replaced && replace(stands, replaced.map(replacement));
      if (done === undefined) return undefined;
      remember(project, { task, ...transcript, said, manifest: done.manifest });
      return { said, paths, written: done.written };
    },
    keep: (said) => {
      const folder = diskFolder(out);
      if (folder.kindOf(manifestPath) !== "file") return;
      remember(project, { task, ...asked.transcript(), said, manifest: sha256(folder.bytes(manifestPath)) });
    },
  };
}

/** Loaded only here: what compiles takes longer to load than a project takes in which nothing has changed. */
async function changes(edited: Edited, environments: readonly string[]): Promise<readonly Replaced[] | undefined> {
  const [{ increment }, { targets }] = await Promise.all([
    import("../increment/increment.js"),
    import("../../targets/index.js"),
  ]);
  return increment(edited, targets, { ...(environments.length > 0 && { environments }), now: new Date() });
}

const replacement = ({ was, is }: Replaced): Replacement => ({ was: entry(was), is: entry(is), body: is.body });

const entry = (artifact: Artifact): ManifestEntry => entryOf(artifact, sha256(artifact.body));

/** Knows of nothing, and keeps nothing. */
export const noMemory = (project: string): Memory => ({
  host: diskHost(project),
  again: async () => undefined,
  keep: () => undefined,
});
