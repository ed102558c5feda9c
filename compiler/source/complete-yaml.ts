import { createRequire } from "node:module";
import type { Alias, CST, Document, YAMLError, Node as YamlNode } from "yaml";
import { forbiddenIn } from "./characters.js";
import { withoutPieces } from "./cut-value.js";
import type { ParsedFile, YamlProblem } from "./parsed-file.js";
import type { SourceDocument, SourceFile } from "./source-file.js";
import { type MapEntry, type Node, type Range, type ScalarValue, scalar } from "./tree.js";
import { yamlHint } from "./yaml-hint.js";

const require = createRequire(import.meta.url);

type Yaml = typeof import("yaml");

/** Reads whatever YAML there is, and finds every problem in it; of what is no YAML the first in each document, because the others follow from it. */
export function readCompletely(file: SourceFile): ParsedFile {
  // Loaded by the first file that needs it: its 84 modules take longer to start than a small project takes to check.
  const yaml: Yaml = require("yaml");
  const problems: YamlProblem[] = [];
  const tokens = [...new yaml.Parser().parse(file.text)];
  const deep = tooDeep(tokens);
  if (deep !== undefined)
    return { file, documents: [], problems: [{ kind: "too-deep", range: { start: deep, end: deep + 1 }, detail: "" }] };
  const documents: SourceDocument[] = [];
  for (const document of new yaml.Composer({ uniqueKeys: false }).compose(tokens)) {
    const [error] = document.errors;
    if (error !== undefined) {
      problems.push(syntaxProblem(error, file.text));
    } else if (document.contents !== null && !isEmpty(rangeOf(document.contents, yaml))) {
      documents.push({
        file,
        root: nodeOf(
          document.contents,
          { yaml, text: file.text, targets: targetsOf(document, yaml), problems, told: new Set(), repeated: 0 },
          { level: 0, open: new Set(), isRepeated: false },
        ),
      });
    }
  }
  return { file, documents: problems.some(({ kind }) => kind === "syntax") ? [] : documents, problems };
}

/** More than any person nests; the quick reader stops there as well. */
const DEEPEST = 100;

/** Where something is nested too deep for all that walks it level by level. Looked for without doing so. */
function tooDeep(tokens: readonly CST.Token[]): number | undefined {
  const found = tokens.map((token): readonly [token: CST.Token, depth: number] => [token, 0]);
  for (let next = found.pop(); next !== undefined; next = found.pop()) {
    const [token, depth] = next;
    if (token.type === "document" && token.value) found.push([token.value, depth]);
    if (!("items" in token)) continue;
    if (depth === DEEPEST) return token.offset;
    for (const { key, value } of token.items)
      for (const member of [key, value]) if (member) found.push([member, depth + 1]);
  }
  return undefined;
}

/** What is missing at the end of a file is shown at its last character, where a reader looks. */
function syntaxProblem(error: YAMLError, text: string): YamlProblem {
  const last = Math.max(text.trimEnd().length - 1, 0);
  const start = Math.min(error.pos[0], last);
  const told = yamlHint(error, start, text);
  if (told) return { kind: "syntax", range: within(told.range, last + 1), detail: told.detail };
  return {
    kind: "syntax",
    range: { start, end: Math.min(Math.max(error.pos[1], start + 1), last + 1) },
    detail: `${error.message.replace(/\.?$/, "")}${hint(error, text[start])}`,
  };
}

/** What is to be done about it; `sign`: where it stumbles. */
function hint({ message }: YAMLError, sign: string | undefined): string {
  if (message.startsWith("Alias cannot be an empty string"))
    return ": '*' begins an alias, and what begins with it and is meant as a pattern needs quotes: \"*\".";
  return isOfText(message, sign) ? ": put the whole expression in double quotes." : ".";
}

/**
 * What YAML says of an expression that begins with a quoted text, has ': ' in it, or takes an element by its number; and, between
 * braces, of one in which more follows a quoted text behind a comma: `coalesce(a, 'b')`. `sign`: where it stumbles.
 */
const isOfText = (message: string, sign: string | undefined): boolean =>
  message.startsWith("Unexpected scalar at node end") ||
  message.startsWith("Nested mappings are not allowed") ||
  message.startsWith("Unexpected flow-seq-start at node end") ||
  (message.startsWith("Missing , or : between flow map items") && (sign === ")" || sign === "["));

/** Of a file that ends within it. */
const within = ({ start, end }: Range, length: number): Range => ({
  start: Math.min(start, Math.max(length - 1, 0)),
  end: Math.min(end, length),
});

/** What each alias of a document stands for: the last node before it that has its anchor. */
function targetsOf(document: Document, yaml: Yaml): ReadonlyMap<Alias, YamlNode> {
  const anchored = new Map<string, YamlNode>();
  const targets = new Map<Alias, YamlNode>();
  yaml.visit(document, {
    Node: (_, node) => {
      const target = yaml.isAlias(node) ? anchored.get(node.source) : undefined;
      if (yaml.isAlias(node) && target !== undefined) targets.set(node, target);
      if (node.anchor !== undefined) anchored.set(node.anchor, node);
    },
  });
  return targets;
}

/** One document while it is read. */
interface Reading {
  readonly yaml: Yaml;
  readonly text: string;
  readonly targets: ReadonlyMap<Alias, YamlNode>;
  readonly problems: YamlProblem[];
  /** Kinds and places of what aliases might tell again and again. */
  readonly told: Set<string>;
  /** Values that stand here only because an alias repeats them. */
  repeated: number;
}

/** More than any person means; aliases of aliases reach it with a few lines. */
const MOST_REPEATED = 100_000;

/** Where a value stands while it is read. */
interface Place {
  /** How many collections it is in, as the aliases are resolved. */
  readonly level: number;
  /** What has an anchor and is being read: an alias inside its own anchor has no end. */
  readonly open: ReadonlySet<YamlNode>;
  /** It stands here because an alias repeats it. */
  readonly isRepeated: boolean;
}

function nodeOf(node: YamlNode | null, reading: Reading, at: Place): Node {
  const { yaml } = reading;
  const range = rangeOf(node, yaml);
  if (at.isRepeated) reading.repeated += 1;
  if (yaml.isAlias(node)) {
    const target = reading.targets.get(node);
    const isTooMuch = reading.repeated > MOST_REPEATED;
    const isTooDeep = at.level > DEEPEST;
    if (target !== undefined && !at.open.has(target) && !isTooMuch && !isTooDeep)
      return nodeOf(target, reading, { ...at, isRepeated: true });
    tellOfAlias(isTooMuch ? "too-many-aliases" : isTooDeep ? "too-deep" : "unknown-alias", range, node.source, reading);
    return { kind: "scalar", range, value: null, poisoned: true };
  }
  const below: Place = {
    ...at,
    level: at.level + 1,
    open: node?.anchor === undefined ? at.open : new Set([...at.open, node]),
  };
  if (yaml.isMap<YamlNode, YamlNode | null>(node))
    return { kind: "map", range, entries: entriesOf(pairsOf(node, reading), reading, below) };
  if (yaml.isSeq<YamlNode>(node)) {
    return { kind: "sequence", range, items: node.items.map((item) => nodeOf(item, reading, below)) };
  }
  if (!yaml.isScalar(node)) return { kind: "scalar", range, value: null };
  const value = scalarValue(node.value);
  if (typeof value === "string" && isForbidden(value, range, reading))
    return { kind: "scalar", range, value: null, poisoned: true };
  return scalar(range, value, node.source ?? String(node.value));
}

/** Of aliases that are too many one is named, of all others each, though it may be met more than once. */
function tellOfAlias(kind: YamlProblem["kind"], range: Range, name: string, reading: Reading): void {
  if (reading.told.has("too-many-aliases")) return;
  if (isNew(kind === "too-many-aliases" ? kind : `${kind} ${range.start}`, reading))
    reading.problems.push({ kind, range, detail: name });
}

/** The text has a character that no text may have; reported once, however often an alias repeats it. */
function isForbidden(value: string, range: Range, reading: Reading): boolean {
  const problem = forbiddenIn(value, reading.text, range);
  if (problem && isNew(`${problem.kind} ${problem.range.start}`, reading)) reading.problems.push(problem);
  return problem !== undefined;
}

const isNew = (what: string, { told }: Reading): boolean => told.size < told.add(what).size;

interface Pair {
  readonly key: YamlNode;
  readonly value: YamlNode | null;
}

/** The pairs of a mapping. Between braces a comma ends a value that is not quoted: its pieces are no pairs of their own. */
function pairsOf(
  { flow, items }: { readonly flow?: boolean; readonly items: readonly Pair[] },
  { text, yaml }: Reading,
) {
  if (!flow) return items.map((pair) => ({ pair, cut: undefined }));
  const placeOf = (node: YamlNode): Range | undefined => (yaml.isScalar(node) ? rangeOf(node, yaml) : undefined);
  const isQuoted = (node: YamlNode): boolean => yaml.isScalar(node) && node.type !== "PLAIN";
  const places = items.map(({ key, value }) => ({
    key: placeOf(key),
    value: value && (isQuoted(value) ? undefined : placeOf(value)),
  }));
  return withoutPieces(items, places, text);
}

function entriesOf(pairs: ReturnType<typeof pairsOf>, reading: Reading, below: Place): readonly MapEntry[] {
  const { problems, text, yaml } = reading;
  const entries = new Map<string, MapEntry>();
  for (const { pair, cut } of pairs) {
    const { key, value } = pair;
    const keyRange = rangeOf(key, yaml);
    if (!yaml.isScalar(key) || typeof key.value === "object") {
      problems.push({ kind: "key-not-text", range: keyRange, detail: "" });
      continue;
    }
    const name = key.value === null || typeof key.value === "string" ? String(key.value) : (key.source ?? "");
    if (isForbidden(name, keyRange, reading)) continue;
    if (name === "<<") problems.push({ kind: "merge-key", range: keyRange, detail: name });
    else if (entries.has(name)) problems.push({ kind: "duplicate-key", range: keyRange, detail: name });
    else if (cut) {
      problems.push({ kind: "cut-value", range: cut, detail: text.slice(cut.start, cut.end).replace(/\s+/g, " ") });
      entries.set(name, { key: name, keyRange, value: { kind: "scalar", range: cut, value: null, poisoned: true } });
    } else {
      // A key without a value has no characters of its own: its messages point at the key.
      const child: Node =
        value === null ? { kind: "scalar", range: keyRange, value: null } : nodeOf(value, reading, below);
      entries.set(name, { key: name, keyRange, value: isEmpty(child.range) ? { ...child, range: keyRange } : child });
    }
  }
  return [...entries.values()];
}

const isEmpty = ({ start, end }: Range): boolean => start === end;

function rangeOf(node: YamlNode | null, yaml: Yaml): Range {
  const start = node?.range?.[0] ?? 0;
  return { start, end: node === null ? start : endOf(node, yaml) };
}

/** A block collection ends where its last value does: not behind the comment or the empty lines that follow. */
function endOf(node: YamlNode, yaml: Yaml): number {
  const last = lastOf(node, yaml);
  return last === undefined ? (node.range?.[1] ?? 0) : endOf(last, yaml);
}

/** The last key or value of a block collection, unless it is empty. */
function lastOf(node: YamlNode, yaml: Yaml): YamlNode | undefined {
  if (yaml.isSeq<YamlNode>(node) && !node.flow) return node.items.at(-1);
  if (!yaml.isMap<YamlNode, YamlNode | null>(node) || node.flow) return undefined;
  const { key, value } = node.items.at(-1) ?? {};
  return value?.range && value.range[1] > value.range[0] ? value : key;
}

/** YAML's core schema makes nothing else; what a tag might make (dates, binary) is kept as text. */
function scalarValue(value: unknown): ScalarValue {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean" || value === null)
    return value;
  return String(value);
}
