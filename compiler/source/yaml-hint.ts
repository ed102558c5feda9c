import type { YAMLError } from "yaml";
import type { Range } from "./tree.js";

/** What a person reads of text that is no YAML: where it is, in words that say what to do. */
export interface YamlHint {
  readonly range: Range;
  readonly detail: string;
}

/** Of a reader's error, which speaks of YAML's own grammar. `start`: where it is, within the text. */
export function yamlHint(error: YAMLError, start: number, text: string): YamlHint | undefined {
  const placeholder = unquotedPlaceholder(text, start);
  if (placeholder)
    return {
      range: placeholder,
      detail: `between braces a placeholder stands in quotes, "${text.slice(placeholder.start, placeholder.end)}".`,
    };
  switch (error.code) {
    case "MULTILINE_IMPLICIT_KEY":
      return withoutColon(start, text);
    case "MISSING_CHAR":
      return error.message.startsWith("Implicit map keys") ? withoutColon(start, text) : undefined;
    case "BAD_INDENT":
      return error.message.startsWith("All ") ? badlyIndented(start, text) : undefined;
    case "TAB_AS_INDENT":
      return { range: { start, end: start + 1 }, detail: "a tab indents this line: write spaces instead." };
    case "BLOCK_AS_IMPLICIT_KEY":
      return belowAValue(start, text);
    case "BLOCK_IN_FLOW":
      return withoutComma(start, text);
    case "BAD_SCALAR_START":
      return {
        range: { start, end: start + 1 },
        detail: `a text that begins with '${text[start]}' stands in quotes.`,
      };
    default:
      return undefined;
  }
}

/** Between braces a value cannot begin with `${`: the brace begins a mapping. */
function unquotedPlaceholder(text: string, brace: number): Range | undefined {
  const [placeholder] = /^\$\{[^}\n]*\}/.exec(text.slice(brace - 1)) ?? [];
  return placeholder === undefined ? undefined : { start: brace - 1, end: brace - 1 + placeholder.length };
}

/** More of a word than that helps nobody. */
const LONGEST_WORD = 60;

/** A line of one word that should be a key: `gold` for `gold:`, `from:silver.a` for `from: silver.a`. */
function withoutColon(start: number, text: string): YamlHint | undefined {
  const line = restOfLine(start, text).replace(/\s+#.*$|\s+$/, "");
  const range = { start, end: start + line.length };
  if (line.length > LONGEST_WORD) return undefined;
  const [, key, value] = /^([\w-]+):(?!\/\/)(\S.*)$/.exec(line) ?? [];
  if (key !== undefined) return { range, detail: `a colon that ends a key has a space behind it: '${key}: ${value}'.` };
  const [, before] = /^([\w-]+)\uFF1A/.exec(line) ?? [];
  if (before !== undefined)
    return { range, detail: `behind '${before}' stands a full-width colon: write '${before}:'.` };
  if (/^[\w.-]+$/.test(line)) return { range, detail: `a key has a colon behind it: '${line}:'.` };
  return undefined;
}

/** Where its words begin; the reader points at the line's first character. */
function badlyIndented(start: number, text: string): YamlHint {
  const from = start - (text.slice(0, start).match(/ *$/)?.[0].length ?? 0);
  const first = from + (/^ */.exec(text.slice(from))?.[0].length ?? 0);
  const [word = ""] = /^[^\s:]*:?/.exec(text.slice(first)) ?? [];
  return {
    range: { start: first, end: first + Math.max(word.length, 1) },
    detail:
      "this line begins in another column than the lines it would belong to: look at the spaces before it, and before the lines above it.",
  };
}

/** A key below one that has its value already: the line after is indented too deep. */
function belowAValue(start: number, text: string): YamlHint | undefined {
  const line = restOfLine(start, text);
  if (/:(\s|$)/.test(line) || line.trim() === "") return undefined;
  const next = `${text}\n`.indexOf("\n", start) + 1;
  const below = restOfLine(next, text);
  const indent = /^ */.exec(below)?.[0].length ?? 0;
  if (below.trim() === "" || !/:(\s|$)/.test(below)) return undefined;
  return {
    range: { start: next + indent, end: next + below.trimEnd().length },
    detail:
      "this line is indented deeper than the one above, which has its value already: begin both in the same column.",
  };
}

/** `{ from: bronze.a where: x }`: the reader takes the rest for a mapping within the value. */
function withoutComma(start: number, text: string): YamlHint | undefined {
  const [, , key] = /^([^\s,{}[\]]+)\s+([\w-]+):\s/.exec(restOfLine(start, text)) ?? [];
  if (key === undefined) return undefined;
  const at = text.indexOf(`${key}:`, start + 1);
  return {
    range: { start: at, end: at + key.length },
    detail: `between braces a comma stands before the next key: ', ${key}:'.`,
  };
}

const restOfLine = (start: number, text: string): string =>
  text.slice(start, (text + "\n").indexOf("\n", start)).replace(/\r$/, "");
