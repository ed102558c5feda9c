/** A part of a text in T-SQL. `text`: of a word as it stands, of a name or a string what it means. */
export interface Token {
  readonly kind: "word" | "name" | "string" | "wide" | "number" | "sign" | "end";
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What the text of a statement has that is not known here, or that no statement could have. */
export class NotKnown extends Error {
  override readonly name = "NotKnown";
}

const patterns = [
  ["space", /(?:\s+|--[^\n]*|\/\*[\s\S]*?\*\/)/y],
  ["wide", /N'((?:[^']|'')*)'/y],
  ["string", /'((?:[^']|'')*)'/y],
  ["name", /\[((?:[^\]]|\]\])+)\]/y],
  ["quoted", /"((?:[^"]|"")+)"/y],
  ["number", /\d+(?:\.\d+)?(?![\w.])/y],
  ["word", /[A-Za-z_#@][\w@$#]*/y],
  ["sign", /<>|<=|>=|!=|[-+*/%=<>(),.;]/y],
] as const;

/** https://learn.microsoft.com/sql/t-sql/language-elements/language-elements-transact-sql */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const found = matchAt(text, at);
    if (found === undefined) throw new NotKnown(`'${text.slice(at, at + 10)}' is no beginning of anything.`);
    const [kind, whole, inner] = found;
    const [start, end] = [at, at + whole.length];
    at = end;
    if (kind === "space") continue;
    if (kind === "name") tokens.push({ kind, text: inner.replaceAll("]]", "]"), start, end });
    else if (kind === "quoted") tokens.push({ kind: "name", text: inner.replaceAll('""', '"'), start, end });
    else if (kind === "wide" || kind === "string") tokens.push({ kind, text: inner.replaceAll("''", "'"), start, end });
    else tokens.push({ kind, text: whole, start, end });
  }
  return [...tokens, { kind: "end", text: "the end", start: at, end: at }];
}

function matchAt(text: string, at: number) {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return [kind, match[0], match[1] ?? ""] as const;
  }
  return undefined;
}
