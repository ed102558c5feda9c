import { linesOf, type Position, positionOf, type SourceFile } from "../source/source-file.js";
import type { Diagnostic, Related, Severity } from "./diagnostic.js";

/** How a terminal shows the parts of a message. Passed in, so that printing knows nothing of terminals. */
export type Palette = Readonly<Record<"error" | "warning" | "place" | "code" | "dim", (text: string) => string>>;

const asIs = (text: string): string => text;

/** No colours: for files, pipes and tests. */
export const plain: Palette = { error: asIs, warning: asIs, place: asIs, code: asIs, dim: asIs };

export interface FrameOptions {
  readonly palette?: Palette;
  /** Where the project's folder is from the reader's point of view, with a final `/`: makes places clickable. */
  readonly folder?: string;
}

/** Every finding with its code frame, and a closing line that counts them; nothing for no findings. */
export function framed(diagnostics: readonly Diagnostic[], options: FrameOptions = {}): string {
  if (diagnostics.length === 0) return "";
  const lines = shownLines();
  return [...diagnostics.map((diagnostic) => frame(diagnostic, options, lines)), `${counted(diagnostics)}\n`].join(
    "\n",
  );
}

/**
 * One finding:
 * ```
 * input.yaml:7:5 - error spec/unknown-property: Unknown property 'colums'. Did you mean 'columns'?
 *   at sources.readings.colums
 * 7 |     colums: [id]
 *   |     ^^^^^^
 * ```
 */
export function frame(
  diagnostic: Diagnostic,
  { palette = plain, folder = "" }: FrameOptions = {},
  lines: ShownLines = shownLines(),
): string {
  const { severity, code, message, origin } = diagnostic;
  const colour = palette[severity];
  const head = `${place(diagnostic, palette, folder)} - ${colour(severity)} ${palette.code(code)}: ${printable(message)}`;
  const path = origin.dotted === "" ? [] : [palette.dim(`  at ${printable(origin.dotted)}`)];
  const related = diagnostic.related.flatMap((other) => [
    `  ${place(other, palette, folder)}: ${printable(other.message)}`,
    ...excerpt(other, palette, palette.dim, lines).map((line) => `  ${line}`),
  ]);
  return `${[head, ...path, ...excerpt(diagnostic, palette, colour, lines), ...related].join("\n")}\n`;
}

/** `2 errors, 1 warning in 2 files` */
export function counted(diagnostics: readonly Diagnostic[]): string {
  const files = new Set(diagnostics.map(({ origin }) => origin.file.path)).size;
  const parts = (["error", "warning"] as const).flatMap((severity) => {
    const number = diagnostics.filter((one) => one.severity === severity).length;
    return number === 0 ? [] : [plural(number, severity)];
  });
  return `${parts.join(", ")} in ${plural(files, "file")}`;
}

const plural = (number: number, word: Severity | "file" | "line"): string =>
  `${number} ${word}${number === 1 ? "" : "s"}`;

function place({ origin }: Pick<Related, "origin">, palette: Palette, folder: string): string {
  const { line, column } = origin.start;
  return palette.place(`${folder}${origin.file.path}:${line}:${column}`);
}

/** At most so many lines are shown, however much the finding is about. */
const longest = 3;

function excerpt(
  { origin }: Pick<Related, "origin">,
  palette: Palette,
  colour: (text: string) => string,
  shownLine: ShownLines,
): string[] {
  const { file } = origin;
  const { text } = file;
  const { start, end } = origin.range;
  const from = positionOf(file, start);
  const to = positionOf(file, Math.max(start, start + text.slice(start, end).trimEnd().length));
  const lines = linesOf(file, from.line, to.line);
  if (lines.join("").trim() === "") return [];
  const shown = lines.slice(0, longest);
  const gutter = String(from.line + shown.length - 1).length;
  const framedLines = shown.flatMap((line, index) => {
    const marked = mark(
      shownLine(file, from.line + index, line),
      index === 0 ? from : undefined,
      index === lines.length - 1 ? to : undefined,
    );
    return [
      `${palette.dim(`${String(from.line + index).padStart(gutter)} |`)} ${marked.line}`.trimEnd(),
      `${palette.dim(`${" ".repeat(gutter)} |`)} ${marked.before}${colour(marked.underline)}`,
    ];
  });
  const hidden = lines.length - shown.length;
  return hidden === 0 ? framedLines : [...framedLines, palette.dim(`… ${plural(hidden, "line")} more`)];
}

/** A longer line is cut around what is marked. */
const widest = 120;

/** The line and its underline, from where the mark starts (or the indentation ends) to where it ends (or the line does). */
function mark(line: string, from: Position | undefined, to: Position | undefined) {
  const start = from === undefined ? line.length - line.trimStart().length : from.column - 1;
  const end = Math.max(start + 1, to === undefined ? line.length : to.column - 1);
  if (line.length <= widest) return { line, before: " ".repeat(start), underline: "^".repeat(end - start) };
  const cut = Math.max(0, Math.min(start - Math.floor(widest / 3), line.length - widest));
  const window = line.slice(cut, cut + widest);
  const visible = `${cut > 0 ? "…" : ""}${window.slice(cut > 0 ? 1 : 0)}${cut + widest < line.length ? "…" : ""}`;
  const underline = "^".repeat(Math.max(1, Math.min(end, cut + widest) - start));
  return { line: visible, before: " ".repeat(start - cut), underline };
}

/** How a line of a file is shown. */
type ShownLines = (file: SourceFile, number: number, line: string) => string;

/** Findings come in the order of their places, so the last line is remembered: a long one may have many, and each would go through all of it. */
function shownLines(): ShownLines {
  let last: { readonly file: SourceFile; readonly number: number; readonly shown: string } | undefined;
  return (file, number, line) => {
    if (last?.file !== file || last.number !== number)
      last = { file, number, shown: withoutSecrets(printable(line.trimEnd().replaceAll("\t", " "))) };
    return last.shown;
  };
}

/** Words behind which a secret may stand by mistake: a name stays, for a secret is only ever named. */
const secretive =
  /\b(secret|key|password|pwd|token|account_key|connection_string)(["']?\s*:\s*)("[^"]*"|'[^']*'|[^\s,}\]]+)/gi;
const aName = /^["']?[A-Za-z][A-Za-z0-9_-]{0,79}["']?$/;
const aColumn = /^[^=+/;]*$/;

/** A log must not keep what was written by mistake. One character stays one character. */
const withoutSecrets = (line: string): string =>
  line.replaceAll(secretive, (whole, word: string, colon: string, value: string) =>
    (word.toLowerCase() === "secret" && aName.test(value)) || (word.toLowerCase() === "key" && aColumn.test(value))
      ? whole
      : `${word}${colon}${"•".repeat(value.length)}`,
  );

/** A text of the user's must not steer the terminal. One character stays one character, so that marks stay in place. */
const printable = (text: string): string => text.replaceAll(/\p{Cc}/gu, (c) => (c === "\n" ? " " : "\uFFFD"));
