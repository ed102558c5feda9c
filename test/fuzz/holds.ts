import { type CompileResult, compile } from "../../compiler/compile.js";
import type { Diagnostic, Related } from "../../compiler/diagnostics/diagnostic.js";
import { framed } from "../../compiler/diagnostics/frame.js";
import { diagnosticsJson } from "../../compiler/diagnostics/json.js";
import type { Artifact } from "../../compiler/emit/artifact.js";
import { targets } from "../../targets/index.js";
import { memoryHost, type Tree } from "../golden.js";

/** What must hold of compiling any files, and does not; nothing if all is well. Each begins with a word for its kind. */
export function broken(files: Tree): readonly string[] {
  try {
    const result = compile(memoryHost(files), targets);
    const errors = result.diagnostics.filter(({ severity }) => severity === "error");
    framed(result.diagnostics);
    diagnosticsJson(result.diagnostics);
    return [
      ...result.diagnostics.flatMap((diagnostic) => misplaced(diagnostic, files)),
      ...(errors.length > 0 ? madeInSpite(result) : [...misprinted(result.artifacts), ...differing(result, files)]),
    ];
  } catch (error) {
    return [`thrown: ${error instanceof Error ? firstLines(error.stack ?? error.message) : String(error)}`];
  }
}

/** The message and where it was thrown: two findings of one cause look the same. */
const firstLines = (stack: string): string =>
  stack
    .split("\n")
    .slice(0, 4)
    .map((line) =>
      line
        .trim()
        .replace(/\(?[^ (]*\/([^/]+:\d+):\d+\)?$/, "$1")
        .slice(0, 200),
    )
    .join(" | ");

/** More than this nobody reads. */
const longestMessage = 2_000;

function misplaced(diagnostic: Diagnostic, files: Tree): readonly string[] {
  return [diagnostic, ...diagnostic.related].flatMap(({ message, origin }: Related) => {
    const { path, text } = origin.file;
    const { start, end } = origin.range;
    const { line, column } = origin.start;
    const there = files[path];
    const lines = text.split("\n");
    const wrong = [
      message.trim() === "" && "no message",
      message.length > longestMessage && `a message of ${message.length} characters`,
      /(?!\n)[\p{Cc}\p{Cs}]/u.test(message) && "a message with control characters",
      /\[native code\]|\[object \w+\]/.test(message) && "a message that tells of a program's insides",
      there === undefined && path !== "sluice.yaml" && "a file that is not there",
      there !== undefined && there !== text && "a text that is not the file's",
      !(start >= 0 && start <= end && end <= text.length) && `range ${start} to ${end} of ${text.length}`,
      !(line >= 1 && line <= lines.length && column >= 1 && column <= (lines[line - 1] ?? "").length + 1) &&
        `line ${line}, column ${column} of ${lines.length} lines`,
    ].filter((one) => one !== false);
    return wrong.map((one) => `misplaced: ${diagnostic.code}: ${one}`);
  });
}

const madeInSpite = ({ artifacts, lock }: CompileResult): readonly string[] =>
  artifacts.length > 0 || lock !== undefined ? ["made: something was made in spite of an error"] : [];

/** No artifact leaves its folder, none hides another, on no file system; JSON is JSON, and all is text. */
function misprinted(artifacts: readonly Artifact[]): readonly string[] {
  const seen = new Set<string>();
  return artifacts.flatMap(({ path, body }) => {
    const folded = path.toLowerCase().normalize("NFC");
    const parts = path.split("/");
    const wrong = [
      parts.some((part) => part === "" || /^\.+$/.test(part)) && "leaves its folder",
      !/^(common|env\/[^/]+)\/./.test(path) && "is in no folder of ours",
      /[\\:*?"<>|\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(path) && "has a name that not every file system takes",
      parts.some((part) => /[. ]$/.test(part) || Buffer.byteLength(part) > 255) && "has a name that no file may have",
      seen.has(folded) && "is there twice",
      /(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u.test(body) && "has control characters",
      path.endsWith(".json") && !isJson(body) && "is no JSON",
    ].filter((one) => one !== false);
    seen.add(folded);
    return wrong.map((one) => `artifact: ${path.replaceAll(/[^./]{20,}/g, "…")} ${one}`);
  });
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Compiled again it is the same, to the byte. */
function differing(first: CompileResult, files: Tree): readonly string[] {
  const again = compile(memoryHost(files), targets);
  const text = ({ artifacts, lock, diagnostics }: CompileResult): string =>
    JSON.stringify([
      artifacts.map(({ path, body }) => [path, body]),
      lock?.text,
      diagnostics.map(({ message }) => message),
    ]);
  return text(first) === text(again) ? [] : ["differs: compiled again it is something else"];
}
