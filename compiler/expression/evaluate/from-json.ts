import type { DataType } from "../type.js";
import { bytesOfBase64 } from "./base64.js";
import { fitted, parseDecimal } from "./decimal.js";
import { type Json, parseJson, printJson } from "./json-text.js";
import { arrayOf, type Entry, mapOf, structOf, type Value } from "./value.js";

/** What `from_json` makes of a text by a type: a struct keeps what fits, everything else is null as a whole. */
export function fromJson(text: string, type: DataType): Value {
  if (/^[ \t\r\n]*$/.test(text)) return null;
  const json = parseJson(text, { controlCharacters: false, noNumbers: true });
  const nothing = type.kind === "struct" ? structOf(type.fields.map(() => null)) : null;
  if (json === undefined) return nothing;
  const isOne = type.kind === "array" && type.element.kind === "struct" && json.kind === "object";
  const value = converted(isOne ? { kind: "array", elements: [json] } : json, type);
  return value === undefined ? nothing : (value ?? nothing);
}

/** A value of the type; undefined where the JSON is of another. */
function converted(json: Json, type: DataType): Value | undefined {
  if (json.kind === "word" && json.word === "null") return null;
  switch (type.kind) {
    case "struct":
      return json.kind === "object" ? struct(json.members, type) : undefined;
    case "array": {
      if (json.kind !== "array") return undefined;
      const elements = json.elements.map((element) => converted(element, type.element));
      return elements.includes(undefined) ? undefined : arrayOf(elements.map((element) => element ?? null));
    }
    case "map": {
      if (json.kind !== "object") return undefined;
      const values = json.members.map(([, value]) => converted(value, type.value));
      if (values.includes(undefined)) return undefined;
      return mapOf(json.members.map(([name], i): Entry => [name, values[i] ?? null]));
    }
    case "string":
      return json.kind === "string" ? json.text : printJson(json);
    case "boolean":
      return json.kind === "word" ? json.word === "true" : undefined;
    case "int":
      return json.kind === "whole" && BigInt.asIntN(32, json.value) === json.value ? json.value : undefined;
    case "bigint":
      return json.kind === "whole" && BigInt.asIntN(64, json.value) === json.value ? json.value : undefined;
    case "double":
      return double(json);
    case "decimal": {
      const digits =
        json.kind === "whole"
          ? String(json.value)
          : json.kind === "double"
            ? json.text
            : json.kind === "string"
              ? json.text.replaceAll(",", "")
              : "";
      const number = parseDecimal(digits);
      return number === undefined ? undefined : (fitted(number, type.precision, type.scale) ?? undefined);
    }
    case "binary":
      return json.kind === "string" ? (bytesOfBase64(json.text) ?? undefined) : undefined;
    default:
      return undefined;
  }
}

function struct(
  members: readonly (readonly [string, Json])[],
  type: Extract<DataType, { readonly kind: "struct" }>,
): Value {
  const fields = new Map<string, Value>();
  for (const [name, json] of members) {
    const field = type.fields.find((one) => one.name === name);
    const value = field && converted(json, field.type);
    if (value !== undefined) fields.set(name, value);
  }
  return structOf(type.fields.map(({ name }) => fields.get(name) ?? null));
}

const WORDS: Readonly<Record<string, number | undefined>> = {
  NaN: Number.NaN,
  "+INF": Number.POSITIVE_INFINITY,
  "+Infinity": Number.POSITIVE_INFINITY,
  Infinity: Number.POSITIVE_INFINITY,
  INF: Number.POSITIVE_INFINITY,
  "-INF": Number.NEGATIVE_INFINITY,
  "-Infinity": Number.NEGATIVE_INFINITY,
};

function double(json: Json): number | undefined {
  if (json.kind === "whole") return Number(json.value);
  if (json.kind === "double") return json.value;
  return json.kind === "string" && Object.hasOwn(WORDS, json.text) ? WORDS[json.text] : undefined;
}
