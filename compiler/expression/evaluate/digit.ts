/** Every script's digits stand in a row from its zero on. */
export function digitOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  let zero = code;
  while (zero > code - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (code - zero) % 10;
}

/** With the digits of ASCII for those of other scripts, which Java reads as well. */
export const withDigits = (text: string): string => text.replaceAll(/\p{Nd}/gu, (digit) => String(digitOf(digit)));
