import { type Transact, text, transact } from "../../compiler/expression/print/transact.js";
import type { Stop } from "./transact-rights.js";

/*
 * A dedicated SQL pool lacks some of what scripts of rights are made of elsewhere: RETURN, variables that hold long texts, what makes
 * members of roles by ALTER ROLE, and functions of the catalogue.
 * https://learn.microsoft.com/azure/synapse-analytics/sql/overview-features#query-language
 */

/** THROW ends the batch. https://learn.microsoft.com/sql/t-sql/language-elements/throw-transact-sql */
export const throwAbout: Stop = (condition, about, words) => transact`IF ${condition}
  THROW 50003, ${text(`${about} ${words}`)}, 1;`;

/** Ends the batch with `@words`, where there are some, between others: as statements of a loop, or of the batch itself. */
export function throwWords(before: string, after: string, within: "loop" | "batch"): Transact {
  const start: Transact = { transact: within === "loop" ? "  " : "" };
  return transact`IF @words IS NOT NULL
${start}BEGIN
${start}  SET @words = CONCAT(${text(before)}, @words, ${text(after)});
${start}  THROW 50003, @words, 1;
${start}END;`;
}

/** A pool has no COL_LENGTH. https://learn.microsoft.com/sql/relational-databases/system-catalog-views/sys-columns-transact-sql */
export const columnMissing = (object: Transact, column: string): Transact =>
  transact`NOT EXISTS (SELECT 1 FROM sys.columns WHERE object_id = OBJECT_ID(${object}) AND name = ${text(column)})`;

/** Somebody is a member of a role; `of_role` and `member` are the two. */
export const isMember = (role: string, member: string): Transact =>
  transact`of_role.name COLLATE DATABASE_DEFAULT = ${text(role)} AND member.name COLLATE DATABASE_DEFAULT = ${text(member)}`;

export const members = transact`FROM sys.database_role_members AS one
    JOIN sys.database_principals AS of_role ON of_role.principal_id = one.role_principal_id
    JOIN sys.database_principals AS member ON member.principal_id = one.member_principal_id`;

/** https://learn.microsoft.com/sql/relational-databases/system-stored-procedures/sp-addrolemember-transact-sql */
export const memberThereInPool = (role: string, member: string): Transact => transact`IF NOT EXISTS (
    SELECT 1 ${members}
    WHERE ${isMember(role, member)}
)
  EXEC sp_addrolemember ${text(role)}, ${text(member)};`;
