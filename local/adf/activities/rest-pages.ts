import { ActivityError } from "../activity.js";
import { parseJson } from "../expression/read-json.js";
import { isArray, isObject, type Value } from "../expression/value.js";
import type { Reader } from "../reader.js";

/** How a copy comes from one page to the next. https://learn.microsoft.com/azure/data-factory/connector-rest#pagination-support */
export interface PageRules {
  /** `{name}` in the address stands for numbers from one on. */
  readonly range: { readonly name: string; readonly from: number; readonly step: number } | undefined;
  /** Where the address of the next page is. */
  readonly next: readonly string[] | undefined;
  /** A list that is empty on the last page. */
  readonly ends: readonly string[] | undefined;
  /** The copy ends at so many requests, without a word. */
  readonly most: number | undefined;
}

/** Reads `paginationRules`; what is not done on this machine is told. */
export function readPageRules(rules: Reader): PageRules {
  let found: PageRules = { range: undefined, next: undefined, ends: undefined, most: undefined };
  for (const name of rules.names()) found = { ...found, ...readRule(name, rules) };
  rules.done();
  if (found.range && !found.ends && found.most === undefined)
    rules.problem("a range without an end, and no end condition, goes on for ever.");
  return found;
}

function readRule(name: string, rules: Reader): Partial<PageRules> {
  const ranging = /^(?:QueryParameters|AbsoluteUrl)\.\{([^{}]+)\}$/.exec(name)?.[1];
  const ending = /^EndCondition:(\$.+)$/.exec(name)?.[1];
  if (name === "supportRFC5988") {
    rules.only(name, ["false"]);
    return {};
  }
  if (name === "MaxRequestNumber") {
    const text = rules.text(name);
    if (!/^[1-9]\d*$/.test(text)) rules.problem(`'${name}' is no number: ${JSON.stringify(text)}.`);
    return { most: Number(text) };
  }
  if (name === "AbsoluteUrl") return { next: namesIn(rules.text(name), rules) };
  if (ending !== undefined) {
    rules.only(name, ["Empty"]);
    return { ends: namesIn(ending, rules) };
  }
  if (ranging === undefined) return {}; // told as not done
  const [, from, step] = /^RANGE:(\d+)::([1-9]\d*)$/.exec(rules.text(name)) ?? [];
  if (step === undefined) rules.problem(`${name}: only 'RANGE:<from>::<step>' is done on this machine.`);
  return { range: { name: ranging, from: Number(from), step: Number(step) } };
}

/** The names in a path of JSON that is nothing but names. */
function namesIn(path: string, rules: Reader): readonly string[] {
  const steps = [...path.matchAll(/\.([A-Za-z_][A-Za-z0-9_]*)|\['([^']+)'\]/g)];
  if (path !== `$${steps.map(([step]) => step).join("")}` || steps.length === 0)
    rules.problem(`the path ${JSON.stringify(path)} is not looked up on this machine, only names as in '$.a.b'.`);
  return steps.map(([, dotted, quoted]) => dotted ?? quoted ?? "");
}

/** What is asked for after an answer; undefined: that was the last one. */
export function nextUrl(
  rules: PageRules,
  template: string,
  asked: { readonly url: string; readonly page: number },
  body: Value,
): string | undefined {
  if (rules.ends && isEmpty(valueAt(body, rules.ends), rules.ends)) return undefined;
  if (rules.range) return urlOf(template, rules, asked.page + 1);
  if (rules.next === undefined) return undefined;
  const next = valueAt(body, rules.next);
  return next === undefined || next === null ? undefined : linked(next, asked.url);
}

/** The address of a page, from 1 on. */
export const urlOf = (template: string, { range }: PageRules, page: number): string =>
  range === undefined ? template : template.replaceAll(`{${range.name}}`, String(range.from + (page - 1) * range.step));

/**
 * No page says what the service sends to another host, nor what a relative address is relative to: neither is followed here, for the key
 * goes with each request.
 */
function linked(next: Value, asked: string): string {
  if (typeof next !== "string" || !URL.canParse(next))
    throw new ActivityError(
      `The address of the next page is ${JSON.stringify(next)}, which is not followed on this machine: only a whole one is.`,
    );
  if (new URL(next).origin !== new URL(asked).origin)
    throw new ActivityError(
      `The next page is at ${new URL(next).origin}, and was expected where the one before was: the API's key would be shown to another host.`,
    );
  return next;
}

function isEmpty(value: Value | undefined, names: readonly string[]): boolean {
  if (value !== undefined && isArray(value)) return value.length === 0;
  throw new ActivityError(
    `An answer has no list at '${names.join(".")}': whether that ends the pages is not documented.`,
  );
}

function valueAt(body: Value, names: readonly string[]): Value | undefined {
  let value: Value | undefined = body;
  for (const name of names)
    value = value !== undefined && isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  return value;
}

/** An answer: a JSON object. */
export function answerOf(text: string, url: string): Value {
  try {
    const body = parseJson(text);
    if (isObject(body)) return body;
  } catch {
    // told below
  }
  throw new ActivityError(`${url}: the answer is no JSON object.`);
}
