import type { DataType } from "../type.js";
import { magnitude } from "./decimal.js";
import { bytesOf } from "./text.js";
import {
  booleanIn,
  bytesIn,
  decimalIn,
  doubleIn,
  elementsIn,
  entriesIn,
  fieldsIn,
  textIn,
  type Value,
  wholeIn,
} from "./value.js";

/** A hash of whole numbers and bytes, each by the hash before it. */
export interface Hasher {
  readonly ofInt: (value: number, seed: bigint) => bigint;
  readonly ofLong: (value: bigint, seed: bigint) => bigint;
  readonly ofBytes: (value: Uint8Array, seed: bigint) => bigint;
}

/** How Spark hashes values (`HashExpression`): nulls leave the hash as it was. */
export const hashedAll = (values: readonly Value[], types: readonly DataType[], seed: bigint, hasher: Hasher): bigint =>
  values.reduce<bigint>((before, value, i) => hashed(value, types[i] ?? { kind: "null" }, before, hasher), seed);

function hashed(value: Value, type: DataType, seed: bigint, hasher: Hasher): bigint {
  if (value === null) return seed;
  switch (type.kind) {
    case "null":
      return seed;
    case "boolean":
      return hasher.ofInt(booleanIn(value) ? 1 : 0, seed);
    case "int":
    case "date":
      return hasher.ofInt(Number(wholeIn(value)), seed);
    case "bigint":
    case "timestamp":
    case "interval":
      return hasher.ofLong(wholeIn(value), seed);
    case "double":
      return hasher.ofLong(doubleBits(doubleIn(value)), seed);
    case "decimal": {
      const { unscaled } = decimalIn(value);
      return type.precision <= 18 ? hasher.ofLong(unscaled, seed) : hasher.ofBytes(bigEndian(unscaled), seed);
    }
    case "string":
      return hasher.ofBytes(bytesOf(textIn(value)), seed);
    case "binary":
      return hasher.ofBytes(bytesIn(value), seed);
    case "array":
      return elementsIn(value).reduce<bigint>((before, element) => hashed(element, type.element, before, hasher), seed);
    case "map":
      return entriesIn(value).reduce<bigint>(
        (before, [key, one]) => hashed(one, type.value, hashed(key, type.key, before, hasher), hasher),
        seed,
      );
    case "struct":
      return hashedAll(
        fieldsIn(value),
        type.fields.map((field) => field.type),
        seed,
        hasher,
      );
  }
}

/** Of the NaN to which Java makes all others. */
const NAN_BITS = 0x7ff8000000000000n;

/** Both zeros are one, and so is every NaN. */
function doubleBits(value: number): bigint {
  if (Number.isNaN(value)) return NAN_BITS; // a DataView writes the bits that it was computed with
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value === 0 ? 0 : value);
  return view.getBigInt64(0);
}

/** The fewest bytes that hold a number with its sign, the highest first: Java's `BigInteger.toByteArray`. */
function bigEndian(value: bigint): Uint8Array {
  const bits = (value < 0n ? magnitude(value) - 1n : value).toString(2).replace(/^0$/, "").length + 1;
  const length = Math.ceil(bits / 8);
  const unsigned = BigInt.asUintN(length * 8, value);
  return Uint8Array.from({ length }, (_, i) => Number((unsigned >> BigInt(8 * (length - 1 - i))) & 0xffn));
}
