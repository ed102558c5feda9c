/**
 * A double as Java writes it before version 19, which is what clusters run on: not always the shortest digits that mean the number.
 * This is how `jdk.internal.math.FloatingDecimal` finds its digits, with bigints in place of its three kinds of numbers.
 * https://bugs.openjdk.org/browse/JDK-4511638
 */
export function javaDouble(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  if (value === 0) return `${sign}0.0`;
  const { digits, exponent } = digitsOf(Math.abs(value));
  if (exponent > 0 && exponent < 8) {
    const whole = digits.slice(0, exponent).padEnd(exponent, "0");
    return `${sign}${whole}.${digits.slice(exponent) || "0"}`;
  }
  if (exponent > -3 && exponent <= 0) return `${sign}0.${"0".repeat(-exponent)}${digits}`;
  return `${sign}${digits[0]}.${digits.slice(1) || "0"}E${exponent - 1}`;
}

interface Digits {
  readonly digits: string;
  /** The point stands so many digits from the left. */
  readonly exponent: number;
}

/** Of a number greater than zero. */
function digitsOf(value: number): Digits {
  const { fraction, exponent, significant } = bitsOf(value);
  const trailing = trailingZeros(fraction);
  const fractionBits = 53 - trailing;
  const tinyBits = Math.max(0, fractionBits - exponent - 1);
  if (tinyBits === 0 && exponent <= 62) return wholeDigits(fraction, exponent, significant);
  return generated(fraction >> BigInt(trailing), exponent, significant, fractionBits, tinyBits, fraction);
}

/** The 53 bits of a number with the highest one set, the exponent of that one, and how many of them are known. */
function bitsOf(value: number): { readonly fraction: bigint; readonly exponent: number; readonly significant: number } {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const biased = Number(bits >> 52n);
  const fraction = bits & 0xfffffffffffffn;
  if (biased !== 0) return { fraction: fraction | (1n << 52n), exponent: biased - 1023, significant: 53 };
  const length = fraction.toString(2).length;
  return { fraction: fraction << BigInt(53 - length), exponent: 1 - (53 - length) - 1023, significant: length };
}

const trailingZeros = (bits: bigint): number => (/0*$/.exec(bits.toString(2))?.[0] ?? "").length;

/** A whole number is written with all its digits, but for those that a double of this size cannot tell. */
function wholeDigits(fraction: bigint, exponent: number, significant: number): Digits {
  const number = exponent >= 52 ? fraction << BigInt(exponent - 52) : fraction >> BigInt(52 - exponent);
  const bits = exponent - significant - 1;
  const untold = exponent > significant && bits > 1 ? Math.floor(bits * Math.log10(2)) : 0;
  const unit = 10n ** BigInt(untold);
  const digits = String(untold === 0 ? number : (number + unit / 2n) / unit);
  return { digits: digits.replace(/0+$/, ""), exponent: digits.length + untold };
}

/** Digit after digit of B / S, until what is left is within M, half the distance to the next double. */
function generated(
  odd: bigint,
  exponent: number,
  significant: number,
  fractionBits: number,
  tinyBits: number,
  fraction: bigint,
): Digits {
  let decimalExponent = estimated(fraction, exponent);
  const fives = Math.max(0, -decimalExponent);
  const fivesOfS = Math.max(0, decimalExponent);
  let [twosOfB, twosOfS] = [fives + tinyBits + exponent, fivesOfS + tinyBits];
  let twosOfM = twosOfB - significant;
  twosOfB -= fractionBits - 1;
  const common = Math.min(twosOfB, twosOfS);
  twosOfB -= common;
  twosOfS -= common;
  twosOfM -= common;
  if (fractionBits === 1) twosOfM -= 1;
  if (twosOfM < 0) {
    twosOfB -= twosOfM;
    twosOfS -= twosOfM;
    twosOfM = 0;
  }
  const bitsOfB = fractionBits + twosOfB + bitsOfFive(fives);
  const bitsOfTenS = twosOfS + 1 + bitsOfFive(fivesOfS + 1);
  const size = bitsOfB < 32 && bitsOfTenS < 32 ? 32 : bitsOfB < 64 && bitsOfTenS < 64 ? 64 : undefined;
  const s = (5n ** BigInt(fivesOfS)) << BigInt(twosOfS);
  const tens = s * 10n;
  let b = (odd * 5n ** BigInt(fives)) << BigInt(twosOfB);
  let m = (5n ** BigInt(fives)) << BigInt(twosOfM);
  const digits: number[] = [];
  let [low, high] = [false, false];
  const next = (): number => {
    const digit = Number(b / s);
    b = 10n * (b % s);
    m *= 10n;
    if (size === undefined) {
      low = b < m;
      high = b + m >= tens;
    } else if (BigInt.asIntN(size, m) > 0n) {
      m = BigInt.asIntN(size, m);
      low = b < m;
      high = b + m > tens;
    } else {
      [low, high] = [true, true];
    }
    return digit;
  };
  const first = next();
  if (first === 0 && !high) decimalExponent -= 1;
  else digits.push(first);
  if (decimalExponent < -3 || decimalExponent >= 8) [low, high] = [false, false];
  while (!low && !high) digits.push(next());
  const half = 2n * b - tens;
  const up = high && (!low || half > 0n || (half === 0n && (digits.at(-1) ?? 0) % 2 === 1));
  return up ? roundedUp(digits, decimalExponent + 1) : { digits: digits.join(""), exponent: decimalExponent + 1 };
}

function roundedUp(digits: readonly number[], exponent: number): Digits {
  const text = String(BigInt(digits.join("")) + 1n).padStart(digits.length, "0");
  const more = text.length - digits.length;
  return { digits: more > 0 ? text.slice(0, -1) : text, exponent: exponent + more };
}

function estimated(fraction: bigint, exponent: number): number {
  const mantissa = Number(fraction) / 2 ** 52;
  return Math.floor((mantissa - 1.5) * 0.289529654 + 0.176091259 + exponent * 0.301029995663981);
}

const bitsOfFive = (power: number): number =>
  power < 27 ? (power === 0 ? 0 : (5n ** BigInt(power)).toString(2).length) : power * 3;
