import { randomOf } from "../faults/random.js";

/** What a text says of a decimal with so many digits, so many of them behind its point: how many of its last digit, or nothing where it has no room for it. */
export function unscaled(text: string, precision: number, scale: number): bigint | undefined {
  const [, sign, whole = "", part = "", power = "0"] =
    /^([+-]?)([0-9]*)(?:\.([0-9]*))?(?:[eE]([+-]?[0-9]+))?$/.exec(text) ?? [];
  if (sign === undefined || whole + part === "") return undefined;
  const shift = Number(power) - part.length + scale;
  const digits = BigInt(whole + part);
  const divisor = 10n ** BigInt(Math.max(0, -shift));
  if (digits % divisor !== 0n) return undefined;
  const value = shift > 0 ? digits * 10n ** BigInt(shift) : digits / divisor;
  if (value >= 10n ** BigInt(precision)) return undefined;
  return sign === "-" ? -value : value;
}

/** Texts of numbers near the bounds of `decimal(38,18)`: with more or fewer digits than it has room for, zeros around them, powers of ten. */
export function decimalTexts(count: number, seed: number): readonly string[] {
  const random = randomOf(seed);
  const digits = (upTo: number) => Array.from({ length: random.whole(upTo + 1) }, () => random.whole(10)).join("");
  return Array.from({ length: count }, () => {
    const zeros = "0".repeat(random.one([0, 0, 1, 5]));
    const whole = `${"0".repeat(random.one([0, 0, 3]))}${random.one(["", "7"])}${digits(random.one([3, 19, 21]))}`;
    const part = random.one([true, true, false]) ? `.${digits(random.one([2, 17, 19]))}${zeros}` : "";
    const power = random.one([true, false, false]) ? `${random.one(["e", "E"])}${random.whole(41) - 20}` : "";
    return `${random.one(["", "", "-", "+"])}${whole}${part === "." ? "" : part}${power}`;
  }).map((text) => (/[0-9]/.test(text.replace(/[eE].*/, "")) ? text : `0${text.replace(/^[+-]?\.?/, "")}`));
}
