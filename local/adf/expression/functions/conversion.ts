import { fromBase64, fromUri, textFromUri, toBase64, toUri, utf8 } from "../bytes.js";
import { floatOf, integerOf } from "../number-text.js";
import { Problem } from "../problem.js";
import { readJson } from "../read-json.js";
import { binaryOf, binaryValue, textOf } from "../text.js";
import { isArray, isObject, type Value } from "../value.js";
import { at, type Call, type FunctionRule, type LazyRule, many, stringAt, wrongType } from "./call.js";
import { dataUri, dataUriToBinary, dataUriToString } from "./data-uri.js";

const base64ToString = one((call) => utf8(fromBase64(stringAt(call, 0))));
const uriComponent = one((call) => toUri(textOf(at(call, 0))));
const uriComponentToString = one((call) => textFromUri(stringAt(call, 0)));

/** https://learn.microsoft.com/azure/data-factory/control-flow-expression-language-functions#conversion-functions */
export const conversionFunctions: Readonly<Record<string, FunctionRule | LazyRule>> = {
  array: one((call) => toArray(at(call, 0))),
  base64: one(base64),
  base64ToBinary: one(base64ToBinary),
  base64ToString,
  binary: one(binary),
  bool: one(bool),
  coalesce: { takes: [1, many], callLazily: (_, values) => coalesce(values) },
  createArray: { takes: [1, many], call: ({ values }) => values },
  dataUri: one(dataUri),
  dataUriToBinary: one(dataUriToBinary),
  dataUriToString: one(dataUriToString),
  decodeBase64: base64ToString,
  decodeDataUri: one(dataUriToString),
  decodeUriComponent: uriComponentToString,
  encodeUriComponent: uriComponent,
  float: one((call) => toFloat(call, "float")),
  int: one((call) => integerOf(toFloat(call, "integer"))),
  json: one((call) => json(stringAt(call, 0))),
  string: one((call) => textOf(at(call, 0))),
  uriComponent,
  uriComponentToBinary: one((call) => octets(toBase64(fromUri(stringAt(call, 0))))),
  uriComponentToString,
};

function one(call: (call: Call) => Value): FunctionRule {
  return { takes: [1, 1], call };
}

const octets = (content: string): Value => binaryValue({ type: "application/octet-stream", content });

const toArray = (value: Value): Value => (isArray(value) ? value : [value]);

function base64(call: Call): string {
  const value = at(call, 0);
  const binary = binaryOf(value);
  if (binary !== undefined) return binary.content;
  if (typeof value === "string" || isArray(value) || isObject(value)) return toBase64(textOf(value));
  throw wrongType(call.name, "a string, an object or an array", value, 0);
}

function base64ToBinary(call: Call): Value {
  const text = stringAt(call, 0);
  fromBase64(text);
  return octets(text);
}

function binary(call: Call): Value {
  const value = at(call, 0);
  if (value === null) throw wrongType(call.name, "a value", value, 0);
  const already = binaryOf(value);
  if (already !== undefined) return binaryValue(already);
  return octets(toBase64(textOf(value)));
}

function bool(call: Call): boolean {
  const value = at(call, 0);
  switch (typeof value) {
    case "boolean":
      return value;
    case "number":
    case "bigint":
      return value !== 0 && value !== 0n;
    case "string": {
      const word = value.trim().toLowerCase();
      if (word === "true" || word === "false") return word === "true";
    }
  }
  throw new Problem(`'bool' takes 'true', 'false' or a number, not ${textOf(value) || "nothing"}`);
}

/** The first value that is not null; those after it are not looked at. */
function coalesce(values: readonly (() => Value)[]): Value {
  for (const value of values) {
    const found = value();
    if (found !== null) return found;
  }
  return null;
}

function toFloat(call: Call, wanted: "integer" | "float"): number {
  const value = at(call, 0);
  switch (typeof value) {
    case "number":
    case "boolean":
      return Number(value);
    case "bigint":
      if (BigInt.asIntN(64, value) === value) return Number(value);
      break;
    case "string":
      return floatOf(value, wanted);
  }
  throw wrongType(call.name, "a number or the text of one", value, 0);
}

const json = (text: string): Value => (text.trim() === "" ? null : readJson(text));
