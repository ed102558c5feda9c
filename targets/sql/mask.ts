import { joined, number, type Transact, text, transact } from "../../compiler/expression/print/transact.js";
import { collation } from "../../compiler/expression/print/transact-types.js";
import type { MaskIr, RowFilterIr, WarehouseViewIr } from "../../compiler/ir/warehouse.js";

/**
 * What a view shows in place of a value, by who asks; the view casts it to the type that the value would have. Null of `IS_ROLEMEMBER`, as
 * where there is no such role, is not 1: the value stays masked. `type`: the value's.
 * https://learn.microsoft.com/sql/t-sql/functions/is-rolemember-transact-sql
 */
export function masked(value: Transact, type: Transact, { show, unmask }: MaskIr): Transact {
  const seen = unmask.length === 0 ? [] : [transact`WHEN ${joined(unmask.map(isMember), " OR ")} THEN ${value}`];
  const instead = shown(value, show);
  if (seen.length + instead.length === 0) return transact`CAST(NULL AS ${type})`;
  return transact`CASE ${joined([...seen, ...instead], " ")} END`;
}

/** Who sees what of a column that a view shows; undefined: everybody its values. */
export const maskOf = (masks: readonly MaskIr[], column: string): MaskIr | undefined =>
  masks.find((mask) => mask.column === column);

/** The clauses of a view by which what is seen depends on who asks. */
export const seenByWho = ({ masks, rows }: WarehouseViewIr): readonly ("masks" | "rows")[] => [
  ...(masks.length > 0 ? (["masks"] as const) : []),
  ...(rows ? (["rows"] as const) : []),
];

/** A column that is null for everybody. */
export function isNeverShown(masks: readonly MaskIr[], column: string): boolean {
  const mask = maskOf(masks, column);
  return mask?.show.kind === "nothing" && mask.unmask.length === 0;
}

/** The branches of a CASE that has no ELSE: what is null stays null. */
function shown(value: Transact, show: MaskIr["show"]): readonly Transact[] {
  switch (show.kind) {
    case "nothing":
      return [];
    case "domain":
      return [domain(value), hidden(value)];
    case "first": {
      const part = transact`LEFT(${counted(value)}, ${number(show.characters)})`;
      return [transact`WHEN ${isLonger(value, part)} THEN ${bounded(part, show.characters)} + '***'`, hidden(value)];
    }
    case "last": {
      const part = transact`RIGHT(${counted(value)}, ${number(show.characters)})`;
      return [transact`WHEN ${isLonger(value, part)} THEN '***' + ${bounded(part, show.characters)}`, hidden(value)];
    }
  }
}

const hidden = (value: Transact): Transact => transact`WHEN ${value} IS NOT NULL THEN '***'`;

/** By bytes, as LEN leaves spaces at a text's end out. https://learn.microsoft.com/sql/t-sql/functions/len-transact-sql */
const isLonger = (value: Transact, part: Transact): Transact => transact`DATALENGTH(${value}) > DATALENGTH(${part})`;

/**
 * In this collation a character is one of Unicode's, of how many bytes or surrogates ever; the vendor does not say it of the one that texts are
 * compared in. https://learn.microsoft.com/sql/relational-databases/collations/collation-and-unicode-support#Supplementary_Characters
 */
const counted = (value: Transact): Transact => transact`${value} COLLATE Latin1_General_100_CI_AS_SC_UTF8`;

/** A character has four bytes at the most. */
const bounded = (part: Transact, characters: number): Transact =>
  transact`CAST(${part} AS varchar(${number(characters * 4)})) COLLATE ${{ transact: collation }}`;

/** A name of a domain has 255 bytes at the most, `@` comes before. https://www.rfc-editor.org/rfc/rfc1035#section-2.3.4 */
const longestDomain = 256;

/** With more than one `@` it is not known where the name of somebody ends. */
function domain(value: Transact): Transact {
  const at = transact`CHARINDEX('@', ${value})`;
  const part = transact`SUBSTRING(${value}, ${at}, 8000)`;
  const isOne = transact`${at} > 0 AND CHARINDEX('@', ${value}, ${at} + 1) = 0`;
  return transact`WHEN ${isOne} AND DATALENGTH(${part}) <= ${number(longestDomain)} THEN '***' + CAST(${part} AS varchar(${number(longestDomain)}))`;
}

/** A condition that keeps the rows that who asks may see. `holds`: prints a role's own condition. */
export function visible(
  rows: readonly RowFilterIr[],
  holds: (where: Exclude<RowFilterIr["where"], "all">) => Transact,
) {
  const each = rows.map(({ role, where }) =>
    where === "all" ? isMember(role) : transact`(${isMember(role)} AND ${holds(where)})`,
  );
  return transact`(${joined(each, " OR ")})`;
}

const isMember = (role: string): Transact => transact`IS_ROLEMEMBER(${text(role)}) = 1`;
