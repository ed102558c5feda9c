/** Functions of the catalogue that `compiler/expression/evaluate` does not compute yet. */
export const notEvaluated: readonly string[] = [
  "approx_count_distinct",
  "atan2",
  "cbrt",
  "cos",
  "cosh",
  "cot",
  "exp",
  "hypot",
  "percentile_approx",
  "power",
  "sin",
  "tan",
];
