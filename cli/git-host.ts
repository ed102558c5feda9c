import { spawnSync } from "node:child_process";
import type { Host } from "../compiler/host.js";

/** A project as it is in a commit; a text says why it cannot be read. The commit is only read: nothing is checked out. */
export function gitHost(project: string, ref: string): Host | string {
  // A folder's name may have what git takes for a pattern: https://git-scm.com/docs/gitglossary#Documentation/gitglossary.txt-pathspec
  const git = (...args: readonly string[]) =>
    spawnSync("git", ["-C", project, "--literal-pathspecs", ...args], { encoding: "utf8", maxBuffer: 1 << 30 });
  const prefix = git("rev-parse", "--show-prefix");
  if (prefix.error !== undefined) return "git cannot be started, and it alone knows its commits.";
  if (prefix.status !== 0) return "The project's folder is in no git repository.";
  const commit = git("rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`);
  // `^main` is one too for git: all commits but those.
  if (commit.status !== 0 || commit.stdout.startsWith("^"))
    return `There is neither a file nor a commit '${ref}'.${leftOut(git("rev-parse", "--is-shallow-repository").stdout)}`;
  const folder = prefix.stdout.replace(/\n$/, "");
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

/** What a checkout of CI leaves out. */
const leftOut = (said: string): string =>
  said.trim() === "true" ? " This clone has only the newest commits: 'git fetch --unshallow' brings the others." : "";
