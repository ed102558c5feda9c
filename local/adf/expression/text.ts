import { fromBase64, utf8 } from "./bytes.js";
import { floatText } from "./number-text.js";
import { printJson } from "./print-json.js";
import { Problem } from "./problem.js";
import { isObject, type Value } from "./value.js";

/** A value inside a text: `@{…}`, `concat`, `string`. Objects and arrays are JSON, binary values what they hold. */
export function textOf(value: Value): string {
  switch (typeof value) {
    case "string":
      return value;
    case "boolean":
      return value ? "True" : "False";
    case "number":
      return floatText(value);
    case "bigint":
      if (BigInt.asIntN(64, value) !== value) throw new Problem(`${value} is not in the range of an integer (64 bits)`);
      return String(value);
    default: {
      if (value === null) return "";
      const binary = binaryOf(value);
      return binary === undefined ? printJson(value) : utf8(fromBase64(binary.content));
    }
  }
}

/** What `base64ToBinary` and the like give: an object with a type and a content in base64. */
export interface Binary {
  readonly type: string;
  readonly content: string;
}

export const binaryValue = ({ type, content }: Binary): Value => ({ "$content-type": type, $content: content });

export function binaryOf(value: Value): Binary | undefined {
  if (!isObject(value)) return undefined;
  const { "$content-type": type, $content: content } = value;
  if (typeof type !== "string" || typeof content !== "string") return undefined;
  if (!/^[^\s/;]+\/[^\s/;]+(?:;|$)/.test(type)) throw new Problem(`'${type}' is no media type such as text/plain`);
  return { type, content };
}
