import type { LikeOperator } from "../parse/syntax.js";
import { javaPattern } from "./pattern.js";

/** A test of texts by a pattern that is written out. */
export function matcher(operator: LikeOperator, pattern: string): (text: string) => boolean {
  if (operator === "rlike") {
    return javaPattern(pattern).test;
  }
  const ignoresCase = operator === "ilike";
  const wanted = likePattern(ignoresCase ? pattern.toLowerCase() : pattern);
  return (text) => wanted.test(ignoresCase ? text.toLowerCase() : text);
}

/** `%` is any text, `_` one character; a backslash takes what follows it as it is. */
function likePattern(pattern: string): RegExp {
  const source = pattern.replaceAll(/\\(.)|([\s\S])/gu, (_, escaped: string | undefined, plain: string | undefined) =>
    plain === "%" ? "[\\s\\S]*" : plain === "_" ? "[\\s\\S]" : quoted(escaped ?? plain ?? ""),
  );
  return new RegExp(`^${source}$`, "u");
}

export const quoted = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
