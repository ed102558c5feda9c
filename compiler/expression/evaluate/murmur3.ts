import type { DataType } from "../type.js";
import { type Hasher, hashedAll } from "./hashed.js";
import type { Value } from "./value.js";

/** Spark's `hash`: Murmur 3 of 32 bits with the seed 42. https://github.com/aappleby/smhasher */
export const murmur3 = (values: readonly Value[], types: readonly DataType[]): bigint =>
  hashedAll(values, types, 42n, HASHER);

const rotated = (value: number, by: number): number => (value << by) | (value >>> (32 - by));

const mixedWord = (word: number): number => Math.imul(rotated(Math.imul(word, 0xcc9e2d51), 15), 0x1b873593);

const mixed = (hash: number, word: number): number => Math.imul(rotated(hash ^ mixedWord(word), 13), 5) + 0xe6546b64;

function finished(hash: number, length: number): bigint {
  let result = hash ^ length;
  result = Math.imul(result ^ (result >>> 16), 0x85ebca6b);
  result = Math.imul(result ^ (result >>> 13), 0xc2b2ae35);
  return BigInt((result ^ (result >>> 16)) | 0);
}

const HASHER: Hasher = {
  ofInt: (value, seed) => finished(mixed(Number(seed), value), 4),
  ofLong: (value, seed) => {
    const [low, high] = [Number(BigInt.asIntN(32, value)), Number(BigInt.asIntN(32, value >> 32n))];
    return finished(mixed(mixed(Number(seed), low), high), 8);
  },
  // Unlike the original, each byte after the last word is mixed as a word of its own.
  ofBytes: (bytes, seed) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const aligned = bytes.length - (bytes.length % 4);
    let hash = Number(seed);
    for (let at = 0; at < aligned; at += 4) hash = mixed(hash, view.getInt32(at, true));
    for (let at = aligned; at < bytes.length; at += 1) hash = mixed(hash, view.getInt8(at));
    return finished(hash, bytes.length);
  },
};
