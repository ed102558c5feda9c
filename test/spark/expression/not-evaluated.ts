/** Functions of the catalogue that `compiler/expression/evaluate` does not compute yet. */
export const notEvaluated: readonly string[] = [
  "approx_count_distinct",
  "cos",
  "cot",
  "percentile_approx",
  "sin",
  "tan",
];
