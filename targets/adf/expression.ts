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

/** A field of what a ForEach is at. */
export const item = (field: string): Expression => made(`item().${field}`);

export const parameter = (name: string): Expression => made(`pipeline().parameters.${name}`);

export const globalParameter = (name: string): Expression => made(`pipeline().globalParameters.${name}`);

/** A parameter of the dataset that asks. */
export const ofDataset = (name: string): Expression => made(`dataset().${name}`);

/** A place in a string where the expression's value is put. */
export interface Hole {
  readonly hole: Expression;
}

/** A string with holes; its texts stay as they are, whatever they hold. */
export function filled(parts: readonly (string | Hole)[]): Value {
  const merged = withTextsMerged(parts);
  if (merged.every((part) => typeof part === "string")) return unevaluated(merged.join(""));
  const value = merged.map((part, index) =>
    typeof part === "string" ? besideHoles(part, index === 0, index === merged.length - 1) : `@{${part.hole}}`,
  );
  return { value: value.join(""), type: "Expression" };
}

/** What the service takes as the text: after `@@` at the beginning it looks for no expression, elsewhere it does. */
const unevaluated = (text: string): string => (text.startsWith("@") ? `@${text}` : text.replaceAll("@{", "@@{"));

/** `@` before a hole would escape it, and at the beginning of the string all that follows: there it comes from a hole too. */
function besideHoles(text: string, isFirst: boolean, isLast: boolean): string {
  const begin = isFirst ? found(/^@+/, text) : "";
  const end = isLast ? "" : found(/@+$/, text.slice(begin.length));
  const middle = text.slice(begin.length, text.length - end.length);
  return `${hole(begin)}${middle.replaceAll("@{", "@@{")}${hole(end)}`;
}

const found = (pattern: RegExp, text: string): string => pattern.exec(text)?.[0] ?? "";

const hole = (text: string): string => (text === "" ? "" : `@{${quoted(text)}}`);

function withTextsMerged(parts: readonly (string | Hole)[]): readonly (string | Hole)[] {
  const merged: (string | Hole)[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (typeof part === "string" && typeof last === "string") merged[merged.length - 1] = last + part;
    else if (part !== "") merged.push(part);
  }
  return merged;
}

/** Text of the YAML as a property that the service evaluates; it evaluates to itself. */
export const verbatim = (text: string): string => {
  const value = filled([text]);
  return typeof value === "string" ? value : value.value;
};
