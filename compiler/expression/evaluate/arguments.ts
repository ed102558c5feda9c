import type { Pattern, Signature } from "../catalogue/signature.js";
import { accepts, type Bindings, parameterAt, typeOf } from "../infer/match.js";
import type { DataType } from "../type.js";
import type { CallNode } from "../typed-node.js";

/** The types that a call's arguments become: those of the signature that takes them, and of what its variables stand for. */
export function parametersOf(node: CallNode): readonly DataType[] {
  const taking = node.function.signatures
    .map((signature) => taken(node, signature))
    .find((types) => types !== undefined);
  return taking ?? node.arguments.map(({ type }) => type);
}

function taken(node: CallNode, signature: Signature): readonly DataType[] | undefined {
  const { parameters } = signature;
  const least = parameters.filter(({ optional, variadic }) => !optional && !variadic).length;
  const count = node.arguments.length;
  if (count < least || (count > parameters.length && parameters.at(-1)?.variadic !== true)) return undefined;
  const bindings: Bindings = new Map();
  for (const [i, argument] of node.arguments.entries()) {
    const pattern = parameterAt(signature, i)?.pattern;
    if (argument.kind === "lambda" || pattern === undefined) continue;
    if (!accepts(pattern, argument, bindings, signature.bounds)) return undefined;
  }
  return node.arguments.map((argument, i) => {
    const pattern = parameterAt(signature, i)?.pattern;
    return pattern === undefined || pattern.kind === "lambda"
      ? argument.type
      : within(pattern, argument.type, bindings);
  });
}

function within(pattern: Pattern, type: DataType, bindings: Bindings): DataType {
  switch (pattern.kind) {
    case "class":
      return type;
    case "either": {
      const own = pattern.options.find((option) => option.kind !== "type" || option.type === type.kind);
      const [first] = pattern.options;
      return type.kind === "null"
        ? type
        : within(own ?? widest(pattern.options, type) ?? first ?? pattern, type, bindings);
    }
    case "array":
      return type.kind === "array" ? { ...type, element: within(pattern.element, type.element, bindings) } : type;
    case "map":
      return type.kind === "map"
        ? { ...type, key: within(pattern.key, type.key, bindings), value: within(pattern.value, type.value, bindings) }
        : type;
    default:
      return typeOf(pattern, bindings);
  }
}

const widest = (options: readonly Pattern[], type: DataType): Pattern | undefined =>
  options.find((option) => accepts(option, { type, nullable: true }, new Map(), new Map()));
