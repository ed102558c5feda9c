import { expressionDiagnostics } from "../diagnostics.js";
import {
  advance,
  atSymbol,
  atWord,
  type Cursor,
  expectSymbol,
  expectWord,
  fail,
  failExpecting,
  failUnsupported,
  lastEnd,
  peek,
  takeSymbol,
  takeWord,
} from "./cursor.js";
import type { Grammar } from "./grammar.js";
import { intervalAt, numberLiteral, stringLiteral, typedLiteral, wordLiteral } from "./parse-literal.js";
import { parseTypeAt, unquoted } from "./parse-type.js";
import type { Branch, Syntax } from "./syntax.js";
import type { Token } from "./token.js";

/** A value that no operator outside it can take apart: a literal, a name, a call, `case`, `cast`, brackets, a lambda. */
export function parsePrimary(cursor: Cursor, grammar: Grammar): Syntax {
  const token = peek(cursor);
  switch (token.kind) {
    case "number":
      return numberLiteral(cursor);
    case "string":
      return stringLiteral(cursor);
    case "quoted":
      cursor.at += 1;
      return nameOf(token);
    case "word":
      return parseWord(cursor, grammar, token);
    default:
      if (token.text === "-") return numberLiteral(cursor);
      if (takeSymbol(cursor, "(")) return parseBrackets(cursor, grammar, token);
      return failAtSign(cursor, token);
  }
}

function failAtSign(cursor: Cursor, token: Token): Syntax {
  if (token.text === '"')
    failUnsupported(cursor, token, "A double quote", "Write strings in single quotes and names in backticks.");
  else if (/^[\u2018-\u201F]$/.test(token.text))
    failUnsupported(cursor, token, "A curly quote", "Write strings in straight ones: 'text'.");
  else if (token.text === "~") failUnsupported(cursor, token, "'~'", "Write the bits with &, | or ^.");
  else if (token.text === "--" || token.text === "/*")
    failUnsupported(cursor, token, "A comment", "Put it into the YAML, after #.");
  else if (token.text === "$")
    failUnsupported(
      cursor,
      token,
      "A variable",
      "Variables stand where names, numbers and places stand, never inside an expression.",
    );
  else failExpecting(cursor, "a value");
  return nameOf(token);
}

const nameOf = (token: Token): Syntax => ({
  kind: "name",
  name: unquoted(token),
  quoted: token.kind === "quoted",
  start: token.start,
  end: token.end,
});

function parseWord(cursor: Cursor, grammar: Grammar, token: Token): Syntax {
  const word = token.text.toLowerCase();
  const next = peek(cursor, 1);
  const beforeString = next.kind === "string" || next.kind === "number" || next.text === "-";
  if (word === "null" || word === "true" || word === "false") return wordLiteral(cursor, word);
  if (word === "case") return parseCase(cursor, grammar);
  if ((word === "cast" || word === "try_cast") && next.text === "(")
    return parseCast(cursor, grammar, word === "try_cast");
  if (word === "interval" && beforeString) return intervalAt(cursor);
  if ((word === "date" || word === "timestamp") && next.kind === "string") return typedLiteral(cursor, word);
  if (word === "select")
    failUnsupported(
      cursor,
      token,
      "SELECT",
      "An expression is one value; what a SELECT does is said by the table's clauses.",
    );
  if (next.text === "->" && next.kind === "symbol") {
    cursor.at += 2;
    return {
      kind: "lambda",
      parameters: [token.text],
      body: grammar.boolean(cursor),
      start: token.start,
      end: lastEnd(cursor),
    };
  }
  if (next.text === "(" && !OPERATOR_WORDS.has(word)) return parseCall(cursor, grammar);
  if (next.kind === "string" && /^[bnru]$/.test(word)) failExpecting(cursor, "a string in single quotes");
  if (OPERATOR_WORDS.has(word)) failExpecting(cursor, "a value (a name such as this one is written in backticks)");
  cursor.at += 1;
  return nameOf(token);
}

/** Words that end or join expressions, so that they are no names. */
const OPERATOR_WORDS: ReadonlySet<string> = new Set(
  "and or not in is between like ilike rlike regexp div as when then else end from where distinct escape over order group having".split(
    " ",
  ),
);

/** After `(`: an expression in brackets, or the parameters of a lambda. */
function parseBrackets(cursor: Cursor, grammar: Grammar, open: Token): Syntax {
  if (atWord(cursor, "select"))
    failUnsupported(cursor, peek(cursor), "A subquery", "Join the other table with the `join` clause.");
  const lambda = lambdaAt(cursor);
  if (lambda !== undefined) {
    cursor.at += lambda.length * 2 + 1;
    return {
      kind: "lambda",
      parameters: lambda,
      body: grammar.boolean(cursor),
      start: open.start,
      end: lastEnd(cursor),
    };
  }
  const inner = grammar.boolean(cursor);
  if (atSymbol(cursor, ","))
    failUnsupported(cursor, peek(cursor), "A list in brackets", "Write struct(…) or array(…).");
  expectSymbol(cursor, ")");
  return { ...inner, start: open.start, end: lastEnd(cursor) };
}

/** The parameters, if what follows is `a, b) ->`. */
function lambdaAt(cursor: Cursor): readonly string[] | undefined {
  const names: string[] = [];
  for (let ahead = 0; peek(cursor, ahead).kind === "word"; ahead += 2) {
    names.push(peek(cursor, ahead).text);
    if (atSymbol(cursor, ")", ahead + 1)) return atSymbol(cursor, "->", ahead + 2) ? names : undefined;
    if (!atSymbol(cursor, ",", ahead + 1)) return undefined;
  }
  return undefined;
}

function parseCase(cursor: Cursor, grammar: Grammar): Syntax {
  const { start } = advance(cursor);
  const operand = atWord(cursor, "when") ? undefined : grammar.boolean(cursor);
  const branches: Branch[] = [];
  while (takeWord(cursor, "when")) {
    const when = grammar.boolean(cursor);
    expectWord(cursor, "then");
    branches.push({ when, result: grammar.boolean(cursor) });
  }
  if (branches.length === 0) failExpecting(cursor, "'when'");
  const otherwise = takeWord(cursor, "else") ? grammar.boolean(cursor) : undefined;
  if (!takeWord(cursor, "end")) failExpecting(cursor, otherwise === undefined ? "'when', 'else' or 'end'" : "'end'");
  return { kind: "case", operand, branches, otherwise, start, end: lastEnd(cursor) };
}

function parseCast(cursor: Cursor, grammar: Grammar, safe: boolean): Syntax {
  const { start } = advance(cursor);
  expectSymbol(cursor, "(");
  const operand = grammar.boolean(cursor);
  expectWord(cursor, "as");
  const typeStart = peek(cursor).start;
  const type = parseTypeAt(cursor);
  const typeRange = { start: typeStart, end: lastEnd(cursor) };
  expectSymbol(cursor, ")");
  return { kind: "cast", safe, operand, type, typeRange, start, end: lastEnd(cursor) };
}

function parseCall(cursor: Cursor, grammar: Grammar): Syntax {
  const word = advance(cursor);
  const name = word.text.toLowerCase();
  cursor.at += 1;
  const instead = Object.hasOwn(OWN_SYNTAX, name) ? OWN_SYNTAX[name] : undefined;
  if (instead !== undefined) {
    fail(cursor, expressionDiagnostics.refusedFunction.at(cursor.origin.within(word), { name, reason: instead }));
  }
  const distinct = takeWord(cursor, "distinct");
  const star = !distinct && atSymbol(cursor, "*") && atSymbol(cursor, ")", 1);
  if (star) cursor.at += 1;
  const empty = takeSymbol(cursor, ")");
  const given = empty ? [] : grammar.list(cursor);
  const filter = parseFilter(cursor, grammar);
  for (const [clause, what] of AFTER_CALL) {
    if (atWord(cursor, clause))
      failUnsupported(
        cursor,
        peek(cursor),
        what,
        "Rows are ordered and grouped by the table's clauses: window, group_by, deduplicate.",
      );
  }
  return {
    kind: "call",
    name,
    nameRange: { start: word.start, end: word.end },
    arguments: given,
    star,
    distinct,
    filter,
    start: word.start,
    end: lastEnd(cursor),
  };
}

/** Functions whose brackets hold something else than expressions. */
const OWN_SYNTAX: Readonly<Record<string, string | undefined>> = {
  extract: "call `year`, `month`, `hour` or another one named after the part.",
  timestampadd: "add an interval: `event_time + INTERVAL 10 MINUTES`.",
  timestampdiff: "subtract seconds: `unix_seconds(later) - unix_seconds(earlier)`.",
  dateadd: "call `date_add(day, number_of_days)`, or add an interval.",
};

const AFTER_CALL: readonly (readonly [string, string])[] = [
  ["over", "A window function (OVER)"],
  ["ignore", "'ignore nulls'"],
  ["respect", "'respect nulls'"],
  ["within", "'within group'"],
];

function parseFilter(cursor: Cursor, grammar: Grammar): Syntax | undefined {
  if (!atWord(cursor, "filter") || !atSymbol(cursor, "(", 1)) return undefined;
  cursor.at += 2;
  expectWord(cursor, "where");
  const filter = grammar.boolean(cursor);
  expectSymbol(cursor, ")");
  return filter;
}
