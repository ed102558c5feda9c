import type { DataType } from "../type.js";

/**
 * Spark 4.0 rounds a decimal whose sign it changes (`abs`, `-`) to 34 digits, without a word or with an error, and Spark 3.5 does not:
 * the catalogue's test met it on both.
 */
export const losesDigitsWithItsSign = (type: DataType): boolean => type.kind === "decimal" && type.precision > 34;
