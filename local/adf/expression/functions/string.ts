import { foldCase, toLower, toUpper } from "../letters.js";
import { Problem } from "../problem.js";
import { textOf } from "../text.js";
import { type Call, type FunctionRule, int32At, integerAt, many, optionalStringAt, stringAt } from "./call.js";

/** https://learn.microsoft.com/azure/data-factory/control-flow-expression-language-functions#string-functions */
export const stringFunctions: Readonly<Record<string, FunctionRule>> = {
  concat: { takes: [1, many], call: ({ values }) => values.map(textOf).join("") },
  endsWith: { takes: [2, 2], call: (call) => foldedAt(call, 0).endsWith(foldedAt(call, 1)) },
  guid: { takes: [0, 1], call: guid },
  indexOf: { takes: [2, 2], call: (call) => BigInt(foldedAt(call, 0).indexOf(foldedAt(call, 1))) },
  lastIndexOf: { takes: [2, 2], call: lastIndexOf },
  replace: { takes: [3, 3], call: replace },
  split: { takes: [2, 2], call: split },
  startsWith: { takes: [2, 2], call: (call) => foldedAt(call, 0).startsWith(foldedAt(call, 1)) },
  substring: { takes: [2, 3], call: substring },
  toLower: { takes: [1, 1], call: (call) => toLower(stringAt(call, 0)) },
  toUpper: { takes: [1, 1], call: (call) => toUpper(stringAt(call, 0)) },
  trim: { takes: [1, 1], call: (call) => stringAt(call, 0).replace(/^[\s\u0085]+|[\s\u0085]+$/g, "") },
};

/** To search without regard to case. */
const foldedAt = (call: Call, index: number): string => foldCase(stringAt(call, index));

function lastIndexOf(call: Call): bigint {
  const text = foldedAt(call, 0);
  const part = foldedAt(call, 1);
  // The engine finds nothing before the last character, not after it.
  if (part === "") return BigInt(Math.max(0, text.length - 1));
  return BigInt(text.lastIndexOf(part));
}

function replace(call: Call): string {
  const [text, old, other] = [stringAt(call, 0), stringAt(call, 1), stringAt(call, 2)];
  if (old === "") throw new Problem("'replace' cannot look for an empty string");
  return text.replaceAll(old, () => other);
}

function split(call: Call): readonly string[] {
  const [text, separator] = [stringAt(call, 0), stringAt(call, 1)];
  return separator === "" ? [text] : text.split(separator);
}

function substring(call: Call): string {
  const text = stringAt(call, 0);
  const start = int32At(call, 1);
  const length = call.values.length > 2 ? int32At(call, 2) : text.length - start;
  if (start < 0 || start >= text.length) {
    throw new Problem(`'substring' cannot start at ${integerAt(call, 1)} in a string of ${text.length} characters`);
  }
  if (length < 0 || start + length > text.length) {
    throw new Problem(`'substring' cannot take ${length} characters from ${start} on: there are ${text.length}`);
  }
  return text.slice(start, start + length);
}

function guid(call: Call): string {
  const format = optionalStringAt(call, 0) ?? "D";
  const clock = call.context.clock;
  if (clock === undefined) throw new Problem("'guid' has no value here");
  const text = clock.guid().toLowerCase();
  const digits = text.replaceAll("-", "");
  switch (format) {
    case "D":
      return text;
    case "N":
      return digits;
    case "B":
      return `{${text}}`;
    case "P":
      return `(${text})`;
    case "X": {
      const [a, b, c, ...rest] = [8, 4, 4, 2, 2, 2, 2, 2, 2, 2, 2].map(cutter(digits));
      return `{0x${a},0x${b},0x${c},{${rest.map((two) => `0x${two}`).join(",")}}}`;
    }
    default:
      throw new Problem(`'guid' knows the formats N, D, B, P and X, not '${format}'`);
  }
}

/** Cuts one length after the other off the text. */
function cutter(text: string): (length: number) => string {
  let at = 0;
  return (length) => {
    at += length;
    return text.slice(at - length, at);
  };
}
