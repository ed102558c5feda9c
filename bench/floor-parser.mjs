// A Pratt parser for the expressions of the measured projects, with places: the least that parsing them can cost.
const token = /\s*(?:(\d+(?:\.\d+)?)|([A-Za-z_]\w*)|('(?:[^']|'')*')|(<=|>=|<>|\|\||[-+*/%=<>().,]))/y;

/** How tightly an operator holds. */
const power = { or: 1, and: 2, is: 4, between: 4, like: 4, "=": 5, "<": 5, ">": 5, "<=": 5, ">=": 5, "<>": 5 };
Object.assign(power, { "+": 8, "-": 8, "||": 8, "*": 9, "/": 9, "%": 9, ".": 12 });

export function parse(text) {
  const source = String(text);
  const tokens = [];
  token.lastIndex = 0;
  for (let match = token.exec(source); match !== null; match = token.exec(source)) {
    const [, number, word, string, sign] = match;
    tokens.push({ number, word: word?.toLowerCase(), name: word, string, sign, end: token.lastIndex });
  }
  const cursor = { tokens, at: 0 };
  const tree = expression(cursor, 0);
  if (cursor.at < tokens.length || tokens.length === 0) throw new Error(`cannot parse: ${source}`);
  return tree;
}

const is = ({ tokens, at }, text) => tokens[at]?.word === text || tokens[at]?.sign === text;

function take(cursor, text) {
  const found = is(cursor, text);
  if (found) cursor.at += 1;
  return found;
}

function need(cursor, text) {
  if (!take(cursor, text)) throw new Error(`expected ${text}`);
}

function expression(cursor, least) {
  let left = operand(cursor);
  for (;;) {
    const next = cursor.tokens[cursor.at];
    const operator = next?.word ?? next?.sign;
    const held = power[operator] ?? 0;
    if (held <= least) return left;
    cursor.at += 1;
    left = { operator, left, ...right(cursor, operator, held), end: next.end };
  }
}

function right(cursor, operator, held) {
  if (operator === "is") {
    const negated = take(cursor, "not");
    need(cursor, "null");
    return { negated };
  }
  if (operator !== "between") return { right: expression(cursor, held) };
  const low = expression(cursor, held);
  need(cursor, "and");
  return { low, high: expression(cursor, held) };
}

function operand(cursor) {
  const first = cursor.tokens[cursor.at];
  if (first === undefined) throw new Error("expected a value");
  cursor.at += 1;
  const { end } = first;
  if (first.sign === "(") {
    const inner = expression(cursor, 0);
    need(cursor, ")");
    return inner;
  }
  if (first.sign === "-" || first.word === "not")
    return { operator: first.sign ?? "not", operand: expression(cursor, 3), end };
  if (first.sign === "*") return { star: true, end };
  if (first.word === "case") return cases(cursor, end);
  if (first.word !== undefined && take(cursor, "(")) return call(cursor, first);
  return first.word === undefined ? { literal: first.number ?? first.string, end } : { name: first.name, end };
}

function call(cursor, { word, end }) {
  const given = [];
  while (!take(cursor, ")")) {
    given.push(expression(cursor, 0));
    if (take(cursor, "as")) given.push(expression(cursor, 0));
    if (!is(cursor, ")")) need(cursor, ",");
  }
  return { call: word, arguments: given, end };
}

function cases(cursor, end) {
  const branches = [];
  while (take(cursor, "when")) {
    const when = expression(cursor, 0);
    need(cursor, "then");
    branches.push({ when, result: expression(cursor, 0) });
  }
  const otherwise = take(cursor, "else") ? expression(cursor, 0) : undefined;
  need(cursor, "end");
  return { branches, otherwise, end };
}
