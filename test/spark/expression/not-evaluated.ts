/** Functions of the catalogue that `compiler/expression/evaluate` does not compute; their evaluators say why. */
export const notEvaluated: readonly string[] = [
  "approx_count_distinct",
  "cos",
  "cot",
  "percentile_approx",
  "sin",
  "tan",
];
