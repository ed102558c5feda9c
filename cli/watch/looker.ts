import { lockPath } from "../../compiler/lock/lock.js";
import { diskHost } from "../disk-host.js";

/** Whether anything has changed that a project is compiled from. */
export interface Looker {
  /** Since it was asked last, the first time always. */
  isChanged(): boolean;
  /** The lock is as the project now has it: what sluice wrote there is no change. */
  again(): void;
}

export function looker(project: string): Looker {
  const host = diskHost(project);
  let [files, lock]: [string | undefined, string | undefined] = [undefined, undefined];
  return {
    isChanged: () => {
      const paths = ["", "pipelines", "schemas"].flatMap((folder) => host.list(folder)).filter(isRead);
      const now = JSON.stringify([...new Set(paths)].map((path) => [path, host.read(path)]));
      const isChanged = now !== files || host.read(lockPath) !== lock;
      files = now;
      return isChanged;
    },
    again: () => {
      lock = host.read(lockPath);
    },
  };
}

const isRead = (path: string): boolean => /^((pipelines|schemas)\/.*|[^/]*)\.ya?ml$/s.test(path);
