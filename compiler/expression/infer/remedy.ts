import { type DataType, printType } from "../type.js";
import { isNumeric } from "./common-type.js";

/** What to write so that two types go together, if there is one thing to write. */
export function conversionRemedy(a: DataType, b: DataType, wanted?: "string"): string {
  const other = a.kind === "string" ? b : b.kind === "string" ? a : undefined;
  if (other === undefined) {
    if (a.kind === "decimal" || b.kind === "decimal")
      return isNumeric(a) && isNumeric(b)
        ? " No decimal holds the values of both: try_cast one of them to a narrower decimal."
        : "";
    return "";
  }
  if (wanted === "string") return " Write cast(… as string) around the other value.";
  switch (other.kind) {
    case "date":
      return " Write a day as DATE '2026-03-01', and convert a column with to_date(…).";
    case "timestamp":
      return " Write a time as TIMESTAMP '2026-03-01 10:00:00', and convert a column with try_to_timestamp(…).";
    case "int":
    case "bigint":
    case "double":
    case "decimal":
    case "boolean":
      return ` Write try_cast(… as ${printType(other)}) around the string.`;
    default:
      return "";
  }
}
