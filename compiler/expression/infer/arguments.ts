import type { CatalogueFunction } from "../catalogue/row.js";
import type { Pattern, Signature } from "../catalogue/signature.js";
import { expressionDiagnostics } from "../diagnostics.js";
import type { CallSyntax, Syntax } from "../parse/syntax.js";
import { type DataType, printType, sameType } from "../type.js";
import type { TypedNode } from "../typed-node.js";
import { allNullable } from "./common-type.js";
import { inferLambda } from "./infer-lambda.js";
import { type Inference, refuse, whole } from "./inference.js";
import { accepts, type Bindings, describePattern, parameterAt, typeOf } from "./match.js";

/** The arguments of a call typed against the function's signatures, and the result's type by the one that fits. */
export function argumentsOf(
  called: CatalogueFunction,
  syntax: CallSyntax,
  inference: Inference,
): { readonly nodes: readonly TypedNode[]; readonly type: DataType } | undefined {
  const count = syntax.arguments.length;
  const candidates = called.signatures.filter((signature) => takes(signature, count, syntax.star));
  if (candidates.length === 0) return refuseCount(called, syntax, inference);
  const isLambdaAt = (position: number): boolean =>
    candidates.every((signature) => parameterAt(signature, position)?.pattern.kind === "lambda");
  const values = syntax.arguments.map((argument, i) =>
    isLambdaAt(i) ? "lambda" : inference.infer(argument, inference),
  );
  const known = whole(values);
  if (known === undefined) return undefined;
  let best: Mismatch | undefined;
  for (const signature of candidates) {
    const bindings: Bindings = new Map();
    const mismatch = firstMismatch(signature, known, bindings);
    if (mismatch === undefined) {
      const alike = withElementsAlike(signature, known, bindings);
      if (alike === known) return withLambdas(called, signature, known, syntax, bindings, inference);
      const widened: Bindings = new Map();
      firstMismatch(signature, alike, widened);
      return withLambdas(called, signature, alike, syntax, widened, inference);
    }
    if (best === undefined || mismatch.position > best.position) best = mismatch;
    else if (mismatch.position === best.position)
      best = { ...best, expected: [...new Set([...best.expected, ...mismatch.expected])] };
  }
  return best && refuseType(best, syntax, inference);
}

interface Mismatch {
  readonly position: number;
  readonly expected: readonly string[];
  readonly found: DataType;
  readonly form?: string;
}

function takes({ parameters, ofRows }: Signature, count: number, star: boolean): boolean {
  if (star !== ofRows) return false;
  const least = parameters.filter((parameter) => !parameter.optional && !parameter.variadic).length;
  return count >= least && (count <= parameters.length || parameters.at(-1)?.variadic === true);
}

function firstMismatch(
  signature: Signature,
  values: readonly (TypedNode | "lambda")[],
  bindings: Bindings,
): Mismatch | undefined {
  for (const [position, value] of values.entries()) {
    const parameter = parameterAt(signature, position);
    if (parameter === undefined || value === "lambda") continue;
    const { type } = value;
    if (!accepts(parameter.pattern, value, bindings, signature.bounds)) {
      const seen = parameter.pattern.kind === "variable" ? bindings.get(parameter.pattern.name)?.type : undefined;
      const words = describePattern(parameter.pattern, signature.bounds);
      return {
        position,
        expected: [seen === undefined ? words : `${words} (as ${printType(seen)} before it)`],
        found: type,
      };
    }
    if (parameter.literal && (value.kind !== "literal" || value.value.kind === "null")) {
      return { position, expected: [], found: type, form: "must be written out: it is checked before anything runs." };
    }
    const canBeNull = value.nullable || (type.kind === "array" && type.containsNull);
    if (
      parameter.neverNull &&
      canBeNull &&
      !(parameter.pattern.kind === "array" && type.kind === "array" && !type.containsNull)
    ) {
      return {
        position,
        expected: [],
        found: type,
        form: "can be null here, and Spark fails on that. Wrap it in coalesce, or require the column.",
      };
    }
  }
  return undefined;
}

/**
 * Elements of arrays, and keys of maps, that must be of one type with another argument are cast to it, where Spark does not widen them
 * by itself: of decimals it only takes equal ones.
 */
function withElementsAlike(
  signature: Signature,
  values: readonly (TypedNode | "lambda")[],
  bindings: Bindings,
): readonly (TypedNode | "lambda")[] {
  const patterns = signature.parameters.map(({ pattern }) => pattern);
  if (!patterns.some(({ kind }) => kind === "array" || kind === "map")) return values;
  const sought = patterns.flatMap((pattern) => (pattern.kind === "variable" ? [pattern.name] : []));
  const names = patterns.flatMap((pattern) => {
    if (pattern.kind === "array") return pattern.element.kind === "variable" ? [pattern.element.name] : [];
    return pattern.kind === "map" && pattern.key.kind === "variable" && sought.includes(pattern.key.name)
      ? [pattern.key.name]
      : [];
  });
  const targets = values.map((_, i) => {
    const pattern = parameterAt(signature, i)?.pattern;
    const variable = pattern?.kind === "array" ? pattern.element : pattern?.kind === "map" ? pattern.key : pattern;
    return pattern !== undefined && variable?.kind === "variable" && names.includes(variable.name)
      ? typeOf(pattern, bindings)
      : undefined;
  });
  const isOther = (value: TypedNode | "lambda", i: number): boolean => {
    const target = targets[i];
    return value !== "lambda" && target !== undefined && !sameType(value.type, target);
  };
  return values.some(isOther)
    ? values.map((value, i) => {
        const target = targets[i];
        if (value === "lambda" || target === undefined || !isOther(value, i)) return value;
        return castTo(value, allNullable(target));
      })
    : values;
}

function withLambdas(
  called: CatalogueFunction,
  signature: Signature,
  values: readonly (TypedNode | "lambda")[],
  syntax: CallSyntax,
  bindings: Bindings,
  inference: Inference,
): { readonly nodes: readonly TypedNode[]; readonly type: DataType } | undefined {
  const nodes = values.map((value, i) => {
    const [argument, pattern]: [Syntax | undefined, Pattern | undefined] = [
      syntax.arguments[i],
      parameterAt(signature, i)?.pattern,
    ];
    if (value !== "lambda") return value;
    return argument && pattern?.kind === "lambda"
      ? inferLambda(called.name, i, argument, pattern, bindings, signature, inference)
      : undefined;
  });
  const known = whole(nodes);
  if (known === undefined) return undefined;
  const open = withStartOpen(signature, values, known);
  if (open === undefined) return { nodes: known, type: typeOf(signature.result, bindings) };
  const widened: Bindings = new Map();
  firstMismatch(signature, open, widened);
  return withLambdas(called, signature, open, syntax, widened, inference);
}

/**
 * The arguments with one cast so that what is in it can be null, if a lambda gives the same type with more that can be: Spark takes the
 * type of the argument for that of the result, and reads no null where none can be.
 */
function withStartOpen(
  signature: Signature,
  values: readonly (TypedNode | "lambda")[],
  known: readonly TypedNode[],
): readonly (TypedNode | "lambda")[] | undefined {
  const given = known.map((node, i) => ({ node, pattern: parameterAt(signature, i)?.pattern }));
  const start = given.findIndex(({ node, pattern }) =>
    given.some(
      (other) =>
        pattern?.kind === "variable" &&
        other.pattern?.kind === "lambda" &&
        other.pattern.result.kind === "variable" &&
        other.pattern.result.name === pattern.name &&
        admitsMore(other.node.type, node.type),
    ),
  );
  return start === -1
    ? undefined
    : values.map((value, i) => (i === start && value !== "lambda" ? castTo(value, allNullable(value.type)) : value));
}

/** Whether there can be a null in a value of the one type where there is none in a value of the other, which else is the same. */
const admitsMore = (more: DataType, less: DataType): boolean =>
  JSON.stringify(more) !== JSON.stringify(less) && JSON.stringify(allNullable(less)) !== JSON.stringify(less);

const castTo = (operand: TypedNode, type: DataType): TypedNode => ({
  kind: "cast",
  safe: false,
  operand,
  type,
  nullable: operand.nullable,
});

function refuseCount(called: CatalogueFunction, syntax: CallSyntax, inference: Inference): undefined {
  const counts = called.signatures.map(({ parameters }) => {
    const least = parameters.filter((parameter) => !parameter.optional && !parameter.variadic).length;
    const most = parameters.at(-1)?.variadic === true ? "more" : String(parameters.length);
    if (most === "more") return `${least} or more`;
    return String(least) === most ? most : `${least} to ${most}`;
  });
  const expected = `${[...new Set(counts)].join(", or ")} ${counts.at(-1) === "1" ? "argument" : "arguments"}`;
  const params = { function: syntax.name, expected, found: syntax.arguments.length };
  return refuse(inference, syntax, (origin) => expressionDiagnostics.argumentCount.at(origin, params));
}

function refuseType(mismatch: Mismatch, syntax: CallSyntax, inference: Inference): undefined {
  const { position, expected, found, form } = mismatch;
  const place = syntax.arguments[position] ?? syntax;
  if (form !== undefined) {
    return refuse(inference, place, (origin) =>
      expressionDiagnostics.argumentForm.at(origin, { function: syntax.name, position: position + 1, problem: form }),
    );
  }
  const params = {
    function: syntax.name,
    position: position + 1,
    expected: expected.join(" or "),
    found: printType(found),
    remedy: remedyFor(expected, found),
  };
  return refuse(inference, place, (origin) => expressionDiagnostics.argumentType.at(origin, params));
}

function remedyFor(expected: readonly string[], found: DataType): string {
  const [only] = expected;
  if (only === undefined || expected.length > 1) return "";
  if (only === "string" && !["array", "map", "struct", "binary"].includes(found.kind))
    return " Write cast(… as string).";
  if (found.kind === "string" && only === "timestamp") return " Write try_to_timestamp(…).";
  if (found.kind === "string" && only === "date") return " Write to_date(…).";
  const castsTo =
    ["int", "bigint", "double", "boolean"].includes(only) &&
    ["string", "int", "bigint", "decimal", "double"].includes(found.kind);
  return castsTo ? ` Write try_cast(… as ${only}).` : "";
}
