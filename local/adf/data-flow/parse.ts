import type { Expression, Item, Script, Transformation } from "./script.js";

/** Reads a script. What is none is an error that says where. */
export function parseScript(text: string): Script {
  const tokens = tokensOf(text);
  let at = 0;
  const peek = (ahead = 0): Token => tokens[at + ahead] ?? END;
  const is = (sign: string, ahead = 0): boolean => peek(ahead).kind === "sign" && peek(ahead).text === sign;
  const fail = (expected: string): never => {
    const { text: found, line } = peek();
    throw new ScriptError(`line ${line}: ${expected} is expected, and '${found}' stands there.`);
  };
  const take = (sign: string): boolean => {
    if (is(sign)) at += 1;
    else return false;
    return true;
  };
  const expect = (sign: string): void => {
    if (!take(sign)) fail(`'${sign}'`);
  };
  const name = (): string => {
    const token = peek();
    if (token.kind !== "name" && token.kind !== "braced") return fail("a name");
    at += 1;
    return token.text;
  };
  const isWord = (word: string): boolean => peek().kind === "name" && peek().text === word;

  function parameters(): Script["parameters"] {
    if (!isWord("parameters") || !is("{", 1)) return [];
    at += 2;
    const found = [];
    do found.push(typed(name()));
    while (take(","));
    expect("}");
    return found.map(({ name: of, type }) => ({ name: of, type }));
  }

  function typed(of: string): Item & { readonly kind: "typed" } {
    if (!isWord("as")) return fail("'as'");
    at += 1;
    return { kind: "typed", name: of, type: name() };
  }

  function transformation(): Transformation {
    const names = [name()];
    while (take(",")) names.push(name());
    const isSource = is("(");
    const kind = isSource ? (names[0] ?? "") : name();
    expect("(");
    const read = items(")");
    expect("~>");
    return { inputs: isSource ? [] : names, kind, items: read, name: name() };
  }

  function items(end: string): readonly Item[] {
    const found: Item[] = [];
    if (take(end)) return found;
    do found.push(item());
    while (take(","));
    expect(end);
    return found;
  }

  function item(): Item {
    const isName = peek().kind === "name" || peek().kind === "braced";
    if (isName && is(":", 1)) {
      const of = name();
      at += 1;
      return { kind: "property", name: of, value: expression() };
    }
    if (isName && is("=", 1)) {
      const of = name();
      at += 1;
      return { kind: "assigned", name: of, value: expression() };
    }
    if (isName && peek(1).kind === "name" && peek(1).text === "as") return typed(name());
    return { kind: "value", value: expression() };
  }

  const expression = (): Expression => binary(0);

  function binary(level: number): Expression {
    const operators = levels[level];
    if (operators === undefined) return unary();
    let left = binary(level + 1);
    for (let found = operators.find((one) => is(one)); found !== undefined; found = operators.find((one) => is(one))) {
      at += 1;
      left = { kind: "binary", operator: found, left, right: binary(level + 1) };
    }
    return left;
  }

  function unary(): Expression {
    if (take("!")) return { kind: "not", operand: unary() };
    if (take("(")) {
      const inner = expression();
      expect(")");
      return inner;
    }
    const token = peek();
    at += 1;
    switch (token.kind) {
      case "text":
        return { kind: "text", value: token.text };
      case "number":
        return { kind: "number", value: Number(token.text) };
      case "parameter":
        return { kind: "parameter", name: token.text };
      case "braced":
        return { kind: "column", name: token.text };
      case "name":
        return named(token.text);
      default:
        at -= 1;
        return fail("a value");
    }
  }

  function named(word: string): Expression {
    if (take("(")) return { kind: "call", name: word, items: items(")") };
    if (word === "true" || word === "false") return { kind: "flag", value: word === "true" };
    return word === "null" ? { kind: "null" } : { kind: "column", name: word };
  }

  const declared = parameters();
  const transformations: Transformation[] = [];
  while (peek() !== END) transformations.push(transformation());
  return { parameters: declared, transformations };
}

export class ScriptError extends Error {}

/** From what holds its operands least; https://learn.microsoft.com/azure/data-factory/data-flow-expressions-usage has them as functions too. */
const levels: readonly (readonly string[])[] = [["||"], ["&&"], ["==", "!=", "<=>", "<=", ">=", "<", ">"], ["+", "-"]];

interface Token {
  readonly kind: "name" | "braced" | "text" | "number" | "parameter" | "sign" | "end";
  readonly text: string;
  readonly line: number;
}

const END: Token = { kind: "end", text: "the end", line: 0 };

const patterns: readonly (readonly [Token["kind"], RegExp])[] = [
  ["name", /[A-Za-z_][A-Za-z0-9_]*/y],
  ["braced", /\{[^{}]+\}/y],
  ["text", /'[^'\\]*'/y],
  ["number", /\d+/y],
  ["parameter", /\$[A-Za-z_][A-Za-z0-9_]*/y],
  ["sign", /~>|==|!=|<=>|<=|>=|&&|\|\||[(){}[\],:=<>!+-]/y],
];

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const blank = /\s/.test(text[at] ?? "");
    const line = text.slice(0, at).split("\n").length;
    const found = blank ? undefined : tokenAt(text, at, line, tokens.at(-1));
    if (!blank && found === undefined)
      throw new ScriptError(`line ${line}: ${JSON.stringify(text.slice(at, at + 20))} is not read on this machine.`);
    if (found) tokens.push(found.token);
    at += found?.length ?? 1;
  }
  return tokens;
}

/** The braces of `parameters{ … }` hold no name. */
function tokenAt(text: string, at: number, line: number, before: Token | undefined) {
  for (const [kind, pattern] of patterns) {
    if (kind === "braced" && before?.text === "parameters") continue;
    pattern.lastIndex = at;
    const [found] = pattern.exec(text) ?? [];
    if (found === undefined) continue;
    const inner =
      kind === "braced" || kind === "text" ? found.slice(1, -1) : kind === "parameter" ? found.slice(1) : found;
    return { token: { kind, text: inner, line }, length: found.length };
  }
  return undefined;
}
