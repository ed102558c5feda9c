import { printType, type SqlType } from "./syntax.js";
import { NotKnown } from "./tokens.js";
import { isText, type Value } from "./value.js";

/** By their names: functions of texts whose arguments are values. */
export const textFunctions: Readonly<Record<string, (given: readonly Value[]) => Value>> = {
  LEFT: (given) => part("LEFT", given),
  RIGHT: (given) => part("RIGHT", given),
  CHARINDEX: charindex,
  SUBSTRING: substring,
};

/** The collation in which a character is one of Unicode's, by the vendor's word. */
export const counting = "Latin1_General_100_CI_AS_SC_UTF8";

/** https://learn.microsoft.com/sql/t-sql/functions/left-transact-sql */
function part(name: "LEFT" | "RIGHT", [text, count, ...more]: readonly Value[]): Value {
  const characters = count?.written === undefined ? Number.NaN : Number(count.written);
  if (text?.type.kind !== "varchar" || !Number.isInteger(characters) || more.length > 0)
    throw new NotKnown(`${name} is known here of a text and a whole number that is written out.`);
  if (!text.isCounted)
    throw new NotKnown(
      `${name} of a text is known here only with COLLATE ${counting}, which says what a character is.`,
    );
  const duck = `${name.toLowerCase()}(${text.duck}, ${characters})`;
  return { duck, type: text.type, isCounted: true, bytes: characters * 4 };
}

/** Of one sign of ASCII, as other texts may be found in the middle of a character. https://learn.microsoft.com/sql/t-sql/functions/charindex-transact-sql */
function charindex([sought, text, from, ...more]: readonly Value[]): Value {
  if (sought?.literal === undefined || !/^[\x21-\x7e]$/.test(sought.literal) || text === undefined || more.length > 0)
    throw new NotKnown("CHARINDEX is known here of one sign of ASCII that is written out.");
  if (text.isCounted || sought.isCounted || !isText(text.type))
    throw new NotKnown(`CHARINDEX in ${printType(text.type)} is not known here.`);
  const int: SqlType = { kind: "int" };
  const found = `CAST(instr(${text.duck}, ${sought.duck}) AS INTEGER)`;
  if (from === undefined) return { duck: found, type: int, isPosition: true };
  if (!from.isPosition) throw new NotKnown("CHARINDEX from a place is known here only behind one that it found.");
  const behind = `instr(substr(${text.duck}, greatest(${from.duck}, 1)), ${sought.duck})`;
  const duck = `CAST(CASE WHEN ${behind} = 0 THEN 0 ELSE ${behind} + greatest(${from.duck}, 1) - 1 END AS INTEGER)`;
  return { duck: `(CASE WHEN ${text.duck} IS NULL THEN NULL ELSE ${duck} END)`, type: int, isPosition: true };
}

/** Before the first character there is nothing, which counts. https://learn.microsoft.com/sql/t-sql/functions/substring-transact-sql */
function substring([text, start, count, ...more]: readonly Value[]): Value {
  if (text?.type.kind !== "varchar" || !start?.isPosition || count?.written === undefined || more.length > 0)
    throw new NotKnown(
      "SUBSTRING is known here of a text, a place that CHARINDEX found, and a number that is written out.",
    );
  if (text.isCounted) throw new NotKnown("SUBSTRING of a text with another collation is not known here.");
  const [first, most] = [start.duck, Number(count.written)];
  const duck = `substr(${text.duck}, greatest(${first}, 1), greatest(${most} + least(${first}, 1) - 1, 0))`;
  return { duck, type: text.type, isCut: true };
}
