/** A name as Spark reads it: in backticks only where it would mean something else without them. */
export const printIdentifier = (name: string): string =>
  /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !RESERVED.has(name.toLowerCase()) ? name : `\`${name.replaceAll("`", "``")}\``;

/** Words that are no column names without backticks, here or in Spark. */
export const RESERVED: ReadonlySet<string> = new Set(
  (
    "all and any anti array as between both by case cast cross current_catalog current_database current_date current_schema current_time " +
    "current_timestamp current_user distinct div else end escape except exists extract false filter for from full group having ilike in " +
    "inner intersect interval is join lateral leading left like limit localtimestamp map minus natural not null offset on or order outer " +
    "over overlay position regexp right rlike select semi session_user set some struct substring table tablesample then to trailing trim " +
    "true try_cast union unique user using values when where window with"
  ).split(" "),
);
