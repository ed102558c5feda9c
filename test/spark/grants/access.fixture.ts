/* What is declared, and what follows from it by PostgreSQL's rules, worked out without the compiler. */

export type Written = string | { readonly [privilege: string]: { readonly columns: readonly string[] } };

/** Principal → `schema.table` → privileges, as the YAML has them. */
export type Grants = { readonly [principal: string]: { readonly [table: string]: readonly Written[] } };

export interface ShopTable {
  /** `schema.table` */
  readonly name: string;
  /** What the statement that makes it says of `id`. */
  readonly id: string;
  readonly key: readonly string[];
}

export const columns = ["id", "name", "amount"] as const;

export const quoted = (table: string): string =>
  table
    .split(".")
    .map((part) => `"${part.replaceAll('"', '""')}"`)
    .join(".");

type Action = readonly [name: string, statement: (table: string) => string, isAllowed: (rights: Rights) => boolean];

/** On which columns each right is held. */
interface Rights {
  readonly has: (privilege: string, ...of: readonly string[]) => boolean;
}

export const actions: readonly Action[] = [
  ["select", (t) => `SELECT * FROM ${t}`, ({ has }) => has("select", ...columns)],
  ["select one", (t) => `SELECT "name" FROM ${t}`, ({ has }) => has("select", "name")],
  ["select key", (t) => `SELECT "id" FROM ${t}`, ({ has }) => has("select", "id")],
  [
    "insert",
    (t) => `INSERT INTO ${t} ("name", "amount") VALUES ('x', 1)`,
    ({ has }) => has("insert", "name", "amount"),
  ],
  ["insert one", (t) => `INSERT INTO ${t} ("name") VALUES ('x')`, ({ has }) => has("insert", "name")],
  ["update", (t) => `UPDATE ${t} SET "amount" = 2`, ({ has }) => has("update", "amount")],
  [
    "update by key",
    (t) => `UPDATE ${t} SET "amount" = 2 WHERE "id" = 1`,
    ({ has }) => has("update", "amount") && has("select", "id"),
  ],
  ["update other", (t) => `UPDATE ${t} SET "name" = 'y'`, ({ has }) => has("update", "name")],
  ["delete", (t) => `DELETE FROM ${t}`, ({ has }) => has("delete")],
  ["delete by key", (t) => `DELETE FROM ${t} WHERE "id" = 1`, ({ has }) => has("delete") && has("select", "id")],
  ["truncate", (t) => `TRUNCATE ${t}`, ({ has }) => has("truncate")],
];

export interface Attempt {
  readonly role: string;
  readonly table: string;
  readonly action: string;
  readonly statement: string;
  readonly isAllowed: boolean;
}

/** Every role × table × action. `written`: what of the YAML speaks of a table. */
export const attemptsOf = (
  roles: readonly string[],
  tables: readonly ShopTable[],
  written: (role: string, table: ShopTable) => readonly Written[],
): readonly Attempt[] =>
  roles.flatMap((role) =>
    tables.flatMap((table) =>
      actions.map(([action, statement, isAllowed]) => ({
        role,
        table: table.name,
        action,
        statement: statement(quoted(table.name)),
        isAllowed: isAllowed(rightsOf(written(role, table), table.key)),
      })),
    ),
  );

function rightsOf(written: readonly Written[], key: readonly string[]): Rights {
  const held = new Set<string>();
  const words = written.flatMap((one): readonly (readonly [string, readonly string[] | undefined])[] =>
    typeof one === "string" ? [[one, undefined]] : Object.entries(one).map(([word, of]) => [word, of.columns]),
  );
  for (const [word, of] of words) {
    held.add(word);
    for (const column of of ?? columns) held.add(`${word} ${column}`);
  }
  const changes = words.some(([word]) => word === "update" || word === "delete");
  if (changes) for (const column of key) held.add(`select ${column}`);
  return {
    has: (privilege, ...of) =>
      of.length === 0 ? held.has(privilege) : of.every((column) => held.has(`${privilege} ${column}`)),
  };
}

/** The same numbers each time. */
export function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A project with these, as JSON, which is YAML. */
export const projectOf = (
  roles: readonly string[],
  tables: Readonly<Record<string, { readonly owner: string; readonly key?: readonly string[] }>>,
  pipelines: readonly Grants[],
): Readonly<Record<string, string>> => ({
  "sluice.yaml": JSON.stringify({
    version: 1,
    project: "shop",
    secrets: { vault: "shop-prod" },
    connections: {
      shop: {
        kind: "postgres",
        server: "shop.example.org",
        database: "shop",
        identity: { user: "grants_admin", secret: "shop-admin-password" },
        tables,
      },
    },
    principals: Object.fromEntries(roles.map((role, at) => [`p${at}`, { role }])),
    environments: { prod: {} },
  }),
  ...Object.fromEntries(
    pipelines.map((grants, at) => [
      `pipelines/access${at}.yaml`,
      JSON.stringify({
        pipeline: `access${at}`,
        grants: Object.fromEntries(
          Object.entries(grants).map(([role, objects]) => [
            `p${roles.indexOf(role)}`,
            Object.fromEntries(Object.entries(objects).map(([table, list]) => [`connections.shop.${table}`, list])),
          ]),
        ),
      }),
    ]),
  ),
});
