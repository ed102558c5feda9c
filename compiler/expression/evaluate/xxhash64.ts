import type { DataType } from "../type.js";
import { type Hasher, hashedAll } from "./hashed.js";
import type { Value } from "./value.js";

/** Spark's `xxhash64`: XXH64 with the seed 42. https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md */
export const xxhash64 = (values: readonly Value[], types: readonly DataType[]): bigint =>
  hashedAll(values, types, 42n, HASHER);

const P1 = 0x9e3779b185ebca87n;
const P2 = 0xc2b2ae3d27d4eb4fn;
const P3 = 0x165667b19e3779f9n;
const P4 = 0x85ebca77c2b2ae63n;
const P5 = 0x27d4eb2f165667c5n;

const cut = (value: bigint): bigint => BigInt.asUintN(64, value);
const rotated = (value: bigint, by: bigint): bigint => cut(value << by) | (value >> (64n - by));
const round = (hash: bigint, word: bigint): bigint => cut(rotated(cut(hash + word * P2), 31n) * P1);

function finished(hash: bigint): bigint {
  let result = cut((hash ^ (hash >> 33n)) * P2);
  result = cut((result ^ (result >> 29n)) * P3);
  return BigInt.asIntN(64, result ^ (result >> 32n));
}

const withLong = (hash: bigint, word: bigint): bigint => cut(rotated(hash ^ round(0n, word), 27n) * P1 + P4);
const withInt = (hash: bigint, word: bigint): bigint => cut(rotated(hash ^ cut(word * P1), 23n) * P2 + P3);

/** Of the stripes of 32 bytes at the start, if there are any. */
function striped(view: DataView, seed: bigint): bigint {
  let lanes = [cut(seed + P1 + P2), cut(seed + P2), seed, cut(seed - P1)];
  for (let at = 0; at + 32 <= view.byteLength; at += 32)
    lanes = lanes.map((lane, i) => round(lane, view.getBigUint64(at + 8 * i, true)));
  const [a = 0n, b = 0n, c = 0n, d = 0n] = lanes;
  const joined = cut(rotated(a, 1n) + rotated(b, 7n) + rotated(c, 12n) + rotated(d, 18n));
  return lanes.reduce((hash, lane) => cut((hash ^ round(0n, lane)) * P1 + P4), joined);
}

const HASHER: Hasher = {
  ofInt: (value, seed) => finished(withInt(cut(cut(seed) + P5 + 4n), BigInt.asUintN(32, BigInt(value)))),
  ofLong: (value, seed) => finished(withLong(cut(cut(seed) + P5 + 8n), cut(value))),
  ofBytes: (bytes, signed) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const seed = cut(signed);
    let hash = cut((bytes.length >= 32 ? striped(view, seed) : seed + P5) + BigInt(bytes.length));
    let at = bytes.length - (bytes.length % 32);
    for (; at + 8 <= bytes.length; at += 8) hash = withLong(hash, view.getBigUint64(at, true));
    for (; at + 4 <= bytes.length; at += 4) hash = withInt(hash, BigInt(view.getUint32(at, true)));
    for (; at < bytes.length; at += 1) hash = cut(rotated(hash ^ cut(BigInt(view.getUint8(at)) * P5), 11n) * P1);
    return finished(hash);
  },
};
