import type { Host } from "../../compiler/host.js";
import { diskHost } from "../disk-host.js";
import { isCompiled } from "./output.js";
import { interview, recall, remember, standing } from "./recall.js";

/** What is known of the last compilation of a project. */
export interface Memory {
  /** The project's folder, for this compilation: what it answers is noted. */
  readonly host: Host;
  /** What the same compilation came to last, if it would come to the same now and all of it still stands. */
  standing(): { readonly said: string; readonly artifacts: number } | undefined;
  /** Keeps what this compilation came to. `said`: of the project's lock. */
  keep(said: string): void;
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
  const task = JSON.stringify([build, environments, isElsewhere]);
  const host = diskHost(project);
  const asked = interview(host);
  return {
    host: asked.host,
    standing: () => {
      const before = recall(task, host);
      const files = before && standing(out, before)?.filter(({ path }) => isCompiled(path, environments));
      return files && { said: before.said, artifacts: files.length };
    },
    keep: (said) => remember(project, out, { task, ...asked.transcript(), said }),
  };
}

/** Knows of nothing, and keeps nothing. */
export const noMemory = (project: string): Memory => ({
  host: diskHost(project),
  standing: () => undefined,
  keep: () => undefined,
});
