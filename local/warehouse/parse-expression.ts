import type { Reader } from "./reader.js";
import type { Expression, SqlType } from "./syntax.js";
import { NotKnown } from "./tokens.js";

/** Words that are no names unless they stand in brackets. https://learn.microsoft.com/sql/t-sql/language-elements/reserved-keywords-transact-sql */
export const reserved: ReadonlySet<string> = new Set(
  [
    "ADD ALL ALTER AND ANY AS ASC AUTHORIZATION BACKUP BEGIN BETWEEN BREAK BROWSE BULK BY CASCADE CASE",
    "CHECK CHECKPOINT CLOSE CLUSTERED COALESCE COLLATE COLUMN COMMIT COMPUTE CONSTRAINT CONTAINS",
    "CONTAINSTABLE CONTINUE CONVERT CREATE CROSS CURRENT CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP",
    "CURRENT_USER CURSOR DATABASE DBCC DEALLOCATE DECLARE DEFAULT DELETE DENY DESC DISK DISTINCT",
    "DISTRIBUTED DOUBLE DROP DUMP ELSE END ERRLVL ESCAPE EXCEPT EXEC EXECUTE EXISTS EXIT EXTERNAL FETCH",
    "FILE FILLFACTOR FOR FOREIGN FREETEXT FREETEXTTABLE FROM FULL FUNCTION GOTO GRANT GROUP HAVING",
    "HOLDLOCK IDENTITY IDENTITYCOL IDENTITY_INSERT IF IN INDEX INNER INSERT INTERSECT INTO IS JOIN KEY",
    "KILL LEFT LIKE LINENO LOAD MERGE NATIONAL NOCHECK NONCLUSTERED NOT NULL NULLIF OF OFF OFFSETS ON",
    "OPEN OPENDATASOURCE OPENQUERY OPENROWSET OPENXML OPTION OR ORDER OUTER OVER PERCENT PIVOT PLAN",
    "PRECISION PRIMARY PRINT PROC PROCEDURE PUBLIC RAISERROR READ READTEXT RECONFIGURE REFERENCES",
    "REPLICATION RESTORE RESTRICT RETURN REVERT REVOKE RIGHT ROLLBACK ROWCOUNT ROWGUIDCOL RULE SAVE",
    "SCHEMA SECURITYAUDIT SELECT SEMANTICKEYPHRASETABLE SEMANTICSIMILARITYDETAILSTABLE",
    "SEMANTICSIMILARITYTABLE SESSION_USER SET SETUSER SHUTDOWN SOME STATISTICS SYSTEM_USER TABLE",
    "TABLESAMPLE TEXTSIZE THEN TO TOP TRAN TRANSACTION TRIGGER TRUNCATE TRY_CONVERT TSEQUAL UNION UNIQUE",
    "UNPIVOT UPDATE UPDATETEXT USE USER VALUES VARYING VIEW WAITFOR WHEN WHERE WHILE WITH WITHIN",
    "WRITETEXT",
  ].flatMap((line) => line.split(" ")),
);

/** A value or a condition. */
export function parseExpression(reader: Reader): Expression {
  let left = parseAnd(reader);
  while (reader.takes("OR")) left = { kind: "binary", operator: "OR", left, right: parseAnd(reader) };
  return left;
}

function parseAnd(reader: Reader): Expression {
  let left = parseNot(reader);
  while (reader.takes("AND")) left = { kind: "binary", operator: "AND", left, right: parseNot(reader) };
  return left;
}

function parseNot(reader: Reader): Expression {
  return reader.takes("NOT") ? { kind: "not", operand: parseNot(reader) } : parsePredicate(reader);
}

function parsePredicate(reader: Reader): Expression {
  const left = parseSum(reader);
  for (const operator of ["=", "<>", "<=", ">=", "<", ">"])
    if (reader.takes(operator)) return { kind: "binary", operator, left, right: parseSum(reader) };
  if (reader.takes("IS")) {
    const isNegated = reader.takes("NOT");
    reader.expect("NULL");
    return { kind: "is-null", operand: left, isNegated };
  }
  const isNegated = reader.takes("NOT");
  if (reader.takes("IN")) {
    reader.expect("(");
    return { kind: "in", operand: left, items: parseList(reader), isNegated };
  }
  if (reader.takes("BETWEEN")) {
    const low = parseSum(reader);
    reader.expect("AND");
    const between = and(binary(">=", left, low), binary("<=", left, parseSum(reader)));
    return isNegated ? { kind: "not", operand: between } : between;
  }
  if (reader.takes("LIKE")) return { kind: "like", operand: left, pattern: reader.text(), isNegated };
  return isNegated ? reader.fail("IN, BETWEEN or LIKE") : left;
}

const binary = (operator: string, left: Expression, right: Expression): Expression => ({
  kind: "binary",
  operator,
  left,
  right,
});

const and = (left: Expression, right: Expression): Expression => binary("AND", left, right);

/** After the opening bracket. */
function parseList(reader: Reader): readonly Expression[] {
  const items = [parseExpression(reader)];
  while (reader.takes(",")) items.push(parseExpression(reader));
  reader.expect(")");
  return items;
}

function parseSum(reader: Reader): Expression {
  let left = parseUnary(reader);
  while (reader.takes("+")) left = { kind: "binary", operator: "+", left, right: parseUnary(reader) };
  for (const operator of ["-", "*", "/", "%"])
    if (reader.sees(operator)) throw new NotKnown(`The operator ${operator} is not known here.`);
  return left;
}

function parseUnary(reader: Reader): Expression {
  if (reader.takes("-")) return { kind: "minus", operand: parseUnary(reader) };
  let operand = parsePrimary(reader);
  while (reader.takes("COLLATE")) operand = { kind: "collate", operand, collation: reader.name(reserved) };
  return operand;
}

function parsePrimary(reader: Reader): Expression {
  const { kind, text } = reader.next;
  if (kind === "number") return { kind, text: reader.take().text };
  if (kind === "string") return { kind: "text", text: reader.take().text };
  if (kind === "wide") return { kind, text: reader.take().text };
  if (reader.takes("NULL")) return { kind: "null" };
  if (reader.takes("CASE")) return parseCase(reader);
  if (reader.takes("(")) {
    const inner = parseExpression(reader);
    reader.expect(")");
    return inner;
  }
  if (kind === "word" && reader.takes(text.toUpperCase(), "(")) return parseCall(text.toUpperCase(), reader);
  const first = reader.name(reserved);
  if (!reader.takes(".")) return { kind: "column", of: undefined, name: first };
  if (!reader.takes("FILEPATH", "(")) return { kind: "column", of: first, name: reader.name(reserved) };
  const star = reader.wholeNumber();
  reader.expect(")");
  return { kind: "filepath", of: first, star };
}

function parseCase(reader: Reader): Expression {
  const branches: { when: Expression; result: Expression }[] = [];
  while (reader.takes("WHEN")) {
    const when = parseExpression(reader);
    reader.expect("THEN");
    branches.push({ when, result: parseExpression(reader) });
  }
  if (branches.length === 0) reader.fail("WHEN");
  const otherwise = reader.takes("ELSE") ? parseExpression(reader) : undefined;
  reader.expect("END");
  return { kind: "case", branches, otherwise };
}

/** After the opening bracket. */
function parseCall(name: string, reader: Reader): Expression {
  if (name === "CAST" || name === "TRY_CAST") {
    const operand = parseExpression(reader);
    reader.expect("AS");
    const type = parseType(reader);
    reader.expect(")");
    return { kind: "cast", operand, type, style: undefined, isTried: name === "TRY_CAST" };
  }
  if (name === "CONVERT") {
    const type = parseType(reader);
    reader.expect(",");
    const operand = parseExpression(reader);
    const style = reader.takes(",") ? String(reader.wholeNumber()) : undefined;
    reader.expect(")");
    return { kind: "cast", operand, type, style, isTried: false };
  }
  if (reader.takes("*", ")")) return { kind: "call", name, arguments: [], isOfRows: true, isDistinct: false };
  if (reader.takes(")")) return { kind: "call", name, arguments: [], isOfRows: false, isDistinct: false };
  const isDistinct = reader.takes("DISTINCT");
  return { kind: "call", name, arguments: parseList(reader), isOfRows: false, isDistinct };
}

/** https://learn.microsoft.com/sql/t-sql/data-types/data-types-transact-sql */
export function parseType(reader: Reader): SqlType {
  const word = reader.name(reserved);
  const kind = word.toLowerCase();
  const sizes: (number | "max")[] = [];
  if (reader.takes("(")) {
    do sizes.push(reader.takes("MAX") ? "max" : reader.wholeNumber());
    while (reader.takes(","));
    reader.expect(")");
  }
  const type = typeOf(kind, sizes);
  if (type === undefined)
    throw new NotKnown(`The type ${word}${sizes.length ? `(${sizes.join(", ")})` : ""} is not known here.`);
  return type;
}

function typeOf(kind: string, sizes: readonly (number | "max")[]): SqlType | undefined {
  const [first, second] = sizes;
  switch (kind) {
    case "bit":
    case "int":
    case "bigint":
    case "float":
    case "date":
      return sizes.length === 0 ? { kind } : undefined;
    case "decimal":
      return typeof first === "number" && typeof second === "number" && first >= 1 && first <= 38 && second <= first
        ? { kind, precision: first, scale: second }
        : undefined;
    case "datetimeoffset":
      return (first ?? 7) === 7 ? { kind, scale: 7 } : undefined;
    case "datetime2": {
      const scale = first ?? 7;
      return scale === 6 || scale === 7 ? { kind, scale } : undefined; // fewer digits would be cut
    }
    case "varchar":
    case "varbinary":
      return first === "max" || (typeof first === "number" && first >= 1 && first <= 8000)
        ? { kind, length: first }
        : undefined;
    default:
      return undefined;
  }
}
