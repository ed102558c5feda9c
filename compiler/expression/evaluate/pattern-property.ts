import { ANY } from "./pattern-anchors.js";
import { fail, next, noteAsJavas, peek, type Reader } from "./pattern-reader.js";

const PROPERTIES: Readonly<Record<string, string | undefined>> = {
  Lower: "[a-z]",
  Upper: "[A-Z]",
  ASCII: "[\\u{0}-\\u{7f}]",
  Alpha: "[a-zA-Z]",
  Digit: "[0-9]",
  Alnum: "[a-zA-Z0-9]",
  Punct: "[\\u{21}-\\u{2f}\\u{3a}-\\u{40}\\u{5b}-\\u{60}\\u{7b}-\\u{7e}]",
  Graph: "[\\u{21}-\\u{7e}]",
  Print: "[\\u{20}-\\u{7e}]",
  Blank: "[ \\t]",
  Cntrl: "[\\u{0}-\\u{1f}\\u{7f}]",
  XDigit: "[0-9a-fA-F]",
  Space: "[ \\t\\n\\v\\f\\r]",
  IsAlphabetic: "\\p{Alphabetic}",
  IsLetter: "\\p{L}",
  IsDigit: "\\p{Nd}",
  IsLowercase: "\\p{Lowercase}",
  IsUppercase: "\\p{Uppercase}",
  IsWhite_Space: "\\p{White_Space}",
  IsLatin: "\\p{Script=Latin}",
  IsGreek: "\\p{Script=Greek}",
  IsCyrillic: "\\p{Script=Cyrillic}",
  IsHan: "\\p{Script=Han}",
};

/** `\p{Lu}`, or by `P` all but those; by the names that mean the same to both engines. */
export function property(reader: Reader, kind: "p" | "P"): string {
  let name = next(reader);
  if (name === "{") {
    name = "";
    while (peek(reader) !== "}") name += next(reader);
    next(reader);
  }
  if (reader.flags.i) noteAsJavas(reader, "has a property with the flag i");
  const category = /^(?:Is|general_category=|gc=)?([LMNPSZC][a-z]?)$/.exec(name)?.[1];
  const known =
    PROPERTIES[name] ?? (category !== undefined && CATEGORIES.has(category) ? `\\p{${category}}` : undefined);
  if (known === undefined) {
    const isNone = !/^(?:Is|In|java|L1$|LC$|LD$|all$|(?:script|sc|block|blk|general_category|gc)=)/.test(name);
    if (isNone) fail(`has the property '${name}', which there is not`);
    noteAsJavas(reader, `has the property '${name}', which is not known outside of Java, or nowhere`);
    return ANY;
  }
  return kind === "p" ? known : `[^${known}]`;
}

const CATEGORIES: ReadonlySet<string> = new Set(
  "L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po S Sm Sc Sk So Z Zs Zl Zp C Cc Cf Co Cn Cs".split(" "),
);
