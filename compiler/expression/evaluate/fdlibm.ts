/**
 * Functions of doubles as Java's `StrictMath` computes them, which is fdlibm. JavaScript engines have fdlibm too, but other versions
 * of these.
 *
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Permission to use, copy, modify, and distribute this software is
 * freely granted, provided that this notice is preserved. https://www.netlib.org/fdlibm/
 */

import { highOf, ofHalves, withHigh } from "./double-halves.js";

/** Only the upper half. */
const ofHigh = (high: number): number => ofHalves(high, 0);

const whole = (value: number): number => Math.trunc(value) | 0;

export function cbrt(value: number): number {
  if (value === 0 || !Number.isFinite(value)) return value;
  const x = Math.abs(value);
  let t = 0;
  if (x < 2 ** -1022) {
    t = 2 ** 54 * x;
    t = withHigh(t, whole(highOf(t) / 3) + 696219795);
  } else t = ofHigh(whole(highOf(x) / 3) + 715094163);
  const r = (t * t) / x;
  const s = 19 / 35 + r * t;
  t *= 5 / 14 + 45 / 28 / (s + 99 / 70 + -864 / 1225 / s);
  t = ofHigh(highOf(t) + 1);
  const square = t * t;
  const quotient = x / square;
  t += t * ((quotient - t) / (t + t + quotient));
  return value < 0 ? -t : t;
}

export function hypot(x: number, y: number): number {
  let [a, b] = [Math.abs(x), Math.abs(y)];
  if (!Number.isFinite(a) || !Number.isFinite(b))
    return a === Number.POSITIVE_INFINITY || b === Number.POSITIVE_INFINITY ? Number.POSITIVE_INFINITY : a + b;
  if (b > a) [a, b] = [b, a];
  let [highA, highB] = [highOf(a), highOf(b)];
  if (highA - highB > 0x3c00000) return a + b;
  let scale = 0;
  if (highA > 0x5f300000) {
    highA -= 0x25800000;
    highB -= 0x25800000;
    [a, b] = [a * 2 ** -600, b * 2 ** -600];
    scale += 600;
  }
  if (b < 2 ** -500) {
    if (b < 2 ** -1022) {
      if (b === 0) return a;
      [a, b] = [a * 2 ** 1022, b * 2 ** 1022];
      scale -= 1022;
    } else {
      highA += 0x25800000;
      highB += 0x25800000;
      [a, b] = [a * 2 ** 600, b * 2 ** 600];
      scale -= 600;
    }
  }
  const difference = a - b;
  let result: number;
  if (difference > b) {
    const upper = ofHigh(highA);
    const lower = a - upper;
    result = Math.sqrt(upper * upper - (b * -b - lower * (a + upper)));
  } else {
    a += a;
    const upperB = ofHigh(highB);
    const lowerB = b - upperB;
    const upperA = ofHigh(highA + 0x00100000);
    const lowerA = a - upperA;
    result = Math.sqrt(upperA * upperB - (difference * -difference - (upperA * lowerB + lowerA * b)));
  }
  return scale === 0 ? result : 2 ** scale * result;
}

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

export function exp(value: number): number {
  if (!Number.isFinite(value)) return value === Number.NEGATIVE_INFINITY ? 0 : value;
  if (value > 709.782712893384) return Number.POSITIVE_INFINITY;
  if (value < -745.1332191019411) return 0;
  const high = highOf(value) & 0x7fffffff;
  let [x, hi, lo, k] = [value, 0, 0, 0];
  if (high > 0x3fd62e42) {
    if (high < 0x3ff0a2b2) {
      k = value < 0 ? -1 : 1;
      hi = value - k * LN2_HIGH;
      lo = k * LN2_LOW;
    } else {
      k = whole(Math.LOG2E * value + (value < 0 ? -0.5 : 0.5));
      hi = value - k * LN2_HIGH;
      lo = k * LN2_LOW;
    }
    x = hi - lo;
  } else if (high < 0x3e300000) return 1 + value;
  const t = x * x;
  const c = x - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
  if (k === 0) return 1 - ((x * c) / (c - 2) - x);
  const y = 1 - (lo - (x * c) / (2 - c) - hi);
  if (k >= -1021) return withHigh(y, (highOf(y) + (k << 20)) | 0);
  return withHigh(y, (highOf(y) + ((k + 1000) << 20)) | 0) * 2 ** -1000;
}

const P1 = 0.16666666666666602;
const P2 = -0.0027777777777015593;
const P3 = 0.00006613756321437934;
const P4 = -0.0000016533902205465252;
const P5 = 4.1381367970572385e-8;

export function cosh(value: number): number {
  const x = Math.abs(value);
  const high = highOf(x);
  if (!Number.isFinite(value)) return value * value;
  if (high < 0x3fd62e43) {
    const t = Math.expm1(x);
    const w = 1 + t;
    return high < 0x3c800000 ? w : 1 + (t * t) / (w + w);
  }
  if (high < 0x40360000) {
    const t = exp(x);
    return 0.5 * t + 0.5 / t;
  }
  if (high < 0x40862e42) return 0.5 * exp(x);
  if (x <= 710.4758600739439) {
    const w = exp(0.5 * x);
    return 0.5 * w * w;
  }
  return Number.POSITIVE_INFINITY;
}

const PI_LOW = 1.2246467991473532e-16;

export function atan2(y: number, x: number): number {
  if (Number.isNaN(x) || Number.isNaN(y) || x === 0 || y === 0 || !Number.isFinite(x) || !Number.isFinite(y))
    return Math.atan2(y, x);
  if (x === 1) return Math.atan(y);
  const apart = (highOf(Math.abs(y)) - highOf(Math.abs(x))) >> 20;
  const z = apart > 60 ? Math.PI / 2 + 0.5 * PI_LOW : x < 0 && apart < -60 ? 0 : Math.atan(Math.abs(y / x));
  if (x > 0) return y > 0 ? z : -z;
  return y > 0 ? Math.PI - (z - PI_LOW) : z - PI_LOW - Math.PI;
}
