import type { Range } from "./tree.js";

/** Where a pair of a mapping in braces stands. */
interface Places {
  /** Undefined: no scalar. */
  readonly key: Range | undefined;
  /** Null: it has none. Undefined: quoted, or no scalar. */
  readonly value: Range | null | undefined;
}

interface Whole<T> {
  readonly pair: T;
  /** Where its value stands, if commas have cut it. */
  readonly cut: Range | undefined;
}

/**
 * The pairs of a mapping in braces without the pieces of values that their own commas have cut: of `{ price: decimal(9,2) }`
 * YAML makes a value `decimal(9` and a key `2)` without one.
 */
export function withoutPieces<T>(pairs: readonly T[], places: readonly Places[], text: string): readonly Whole<T>[] {
  const whole: Whole<T>[] = [];
  let passed = 0;
  for (const [at, pair] of pairs.entries()) {
    if (at < passed) continue;
    const cut = cutAt(at, places, text);
    passed = cut?.next ?? at;
    whole.push({ pair, cut: cut?.range });
  }
  return whole;
}

/** A value with what follows of it within its brackets, and which pair is the next. */
function cutAt(
  at: number,
  places: readonly Places[],
  text: string,
): { readonly range: Range; readonly next: number } | undefined {
  const value = places[at]?.value;
  if (!value) return undefined;
  let { end } = value;
  let next = at + 1;
  for (; isOpen(text.slice(value.start, end)); next += 1) {
    const piece = places[next];
    if (piece?.key === undefined || piece.value !== null) break;
    end = piece.key.end;
  }
  return next === at + 1 ? undefined : { range: { start: value.start, end }, next };
}

/** More brackets are opened than closed: round ones, and in a type also angles, which in an expression compare. */
function isOpen(text: string): boolean {
  const isType = /^(?:array|map|struct) *</i.test(text);
  const signs = text.replace(/'[^']*'|"[^"]*"/g, "");
  const count = (sign: string): number => signs.split(sign).length - 1;
  return count("(") > count(")") || (isType && count("<") > count(">"));
}
