/**
 * A power as Java's `StrictMath.pow` computes it, which is fdlibm.
 *
 * Copyright (C) 2004 by Sun Microsystems, Inc. All rights reserved. Permission to use, copy, modify, and distribute this software is
 * freely granted, provided that this notice is preserved. https://www.netlib.org/fdlibm/
 */

import { highOf, lowOf, ofHalves, withHigh } from "./double-halves.js";

export function power(x: number, y: number): number {
  if (y === 0) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (y === 2) return x * x;
  if (y === 0.5 && x >= -Number.MAX_VALUE) return Math.sqrt(x + 0);
  if (y === 1) return x;
  if (y === -1) return 1 / x;
  const size = Math.abs(x);
  if (!Number.isFinite(y)) {
    if (size === 1) return Number.NaN;
    return size > 1 === y > 0 ? Number.POSITIVE_INFINITY : 0;
  }
  const isNegative = x < 0 || Object.is(x, -0);
  const isOdd = Math.abs(y % 2) === 1;
  if (size === 0 || size === Number.POSITIVE_INFINITY || size === 1) {
    if (isNegative && size === 1 && !Number.isInteger(y)) return Number.NaN;
    const result = y < 0 ? 1 / size : size;
    return isNegative && isOdd ? -result : result;
  }
  if (isNegative && !Number.isInteger(y)) return Number.NaN;
  const sign = isNegative && isOdd ? -1 : 1;
  return sign * positivePower(size, y);
}

const withoutLow = (value: number): number => ofHalves(highOf(value), 0);

/** A number as the sum of two, of which the first has few bits. */
type Sum = readonly [upper: number, lower: number];

function positivePower(x: number, y: number): number {
  let logarithm: Sum;
  if (Math.abs(y) > 2 ** 31) {
    const high = highOf(x);
    if (high < 0x3fefffff) return y < 0 ? Number.POSITIVE_INFINITY : 0;
    if (high > 0x3ff00000) return y > 0 ? Number.POSITIVE_INFINITY : 0;
    logarithm = logarithmNearOne(x);
  } else logarithm = logarithmOf(x);
  const upperY = withoutLow(y);
  const lower = (y - upperY) * logarithm[0] + y * logarithm[1];
  const upper = upperY * logarithm[0];
  const z = lower + upper;
  const [high, low] = [highOf(z), lowOf(z)];
  if (high >= 0x40900000) {
    if (((high - 0x40900000) | low) !== 0 || lower + 8.008566259537294e-17 > z - upper) return Number.POSITIVE_INFINITY;
  } else if ((high & 0x7fffffff) >= 0x4090cc00) {
    if (((high - (0xc090cc00 | 0)) | low) !== 0 || lower <= z - upper) return 0;
  }
  return powerOfTwo(upper, lower, high);
}

function logarithmNearOne(x: number): Sum {
  const t = x - 1;
  const w = t * t * (0.5 - t * (0.3333333333333333 - t * 0.25));
  const u = 1.4426950216293335 * t;
  const v = t * 1.9259629911266175e-8 - w * Math.LOG2E;
  const upper = withoutLow(u + v);
  return [upper, v - (upper - u)];
}

const HALF_STEPS = [1, 1.5] as const;
const STEPS_HIGH = [0, 0.5849624872207642] as const;
const STEPS_LOW = [0, 1.350039202129749e-8] as const;

/** To the base 2. */
function logarithmOf(value: number): Sum {
  let [x, n] = [value, 0];
  if (x < 2 ** -1022) {
    x *= 2 ** 53;
    n -= 53;
  }
  let high = highOf(x);
  n += (high >> 20) - 0x3ff;
  const fraction = high & 0x000fffff;
  high = fraction | 0x3ff00000;
  let k: 0 | 1 = 0;
  if (fraction > 0x3988e && fraction < 0xbb67a) k = 1;
  else if (fraction >= 0xbb67a) {
    n += 1;
    high -= 0x00100000;
  }
  x = withHigh(x, high);
  const u = x - HALF_STEPS[k];
  const v = 1 / (x + HALF_STEPS[k]);
  const ss = u * v;
  const upperS = withoutLow(ss);
  let upperT = ofHalves(((high >> 1) | 0x20000000) + 0x00080000 + (k << 18), 0);
  let lowerT = x - (upperT - HALF_STEPS[k]);
  const lowerS = v * (u - upperS * upperT - upperS * lowerT);
  let square = ss * ss;
  let r =
    square *
    square *
    (0.5999999999999946 +
      square *
        (0.4285714285785502 +
          square *
            (0.33333332981837743 +
              square * (0.272728123808534 + square * (0.23066074577556175 + square * 0.20697501780033842)))));
  r += lowerS * (upperS + ss);
  square = upperS * upperS;
  upperT = withoutLow(3 + square + r);
  lowerT = r - (upperT - 3 - square);
  const product = upperS * upperT;
  const rest = lowerS * upperT + lowerT * ss;
  const upperP = withoutLow(product + rest);
  const lowerP = rest - (upperP - product);
  const upperZ = 0.9617967009544373 * upperP;
  const lowerZ = -7.028461650952758e-9 * upperP + lowerP * 0.9617966939259756 + STEPS_LOW[k];
  const upper = withoutLow(upperZ + lowerZ + STEPS_HIGH[k] + n);
  return [upper, lowerZ - (upper - n - STEPS_HIGH[k] - upperZ)];
}

/** 2 to the power of a sum, whose upper half of bits is `high`. */
function powerOfTwo(upperOf: number, lower: number, high: number): number {
  let [upper, n] = [upperOf, 0];
  if ((high & 0x7fffffff) > 0x3fe00000) {
    n = high + (0x00100000 >> (((high & 0x7fffffff) >> 20) - 0x3ff + 1));
    const k = ((n & 0x7fffffff) >> 20) - 0x3ff;
    const t = ofHalves(n & ~(0x000fffff >> k), 0);
    n = ((n & 0x000fffff) | 0x00100000) >> (20 - k);
    if (high < 0) n = -n;
    upper -= t;
  }
  const t = withoutLow(lower + upper);
  const u = t * 0.6931471824645996;
  const v = (lower - (t - upper)) * Math.LN2 + t * -1.904654299957768e-9;
  const z = u + v;
  const w = v - (z - u);
  const square = z * z;
  const t1 =
    z -
    square *
      (0.16666666666666602 +
        square *
          (-0.0027777777777015593 +
            square * (0.00006613756321437934 + square * (-0.0000016533902205465252 + square * 4.1381367970572385e-8))));
  const r = (z * t1) / (t1 - 2) - (w + z * w);
  const result = 1 - (r - z);
  const exponent = highOf(result) + (n << 20);
  return exponent >> 20 <= 0 ? scaled(result, n) : withHigh(result, exponent | 0);
}

/** A subnormal result is rounded once. */
const scaled = (value: number, n: number): number => (n < -1000 ? value * 2 ** (n + 600) * 2 ** -600 : value * 2 ** n);
