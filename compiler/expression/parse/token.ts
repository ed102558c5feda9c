/** A word or sign of an expression's text. */
export interface Token {
  readonly kind: "word" | "quoted" | "string" | "number" | "symbol" | "bad" | "end";
  /** As it is written. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The text in pieces. What is no token is a `bad` one, for the parser to complain about. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 32 || (code >= 9 && code <= 13)) {
      at += 1;
      continue;
    }
    const token = tokenAt(text, at, code);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function tokenAt(text: string, start: number, code: number): Token {
  const next = text.charCodeAt(start + 1);
  const prefixed = next === 39 && (code === 114 || code === 82 || code === 120 || code === 88); // r'…' and x'…'
  if (prefixed) return closed(text, start, rawEnd(text, start + 2), "string");
  if (isWordStart(code)) return piece("word", text, start, wordEnd(text, start));
  if (isDigit(code) || (code === 46 && isDigit(next))) return piece("number", text, start, numberEnd(text, start));
  if (code === 39) return closed(text, start, stringEnd(text, start + 1), "string");
  if (code === 96) return closed(text, start, quotedEnd(text, start + 1), "quoted");
  const length = symbolLength(code, next, text.charCodeAt(start + 2));
  return piece(length === 0 ? "bad" : "symbol", text, start, start + Math.max(1, length));
}

/** How many characters belong to the sign that starts here; 0 if none does. Compared as codes: this runs for every sign. */
function symbolLength(code: number, next: number, third: number): number {
  switch (code) {
    case 60: // <
      return next === 61 ? (third === 62 ? 3 : 2) : next === 62 ? 2 : 1;
    case 62: // >
    case 61: // =
    case 33: // !
      return next === 61 ? 2 : 1;
    case 45: // -
      return next === 45 || next === 62 ? 2 : 1;
    case 38: // &
    case 124: // |
    case 58: // :
      return next === code ? 2 : 1;
    case 47: // slash
      return next === 42 ? 2 : 1;
    default:
      return "+*%()[],.^~".includes(String.fromCharCode(code)) ? 1 : 0;
  }
}

const piece = (kind: Token["kind"], text: string, start: number, end: number): Token => ({
  kind,
  text: text.slice(start, end),
  start,
  end,
});

const closed = (text: string, start: number, end: number | undefined, kind: Token["kind"]): Token =>
  end === undefined ? piece("bad", text, start, text.length) : piece(kind, text, start, end);

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isWordStart = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;

function wordEnd(text: string, start: number): number {
  let end = start;
  for (let code = text.charCodeAt(end); isWordStart(code) || isDigit(code); code = text.charCodeAt(end)) end += 1;
  return end;
}

/** Digits, a point, an exponent, and any letters run together with them: whether they are a number is the parser's question. */
function numberEnd(text: string, start: number): number {
  const match = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?\w*/y;
  match.lastIndex = start;
  match.test(text);
  return match.lastIndex;
}

/** `''` and any escaped character are inside the string. */
function stringEnd(text: string, from: number): number | undefined {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === "'") {
      if (text[at + 1] !== "'") return at + 1;
      at += 1;
    }
  }
  return undefined;
}

function rawEnd(text: string, from: number): number | undefined {
  const end = text.indexOf("'", from);
  return end === -1 ? undefined : end + 1;
}

function quotedEnd(text: string, from: number): number | undefined {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] !== "`") continue;
    if (text[at + 1] !== "`") return at + 1;
    at += 1;
  }
  return undefined;
}
