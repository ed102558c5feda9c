import { createHash } from "node:crypto";
import type { Json } from "../../../compiler/emit/json.js";
import { isObject, type JsonObject } from "../json.js";
import { refuse } from "./refusals.js";

/** Where a template is deployed. */
export interface Home {
  readonly subscription: string;
  readonly group: string;
}

/** A template that is refused: https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/error-invalid-template */
export const invalid = (why: string): never =>
  refuse(400, "InvalidTemplate", `Deployment template validation failed: '${why}'.`);

/**
 * Evaluates the expressions in a value, with those functions that are known here.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions
 */
export function evaluated(value: Json, template: JsonObject, home: Home): Json {
  if (Array.isArray(value)) return value.map((one) => evaluated(one, template, home));
  if (isObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, evaluated(one, template, home)]));
  if (typeof value !== "string" || !value.startsWith("[") || !value.endsWith("]")) return value;
  // https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions#escape-characters
  return value.startsWith("[[") ? value.slice(1) : new Reader(value.slice(1, -1), template, home).whole();
}

/** `Microsoft.EventHub/namespaces/plant/eventhubs/readings`: a type has a name for each part after the first. */
export function typed(type: string, names: readonly string[]): string {
  const [provider = "", ...kinds] = type.split("/");
  if (kinds.length !== names.length)
    invalid(`the type '${type}' requires ${kinds.length} resource name argument(s), and ${names.length} are given`);
  return [provider, ...kinds.flatMap((kind, at) => [kind, names[at] ?? ""])].join("/");
}

class Reader {
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly template: JsonObject,
    private readonly home: Home,
  ) {}

  whole(): string {
    const value = this.value();
    if (this.rest() !== "") this.stray();
    return value;
  }

  private value(): string {
    const literal = /^'((?:[^']|'')*)'/.exec(this.rest());
    if (literal) {
      this.at += literal[0].length;
      return (literal[1] ?? "").replaceAll("''", "'");
    }
    const name = /^([A-Za-z]+)\s*\(/.exec(this.rest());
    if (name === null) return this.stray();
    this.at += name[0].length;
    const given: string[] = [];
    for (let more = !this.takes(")"); more; more = !this.takes(")")) {
      if (given.length > 0 && !this.takes(",")) this.stray();
      given.push(this.value());
    }
    return this.call(name[1] ?? "", given);
  }

  private call(name: string, given: readonly string[]): string {
    const [first = "", ...others] = given;
    const subscription = `/subscriptions/${this.home.subscription}`;
    switch (name.toLowerCase()) {
      case "concat":
        return given.join("");
      case "guid":
        return guid(given);
      case "resourceid":
        return `${subscription}/resourceGroups/${this.home.group}/providers/${typed(first, others)}`;
      case "subscriptionresourceid":
        return `${subscription}/providers/${typed(first, others)}`;
      case "variables": {
        const variables = this.template["variables"];
        const value = isObject(variables) ? variables[first] : undefined;
        if (value === undefined) return invalid(`The template variable '${first}' is not found`);
        const found = evaluated(value, this.template, this.home);
        return typeof found === "string" ? found : invalid(`The template variable '${first}' is no text`);
      }
      default:
        return invalid(`The template function '${name}' is not valid`);
    }
  }

  private takes(sign: string): boolean {
    if (!this.rest().startsWith(sign)) return false;
    this.at += sign.length;
    return true;
  }

  /** What is not read yet, without the spaces before it. */
  private rest(): string {
    while (this.text[this.at] === " ") this.at += 1;
    return this.text.slice(this.at);
  }

  private stray(): never {
    return invalid(`The expression '${this.text}' is not valid at position ${this.at}`);
  }
}

/** A UUID of version 5 of the texts: https://learn.microsoft.com/azure/azure-resource-manager/bicep/bicep-functions-string#guid */
function guid(texts: readonly string[]): string {
  const namespace = Buffer.from("11fb06fb712d4ddd98c7e71bbd588830", "hex");
  const hash = createHash("sha1").update(namespace).update(texts.join("-")).digest().subarray(0, 16);
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  return hash.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
