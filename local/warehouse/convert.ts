import { printType, type SqlType } from "./syntax.js";
import { NotKnown } from "./tokens.js";
import { convertOfTexts } from "./translate-texts.js";
import { duckType, isText, isWhole, type Value } from "./value.js";

/** https://learn.microsoft.com/sql/t-sql/functions/cast-and-convert-transact-sql */
export function convert(value: Value, to: SqlType, style: string | undefined): Value {
  const { duck, type: from, literal } = value;
  const made: Value = { duck: `CAST(${duck} AS ${duckType(to)})`, type: to };
  const unknown = () =>
    new NotKnown(
      `A cast from ${printType(from)} to ${printType(to)}${style ? ` in style ${style}` : ""} is not known here.`,
    );
  if (style !== undefined) {
    if (to.kind !== "varchar" || to.length === "max") throw unknown();
    if (from.kind === "date" && style === "23" && to.length >= 10) return made;
    if (from.kind === "varbinary" && style === "2" && to.length >= 64)
      return { duck: `hex(${duck})`, type: to, isHex: true };
    throw unknown();
  }
  if (printType(from) === printType(to)) return { duck, type: to };
  if (to.kind === "varchar") {
    if (isText(from) && (to.length === "max" || bytesOf(value) <= to.length)) return { duck, type: to };
    if (value.isOfField && to.length !== "max") return { duck: cutTo(duck, to.length), type: to };
    if (value.isCut && to.length !== "max") return { duck: unlessLonger(duck, to.length), type: to };
    const longest = from.kind === "int" ? 11 : from.kind === "bigint" ? 20 : undefined;
    if (longest !== undefined && (to.length === "max" || to.length >= longest)) return made;
    throw unknown();
  }
  if (literal !== undefined && (to.kind === "date" || to.kind === "datetime2")) {
    const shape = to.kind === "date" ? /^\d{4}-\d{2}-\d{2}$/ : /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d{1,6})?)?$/;
    if (!shape.test(literal)) throw new NotKnown(`'${literal}' is not known here as ${printType(to)}.`);
    return made;
  }
  const ofTexts = convertOfTexts(value, to);
  if (ofTexts) return ofTexts;
  if (from.kind === "int" && to.kind === "bit") return { duck: `CAST((${duck} <> 0) AS UTINYINT)`, type: to };
  const isWider =
    (isWhole(from) && (isWhole(to) || to.kind === "decimal")) ||
    (from.kind === "decimal" && to.kind === "decimal" && to.scale >= from.scale) ||
    (from.kind === "decimal" && from.scale === 0 && isWhole(to)) ||
    (from.kind === "datetime2" && (to.kind === "date" || to.kind === "datetime2")) ||
    (from.kind === "date" && to.kind === "datetime2");
  if (!isWider) throw unknown();
  return made;
}

/** What does not fit is cut by T-SQL, where is not said of a character of several bytes. */
const unlessLonger = (duck: string, bytes: number): string =>
  `(CASE WHEN strlen(${duck}) > ${bytes} THEN error('A text of ' || strlen(${duck}) || ' bytes would be cut to ${bytes}.') ELSE ${duck} END)`;

/** A text of one byte each; where others are cut is not known here. */
const cutTo = (duck: string, bytes: number): string =>
  `(CASE WHEN strlen(${duck}) <= ${bytes} THEN ${duck} WHEN strlen(${duck}) = length(${duck}) THEN left(${duck}, ${bytes}) ELSE error('Where a text of ' || strlen(${duck}) || ' bytes is cut is not known here.') END)`;

/** The bytes that a text may have in UTF-8. */
function bytesOf({ type, literal, bytes }: Value): number {
  if (bytes !== undefined) return bytes;
  if (literal !== undefined) return Buffer.byteLength(literal);
  return type.kind === "varchar" && type.length !== "max" ? type.length : Number.POSITIVE_INFINITY;
}
