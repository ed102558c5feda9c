import { type Token, tokensOf } from "../../../local/warehouse/tokens.js";

/** A statement with one of its tokens taken out, or another in its place. */
export interface Mutant {
  readonly view: string;
  /** `r.[price] >= 100: >= → >`, with the tokens before and behind. */
  readonly what: string;
  readonly text: string;
}

/** `[a].[b]` behind VIEW, or behind TABLE where it is made. */
export const nameOf = (statement: string): string =>
  /(?:VIEW|CREATE EXTERNAL TABLE) \[(\w+)\]\.\[(\w+)\]/.exec(statement)?.slice(1).join(".") ?? "";

export function mutantsOf(statement: string): readonly Mutant[] {
  const tokens = tokensOf(statement).filter(({ kind }) => kind !== "end");
  const names = [...new Set(tokens.flatMap(({ kind, text }) => (kind === "name" ? [text] : [])))];
  return tokens.flatMap((token, at) => {
    // What the view is called, and how it ends, is no part of what it shows.
    if ((at < 7 && tokens[0]?.text === "CREATE") || token.text === ";") return [];
    const around = statement
      .slice(tokens[at - 5]?.start ?? 0, tokens[at + 5]?.end ?? statement.length)
      .replaceAll(/\s+/g, " ");
    const own = statement.slice(token.start, token.end);
    return ["", ...othersOf(token, names, at)]
      .filter((other) => other !== own)
      .map((other) => ({
        view: nameOf(statement),
        what: `${around}: ${statement.slice(token.start, token.end)} → ${other === "" ? "nothing" : other}`,
        text: `${statement.slice(0, token.start)}${other}${statement.slice(token.end)}`,
      }));
  });
}

const swaps: Readonly<Record<string, readonly string[]>> = {
  "=": ["<>", "<", ">"],
  "<>": ["=", "<"],
  "<": ["<=", ">", "="],
  "<=": ["<", ">=", "="],
  ">": [">=", "<", "="],
  ">=": [">", "<=", "="],
  "+": ["-", "*"],
  "(": [")"],
  ")": ["("],
  COUNT_BIG: ["COUNT", "SUM", "MAX"],
  SUM: ["MAX", "COUNT_BIG"],
  MIN: ["MAX"],
  MAX: ["MIN"],
  TRY_CAST: ["CAST"],
  INNER: ["LEFT"],
  AND: ["OR"],
  OR: ["AND"],
  NOT: ["NOT NOT"],
  IS: ["="],
  NULL: ["1"],
  CAST: ["CONVERT", "TRY_CAST"],
  DATALENGTH: ["LEN"],
  YEAR: ["MONTH", "DAY"],
  LOWER: ["UPPER"],
  LEFT: ["INNER", "RIGHT", "SUBSTRING"],
  RIGHT: ["LEFT"],
  CHARINDEX: ["PATINDEX"],
  SUBSTRING: ["LEFT"],
  IS_ROLEMEMBER: ["IS_MEMBER", "IS_SRVROLEMEMBER"],
  COLLATE: ["AS"],
  Latin1_General_100_CI_AS_SC_UTF8: ["Latin1_General_100_BIN2_UTF8"],
  Latin1_General_100_BIN2_UTF8: ["Latin1_General_100_CI_AS_SC_UTF8"],
  COALESCE: ["NULLIF", "CONCAT"],
  WHEN: ["ELSE"],
  THEN: ["ELSE"],
  ELSE: ["WHEN"],
  bigint: ["int", "decimal(19, 0)"],
  int: ["bigint", "smallint"],
  bit: ["int"],
  date: ["datetime2(7)", "datetime"],
  datetime2: ["datetime", "date"],
  float: ["real"],
  varchar: ["nvarchar", "char"],
  varbinary: ["binary"],
  decimal: ["numeric"],
  max: ["8000"],
};

/** What could stand for a token by a slip: another sign, word or name, a number beside it, a text with one letter more or less. */
function othersOf({ kind, text }: Token, names: readonly string[], at: number): readonly string[] {
  switch (kind) {
    case "number":
      return [`${Number(text) + 1}`, ...(Number(text) > 0 ? [`${Number(text) - 1}`] : []), `'${text}'`];
    case "string":
      return [
        `'${text.replaceAll("'", "''")}x'`,
        `'${text.slice(1).replaceAll("'", "''")}'`,
        `'${text.toUpperCase() === text ? text.toLowerCase() : text.toUpperCase()}'`,
      ];
    case "wide":
      return [`N'${text}x'`, `'${text}'`];
    case "name": {
      const other = names[(names.indexOf(text) + 1 + (at % (names.length - 1))) % names.length];
      return [`[${text.toUpperCase()}]`, `[${text}_]`, ...(other === undefined ? [] : [`[${other}]`])];
    }
    default:
      return swaps[text] ?? [];
  }
}
