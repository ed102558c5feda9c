/**
 * What Spark is told instead of a text that is to be a time or a day: one that does not begin with a year of four digits is made none.
 * Spark would read some by the clock: a time of day as one of today, and words such as 'now' of a text that it computes before it sees
 * any row. A day of a longer year it cannot make a time of, and fails.
 */
export const BEGUN_BY_A_YEAR = "regexp_replace(text, '^(?![^!-~]*[+-]?[0-9]{4}(?![0-9]))', '?')";

/** What Spark is told instead of a text that is to be a decimal: one with an exponent of five digits or more is none. Some it cannot read, and fails. */
export const EXPONENT_IS_SHORT = "regexp_replace(text, '[eE][+-]?\\\\p{Nd}{5}', '?')";
