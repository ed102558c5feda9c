/** A statement of T-SQL as this machine does it: as it stands, or only where something is not there yet. */
export type Statement =
  | { readonly kind: "plain"; readonly text: string }
  | { readonly kind: "unless"; readonly there: Thing; readonly statements: readonly Statement[] };

/** What may be in a database. */
export type Thing =
  | { readonly kind: "schema"; readonly schema: string }
  | { readonly kind: "table"; readonly schema: string; readonly table: string };

/**
 * The statements of a script. What H2 has no word for is read here, from the text: `IF OBJECT_ID(N'[s].[t]', N'U') IS NULL …`,
 * `IF SCHEMA_ID(N's') IS NULL …`, `EXEC(N'…')`. All else is left to H2, which refuses what it does not know.
 */
export function readScript(text: string): readonly Statement[] {
  return split(text).flatMap(readStatement);
}

function readStatement(text: string): readonly Statement[] {
  const bare = text.replace(/^(\s|--[^\n]*(\n|$)|\/\*.*?\*\/)+/s, "").trim();
  if (bare === "") return [];
  const object = /^IF\s+OBJECT_ID\s*\(\s*N?'((?:[^']|'')*)'\s*,\s*N?'U'\s*\)\s+IS\s+NULL\s+(.*)$/is.exec(bare);
  if (object) return [{ kind: "unless", there: tableOf(unquoted(object[1])), statements: readScript(object[2] ?? "") }];
  const schema = /^IF\s+SCHEMA_ID\s*\(\s*N?'((?:[^']|'')*)'\s*\)\s+IS\s+NULL\s+(.*)$/is.exec(bare);
  if (schema)
    return [
      {
        kind: "unless",
        there: { kind: "schema", schema: unquoted(schema[1]) },
        statements: readScript(schema[2] ?? ""),
      },
    ];
  const executed = /^EXEC(?:UTE)?\s*\(\s*N?'((?:[^']|'')*)'\s*\)$/i.exec(bare);
  if (executed) return readScript(unquoted(executed[1]));
  return [{ kind: "plain", text: bare }];
}

/** The text of a script between its semicolons; those in quotes, brackets and comments are not its own. */
function split(text: string): readonly string[] {
  const statements: string[] = [];
  let current = "";
  for (const part of tokensOf(text)) {
    if (part === ";") {
      statements.push(current);
      current = "";
    } else current += part;
  }
  return [...statements, current].map(withDigits).map(withClock);
}

/**
 * The same with H2's word for the time in UTC: the process that has the databases runs in UTC.
 * https://learn.microsoft.com/sql/t-sql/functions/sysutcdatetime-transact-sql
 */
function withClock(text: string): string {
  const tokens = [...tokensOf(text)];
  const isCalled = (at: number) => /^sysutcdatetime\(\)$/i.test(tokens.slice(at, at + 3).join(""));
  return tokens
    .flatMap((token, at) => {
      if (isCalled(at)) return ["LOCALTIMESTAMP(7)"];
      return isCalled(at - 1) || isCalled(at - 2) ? [] : [token];
    })
    .join("");
}

/**
 * The same with seven digits of a second where a `datetime2` says nothing of them, as T-SQL means it; H2 would take six.
 * https://learn.microsoft.com/sql/t-sql/data-types/datetime2-transact-sql
 */
export function withDigits(text: string): string {
  const tokens = [...tokensOf(text)];
  const isBare = (at: number) => tokens.slice(at + 1).find((token) => token.trim() !== "") !== "(";
  return tokens.map((token, at) => (/^datetime2$/i.test(token) && isBare(at) ? `${token}(7)` : token)).join("");
}

/** Quoted texts, names in brackets, comments and words are one token each, all else is one character each. */
function* tokensOf(text: string): Generator<string> {
  const token = /'(?:[^']|'')*'|\[(?:[^\]]|\]\])*\]|"(?:[^"]|"")*"|--[^\n]*|\/\*.*?\*\/|[\w@#$]+|./gs;
  for (const [found] of text.matchAll(token)) yield found;
}

const unquoted = (text = ""): string => text.replaceAll("''", "'");

/** `[sluice].[marks]` or `sluice.marks` */
function tableOf(name: string): Thing {
  const parts = [...name.matchAll(/\[((?:[^\]]|\]\])*)\]|([^.[\]]+)/g)].map(
    ([, inBrackets, plain]) => inBrackets?.replaceAll("]]", "]") ?? plain ?? "",
  );
  const [schema, table] = parts.length > 1 ? parts : ["dbo", ...parts];
  if (schema === undefined || table === undefined || parts.length > 2)
    throw new Error(`OBJECT_ID(N'${name}'): a schema and a table are taken on this machine, and nothing else.`);
  return { kind: "table", schema, table };
}
