import { posix } from "node:path";
import { type Diagnostic, PositionEncoding, Workspace } from "@astral-sh/ruff-wasm-nodejs";
import type { Tree } from "./golden.js";

/** What is wrong with each Python file among these: syntax, and names that nothing defines. */
export function pythonMistakes(files: Tree): readonly string[] {
  const ruff = new Workspace(
    {
      "target-version": "py311",
      builtins: ["spark", "dbutils", "display", "displayHTML"], // what a notebook is given
      lint: { select: ["F821", "F822", "F823", "F632", "F702", "F704", "F706"] },
    },
    PositionEncoding.Utf16,
  );
  return Object.keys(files)
    .filter((path) => path.endsWith(".py"))
    .flatMap((path) => {
      const { text, includes } = withoutMagics(path, files);
      const found: readonly Diagnostic[] = ruff.check(`${includes}${text}`);
      const before = includes.split("\n").length - 1;
      // What is included is judged in its own file.
      return found
        .filter(({ start_location }) => start_location.row > before)
        .map(({ message, start_location }) => `${path}:${start_location.row - before}: ${message}`);
    });
}

/** The notebook as plain Python, and what it takes over with `%run`. Lines keep their numbers. */
function withoutMagics(path: string, files: Tree): { readonly text: string; readonly includes: string } {
  const source = files[path] ?? "";
  const includes = [...source.matchAll(/^(?:# (?:MAGIC )?)?%run (\S+)\s*$/gm)].map(([, target = ""]) => {
    const included = posix.join(posix.dirname(path), `${target.replace(/\.py$/, "")}.py`);
    const text = files[included];
    if (text === undefined) throw new Error(`${path} runs ${target}, but there is no ${included}`);
    return text;
  });
  return { text: source.replaceAll(/^%.*$/gm, "pass"), includes: includes.join("") };
}
