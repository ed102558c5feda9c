import type { DataType } from "../type.js";

/**
 * Spark 4.0 fails where it changes the sign (`abs`, `-`) of a decimal of 38 nines, which Spark 3.5 does not: its message says that the
 * value was rounded half up, to 34 digits. Shorter numbers than that it cannot have rounded; longer ones are refused.
 */
export const losesDigitsWithItsSign = (type: DataType): boolean => type.kind === "decimal" && type.precision > 34;
