/** Mutants of the golden's script that mean the same, each with the tokens around it, and why. */
export const equivalents: readonly { readonly shape: RegExp; readonly because: string }[] = [
  { shape: /THROW 50002, .*next load fills it\.x'$/, because: "it is what a person is told" },
];
