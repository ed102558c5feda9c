import { fromBase64, fromUri, textFromUri, toBase64, utf8 } from "../bytes.js";
import { Problem } from "../problem.js";
import { binaryOf, binaryValue, textOf } from "../text.js";
import type { Value } from "../value.js";
import { at, type Call, stringAt, wrongType } from "./call.js";

/** `data:text/plain;charset=utf-8;base64,aGVsbG8=` https://datatracker.ietf.org/doc/html/rfc2397 */
const form = /^data:((?:[^,;][^,]*?)?)(;base64)?,(.*)$/is;

interface DataUri {
  readonly type: string;
  readonly isBase64: boolean;
  readonly content: string;
}

export function dataUri(call: Call): string {
  const value = at(call, 0);
  if (value === null) throw wrongType(call.name, "a value", value, 0);
  const binary = binaryOf(value);
  if (binary !== undefined) return `data:${binary.type};base64,${binary.content}`;
  const type = typeof value === "string" ? "text/plain" : "application/json";
  return `data:${type};charset=utf-8;base64,${toBase64(textOf(value))}`;
}

export function dataUriToBinary(call: Call): Value {
  const { type, isBase64, content } = parse(call);
  return binaryValue({ type, content: isBase64 ? content : toBase64(fromUri(content)) });
}

export function dataUriToString(call: Call): string {
  const { type, isBase64, content } = parse(call);
  const charset = /;\s*charset=([^;]*)/i.exec(type)?.[1] ?? "utf-8";
  if (charset.toLowerCase() !== "utf-8") throw new Problem(`'${call.name}' reads UTF-8 only, not ${charset}`);
  return isBase64 ? utf8(fromBase64(content)) : textFromUri(content);
}

function parse(call: Call): DataUri {
  const text = stringAt(call, 0);
  const [whole, type = "", base64, content = ""] = form.exec(text) ?? [];
  if (whole === undefined) throw new Problem(`'${call.name}' takes a data URI, not '${text}'`);
  return { type: type || "text/plain", isBase64: base64 !== undefined, content };
}
