import type { DataType } from "../type.js";
import { MICROS_A_DAY } from "./calendar.js";
import { decimalOf, doubleOfDecimal, powerOfTen, rescaled } from "./decimal.js";
import { arrayOf, decimalIn, elementsIn, entriesIn, fieldsIn, mapOf, structOf, type Value, wholeIn } from "./value.js";

/** A value of one type as a value of another that holds all of the first: the conversions that happen by themselves. */
export function widened(value: Value, from: DataType, to: DataType): Value {
  if (value === null) return null;
  switch (to.kind) {
    case "double":
      if (from.kind === "decimal") return doubleOfDecimal(decimalIn(value));
      return from.kind === "int" || from.kind === "bigint" ? Number(wholeIn(value)) : value;
    case "decimal":
      if (from.kind === "decimal") return rescaled(decimalIn(value), to.scale);
      return from.kind === "int" || from.kind === "bigint"
        ? decimalOf(wholeIn(value) * powerOfTen(to.scale), to.scale)
        : value;
    case "timestamp":
      return from.kind === "date" ? wholeIn(value) * MICROS_A_DAY : value;
    case "array":
      return from.kind === "array"
        ? arrayOf(elementsIn(value).map((element) => widened(element, from.element, to.element)))
        : value;
    case "map":
      return from.kind === "map"
        ? mapOf(
            entriesIn(value).map(([key, one]) => [widened(key, from.key, to.key), widened(one, from.value, to.value)]),
          )
        : value;
    case "struct":
      return from.kind === "struct"
        ? structOf(
            fieldsIn(value).map((field, i) => {
              const [before, after] = [from.fields[i], to.fields[i]];
              return before && after ? widened(field, before.type, after.type) : field;
            }),
          )
        : value;
    default:
      return value;
  }
}
