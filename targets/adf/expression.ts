declare const brand: unique symbol;

/**
 * An expression of Data Factory, without the `@` that begins it. Only this file makes it, so text of the YAML never becomes
 * one: it comes in by `quoted`, and into a string by `verbatim`.
 * https://learn.microsoft.com/azure/data-factory/control-flow-expression-language-functions
 */
export type Expression = string & { readonly [brand]: "expression" };

/** As a property holds it. */
export type Evaluated = { readonly value: string; readonly type: "Expression" };

/** What a property may hold that takes expressions. */
export type Value = string | Evaluated;

const made = (text: string): Expression => text as Expression;

/** The property's whole value: it keeps the type that the expression has. */
export const evaluated = (expression: Expression): Evaluated => ({ value: `@${expression}`, type: "Expression" });

/** A string literal within an expression. */
export const quoted = (text: string): Expression => made(`'${text.replaceAll("'", "''")}'`);

export const call = (name: string, ...items: readonly Expression[]): Expression => made(`${name}(${items.join(", ")})`);

export const number = (value: number): Expression => made(String(value));

/** `activity('old mark').output.firstRow.mark`; the path is made of our own names. */
export const outputOf = (activity: string, ...path: readonly string[]): Expression =>
  made([`${call("activity", quoted(activity))}.output`, ...path].join("."));

/** The same of an activity that may not have run; then, and where it has nothing of the name, null. */
export const outputIfAny = (activity: string, field: string): Expression =>
  made(`${call("activity", quoted(activity))}?.output?.${field}`);

/** What an object has by a name that is an expression itself. Where it has none what asks fails, with the name in its message. */
export const member = (of: Expression, name: Expression): Expression => made(`${of}[${name}]`);

/** What an activity has failed with; null where it has not, or did not run. */
export const errorOf = (activity: string): Expression => made(`${call("activity", quoted(activity))}?.error?.message`);

/** What is known of the run. */
export const run = (what: "DataFactory" | "Pipeline" | "RunId"): Expression => made(`pipeline().${what}`);

/** A field of what a ForEach is at. */
export const item = (field: string): Expression => made(`item().${field}`);

/** All that a ForEach is at. */
export const itself: Expression = made("item()");

/** The same of a field within others; null where it, or one before it, is not there. */
export const itemIfAny = (...path: readonly string[]): Expression => made(["item()", ...path].join("?."));

export const parameter = (name: string): Expression => made(`pipeline().parameters.${name}`);

/** A variable of the pipeline. */
export const variable = (name: string): Expression => call("variables", quoted(name));

export const globalParameter = (name: string): Expression => made(`pipeline().globalParameters.${name}`);

/** Of the window that a run is for, in UTC: only in what its trigger hands over. */
export const windowStart: Expression = made("trigger().outputs.windowStartTime");
export const windowEnd: Expression = made("trigger().outputs.windowEndTime");

/** A parameter of the dataset that asks. */
export const ofDataset = (name: string): Expression => made(`dataset().${name}`);

/** A place in a string where the expression's value is put. */
export interface Hole {
  readonly hole: Expression;
}

/** A string with holes; its texts stay as they are, whatever they hold. */
export function filled(parts: readonly (string | Hole)[]): Value {
  if (parts.every((part) => typeof part === "string")) return verbatim(parts.join(""));
  // Beside a hole an `@` may mean many things: those of the texts are values of holes of their own.
  const plain = (text: string): string => text.replaceAll(/@+/g, (signs) => `@{${quoted(signs)}}`);
  const texts = parts.map((part) => (typeof part === "string" ? plain(part) : `@{${part.hole}}`));
  return { value: texts.join(""), type: "Expression" };
}

/**
 * Text of the YAML as a property that the service evaluates; it evaluates to itself. After an `@@` that begins it the service
 * looks for no expression, elsewhere it does.
 */
export const verbatim = (text: string): string => (text.startsWith("@") ? `@${text}` : text.replaceAll("@{", "@@{"));
