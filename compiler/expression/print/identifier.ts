/** A name as Spark reads it: in backticks only where it would mean something else without them. */
export const printIdentifier = (name: string): string =>
  /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !RESERVED.has(name.toLowerCase())
    ? name
    : `\`${name.replaceAll("`", "``")}\``;

/** Words of the grammar, and those that are a call without brackets if there is no such column. */
export const RESERVED: ReadonlySet<string> = new Set(
  (
    "and as between case current_date current_time current_timestamp current_user distinct div else end escape false from group having " +
    "ilike in interval is like localtimestamp not null or order over regexp rlike select then true when where"
  ).split(" "),
);
