import { type Json, parseJson, printJson } from "./json-text.js";

type Step =
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "index"; readonly index: number }
  /** `[*]` */
  | { readonly kind: "elements" }
  /** `.*`, which finds nothing. */
  | { readonly kind: "members" };

/** The steps of a path such as `$.a[0]['b c'][*]`, or undefined if it is none. */
function stepsOf(path: string): readonly Step[] | undefined {
  if (!path.startsWith("$")) return undefined;
  const steps: Step[] = [];
  const step = /\s*(?:(\.\*|\['\*'\])|\.([^.[]+)|\['([^'?]+)'\]|\[\s*(?:(\d+)|(\*))\s*\])/y;
  step.lastIndex = 1;
  while (step.lastIndex < path.length) {
    const match = step.exec(path);
    if (match === null) return undefined;
    const [, members, name, quoted, index] = match;
    const named = name ?? quoted;
    if (members !== undefined) steps.push({ kind: "members" });
    else if (named !== undefined) steps.push({ kind: "name", name: named });
    else steps.push(index === undefined ? { kind: "elements" } : { kind: "index", index: Number(index) });
  }
  return steps;
}

/** How what is found is written: a text alone without quotes, within an array with them, and arrays of arrays as one. */
type Style = "raw" | "quoted" | "flat";

/** What `get_json_object` finds, with the rules that Spark has from Hive; null for nothing. */
export function findInJson(text: string, path: string): string | null {
  const steps = stepsOf(path);
  const json = parseJson(text, { controlCharacters: true, noNumbers: false });
  if (steps === undefined || json === undefined) return null;
  const found = matches(json, steps, "raw");
  return found.length === 0 ? null : found.join("");
}

/** The values that are found, as they are written one after another. */
function matches(json: Json, steps: readonly Step[], style: Style): readonly string[] {
  const [step, ...rest] = steps;
  if (step === undefined) {
    if (json.kind === "string" && style === "raw") return [json.text];
    if (json.kind === "array" && style === "flat")
      return json.elements.flatMap((element) => matches(element, [], style));
    return [printJson(json)];
  }
  if (json.kind === "object" && step.kind === "name") {
    for (const [name, value] of json.members) {
      const isNull = value.kind === "word" && value.word === "null";
      const inside = name === step.name && !isNull ? matches(value, rest, style) : [];
      if (inside.length > 0) return inside;
    }
    return [];
  }
  if (json.kind !== "array") return [];
  if (step.kind === "index") {
    const element = json.elements[step.index];
    return element === undefined ? [] : matches(element, rest, rest[0]?.kind === "elements" ? "quoted" : style);
  }
  return step.kind === "elements" ? inElements(json.elements, rest, style) : [];
}

function inElements(elements: readonly Json[], rest: readonly Step[], style: Style): readonly string[] {
  if (rest[0]?.kind === "elements") {
    const flat = elements.flatMap((element) => matches(element, rest.slice(1), "flat"));
    return flat.length === 0 ? [] : [`[${flat.join(",")}]`];
  }
  const inside = elements.map((element) => matches(element, rest, style === "raw" ? "quoted" : style));
  const found = inside.filter((one) => one.length > 0);
  const texts = found.flat();
  if (style === "quoted") return texts.length === 0 ? [] : [`[${texts.join(",")}]`];
  if (found.length === 1) return [texts.join(",")];
  return found.length === 0 ? [] : [`[${texts.join(",")}]`];
}
