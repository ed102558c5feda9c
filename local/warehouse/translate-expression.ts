import { convert } from "./convert.js";
import { checkCollation } from "./parse-columns.js";
import { type Expression, printType, type SqlType } from "./syntax.js";
import { counting, textFunctions } from "./text-functions.js";
import { NotKnown } from "./tokens.js";
import { jsonWhere } from "./translate-fields.js";
import { callOfTexts, counts, filepathOf, likeOf } from "./translate-texts.js";
import { duckType, isNumber, isText, quoted, type Scope, type Value } from "./value.js";

/** What `IS_ROLEMEMBER` says of who asks: true and false by a role's name; of all others, that there is no such role. */
export type Membership = ReadonlyMap<string, boolean>;

/**
 * What T-SQL makes of an expression, in DuckDB's words: the same for every value, or it is not known. `isMember`: whether who asks is a member
 * of a role; undefined where there is none. `grouped`: what an expression of a whole group is, where rows are grouped; undefined: it is made of
 * such. Throws `NotKnown`.
 */
export function translator(
  scopes: readonly Scope[],
  isMember: (role: string) => boolean | undefined,
  grouped: (node: Expression) => Value | undefined = () => undefined,
) {
  /** One that may be compared, put together and shown. */
  const value = (node: Expression): Value => {
    const found = anyValue(node);
    if (found.isCounted)
      throw new NotKnown(`What a text with the collation ${counting} is compared with is not known here.`);
    return found;
  };

  const anyValue = (node: Expression): Value => {
    const ofGroup = grouped(node);
    if (ofGroup !== undefined) return ofGroup;
    switch (node.kind) {
      case "column":
        return column(node.of, node.name);
      case "number":
        return numberOf(node.text);
      case "text":
        return { duck: quoted(node.text), type: textType("varchar", node.text), literal: node.text };
      case "wide":
        return { duck: quoted(node.text), type: textType("nvarchar", node.text), literal: node.text };
      case "filepath":
        return filepathOf(scopes, node.of, node.star);
      case "minus": {
        const inner = value(node.operand);
        if (!isNumber(inner.type) || inner.type.kind === "bit")
          throw new NotKnown(`- of ${printType(inner.type)} is not known here.`);
        return { duck: `(-${inner.duck})`, type: inner.type };
      }
      case "case":
        return cases(node);
      case "cast":
        return cast(node);
      case "collate":
        return collated(node);
      case "call":
        return call(node);
      case "binary":
        if (node.operator === "+") return sum(value(node.left), value(node.right));
    }
    if (node.kind === "null") throw new NotKnown("NULL without a type is not known here: write CAST(NULL AS …).");
    throw new NotKnown("A condition is no value in T-SQL: write CASE WHEN … THEN 1 ELSE 0 END.");
  };

  const condition = (node: Expression): string => {
    switch (node.kind) {
      case "not":
        return `(NOT ${condition(node.operand)})`;
      case "is-null":
        return `(${value(node.operand).duck} IS ${node.isNegated ? "NOT " : ""}NULL)`;
      case "like":
        return likeOf(value(node.operand), node.pattern, node.isNegated);
      case "in": {
        const operand = value(node.operand);
        const each = node.items.map((item) => compared("=", operand, value(item)));
        return `(${node.isNegated ? "NOT " : ""}(${each.join(" OR ")}))`;
      }
      case "binary":
        if (node.operator === "AND" || node.operator === "OR")
          return `(${condition(node.left)} ${node.operator} ${condition(node.right)})`;
        if (node.operator !== "+") return compared(node.operator, value(node.left), value(node.right));
    }
    throw new NotKnown("A value is no condition in T-SQL: compare it with something.");
  };

  function collated({ operand, collation }: Expression & { readonly kind: "collate" }): Value {
    const { isCounted: _, ...inner } = anyValue(operand);
    if (collation === counting && inner.type.kind === "varchar") return { ...inner, isCounted: true };
    checkCollation(collation);
    return inner;
  }

  function column(of: string | undefined, name: string): Value {
    const among = scopes.filter(({ alias }) => of === undefined || alias === of);
    if (among.length === 0) throw new NotKnown(`There are no rows called '${of}'.`);
    const [found, another] = among.flatMap(({ columns }) => columns.filter((one) => one.name === name));
    if (found === undefined) throw new NotKnown(`There is no column '${name}'.`);
    if (another !== undefined) throw new NotKnown(`Whose '${name}'? Write the name of its rows before it.`);
    return found;
  }

  function cases({ branches, otherwise }: Expression & { readonly kind: "case" }): Value {
    const results = [...branches.map(({ result }) => result), ...(otherwise ? [otherwise] : [])].map((one) =>
      one.kind === "null" ? undefined : value(one),
    );
    const type = results.reduce<SqlType | undefined>(
      (before, one) => (one ? common(before, one.type) : before),
      undefined,
    );
    if (type === undefined) throw new NotKnown("A CASE whose results are all NULL has no type.");
    const conditions = branches.map(({ when }) => condition(when));
    const whens = conditions.map((when, at) => `WHEN ${when} THEN ${results[at]?.duck ?? "NULL"} `);
    const rest = otherwise ? `ELSE ${results[branches.length]?.duck ?? "NULL"} ` : "";
    const [only, ...more] = results;
    const json = more.length === 0 && only?.json ? jsonWhere(conditions[0] ?? "", only.json) : undefined;
    return { duck: `(CASE ${whens.join("")}${rest}END)`, type, ...(json && { json }) };
  }

  function cast({ operand, type, style, isTried }: Expression & { readonly kind: "cast" }): Value {
    if (operand.kind === "null") return { duck: `CAST(NULL AS ${duckType(type)})`, type };
    const before = anyValue(operand);
    const made = convert(before, type, style);
    if (!isTried) return before.isCounted && isText(made.type) ? { ...made, isCounted: true } : made;
    if (before.type.kind !== "decimal") throw new NotKnown(`TRY_CAST of ${printType(before.type)} is not known here.`);
    return { duck: `TRY_CAST(${before.duck} AS ${duckType(type)})`, type };
  }

  function call({ name, arguments: given, isOfRows, isDistinct }: Expression & { readonly kind: "call" }): Value {
    if (isDistinct) throw new NotKnown(`${name} of different values is not known here.`);
    const wants = (count: number): void => {
      if (isOfRows || given.length !== count)
        throw new NotKnown(`${name} with ${isOfRows ? "*" : given.length} is not known here.`);
    };
    if (name === "COALESCE") {
      const all = given.map(value);
      const type = all.reduce<SqlType | undefined>((before, one) => common(before, one.type), undefined);
      if (type === undefined || all.length < 2) throw new NotKnown("COALESCE takes two values or more.");
      return { duck: `coalesce(${all.map(({ duck }) => duck).join(", ")})`, type };
    }
    const ofText = textFunctions[name];
    if (ofText) return ofText(given.map(anyValue));
    wants(counts[name] ?? 1);
    if (name === "IS_ROLEMEMBER") return member(given[0]);
    const [first, second, third, fourth] = given.map(name === "DATALENGTH" ? anyValue : value);
    if (first === undefined) throw new NotKnown(`${name}() is not known here.`);
    const of = first.type.kind;
    if (name === "ISJSON" && first.json) return { duck: `CAST(${first.json.is} AS INTEGER)`, type: { kind: "int" } };
    if (name === "LTRIM" && isText(first.type)) return { duck: `ltrim(${first.duck}, ' ')`, type: first.type };
    if (name === "DATALENGTH" && of === "varchar")
      return { duck: `CAST(strlen(${first.duck}) AS INTEGER)`, type: { kind: "int" } };
    if ((name === "YEAR" || name === "MONTH" || name === "DAY") && (of === "date" || of === "datetime2"))
      return { duck: `CAST(${name.toLowerCase()}(${first.duck}) AS INTEGER)`, type: { kind: "int" } };
    const ofTexts = callOfTexts(name, first, [second, third, fourth]);
    if (ofTexts) return ofTexts;
    if (name === "LOWER" && first.isHex) return { ...first, duck: `lower(${first.duck})` };
    if (name === "HASHBYTES" && first.literal?.toUpperCase() === "SHA2_256" && second?.type.kind === "varchar")
      return { duck: `unhex(sha256(${second.duck}))`, type: { kind: "varbinary", length: 8000 } };
    throw new NotKnown(`${name} of ${printType(first.type)} is not known here.`);
  }

  /** https://learn.microsoft.com/sql/t-sql/functions/is-rolemember-transact-sql */
  function member(role: Expression | undefined): Value {
    if (role?.kind !== "wide") throw new NotKnown("IS_ROLEMEMBER is known here of a name that is written out, N'…'.");
    const is = isMember(role.text);
    return { duck: `CAST(${is === undefined ? "NULL" : Number(is)} AS INTEGER)`, type: { kind: "int" } };
  }

  return { value, condition };
}

/** The largest whole number that is an `int`; a larger one is a decimal. https://learn.microsoft.com/sql/t-sql/data-types/constants-transact-sql */
const largestInt = 2_147_483_647;

function numberOf(text: string): Value {
  const [whole = "", fraction] = text.split(".");
  if (fraction === undefined && Number(whole) <= largestInt)
    return { duck: `CAST(${whole} AS INTEGER)`, type: { kind: "int" }, written: whole };
  const digits = whole.replace(/^0+/, "").length;
  const scale = fraction?.length ?? 0;
  const precision = Math.max(digits + scale, 1);
  if (precision > 38) throw new NotKnown(`${text} has more than 38 digits.`);
  return { duck: `CAST(${text} AS DECIMAL(${precision}, ${scale}))`, type: { kind: "decimal", precision, scale } };
}

const textType = (kind: "varchar" | "nvarchar", text: string): SqlType => ({
  kind,
  length: Math.max(kind === "varchar" ? Buffer.byteLength(text) : text.length, 1),
});

/** T-SQL fills the shorter of two texts up with spaces. https://learn.microsoft.com/troubleshoot/sql/database-engine/development/ansi-padding-strings */
function compared(operator: string, a: Value, b: Value): string {
  const [left, right] = [asWanted(a, b.type), asWanted(b, a.type)];
  if (isText(left.type) && isText(right.type)) {
    if (operator !== "=" && operator !== "<>") throw new NotKnown(`${operator} of texts is not known here.`);
    return `(rtrim(${left.duck}, ' ') ${operator} rtrim(${right.duck}, ' '))`;
  }
  const isKnown =
    (isNumber(left.type) && isNumber(right.type)) ||
    (left.type.kind === right.type.kind && left.type.kind !== "varbinary");
  if (!isKnown)
    throw new NotKnown(`${operator} of ${printType(left.type)} and ${printType(right.type)} is not known here.`);
  return `(${left.duck} ${operator} ${right.duck})`;
}

/** A text that is written out where a time is meant is one. */
const asWanted = (value: Value, wanted: SqlType): Value =>
  value.literal !== undefined && (wanted.kind === "date" || wanted.kind === "datetime2")
    ? convert({ ...value, type: textType("varchar", value.literal) }, wanted, undefined)
    : value;

function sum(left: Value, right: Value): Value {
  if (left.isPosition && right.written === "1")
    return { duck: `(${left.duck} + 1)`, type: left.type, isPosition: true }; // no text is so long that it would not fit
  if (left.type.kind === "nvarchar" && right.type.kind === "nvarchar") return sumOfWide(left, right);
  if (left.type.kind !== "varchar" || right.type.kind !== "varchar")
    throw new NotKnown(`+ of ${printType(left.type)} and ${printType(right.type)} is not known here.`);
  const isMax = left.type.length === "max" || right.type.length === "max";
  const length = isMax ? "max" : Number(left.type.length) + Number(right.type.length);
  if (length !== "max" && length > 8000)
    throw new NotKnown("+ of texts that together may have more than 8000 bytes would be cut.");
  return { duck: `(${left.duck} || ${right.duck})`, type: { kind: "varchar", length } };
}

/** What has more than 4000 characters would be cut. */
function sumOfWide(left: Value, right: Value): Value {
  const duck = `(${left.duck} || ${right.duck})`;
  const short = `(CASE WHEN length(${duck}) > 2000 THEN error('A text of more than 2000 characters is not put together here.') ELSE ${duck} END)`;
  return { duck: short, type: { kind: "nvarchar", length: 4000 } };
}

/** The type of which both can be; of texts the longer one. */
function common(a: SqlType | undefined, b: SqlType): SqlType {
  if (a === undefined) return b;
  if (a.kind === "varchar" && b.kind === "varchar") {
    const isMax = a.length === "max" || b.length === "max";
    return { kind: "varchar", length: isMax ? "max" : Math.max(Number(a.length), Number(b.length)) };
  }
  if (printType(a) === printType(b)) return a;
  throw new NotKnown(`${printType(a)} beside ${printType(b)} is not known here: cast one.`);
}
