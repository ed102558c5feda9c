import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type CompileResult, compile } from "../compiler/compile.js";
import { annotate } from "../compiler/diagnostics/annotate.js";
import type { Host } from "../compiler/host.js";
import { lockPath } from "../compiler/lock/lock.js";
import { targets } from "../targets/index.js";

/** Text by path. */
export type Tree = Readonly<Record<string, string>>;

/** A folder of test/golden: what is compiled, and what its name says that it shows. */
export interface GoldenCase {
  readonly name: string;
  readonly input: Tree;
  /** The cases with one file hold several documents in it, the project's first. */
  readonly form: "document" | "project";
  readonly shows: "findings" | "everything" | { readonly target: string };
  readonly severity: "error" | "warning" | undefined;
}

const root = "test/golden";

export function caseNames(): readonly string[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

export function readCase(name: string): GoldenCase {
  const files = Object.entries(readTree(join(root, name))).filter(([path]) => !path.startsWith("expected/"));
  const single = files.length === 1 && files[0]?.[0] === "input.yaml" ? files[0][1] : undefined;
  const [prefix = ""] = name.split("-");
  const severity = prefix === "error" || prefix === "warning" ? prefix : undefined;
  return {
    name,
    input: Object.freeze(single === undefined ? Object.fromEntries(files) : documents(single)),
    form: single === undefined ? "project" : "document",
    shows:
      severity !== undefined
        ? "findings"
        : prefix === "e2e" || prefix === "project"
          ? "everything"
          : { target: prefix },
    severity,
  };
}

/** The first document is the project file, each other one a pipeline. */
function documents(text: string): Tree {
  const [project = "", ...pipelines] = text.split(/^---\n/m);
  const named = pipelines.map(
    (pipeline, i) => [`pipelines/pipeline${i === 0 ? "" : `-${i + 1}`}.yaml`, pipeline] as const,
  );
  return { "sluice.yaml": project, ...Object.fromEntries(named) };
}

export const compileCase = ({ input }: GoldenCase): CompileResult => compile(memoryHost(input), targets);

/** A project that is not on disk. */
export function memoryHost(files: Tree): Host {
  return {
    read: (path) => (Object.hasOwn(files, path) ? files[path] : undefined),
    list: (folder) =>
      Object.keys(files)
        .filter((path) => folder === "" || folder === "." || path.startsWith(`${folder}/`))
        .sort(),
  };
}

/** What stands in `expected/` if all is well. */
export function shown({ input, form, shows }: GoldenCase, { artifacts, diagnostics, lock }: CompileResult): Tree {
  if (shows === "findings") {
    // A finding may be that a file is missing.
    const named = new Set([...Object.keys(input), ...diagnostics.map(({ origin }) => origin.file.path)]);
    const noted = [...named]
      .filter((path) => path.endsWith(".yaml") || diagnostics.some(({ origin }) => origin.file.path === path))
      .map((path) => [path, annotate({ path, text: input[path] ?? "" }, diagnostics)] as const);
    if (form === "document") return { "diagnostics.yaml": noted.map(([, text]) => text).join("---\n") };
    return Object.fromEntries(noted.map(([path, text]) => [`diagnostics/${path}`, text]));
  }
  // What all notebooks share is shown once, by the cases that show everything. Rights are most of all an environment's.
  const wanted = artifacts.filter(
    ({ path, owner, kind }) =>
      shows === "everything" ||
      (owner === shows.target && (path.startsWith("common/") || owner === "grants") && kind !== "module"),
  );
  const isLockShown = lock !== undefined && (shows === "everything" || Object.hasOwn(input, lockPath));
  return {
    ...Object.fromEntries(wanted.map(({ path, body }) => [path, body])),
    ...(isLockShown && { [lockPath]: lock.text }),
  };
}

export const expectedTree = (name: string): Tree => readTree(join(root, name, "expected"));

/** Makes `expected/` exactly this. */
export function rewrite(name: string, tree: Tree): void {
  const folder = join(root, name, "expected");
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of Object.entries(tree)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

export function readTree(folder: string): Tree {
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]));
}
