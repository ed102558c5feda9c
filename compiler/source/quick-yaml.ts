import {
  boolCoreTag,
  CHOMPING_MODE,
  COLLECTION_STYLE,
  EVENT_ID,
  type Event,
  floatCoreTag,
  getScalarValue,
  intCoreTag,
  NOT_RESOLVED,
  nullCoreTag,
  parseEvents,
  SCALAR_STYLE,
  YAMLException,
} from "js-yaml";
import { hasForbidden } from "./characters.js";
import type { SourceDocument, SourceFile } from "./source-file.js";
import {
  type MapEntry,
  type MapNode,
  type Node,
  type Range,
  type ScalarNode,
  type ScalarValue,
  type SequenceNode,
  scalar,
} from "./tree.js";

type EventOf<T extends Event["type"]> = Extract<Event, { type: T }>;
type ScalarEvent = EventOf<typeof EVENT_ID.SCALAR>;
type MappingEvent = EventOf<typeof EVENT_ID.MAPPING>;
type SequenceEvent = EventOf<typeof EVENT_ID.SEQUENCE>;

/** Not an error yet: the complete reader may well accept it, and if not, it is the one that says why. */
class Unusual extends Error {}

/** Tabs, byte-order marks, control characters and signs of direction, lone carriage returns, directives, `...`, indented `---` and `?` keys: the two readers differ on some. */
const unusual =
  /[\t\u0080-\u009F\u2028-\u202E\u2066-\u2069\uFEFF]|\r(?!\n)|^%|^ *\.\.\.|^ +---|(?:^|[\s{[,:-])\?(?:\s|$)/m;

/**
 * Reads what people mostly write, at several times the speed of the complete reader, and to the same tree. Undefined for anything
 * else, be it wrong or only rare (anchors, tags, directives …): that is left to the complete reader.
 */
export function readQuickly(file: SourceFile): readonly SourceDocument[] | undefined {
  if (unusual.test(file.text)) return undefined;
  try {
    const cursor = new Cursor(file.text, parseEvents(file.text, {}));
    const documents: SourceDocument[] = [];
    while (cursor.take(EVENT_ID.DOCUMENT)) {
      const root = nodeOf(cursor);
      if (root.kind !== "map" || !cursor.take(EVENT_ID.POP)) throw new Unusual();
      documents.push({ file, root });
    }
    return documents;
  } catch (error) {
    if (error instanceof Unusual || error instanceof YAMLException) return undefined;
    throw error;
  }
}

/** The events of a file, one after the other, and how far its text has been read. */
class Cursor {
  private at = 0;
  /** Where the last scalar or collection ended. */
  end = 0;
  private readonly names = new Map<string, string>();

  constructor(
    readonly text: string,
    private readonly events: readonly Event[],
  ) {}

  next(): Event {
    const event = this.events[this.at];
    if (event === undefined) throw new Unusual();
    this.at += 1;
    return event;
  }

  /** The same text once for all keys that are it: most of a file's are, and texts that are one are compared at once. */
  named(key: string): string {
    const known = this.names.get(key);
    if (known !== undefined) return known;
    this.names.set(key, key);
    return key;
  }

  /** Steps over the next event if it is of this type. */
  take(type: Event["type"]): boolean {
    if (this.events[this.at]?.type !== type) return false;
    this.at += 1;
    return true;
  }

  /** Steps over a value that is not there: `key:` and no more. */
  takeNothing(): boolean {
    const event = this.events[this.at];
    if (event?.type !== EVENT_ID.SCALAR || event.valueStart !== ABSENT || isDecorated(event)) return false;
    this.at += 1;
    return true;
  }

  /** Steps over what closes a flow collection. */
  close(bracket: string): void {
    const at = this.nextSign();
    if (this.text[at] !== bracket) throw new Unusual();
    this.end = at + 1;
  }

  /** Where the next character is that is neither blank nor parts values nor stands in a comment. */
  nextSign(): number {
    let at = this.end;
    for (; at < this.text.length; at += 1) {
      const character = this.text[at] ?? "";
      if (character === "#") at = Math.max(this.text.indexOf("\n", at), at);
      else if (!" \r\n,:-".includes(character)) break;
    }
    return at;
  }
}

function nodeOf(cursor: Cursor): Node {
  const event = cursor.next();
  switch (event.type) {
    case EVENT_ID.SCALAR:
      return scalarOf(event, cursor);
    case EVENT_ID.MAPPING:
      return mapOf(event, cursor);
    case EVENT_ID.SEQUENCE:
      return sequenceOf(event, cursor);
    default:
      throw new Unusual();
  }
}

function scalarOf(event: ScalarEvent, cursor: Cursor): ScalarNode {
  if (isDecorated(event) || event.valueStart === ABSENT) throw new Unusual();
  const range = rangeOf(event, cursor);
  cursor.end = range.end;
  const text = getScalarValue(cursor.text, event);
  if (event.style === SCALAR_STYLE.DOUBLE_QUOTED && hasForbidden(text)) throw new Unusual();
  return scalar(range, event.style === SCALAR_STYLE.PLAIN ? plainScalar(text) : text, text);
}

/** Among so many keys one is found sooner by going through them: most mappings are small, and a set for each of them is much to allocate. */
const FEW = 16;

function mapOf(event: MappingEvent, cursor: Cursor): MapNode {
  const isFlow = opened(event, "{", cursor);
  const entries: MapEntry[] = [];
  let keys: Set<string> | undefined;
  while (!cursor.take(EVENT_ID.POP)) {
    const entry = entryOf(cursor);
    const before = entries.at(-1);
    if (keys === undefined && entries.length === FEW) keys = new Set(entries.map(({ key }) => key));
    if (keys === undefined ? entries.some(({ key }) => key === entry.key) : keys.has(entry.key)) throw new Unusual();
    if (isFlow && before && mayBeCut(before, entry)) throw new Unusual();
    entries.push(entry);
    keys?.add(entry.key);
  }
  if (isFlow) cursor.close("}");
  // A copy is as long as it must be; what was pushed to has room for more, and a project keeps many thousands of these.
  return { kind: "map", range: { start: event.start, end: cursor.end }, entries: entries.slice() };
}

function sequenceOf(event: SequenceEvent, cursor: Cursor): SequenceNode {
  const isFlow = opened(event, "[", cursor);
  const items: Node[] = [];
  while (!cursor.take(EVENT_ID.POP)) items.push(nodeOf(cursor));
  if (isFlow) cursor.close("]");
  return { kind: "sequence", range: { start: event.start, end: cursor.end }, items };
}

/** Begins a collection; whether it is one in brackets. One pair in a list (`[a: b]`) is a flow mapping without any. */
function opened(event: MappingEvent | SequenceEvent, bracket: string, cursor: Cursor): boolean {
  const isFlow = event.style === COLLECTION_STYLE.FLOW;
  if (isDecorated(event) || (isFlow && cursor.text[event.start] !== bracket)) throw new Unusual();
  cursor.end = event.start + (isFlow ? 1 : 0);
  return isFlow;
}

/** A key without a value behind a value with a bracket: its comma may have cut it. */
const mayBeCut = ({ value }: MapEntry, next: MapEntry): boolean =>
  next.value.range === next.keyRange && value.kind === "scalar" && /[(<]/.test(String(value.value));

/** YAML lets no implicit key be longer than this. */
const LONGEST_KEY = 1024;

function entryOf(cursor: Cursor): MapEntry {
  const key = nodeOf(cursor);
  const { range: keyRange } = key;
  if (key.kind !== "scalar" || key.value === null || key.value === "<<") throw new Unusual();
  if (keyRange.end - keyRange.start > LONGEST_KEY) throw new Unusual();
  return {
    key: cursor.named(key.written ?? String(key.value)),
    keyRange,
    value: cursor.takeNothing() ? { kind: "scalar", range: keyRange, value: null } : nodeOf(cursor),
  };
}

const ABSENT = -1;

const isDecorated = ({ anchorStart, tagStart }: ScalarEvent | MappingEvent | SequenceEvent): boolean =>
  anchorStart !== ABSENT || tagStart !== ABSENT;

/** With its quotes, or with the sign that begins a block. */
function rangeOf({ style, chomping, valueStart, valueEnd }: ScalarEvent, cursor: Cursor): Range {
  switch (style) {
    case SCALAR_STYLE.PLAIN:
      return { start: valueStart, end: valueEnd };
    case SCALAR_STYLE.SINGLE_QUOTED:
    case SCALAR_STYLE.DOUBLE_QUOTED:
      return { start: valueStart - 1, end: valueEnd + 1 };
    default: {
      const start = cursor.nextSign();
      if (/\d/.test(cursor.text.slice(start, start + 3))) throw new Unusual();
      // Without the empty lines behind it, unless they count.
      const lines = cursor.text.slice(valueStart, valueEnd).replace(/[\r\n]+$/, "");
      if (chomping === CHOMPING_MODE.KEEP || /(?:^|\n) *$/.test(lines)) throw new Unusual();
      const end = cursor.text.indexOf("\n", valueStart + lines.length);
      return { start, end: end === -1 ? valueEnd : end + 1 };
    }
  }
}

/** The forms of YAML's core schema that are not text. */
const typed = [nullCoreTag, boolCoreTag, intCoreTag, floatCoreTag];

/** What those begin with; most texts begin with something else. Undefined: with anything. */
const beginnings = typed.some(({ implicitFirstChars }) => implicitFirstChars === null)
  ? undefined
  : new Set(typed.flatMap(({ implicitFirstChars }) => implicitFirstChars ?? []));

function plainScalar(text: string): ScalarValue {
  const first = text.charAt(0);
  if (beginnings !== undefined && !beginnings.has(first)) return text;
  for (const tag of typed) {
    if (tag.implicitFirstChars !== null && !tag.implicitFirstChars.includes(first)) continue;
    const value = tag.resolve(text, false, tag.tagName);
    if (value !== NOT_RESOLVED) return value;
  }
  if (/^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/.test(text)) throw new Unusual(); // a number that no double holds
  return text;
}
