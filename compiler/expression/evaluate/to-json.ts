import type { DataType } from "../type.js";
import { base64Of } from "./base64.js";
import { dateText } from "./calendar.js";
import { type Decimal, magnitude, plainDecimal } from "./decimal.js";
import { timeFormatter } from "./format-time.js";
import { javaDouble } from "./java-double.js";
import { jsonDouble, quotedJson } from "./json-text.js";
import { readable } from "./text.js";
import {
  booleanIn,
  bytesIn,
  decimalIn,
  doubleIn,
  elementsIn,
  entriesIn,
  fieldsIn,
  textIn,
  type Value,
  wholeIn,
} from "./value.js";

/** Why values of a type cannot be written as JSON here, if they cannot. */
export function writingRefused(type: DataType): string | undefined {
  switch (type.kind) {
    case "interval":
      return "writes an interval, whose text says in which units it was written";
    case "array":
      return writingRefused(type.element);
    case "struct":
      return type.fields.map((field) => writingRefused(field.type)).find((reason) => reason !== undefined);
    case "map":
      return writingRefused(type.value);
    default:
      return undefined;
  }
}

/** A value as `to_json` writes it: fields that are null are left out. */
export function toJson(value: Value, type: DataType): string {
  if (value === null) return "null";
  switch (type.kind) {
    case "struct": {
      const fields = fieldsIn(value);
      const written = type.fields.flatMap((field, i) => {
        const one = fields[i] ?? null;
        return one === null ? [] : [`${quotedJson(field.name)}:${toJson(one, field.type)}`];
      });
      return `{${written.join(",")}}`;
    }
    case "array":
      return `[${elementsIn(value)
        .map((element) => toJson(element, type.element))
        .join(",")}]`;
    case "map":
      return `{${entriesIn(value)
        .map(([key, one]) => `${quotedJson(keyText(key, type.key))}:${toJson(one, type.value)}`)
        .join(",")}}`;
    case "string":
      return quotedJson(readable(textIn(value)));
    case "double":
      return jsonDouble(doubleIn(value));
    case "decimal":
      return javaDecimal(decimalIn(value));
    case "boolean":
      return String(booleanIn(value));
    case "date":
      return quotedJson(dateText(wholeIn(value)));
    case "timestamp":
      return quotedJson(timeFormatter("yyyy-MM-dd'T'HH:mm:ss.SSSXXX")(wholeIn(value)));
    case "binary":
      return quotedJson(base64Of(bytesIn(value)));
    default:
      return String(wholeIn(value));
  }
}

/** A date is its number of days as a key, a time its microseconds. */
function keyText(key: Value, type: DataType): string {
  switch (type.kind) {
    case "string":
      return readable(textIn(key));
    case "double":
      return javaDouble(doubleIn(key));
    case "decimal":
      return javaDecimal(decimalIn(key));
    case "boolean":
      return String(booleanIn(key));
    default:
      return String(wholeIn(key));
  }
}

/** As Java's `BigDecimal.toString` writes it: with an exponent from the seventh zero after the point on. */
function javaDecimal(value: Decimal): string {
  const digits = magnitude(value.unscaled).toString();
  const exponent = digits.length - 1 - value.scale;
  if (exponent >= -6) return plainDecimal(value);
  const fraction = digits.length > 1 ? `.${digits.slice(1)}` : "";
  return `${value.unscaled < 0n ? "-" : ""}${digits[0]}${fraction}E${exponent}`;
}
