import { spawnSync } from "node:child_process";
import { relative, sep } from "node:path";
import type { Host } from "../compiler/host.js";

/** A project as it is in a commit; a text says why it cannot be read. The commit is only read: nothing is checked out. */
export function gitHost(project: string, ref: string): Host | string {
  const git = (...args: readonly string[]) =>
    spawnSync("git", ["-C", project, ...args], { encoding: "utf8", maxBuffer: 1 << 30 });
  const root = git("rev-parse", "--show-toplevel");
  if (root.error !== undefined) return "git cannot be started, and it alone knows its commits.";
  if (root.status !== 0) return "The project's folder is in no git repository.";
  const commit = git("rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`);
  if (commit.status !== 0) return `There is neither a file nor a commit '${ref}'.`;
  const below = relative(root.stdout.trimEnd(), project).replaceAll(sep, "/");
  const folder = below === "" ? "" : `${below}/`;
  const listed = git(
    "ls-tree",
    "-r",
    "-z",
    "--name-only",
    "--full-tree",
    commit.stdout.trim(),
    ...(folder === "" ? [] : ["--", folder]),
  );
  if (listed.status !== 0) return `The files of '${ref}' cannot be listed: ${listed.stderr.trim()}`;
  const paths = new Set(
    listed.stdout
      .split("\0")
      .filter((path) => path.startsWith(folder) && path.length > folder.length)
      .map((path) => path.slice(folder.length)),
  );
  const texts = new Map<string, string>();
  return {
    read: (path) => {
      if (!paths.has(path)) return undefined;
      const text = texts.get(path) ?? git("show", `${commit.stdout.trim()}:${folder}${path}`).stdout;
      texts.set(path, text);
      return text;
    },
    list: (of) => [...paths].filter((path) => of === "" || of === "." || path.startsWith(`${of}/`)).sort(),
  };
}
