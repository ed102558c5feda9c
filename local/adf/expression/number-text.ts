import { Problem } from "./problem.js";

/** A float as .NET writes it with the format `R`: the fewest digits that give the number again. */
export function floatText(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  const [mantissa = "", exponent = "0"] = Math.abs(value).toExponential().split("e");
  const digits = mantissa.replace(".", "");
  if (digits === "0") return `${sign}0`;
  const power = Number(exponent);
  if (power >= -4 && power <= 16) return sign + plain(digits, power);
  const fraction = digits.length > 1 ? `.${digits.slice(1)}` : "";
  return `${sign}${digits[0]}${fraction}E${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
}

function plain(digits: string, power: number): string {
  if (power < 0) return `0.${"0".repeat(-power - 1)}${digits}`;
  const whole = digits.slice(0, power + 1).padEnd(power + 1, "0");
  const fraction = digits.slice(power + 1);
  return fraction === "" ? whole : `${whole}.${fraction}`;
}

const written = /^[\t-\r ]*([+-]?)((?:\d[\d,]*)?(?:\.\d*)?(?:[eE][+-]?\d+)?)[\t-\r ]*([+-]?)[\t-\r ]*$/;
const words: Readonly<Record<string, number>> = {
  nan: Number.NaN,
  "+nan": Number.NaN,
  "-nan": Number.NaN,
  infinity: Number.POSITIVE_INFINITY,
  "+infinity": Number.POSITIVE_INFINITY,
  "-infinity": Number.NEGATIVE_INFINITY,
};

/** A number as .NET reads one: commas between digits are left out; of a float the sign may come last. */
export function floatOf(text: string, wanted: "integer" | "float" = "float"): number {
  const word = words[text.trim().toLowerCase()];
  if (word !== undefined) return word;
  const [, before = "", digits = "", after = ""] = written.exec(text) ?? [];
  const isNumber = /^(?:[\d,]*\.)?[\d,]*\d/.test(digits) || /^\d[\d,]*/.test(digits);
  if (!isNumber || (after !== "" && (before !== "" || wanted === "integer")))
    throw new Problem(`'${text}' is not a number`);
  return Number(`${before}${after}${digits.replaceAll(",", "")}`);
}

/** An integer of the engine: it is read as a float first, so beyond 2^53 digits are lost. */
export function integerOf(value: number): bigint {
  if (!Number.isInteger(value)) throw new Problem(`${floatText(value)} is not a whole number`);
  if (value < -(2 ** 63) || value >= 2 ** 63)
    throw new Problem(`${floatText(value)} is not in the range of an integer`);
  return BigInt(value);
}
