import { decimalArithmetic, digitsOf } from "../infer/decimal.js";
import type { DataType } from "../type.js";
import type { ArgumentProblem, GivenCall } from "./row.js";

/** Result types that several rows share and no signature can say. */

export const STRING: DataType = { kind: "string" };

export const typeOfArgument =
  (position: number) =>
  ({ types }: GivenCall): DataType =>
    types[position] ?? { kind: "null" };

/** Rounding up may need one more digit in front of the point. */
export const wholeDigits = ({ types: [type] }: GivenCall): DataType => {
  if (type?.kind !== "decimal") return { kind: "bigint" };
  return type.scale === 0
    ? type
    : { kind: "decimal", precision: Math.min(38, type.precision - type.scale + 1), scale: 0 };
};

export const rounded = ({ types: [type], literals: [, digits] }: GivenCall): DataType => {
  if (type?.kind !== "decimal") return type ?? { kind: "null" };
  const [wanted, whole] = [Number(digits ?? 0), type.precision - type.scale + 1];
  if (wanted < 0) return { kind: "decimal", precision: Math.min(38, Math.max(whole, 1 - wanted)), scale: 0 };
  const scale = Math.min(type.scale, wanted);
  return { kind: "decimal", precision: Math.min(38, whole + scale), scale };
};

export function roundingProblem({ types: [type], literals: [, digits] }: GivenCall): ArgumentProblem | undefined {
  const wanted = Number(digits ?? 0);
  if ((type?.kind === "int" || type?.kind === "bigint") && wanted < 0) {
    return {
      argument: 1,
      problem: "rounds a whole number, whose greatest values have no rounded neighbour: cast it to a decimal.",
    };
  }
  const full =
    type?.kind === "decimal" &&
    Math.max(type.precision - type.scale + 1, 1 - wanted) + Math.max(0, Math.min(type.scale, wanted)) > 38;
  return full
    ? {
        argument: 0,
        problem: "has 38 digits, and its rounded neighbour may have one more: try_cast it to a narrower decimal.",
      }
    : undefined;
}

export const triedArithmetic =
  (operator: "+" | "-" | "*" | "/") =>
  ({ types: [a, b], literals: [left, right] }: GivenCall): DataType => {
    if (a === undefined || b === undefined || a.kind === "double" || b.kind === "double") return { kind: "double" };
    if (a.kind !== "decimal" && b.kind !== "decimal") {
      if (operator === "/") return { kind: "double" };
      return { kind: a.kind === "bigint" || b.kind === "bigint" ? "bigint" : "int" };
    }
    const beside = (value: GivenCall["literals"][number]): number | bigint | undefined =>
      typeof value === "number" || typeof value === "bigint" ? value : undefined;
    const [digitsA, digitsB] = [digitsOf(a, beside(left)), digitsOf(b, beside(right))];
    if (digitsA === undefined || digitsB === undefined) return { kind: "double" };
    return { kind: "decimal", ...decimalArithmetic(operator, digitsA, digitsB).digits };
  };

export const summed = ({ types: [type] }: GivenCall): DataType => {
  if (type?.kind === "decimal")
    return { kind: "decimal", precision: Math.min(38, type.precision + 10), scale: type.scale };
  return type?.kind === "double" ? type : { kind: "bigint" };
};

export const averaged = ({ types: [type] }: GivenCall): DataType => {
  if (type?.kind !== "decimal") return { kind: "double" };
  return { kind: "decimal", precision: Math.min(38, type.precision + 4), scale: Math.min(38, type.scale + 4) };
};
