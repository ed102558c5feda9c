import type { Json } from "../compiler/emit/json.js";
import type { Because, Change, Merged } from "./change.js";
import { defaultAt } from "./defaults.js";
import { isSameAt } from "./instants.js";
import { keyedBy } from "./keyed.js";
import type { KindName } from "./kinds.js";
import { isJsonList, isJsonRecord, isSame, type JsonRecord } from "./records.js";

/** A part of a thing: as it is to be, as it was published (more than once, if that was not ended), and as it is. */
interface Part {
  readonly kind: KindName;
  readonly path: readonly string[];
  readonly wanted: Json;
  readonly published: readonly Json[];
  readonly live: Json;
}

/**
 * Three ways: what the sources say, what was last published, and what the service has. A field that only the service knows is
 * kept; one that was ours and is no longer said goes.
 */
export function merge(kind: KindName, wanted: Json, published: readonly Json[], live: Json): Merged {
  const changes: Change[] = [];
  const kept: string[] = [];
  const value = merged({ kind, path: [], wanted, published, live }, changes, kept);
  return { value, changes, kept };
}

function merged(part: Part, changes: Change[], kept: string[]): Json {
  const { wanted, live } = part;
  if (isJsonRecord(wanted) && isJsonRecord(live) && isSame(wanted["type"], live["type"]))
    return record({ ...part, wanted, live }, changes, kept);
  if (isJsonList(wanted) && isJsonList(live)) return list({ ...part, wanted, live }, changes, kept);
  if (!isSameAt(part.kind, part.path, wanted, live)) changes.push(changed(part.path, live, wanted, becauseOf(part)));
  return wanted;
}

function record(
  part: Part & { readonly wanted: JsonRecord; readonly live: JsonRecord },
  changes: Change[],
  kept: string[],
): Json {
  const { kind, path, wanted, published, live } = part;
  // A name that a service gives may be any, `__proto__` too: as an entry it is a field like others.
  const made: (readonly [string, Json])[] = [];
  for (const [key, value] of Object.entries(wanted)) {
    const at = { kind, path: [...path, key], wanted: value, published: below(published, key) };
    const there = Object.hasOwn(live, key) ? live[key] : undefined;
    made.push([key, there === undefined ? value : merged({ ...at, live: there }, changes, kept)]);
    if (there === undefined && defaultAt(kind, at.path, value, wanted)?.value === undefined)
      changes.push(changed(at.path, undefined, value, becauseOf({ ...at, live: undefined })));
  }
  for (const [key, there] of Object.entries(live)) {
    if (Object.hasOwn(wanted, key) || defaultAt(kind, [...path, key], there, live)) continue;
    const was = below(published, key);
    if (was.length > 0) changes.push(changed([...path, key], there, undefined, "sources"));
    else {
      made.push([key, there]);
      kept.push(shown([...path, key]));
    }
  }
  return Object.fromEntries(made);
}

function list(
  part: Part & { readonly wanted: readonly Json[]; readonly live: readonly Json[] },
  changes: Change[],
  kept: string[],
): Json {
  const { kind, path, wanted, published, live } = part;
  const key = keyedBy([...wanted, ...live]);
  const known = published.filter(isJsonList);
  if (key === undefined) {
    if (wanted.length !== live.length || !wanted.every(isJsonRecord)) {
      if (!isSame(wanted, live)) changes.push(changed(path, live, wanted, becauseOf(part)));
      return wanted;
    }
    return wanted.map((value, at) => {
      const was = known.flatMap((one) => one.slice(at, at + 1));
      const there = live[at] ?? null;
      return merged({ kind, path: [...path, `[${at}]`], wanted: value, published: was, live: there }, changes, kept);
    });
  }
  const find = (values: readonly Json[], name: Json | undefined) =>
    values.find((one) => isJsonRecord(one) && isSame(one[key], name));
  for (const there of live) {
    const name = isJsonRecord(there) ? there[key] : undefined;
    if (find(wanted, name) !== undefined) continue;
    const isOurs = known.some((one) => find(one, name) !== undefined);
    changes.push(changed([...path, `[${name}]`], there, undefined, isOurs ? "sources" : "drift"));
  }
  return wanted.map((value) => {
    const name = isJsonRecord(value) ? value[key] : undefined;
    const there = find(live, name);
    const was = known.map((one) => find(one, name)).filter((one) => one !== undefined);
    const at = { kind, path: [...path, `[${name}]`], wanted: value, published: was };
    if (there !== undefined) return merged({ ...at, live: there }, changes, kept);
    changes.push(changed(at.path, undefined, value, becauseOf({ ...at, live: undefined })));
    return value;
  });
}

const below = (published: readonly Json[], key: string): readonly Json[] =>
  published.flatMap((one) => (isJsonRecord(one) && Object.hasOwn(one, key) ? [one[key] ?? null] : []));

function becauseOf(part: Omit<Part, "live"> & { readonly live: Json | undefined }): Because {
  const { kind, path, wanted, published, live } = part;
  const isPublished = (value: Json | undefined) => published.some((one) => isSameAt(kind, path, one, value));
  if (isPublished(wanted)) return "drift";
  // What was not published and is not there is new in the sources.
  if (published.length === 0) return live === undefined ? "sources" : "unknown";
  return isPublished(live) ? "sources" : "both";
}

const changed = (
  path: readonly string[],
  old: Json | undefined,
  value: Json | undefined,
  because: Because,
): Change => ({ path: shown(path), old, new: value, because });

/** `properties.activities[look].policy`. */
const shown = (path: readonly string[]): string =>
  path.reduce((text, key) => (text === "" || key.startsWith("[") ? `${text}${key}` : `${text}.${key}`), "");
