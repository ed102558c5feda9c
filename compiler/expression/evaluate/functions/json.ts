import { type Evaluators, strict } from "../evaluator.js";
import { fromJson } from "../from-json.js";
import { findInJson } from "../json-path.js";
import { type Json, parseJson } from "../json-text.js";
import { readable } from "../text.js";
import { toJson, writingRefused } from "../to-json.js";
import { arrayOf, textIn, type Value } from "../value.js";

const jsonIn = (value: Value | undefined): Json | undefined =>
  parseJson(readable(textIn(value)), { controlCharacters: true, noNumbers: false });

export const json: Evaluators = {
  get_json_object: strict(([text, path]) => findInJson(readable(textIn(text)), textIn(path))),
  from_json: strict(([text], { call: { type } }) => fromJson(readable(textIn(text)), type)),
  to_json: {
    ...strict(([value = null], { types: [type = { kind: "null" }] }) => toJson(value, type)),
    unless: ({ arguments: [value] }) => value && writingRefused(value.type),
  },
  json_array_length: strict(([text]) => {
    const found = jsonIn(text);
    return found?.kind === "array" ? BigInt(found.elements.length) : null;
  }),
  json_object_keys: strict(([text]) => {
    const found = jsonIn(text);
    return found?.kind === "object" ? arrayOf(found.members.map(([name]) => name)) : null;
  }),
};
