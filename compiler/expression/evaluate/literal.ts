import type { LiteralValue } from "../parse/syntax.js";
import { parseDecimal } from "./decimal.js";
import { parseDate, parseTimestamp } from "./parse-time.js";
import { bytesOfHex } from "./text.js";
import type { Value } from "./value.js";

/** The value of what is written out. */
export function literalValue(literal: LiteralValue): Value {
  switch (literal.kind) {
    case "null":
      return null;
    case "int":
    case "bigint":
      return BigInt(literal.value);
    case "decimal":
      return parseDecimal(literal.value) ?? null;
    case "date":
      return parseDate(literal.value);
    case "timestamp":
      return parseTimestamp(literal.value);
    case "binary":
      return bytesOfHex(literal.value);
    case "interval":
      return literal.microseconds;
    case "boolean":
    case "string":
    case "double":
      return literal.value;
  }
}
