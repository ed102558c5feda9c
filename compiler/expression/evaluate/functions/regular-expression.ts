import { literalOf } from "../../infer/given-call.js";
import type { CallNode } from "../../typed-node.js";
import { type Evaluator, type Evaluators, strict } from "../evaluator.js";
import { type JavaPattern, javaPattern, type Match, splitBy, whole } from "../pattern.js";
import { patternRefused } from "../pattern-refused.js";
import { charactersOf, readable } from "../text.js";
import { arrayOf, textIn, type Value, wholeIn } from "../value.js";

const patternIn = ({ arguments: [, pattern] }: CallNode): JavaPattern =>
  javaPattern(String(pattern && literalOf(pattern)));

/** Of a text and the pattern that is written out. */
const byPattern = (compute: (text: string, pattern: JavaPattern, rest: readonly Value[]) => Value): Evaluator => ({
  ...strict(([text, , ...rest], { call }) => compute(readable(textIn(text)), patternIn(call), rest)),
  unless: ({ arguments: [, pattern] }) => patternRefused(pattern),
});

const groupOf = (match: Match | undefined, group: Value | undefined): string =>
  whole(match?.groups[group === undefined ? 1 : Number(wholeIn(group))] ?? "");

/** `$1` is a group, a backslash takes what follows it as it is; digits go on as long as there is such a group. */
function replacement(text: string, { groups }: Match): string {
  let result = "";
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === "\\") {
      at += 1;
      result += text.charAt(at);
    } else if (character === "$") {
      let number = Number(text.charAt(at + 1));
      at += 1;
      while (/^\d$/.test(text.charAt(at + 1)) && number * 10 + Number(text.charAt(at + 1)) < groups.length) {
        number = number * 10 + Number(text.charAt(at + 1));
        at += 1;
      }
      result += groups[number] ?? "";
    } else result += character;
  }
  return result;
}

function replaced(text: string, pattern: JavaPattern, by: string): string {
  let [result, from] = ["", 0];
  for (const match of pattern.all(text)) {
    result += text.slice(from, match.start) + replacement(by, match);
    from = match.end;
  }
  return whole(result + text.slice(from));
}

/** An empty pattern parts all characters, and with a limit takes so many of them. */
export function split(text: string, pattern: string, limit: number): readonly string[] {
  if (pattern !== "" || text === "") return splitBy(readable(text), javaPattern(pattern), limit === 0 ? -1 : limit);
  const characters = charactersOf(text);
  const count = limit > characters.length || limit <= 0 ? characters.length : limit;
  return characters.slice(0, count);
}

export const regularExpression: Evaluators = {
  split: {
    ...strict(([text, pattern, limit]) =>
      arrayOf(split(textIn(text), textIn(pattern), limit === undefined ? -1 : Number(wholeIn(limit)))),
    ),
    unless: ({ arguments: [, pattern] }) => patternRefused(pattern),
  },
  regexp_replace: byPattern((text, pattern, [by]) => replaced(text, pattern, textIn(by))),
  regexp_extract: byPattern((text, pattern, [group]) => groupOf(pattern.first(text), group)),
  regexp_extract_all: byPattern((text, pattern, [group]) =>
    arrayOf([...pattern.all(text)].map((match) => groupOf(match, group))),
  ),
  regexp_like: byPattern((text, pattern) => pattern.test(text)),
  regexp_count: byPattern((text, pattern) => BigInt([...pattern.all(text)].length)),
  regexp_substr: byPattern((text, pattern) => whole(pattern.first(text)?.groups[0] ?? "") || null),
  regexp_instr: byPattern((text, pattern) => BigInt((pattern.first(text)?.start ?? -1) + 1)),
};
