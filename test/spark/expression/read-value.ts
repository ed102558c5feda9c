import { daysOf, MICROS_A_DAY } from "../../../compiler/expression/evaluate/calendar.js";
import { parseDecimal } from "../../../compiler/expression/evaluate/decimal.js";
import { arrayOf, type Entry, mapOf, structOf, type Value } from "../../../compiler/expression/evaluate/value.js";
import type { DataType } from "../../../compiler/expression/type.js";

/** The value that `evaluate.py` printed: what Spark's rows hold, for the evaluator to start from. */
export function readValue(text: string, type: DataType): Value {
  const reader = { text, at: 0 };
  const value = valueAt(reader, type);
  if (reader.at !== text.length) throw new Error(`${text.slice(reader.at)} follows a value`);
  return value;
}

interface Reader {
  readonly text: string;
  at: number;
}

function valueAt(reader: Reader, type: DataType): Value {
  if (take(reader, "null")) return null;
  switch (type.kind) {
    case "array":
      return arrayOf(listAt(reader, "[", "]", () => valueAt(reader, type.element)));
    case "map":
      return mapOf(
        listAt(reader, "{", "}", (): Entry => {
          const key = valueAt(reader, type.key);
          take(reader, ": ");
          return [key, valueAt(reader, type.value)];
        }),
      );
    case "struct": {
      const fields = type.fields.map((field, i) => {
        take(reader, `${i === 0 ? "(" : ", "}${field.name}: `);
        return valueAt(reader, field.type);
      });
      take(reader, ")");
      return structOf(fields);
    }
    case "string":
      return String(JSON.parse(matchAt(reader, /"(?:[^"\\]|\\.)*"/y)));
    case "binary":
      return Uint8Array.from(Buffer.from(matchAt(reader, /x'[\da-f]*'/y).slice(2, -1), "hex"));
    case "double":
      return Number(matchAt(reader, /NaN|-?Infinity|-?\d[\d.e-]*/y));
    case "decimal":
      return parseDecimal(matchAt(reader, /-?[\d.]+/y)) ?? null;
    case "boolean":
      return matchAt(reader, /true|false/y) === "true";
    case "date":
      return dayAt(reader);
    case "timestamp": {
      const day = dayAt(reader);
      const [, hours, minutes, seconds, micros] =
        / (\d+):(\d+):(\d+)\.(\d{6})/.exec(matchAt(reader, / \d+:\d+:\d+\.\d{6}/y)) ?? [];
      const clock = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
      return day * MICROS_A_DAY + BigInt(clock) * 1_000_000n + BigInt(micros ?? 0);
    }
    default:
      return BigInt(matchAt(reader, /-?\d+/y));
  }
}

function dayAt(reader: Reader): bigint {
  const [, sign, year, month, day] = /([+-]?)(\d+)-(\d+)-(\d+)/.exec(matchAt(reader, /[+-]?\d+-\d+-\d+/y)) ?? [];
  return daysOf({ year: Number(`${sign}${year}`), month: Number(month), day: Number(day) });
}

function listAt<T>(reader: Reader, open: string, close: string, item: () => T): readonly T[] {
  const items: T[] = [];
  take(reader, open);
  while (!take(reader, close)) {
    items.push(item());
    take(reader, ", ");
  }
  return items;
}

function take(reader: Reader, text: string): boolean {
  const found = reader.text.startsWith(text, reader.at);
  if (found) reader.at += text.length;
  return found;
}

function matchAt(reader: Reader, pattern: RegExp): string {
  pattern.lastIndex = reader.at;
  const [found] = pattern.exec(reader.text) ?? [];
  if (found === undefined) throw new Error(`${reader.text.slice(reader.at)} is no value`);
  reader.at += found.length;
  return found;
}
