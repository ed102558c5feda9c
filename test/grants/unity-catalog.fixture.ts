/*
 * A catalog of Unity Catalog as the vendor's pages say, and an interpreter of the emitted script: no Unity Catalog runs here.
 * Rights: https://learn.microsoft.com/azure/databricks/data-governance/unity-catalog/access-control/privileges-reference
 * Revoking: https://learn.microsoft.com/azure/databricks/sql/language-manual/security-revoke
 */

export type Kind = "CATALOG" | "SCHEMA" | "TABLE" | "VIEW" | "VOLUME";

export interface Thing {
  readonly kind: Kind;
  /** The catalog's name first. */
  readonly path: readonly string[];
  readonly owner: string;
}

export interface Right {
  readonly who: string;
  readonly kind: Kind;
  readonly path: readonly string[];
  readonly privilege: string;
}

export interface Catalog {
  readonly things: readonly Thing[];
  readonly held: readonly Right[];
}

/** What can be granted on each; ALL PRIVILEGES is those without the ones apart. */
export const applicable: Readonly<Record<Kind, readonly string[]>> = {
  CATALOG: [
    ...["USE CATALOG", "USE SCHEMA", "SELECT", "MODIFY", "READ VOLUME", "WRITE VOLUME", "CREATE TABLE", "BROWSE"],
    ...["MANAGE", "ALL PRIVILEGES"],
  ],
  SCHEMA: [
    ...["USE SCHEMA", "SELECT", "MODIFY", "READ VOLUME", "WRITE VOLUME", "CREATE TABLE", "EXTERNAL USE SCHEMA"],
    ...["MANAGE", "ALL PRIVILEGES"],
  ],
  TABLE: ["SELECT", "MODIFY", "APPLY TAG", "MANAGE", "ALL PRIVILEGES"],
  VIEW: ["SELECT", "APPLY TAG", "MANAGE", "ALL PRIVILEGES"],
  VOLUME: ["READ VOLUME", "WRITE VOLUME", "APPLY TAG", "MANAGE", "ALL PRIVILEGES"],
};

const apart = ["MANAGE", "EXTERNAL USE SCHEMA", "EXTERNAL USE LOCATION"];

export const keyOf = ({ kind, path }: Pick<Thing, "kind" | "path">): string => JSON.stringify([kind, ...path]);

export const rightKey = (right: Right): string => JSON.stringify([right.who, keyOf(right), right.privilege]);

export type Action = "read" | "change" | "manage" | "create" | "use from outside";

/** Whether somebody may do something: rights are inherited from above, and owners have all on what they own. */
export function may(
  { things, held }: Catalog,
  who: string,
  action: Action,
  { kind, path }: Omit<Thing, "owner">,
): boolean {
  const above = [kindsOf(kind), path.map((_, at) => path.slice(0, at + 1))] as const;
  const levels = above[0].map((one, at) => ({ kind: one, path: above[1][at] ?? [] }));
  const has = (privilege: string): boolean =>
    levels.some((level) => {
      const isOwner = things.some((one) => keyOf(one) === keyOf(level) && one.owner === who);
      const own = held.filter((one) => one.who === who && keyOf(one) === keyOf(level)).map((one) => one.privilege);
      return isOwner || own.includes(privilege) || (own.includes("ALL PRIVILEGES") && !apart.includes(privilege));
    });
  if (action === "manage") return has("MANAGE");
  if (!has("USE CATALOG") || !has("USE SCHEMA")) return false;
  if (action === "create") return has("CREATE TABLE");
  if (action === "use from outside") return has("EXTERNAL USE SCHEMA");
  const [read, write] = kind === "VOLUME" ? ["READ VOLUME", "WRITE VOLUME"] : ["SELECT", "MODIFY"];
  return action === "read" ? has(read) : kind !== "VIEW" && has(read) && has(write);
}

const kindsOf = (kind: Kind): readonly Kind[] =>
  kind === "CATALOG" ? ["CATALOG"] : kind === "SCHEMA" ? ["CATALOG", "SCHEMA"] : ["CATALOG", "SCHEMA", kind];

type Row = Readonly<Record<string, string>>;

export interface Outcome {
  readonly catalog: Catalog;
  /** The message that it ended with. */
  readonly stopped: string | undefined;
  readonly told: readonly Row[];
}

/** Carries a script out, statement by statement; what it has no word for is an error. */
export function carriedOut(script: string, start: Catalog): Outcome {
  const tokens = tokensOf(script);
  let at = 0;
  let held = start.held;
  let told: readonly Row[] = [];
  const state = (): Catalog => ({ things: start.things, held });
  const peek = (): string => tokens[at] ?? "";
  const take = (): string => tokens[at++] ?? "";
  const expectWords = (...words: readonly string[]): void => {
    for (const word of words)
      if (take() !== word) throw new Error(`expected ${word} before ${tokens.slice(at - 1, at + 8).join(" ")}`);
  };
  const value = (quote: string): string => {
    const token = take();
    if (!token.startsWith(quote)) throw new Error(`expected ${quote} at ${token}`);
    const inner = token.slice(1, -1);
    return quote === "`" ? inner.replaceAll("``", "`") : inner.replaceAll(/\\(.)/g, "$1");
  };
  const listUntil = (end: string): readonly string[] => {
    const items: string[] = [""];
    while (peek() !== end) {
      const token = take();
      if (token === ",") items.push("");
      else items.push([items.pop(), token].filter((one) => one !== "").join(" "));
    }
    take();
    return items;
  };
  const texts = (): readonly string[] => {
    expectWords("(");
    const found = [value("'")];
    while (peek() === ",") {
      take();
      found.push(value("'"));
    }
    expectWords(")");
    return found;
  };
  const operand = (): ((row: Row) => string) => {
    const word = take();
    if (word.startsWith("'")) return () => word.slice(1, -1).replaceAll(/\\(.)/g, "$1");
    if (word !== "lower" && word !== "concat")
      return (row) => {
        const found = row[word];
        if (found === undefined) throw new Error(`there is no column ${word}`);
        return found;
      };
    expectWords("(");
    const parts = [operand()];
    while (peek() === ",") {
      take();
      parts.push(operand());
    }
    expectWords(")");
    return (row) => {
      const joined = parts.map((part) => part(row)).join("");
      return word === "lower" ? joined.toLowerCase() : joined;
    };
  };
  const condition = (): ((row: Row) => boolean) => {
    const left = operand();
    const word = take();
    if (word === "=") {
      const right = operand();
      return (row) => left(row) === right(row);
    }
    const isNot = word === "NOT";
    if (isNot) expectWords("IN");
    else if (word !== "IN") throw new Error(`no condition: ${word}`);
    const among = texts();
    return (row) => among.includes(left(row)) !== isNot;
  };
  const rowsFrom = (): readonly Row[] => {
    const catalog = value("`");
    expectWords(".", "information_schema", ".");
    const rows = relation(state(), catalog, take());
    expectWords("WHERE");
    const conditions = [condition()];
    while (peek() === "AND") {
      take();
      conditions.push(condition());
    }
    return rows.filter((row) => conditions.every((one) => one(row)));
  };
  const securable = (): Omit<Thing, "owner"> => {
    const kind = take();
    if (!(kind === "CATALOG" || kind === "SCHEMA" || kind === "TABLE" || kind === "VIEW" || kind === "VOLUME"))
      throw new Error(`nothing to grant on: ${kind}`);
    const path = [value("`")];
    while (peek() === ".") {
      take();
      path.push(value("`"));
    }
    if (!start.things.some((one) => keyOf(one) === keyOf({ kind, path })))
      throw new Error(`there is no ${kind} ${path.join(".")}`);
    return { kind, path };
  };
  expectWords("BEGIN");
  while (peek() !== "END") {
    const word = take();
    if (word === "IF") {
      const isNot = peek() === "NOT";
      if (isNot) take();
      expectWords("EXISTS", "(", "SELECT", "1", "FROM");
      const isThere = rowsFrom().length > 0;
      expectWords(")", "THEN", "SIGNAL", "SQLSTATE", "'45000'", "SET", "MESSAGE_TEXT", "=");
      const message = value("'");
      expectWords(";", "END", "IF", ";");
      if (isThere !== isNot) return { catalog: held === start.held ? start : state(), stopped: message, told };
    } else if (word === "GRANT" || word === "REVOKE") {
      const privileges = listUntil("ON");
      const on = securable();
      expectWords(word === "GRANT" ? "TO" : "FROM");
      const who = value("`");
      expectWords(";");
      for (const one of privileges)
        if (!applicable[on.kind].includes(one)) throw new Error(`${on.kind} has no right ${one}`);
      held = word === "GRANT" ? granted(held, who, on, privileges) : revoked(held, who, on, privileges);
    } else if (word === "SELECT") {
      told = [];
      listUntil("FROM");
      told = rowsFrom();
      while (peek() === "UNION") {
        expectWords("UNION", "ALL", "SELECT");
        listUntil("FROM");
        told = [...told, ...rowsFrom()];
      }
      listUntil(";");
    } else throw new Error(`no statement: ${word}`);
  }
  expectWords("END", ";");
  if (at !== tokens.length) throw new Error("something follows the end");
  return { catalog: state(), stopped: undefined, told };
}

const tokensOf = (script: string): readonly string[] =>
  [...script.matchAll(/--[^\n]*\n|\s+|'(?:\\.|[^'\\])*'|`(?:``|[^`])*`|\w+|[^\s\w]/g)]
    .map(([token]) => token)
    .filter((token) => !token.startsWith("--") && token.trim() !== "");

const isOn = (right: Right, who: string, on: Omit<Thing, "owner">): boolean =>
  right.who === who && keyOf(right) === keyOf(on);

const granted = (held: readonly Right[], who: string, on: Omit<Thing, "owner">, privileges: readonly string[]) => [
  ...held.filter((right) => !(isOn(right, who, on) && privileges.includes(right.privilege))),
  ...privileges.map((privilege) => ({ who, kind: on.kind, path: on.path, privilege })),
];

/** ALL PRIVILEGES goes with all that it contains. What is not held can be revoked. */
const revoked = (held: readonly Right[], who: string, on: Omit<Thing, "owner">, privileges: readonly string[]) =>
  held.filter((right) => {
    const isAll = privileges.includes("ALL PRIVILEGES") && !apart.includes(right.privilege);
    return !(isOn(right, who, on) && (isAll || privileges.includes(right.privilege)));
  });

/** A relation of the information schema, as far as scripts read it. Names are in small letters there. */
function relation({ things, held }: Catalog, catalog: string, name: string): readonly Row[] {
  const within = (kinds: readonly Kind[]) =>
    things.filter(({ kind, path }) => kinds.includes(kind) && path[0] === catalog);
  const rights = (kinds: readonly Kind[], prefix: string) =>
    held
      .filter(({ kind, path }) => kinds.includes(kind) && path[0] === catalog)
      .map(({ who, path: [, schema = "", object = ""], privilege, kind }) => ({
        ...{ grantee: who, privilege_type: privilege, inherited_from: "NONE", kind },
        [`${prefix}_schema`]: schema,
        [prefix === "schema" ? "schema_name" : `${prefix}_name`]: prefix === "schema" ? schema : object,
      }));
  switch (name) {
    case "catalogs":
      return within(["CATALOG"]).map(({ owner }) => ({ catalog_name: catalog, catalog_owner: owner }));
    case "schemata":
      return within(["SCHEMA"]).map(({ path, owner }) => ({ schema_name: path[1] ?? "", schema_owner: owner }));
    case "tables":
      return within(["TABLE", "VIEW"]).map(({ kind, path: [, schema = "", table = ""], owner }) => ({
        ...{ table_schema: schema, table_name: table, table_owner: owner },
        table_type: kind === "VIEW" ? "VIEW" : "MANAGED",
      }));
    case "volumes":
      return within(["VOLUME"]).map(({ path: [, schema = "", volume = ""], owner }) => ({
        ...{ volume_schema: schema, volume_name: volume, volume_owner: owner },
      }));
    case "schema_privileges":
      return rights(["SCHEMA"], "schema");
    case "table_privileges":
      return rights(["TABLE", "VIEW"], "table");
    case "volume_privileges":
      return rights(["VOLUME"], "volume");
    case "routine_privileges":
      return [];
    default:
      throw new Error(`no relation: ${name}`);
  }
}
