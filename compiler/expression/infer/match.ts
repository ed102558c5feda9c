import type { Parameter, Pattern, Signature, TypeClass } from "../catalogue/signature.js";
import type { DataType } from "../type.js";
import type { Typed } from "../typed-node.js";
import { commonType, isNumeric, isOrderable, isWhole } from "./common-type.js";

/** What the type variables of a signature stand for in one call. */
export type Bindings = Map<string, Typed>;

/** The parameter at an argument's position; the last one repeats if it is variadic. */
export function parameterAt(signature: Signature, position: number): Parameter | undefined {
  const last = signature.parameters.at(-1);
  return signature.parameters[position] ?? (last?.variadic === true ? last : undefined);
}

/** Whether a value can stand where the pattern does. Variables are bound, and widened to what they already are bound to. */
export function accepts(pattern: Pattern, value: Typed, bindings: Bindings, bounds: Signature["bounds"]): boolean {
  const { type, nullable } = value;
  switch (pattern.kind) {
    case "type":
      return type.kind === "null" || widens(type, pattern.type);
    case "class":
      return type.kind === "null" || IS_IN[pattern.name](type);
    case "either":
      return (
        pattern.options.some((option) => option.kind === "type" && option.type === type.kind) ||
        pattern.options.some((option) => accepts(option, value, bindings, bounds))
      );
    case "array":
      return (
        type.kind === "array" &&
        accepts(pattern.element, { type: type.element, nullable: type.containsNull }, bindings, bounds)
      );
    case "map":
      return (
        type.kind === "map" &&
        accepts(pattern.key, { type: type.key, nullable: false }, bindings, bounds) &&
        accepts(pattern.value, { type: type.value, nullable: type.valueContainsNull }, bindings, bounds)
      );
    case "variable": {
      const bound = bounds.get(pattern.name);
      if (bound !== undefined && !accepts(bound, value, bindings, bounds)) return false;
      const before = bindings.get(pattern.name);
      const common = before === undefined ? type : commonType(before.type, type);
      if (common === undefined) return false;
      bindings.set(pattern.name, { type: common, nullable: nullable || before?.nullable === true });
      return true;
    }
    case "lambda":
      return false;
  }
}

const IS_IN: { readonly [C in TypeClass]: (type: DataType) => boolean } = {
  any: () => true,
  number: isNumeric,
  whole: isWhole,
  decimal: (type) => type.kind === "decimal",
  orderable: isOrderable,
  struct: (type) => type.kind === "struct",
};

/** Conversions that happen by themselves: they cannot fail, and Spark does them under every setting. */
function widens(from: DataType, to: DataType["kind"]): boolean {
  if (from.kind === to) return true;
  if (to === "bigint") return from.kind === "int";
  if (to === "double") return isNumeric(from);
  return to === "timestamp" && from.kind === "date";
}

/** The type that a pattern stands for, once its variables are bound. */
export function typeOf(pattern: Pattern, bindings: Bindings): DataType {
  switch (pattern.kind) {
    case "type":
      return { kind: pattern.type };
    case "variable":
      return bindings.get(pattern.name)?.type ?? { kind: "null" };
    case "array":
      return {
        kind: "array",
        element: typeOf(pattern.element, bindings),
        containsNull: isNullable(pattern.element, bindings),
      };
    case "map":
      return {
        kind: "map",
        key: typeOf(pattern.key, bindings),
        value: typeOf(pattern.value, bindings),
        valueContainsNull: isNullable(pattern.value, bindings),
      };
    default:
      return { kind: "null" };
  }
}

/** Whether what the pattern stands for can be null: a variable remembers it of its arguments. */
export const isNullable = (pattern: Pattern, bindings: Bindings): boolean =>
  pattern.kind === "variable" && bindings.get(pattern.name)?.nullable === true;

/** A pattern in words: `a number`, `an array`. */
export function describePattern(pattern: Pattern, bounds: Signature["bounds"]): string {
  switch (pattern.kind) {
    case "type":
      return pattern.type;
    case "class":
      return CLASS_WORDS[pattern.name];
    case "array":
      return pattern.element.kind === "type" ? `array<${pattern.element.type}>` : "an array";
    case "map":
      return "a map";
    case "either":
      return pattern.options.map((option) => describePattern(option, bounds)).join(" or ");
    case "variable": {
      const bound = bounds.get(pattern.name);
      return bound === undefined ? "of the same type as the others" : describePattern(bound, bounds);
    }
    case "lambda":
      return `a lambda such as ${pattern.parameters.length > 1 ? "(x, y)" : "x"} -> …`;
  }
}

const CLASS_WORDS: { readonly [C in TypeClass]: string } = {
  any: "any value",
  number: "a number",
  whole: "int or bigint",
  decimal: "a decimal",
  orderable: "something that has an order",
  struct: "a struct",
};
