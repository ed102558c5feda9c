import { parseExpression } from "../../local/adf/expression/parse.js";
import { type Expression, expressionsOf, parts, type Selection } from "../../local/adf/expression/tree.js";
import type { Json } from "./factory.js";
import { inputsFor, inputsForVariable } from "./inputs.js";

/** What Microsoft's engine is asked: `.ci/expressions.mjs` has what each of them is. */
export interface Question {
  readonly e: string;
  readonly p?: Json;
  readonly v?: Json;
  readonly i?: Json;
  readonly a?: Json;
}

/** A value that an expression asks for: `activity('old mark')`, `output`, `firstRow`, `mark`. */
interface Asked {
  readonly root: "pipeline" | "variables" | "item" | "activity";
  readonly path: readonly string[];
  /** `?.`: it may be that it is not there. */
  readonly isSafe: boolean;
}

/**
 * Texts as they are asked. Ids (eight digits, computed of what a project says) stand in texts only, which are copied: all are
 * asked as one. The engine knows no trigger, and its clock goes on: what comes of them is asked as if it came of an item.
 */
export const asAsked = (text: string): string =>
  text
    .replace(/(?<=N'|\/\d+-)[0-9a-f]{8}\b/g, "00000000")
    .replaceAll("trigger().outputs", "item()")
    .replaceAll("utcNow(", "formatDateTime(item().utcNow, ");

/** Questions for a text, with two inputs, and with eight where there is a condition. */
export function questionsFor(text: string): readonly Question[] {
  const expressions = expressionsOf(parseExpression(text)).flatMap((expression) => [...parts(expression)]);
  const inner = new Set(expressions.flatMap((part) => (part.kind === "selection" ? [part.of] : [])));
  const asked = expressions.filter((part) => !inner.has(part)).flatMap(askedBy);
  const hasCondition = expressions.some((part) => part.kind === "call" && conditions.has(part.name.toLowerCase()));
  const distinct = [...new Map(asked.map((one) => [JSON.stringify([one.root, one.path]), one])).values()];
  const count = distinct.length === 0 ? 1 : hasCondition ? 8 : 2;
  const questions = Array.from({ length: count }, (_, turn) => questionOf(text, distinct, turn, hasCondition));
  return [...new Map(questions.map((one) => [JSON.stringify(one), one])).values()];
}

const conditions = new Set(["if", "and", "or", "not", "equals", "greater", "greaterorequals", "less", "lessorequals"]);

/** Inputs change together where nothing depends on them, and else at paces of their own, so that they meet in many ways. */
function questionOf(text: string, asked: readonly Asked[], turn: number, hasCondition: boolean): Question {
  let question: { readonly [key: string]: Json } = {};
  asked.forEach((one, place) => {
    const inputs = [...inputsOf(one), ...(one.isSafe ? [undefined] : [])];
    const input = inputs[(hasCondition ? turn >> (place % 3) : turn) % inputs.length];
    question = within(question, placeOf(one, input), input);
  });
  return { e: text, ...question };
}

const inputsOf = ({ root, path }: Asked): readonly Json[] =>
  root === "variables" ? inputsForVariable(path.join()) : inputsFor(path);

/** What is not there ends with the step before the last: an activity that was skipped has no `output.filesRead`. */
function placeOf({ root, path }: Asked, input: Json | undefined): readonly string[] {
  const steps = input === undefined ? path.slice(0, -1) : path;
  if (root === "pipeline") return ["p", ...steps];
  if (root === "variables") return ["v", ...steps];
  if (root === "item") return ["i", ...steps];
  const [name = "", ...rest] = steps;
  return ["a", name, "outputs", "body", ...rest];
}

function within(into: Json | undefined, [step, ...rest]: readonly string[], value: Json | undefined): JsonObject {
  const object = isObject(into) ? into : {};
  if (step === undefined) return object;
  const inner = rest.length > 0 ? within(object[step], rest, value) : (value ?? object[step] ?? {});
  return { ...object, [step]: inner };
}

type JsonObject = { readonly [name: string]: Json };

const isObject = (json: Json | undefined): json is JsonObject =>
  typeof json === "object" && json !== null && !Array.isArray(json);

function askedBy(part: Expression): readonly Asked[] {
  if (part.kind === "call" && part.name === "item") return [{ root: "item", path: [], isSafe: false }];
  if (part.kind === "call" && part.name === "variables")
    return [{ root: part.name, path: namesIn(part), isSafe: false }];
  if (part.kind !== "selection") return [];
  const { root, steps } = chainOf(part);
  if (root?.kind !== "call") return [];
  const isKnown = root.name === "pipeline" || root.name === "item" || root.name === "activity";
  if (!isKnown) throw new Error(`test/adf/questions.ts has no inputs for '${root.name}()'`);
  return [
    {
      root: root.name,
      path: [...namesIn(root), ...steps.map(({ key }) => key)],
      isSafe: steps.some(({ isSafe }) => isSafe),
    },
  ];
}

/** What it is asked for by: `activity('old mark')`. */
function namesIn({ arguments: [first] }: Pick<Extract<Expression, { kind: "call" }>, "arguments">): readonly string[] {
  return first?.kind === "literal" ? [String(first.value)] : [];
}

interface Step {
  readonly key: string;
  readonly isSafe: boolean;
}

function chainOf({ of, key, isSafe }: Selection): {
  readonly root: Expression | undefined;
  readonly steps: readonly Step[];
} {
  const name = nameOf(key);
  if (name === undefined) return { root: undefined, steps: [] };
  const before = of.kind === "selection" ? chainOf(of) : { root: of, steps: [] };
  return { root: before.root, steps: [...before.steps, { key: name, isSafe }] };
}

/** A name that depends on a condition is asked for as what it is where that holds: where it does not, there is nothing by the other. */
function nameOf(key: Expression): string | undefined {
  if (key.kind === "call" && key.name === "if" && key.arguments[1]) return nameOf(key.arguments[1]);
  return key.kind === "literal" ? String(key.value) : undefined;
}
