import type { Json } from "../compiler/emit/json.js";
import { type CheckpointRecords, readRecords } from "./checkpoint-records.js";
import { type Homes, readHomes } from "./homes.js";
import { isJsonList, isJsonRecord, isSame, type JsonRecord, parsed } from "./records.js";
import type { ThingId } from "./thing.js";

/** What an environment's state says: what was last published there, and what was begun and not ended. */
export interface State {
  /** Raised when a publishing is begun, and when it has ended. */
  readonly serial: number;
  /** Where they were sent; undefined: nothing was yet. */
  readonly homes: Homes | undefined;
  /** As they were sent but for what was kept; of a notebook or a file the hash of its text. */
  readonly published: Things;
  /** How services call them where that is not their name: by it is asked for what a list does not show. */
  readonly addresses: { readonly [id: ThingId]: string };
  /** The journal: what a publishing set out to make, written before its first step and taken away after its last. */
  readonly begun: Begun | undefined;
  /**
   * The text of `sluice.lock` that what runs was published with: what its checkpoints depend on. Several where a publishing was broken
   * off, as each may run in part; none where nothing was published yet, or by a version that recorded none.
   */
  readonly locks: readonly string[];
  /** Checkpoints that were published once; of earlier versions' publishings none is known. */
  readonly checkpoints: CheckpointRecords;
}

export type Things = { readonly [id: ThingId]: Json };

export interface Begun {
  /** The plan's. */
  readonly digest: string;
  /** Each step, with the version that it found and the hash of what it makes. */
  readonly steps: readonly { readonly id: string; readonly before: string | null; readonly after: string | null }[];
  /** What the things were to be: in this publishing, and in those before it that were not ended either. */
  readonly things: { readonly [id: ThingId]: readonly Json[] };
  /**
   * Of jobs: the runs that were cancelled, or were about to be, since which none was started. The service tells them not from those
   * that a person has cancelled.
   */
  readonly cancelled: { readonly [id: ThingId]: readonly string[] };
  /**
   * What is being made, by whom, where lists show to each only what they may view, and what it is called is known only once it is made:
   * it may be there, and another one than its maker would not see it.
   */
  readonly making: { readonly [id: ThingId]: string };
}

export const noState: State = {
  serial: 0,
  homes: undefined,
  published: {},
  addresses: {},
  begun: undefined,
  locks: [],
  checkpoints: {},
};

/** Whether anything of ours was ever published by the id, or may have been. */
export const isKnown = ({ published, begun }: State, id: ThingId): boolean =>
  Object.hasOwn(published, id) || (begun !== undefined && Object.hasOwn(begun.things, id));

/** What was published of a thing: once, or, where that was not ended, perhaps more often. */
export const publishedOf = ({ published, begun }: State, id: ThingId): readonly Json[] => [
  ...(Object.hasOwn(published, id) ? [published[id] ?? null] : []),
  ...begunOf(begun, id),
];

/** What a thing was to become in publishings that were not ended. */
export const begunOf = (begun: Begun | undefined, id: ThingId): readonly Json[] =>
  begun !== undefined && Object.hasOwn(begun.things, id) ? (begun.things[id] ?? []) : [];

/** The journal's things, and those that are set out to be made now. */
export function begunAlso(begun: Begun | undefined, things: Things): Begun["things"] {
  const also = Object.entries(things).map(([id, value]): [ThingId, readonly Json[]] => {
    const before = begunOf(begun, id);
    return [id, before.some((one) => isSame(one, value)) ? before : [...before, value]];
  });
  return { ...begun?.things, ...Object.fromEntries(also) };
}

export function stateText({ serial, homes, published, addresses, begun, locks, checkpoints }: State): string {
  const value = { version: 1, serial, homes: homes ?? null, published, addresses, begun: begun ?? null };
  const known = Object.keys(checkpoints).length === 0 ? {} : { checkpoints };
  const recorded = { ...(locks.length === 0 ? {} : { locks }), ...known };
  return `${JSON.stringify({ ...value, ...recorded }, null, 1)}\n`;
}

/** Undefined: it is not a state that this version can read. */
export function readState(text: string): State | undefined {
  const value = parsed(text);
  if (!isJsonRecord(value) || value["version"] !== 1 || typeof value["serial"] !== "number") return undefined;
  const { serial, published, begun } = value;
  if (!isJsonRecord(published)) return undefined;
  const homes = readHomes(value["homes"]);
  const addresses = readTexts(value["addresses"]);
  // Earlier versions wrote none.
  const locks = (isJsonList(value["locks"]) ? value["locks"] : []).filter((lock) => typeof lock === "string");
  const known = { serial, homes, published, addresses, locks, checkpoints: readRecords(value["checkpoints"]) };
  if (begun === null) return { ...known, begun: undefined };
  const read = isJsonRecord(begun) ? readBegun(begun) : undefined;
  return read && { ...known, begun: read };
}

/** Earlier versions wrote none. */
const readTexts = (value: Json | undefined): { readonly [id: ThingId]: string } =>
  Object.fromEntries(
    Object.entries(isJsonRecord(value) ? value : {}).flatMap(([id, text]) =>
      typeof text === "string" ? [[id, text] as const] : [],
    ),
  );

function readBegun({ digest, steps, things, cancelled, making }: JsonRecord): Begun | undefined {
  if (typeof digest !== "string" || !Array.isArray(steps) || !isJsonRecord(things)) return undefined;
  const read = steps.filter(isJsonRecord).map(({ id, before, after }) => ({
    id: String(id),
    before: typeof before === "string" ? before : null,
    after: typeof after === "string" ? after : null,
  }));
  const lists = Object.entries(things).flatMap(([id, values]): [ThingId, readonly Json[]][] =>
    isJsonList(values) ? [[id, values]] : [],
  );
  const known = { cancelled: readCancelled(cancelled), making: readTexts(making) };
  return { digest, steps: read, things: Object.fromEntries(lists), ...known };
}

/** Earlier versions wrote none. */
const readCancelled = (value: Json | undefined): Begun["cancelled"] =>
  Object.fromEntries(
    Object.entries(isJsonRecord(value) ? value : {}).flatMap(([id, runs]) =>
      isJsonList(runs) ? [[id, runs.map(String)] as const] : [],
    ),
  );
