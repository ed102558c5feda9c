/**
 * The batches of a script in T-SQL: each ends with `GO` on a line of its own. The tools that run such files know it, the database does not.
 * https://learn.microsoft.com/sql/t-sql/language-elements/sql-server-utilities-statements-go
 */
export const batchesOf = (script: string): readonly string[] =>
  script
    .split(/^[ \t]*GO[ \t]*\r?$/im)
    .map((batch) => batch.trim())
    .filter((batch) => batch !== "");
