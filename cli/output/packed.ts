import type { Artifact } from "../../compiler/emit/artifact.js";
import type { Content } from "./compare.js";

/** Artifacts on the way to another thread: one piece of memory that is handed over, where texts would be copied one by one and encoded there. */
export interface Packed {
  readonly paths: readonly string[];
  /** Where each one's bytes end in `bytes`: they stand one after the other. */
  readonly ends: readonly number[];
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export function packed(artifacts: readonly Artifact[]): Packed {
  const size = artifacts.reduce((sum, { body }) => sum + Buffer.byteLength(body), 0);
  const bytes = Buffer.from(new ArrayBuffer(size)); // of its own: what is taken from Node's pool cannot be handed over
  const ends: number[] = [];
  for (const { body } of artifacts) ends.push((ends.at(-1) ?? 0) + bytes.write(body, ends.at(-1) ?? 0));
  return { paths: artifacts.map(({ path }) => path), ends, bytes };
}

export const unpacked = ({ paths, ends, bytes }: Packed): readonly Content[] =>
  paths.map((path, at) => ({ path, bytes: bytes.subarray(ends[at - 1] ?? 0, ends[at]) }));
