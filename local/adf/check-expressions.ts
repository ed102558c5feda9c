import { closest, didYouMean } from "../../compiler/diagnostics/suggest.js";
import { functionNames, unsupported } from "./expression/functions/functions.js";
import { mentionsOf } from "./expression/mentions.js";
import { parseExpression } from "./expression/parse.js";
import { ExpressionError } from "./expression/problem.js";
import type { JsonValue } from "./json.js";

/** Reads all expressions of a file: tells of those that cannot be read, and of functions that there are not. */
export function checkExpressions(json: JsonValue, where: string, problems: string[]): void {
  if (typeof json === "string") problems.push(...problemsOf(json).map((one) => `${where}: ${one}`));
  else if (Array.isArray(json)) for (const item of json) checkExpressions(item, where, problems);
  else if (typeof json === "object" && json !== null)
    for (const item of Object.values(json)) checkExpressions(item, where, problems);
}

function problemsOf(text: string): readonly string[] {
  try {
    return mentionsOf(parseExpression(text)).flatMap(({ kind, name, isKnown }) =>
      kind === "function" && !isKnown ? [unknownFunction(name, text)] : [],
    );
  } catch (error) {
    if (error instanceof ExpressionError) return [error.message];
    throw error;
  }
}

function unknownFunction(name: string, text: string): string {
  const reason = Object.hasOwn(unsupported, name.toLowerCase()) ? unsupported[name.toLowerCase()] : undefined;
  const said = reason === undefined ? `there is no function '${name}'` : `'${name}' cannot be used: ${reason}`;
  return `${said}, in ${JSON.stringify(text)}.${didYouMean(closest(name, functionNames))}`;
}
