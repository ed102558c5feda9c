/** Mutants of the golden's script that mean the same, each with the tokens around it, and why. */
export const equivalents: readonly { readonly shape: RegExp; readonly because: string }[] = [
  { shape: /THROW 50002, .*next load fills it\.x'$/, because: "it is what a person is told" },
  {
    shape: /\) OR \(\[t\]\.\[turnover\] IS NOT NULL AND \[n\]: \[turnover\] → \[item\]$/,
    because: "an item is never null: a row that has no turnover before and after is written again as it is",
  },
];
