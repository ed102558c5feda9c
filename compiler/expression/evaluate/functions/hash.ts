import { createHash, createHmac } from "node:crypto";
import { literalOf } from "../../infer/given-call.js";
import { crc32 } from "../crc32.js";
import { type Evaluators, strict, withNulls } from "../evaluator.js";
import { murmur3 } from "../murmur3.js";
import { bytesOf } from "../text.js";
import { bytesIn, textIn, type Value } from "../value.js";
import { xxhash64 } from "../xxhash64.js";

const bytesOfEither = (value: Value | undefined): Uint8Array =>
  value instanceof Uint8Array ? bytesIn(value) : bytesOf(textIn(value));

const digest = (algorithm: string, value: Value | undefined): string =>
  createHash(algorithm).update(bytesOfEither(value)).digest("hex");

export const hash: Evaluators = {
  md5: strict(([value]) => digest("md5", value)),
  sha1: strict(([value]) => digest("sha1", value)),
  sha2: strict(([value, bits]) => digest(`sha${bits}`, value)),
  keyed_hash: strict(([value], { call, keys }) => {
    const name = call.arguments[1] && literalOf(call.arguments[1]);
    const key = keys.get(String(name));
    if (key === undefined) throw new Error(`There is no key '${name}'`);
    return createHmac("sha256", key).update(bytesOfEither(value)).digest("hex");
  }),
  crc32: strict(([value]) => crc32(bytesOfEither(value))),
  hash: withNulls((values, { types }) => murmur3(values, types)),
  xxhash64: withNulls((values, { types }) => xxhash64(values, types)),
};
