export type Dialect = "transact" | "postgres" | "cql" | "spark" | "flow" | "arm";

/** What a text in quotes is, in each language, as its vendor's documentation has it. Nothing of the compiler is used here. */
const strings: Readonly<Record<Dialect, readonly RegExp[]>> = {
  // https://learn.microsoft.com/sql/t-sql/data-types/constants-transact-sql
  transact: [/[Nn]?'(?:[^']|'')*'/y],
  // https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-CONSTANTS
  postgres: [/[eE]'(?:[^'\\]|\\[\s\S]|'')*'/y, /'(?:[^']|'')*'/y],
  cql: [/'(?:[^']|'')*'/y, /\$\$[\s\S]*?\$\$/y],
  // https://spark.apache.org/docs/latest/sql-ref-literals.html#string-literal
  spark: [/[rR]'[^']*'/y, /[rR]"[^"]*"/y, /'(?:[^'\\]|\\[\s\S]|'')*'/y, /"(?:[^"\\]|\\[\s\S]|"")*"/y],
  // https://learn.microsoft.com/azure/data-factory/data-flow-expressions-usage
  flow: [/'(?:[^'\\]|\\[\s\S])*'/y, /"(?:[^"\\]|\\[\s\S])*"/y],
  // https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions#escape-characters
  arm: [/'(?:[^']|'')*'/y],
};

const names: Readonly<Record<Dialect, readonly RegExp[]>> = {
  transact: [/\[(?:[^\]]|\]\])*\]/y, /"(?:[^"]|"")*"/y],
  postgres: [/"(?:[^"]|"")*"/y],
  cql: [/"(?:[^"]|"")*"/y],
  spark: [/`(?:[^`]|``)*`/y],
  flow: [/\{(?:[^{}\\]|\\[\s\S])*\}/y],
  arm: [],
};

const comments: Readonly<Record<Dialect, readonly RegExp[]>> = {
  transact: [/--[^\r\n]*/y, /\/\*[\s\S]*?\*\//y],
  postgres: [/--[^\r\n]*/y, /\/\*[\s\S]*?\*\//y],
  cql: [/(?:--|\/\/)[^\r\n]*/y, /\/\*[\s\S]*?\*\//y],
  spark: [/--[^\r\n]*/y, /\/\*[\s\S]*?\*\//y],
  flow: [/\/\/[^\r\n]*/y, /\/\*[\s\S]*?\*\//y],
  arm: [],
};

/** The kinds of its tokens; of words and signs what they are, of texts and names in quotes only that they are there. */
export function tokenKinds(text: string, dialect: Dialect): readonly string[] {
  const found: string[] = [];
  const at = (pattern: RegExp, from: number): number => {
    pattern.lastIndex = from;
    return pattern.test(text) ? pattern.lastIndex : from;
  };
  const first = (patterns: readonly RegExp[], from: number): number =>
    patterns.reduce((end, pattern) => (end > from ? end : at(pattern, from)), from);
  for (let place = 0; place < text.length; ) {
    let end = at(/\s+/y, place);
    if (end === place) end = first(comments[dialect], place);
    if (end > place) {
      place = end;
      continue;
    }
    const quote =
      dialect === "postgres" ? (/^\$(?:[A-Za-z_]\w*)?\$/.exec(text.slice(place, place + 80))?.[0] ?? "") : "";
    const close = quote === "" ? -1 : text.indexOf(quote, place + quote.length);
    if (close !== -1) {
      // https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-DOLLAR-QUOTING: what is in it is run.
      found.push("$", ...tokenKinds(text.slice(place + quote.length, close), dialect), "$");
      place = close + quote.length;
      continue;
    }
    end = first(strings[dialect], place);
    if (end > place) found.push("a text");
    else {
      end = first(names[dialect], place);
      if (end > place) found.push("a name");
      else {
        end = first([/[\p{L}_@#$][\p{L}\p{N}_@#$]*/uy, /\d[\w.]*/y], place);
        if (end === place) end = place + 1;
        found.push(text.slice(place, end).toLowerCase());
      }
    }
    place = end;
  }
  return found;
}
