import { digitOf } from "./digit.js";

/** How many characters differ between two texts. */
export function levenshtein(a: readonly string[], b: readonly string[]): number {
  let before = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, character] of a.entries()) {
    const now = [i + 1];
    for (const [j, other] of b.entries()) {
      const changed = (before[j] ?? 0) + (character === other ? 0 : 1);
      now.push(Math.min(changed, (before[j + 1] ?? 0) + 1, (now[j] ?? 0) + 1));
    }
    before = now;
  }
  return before.at(-1) ?? 0;
}

/** The sounds of A to Z; 7 is a letter that does not part two of one sound. */
const SOUNDS = "01230127022455012623017202";

/** The letter and three sounds of an English word; a text that starts with no letter of ASCII is as it was. */
export function soundex(text: string): string {
  const letters = text.replaceAll(/[a-z]/g, (letter) => letter.toUpperCase());
  const soundOf = (letter: string): string => SOUNDS[letter.charCodeAt(0) - 65] ?? "";
  const first = letters.charAt(0);
  if (!/^[A-Z]$/.test(first)) return text;
  let code = first;
  let last = soundOf(first);
  for (const letter of letters.slice(1)) {
    const sound = /^[A-Z]$/.test(letter) ? soundOf(letter) : "";
    if (sound === "7") continue;
    if (sound !== "" && sound !== "0" && sound !== last) code += sound;
    if (code.length === 4) break;
    last = sound === "" ? "0" : sound;
  }
  return code.padEnd(4, "0");
}

/** Whether digits pass the check of card numbers (ISO/IEC 7812). */
export function isLuhnNumber(text: string): boolean {
  if (!/^\p{Nd}+$/u.test(text) || [...text].length !== text.length) return false;
  const digits = [...text].toReversed().map(digitOf);
  const sum = digits.reduce((total, digit, i) => {
    const counted = i % 2 === 1 ? digit * 2 : digit;
    return total + (counted % 10) + Math.floor(counted / 10);
  }, 0);
  return sum % 10 === 0;
}
