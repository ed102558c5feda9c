import fc from "fast-check";

type Kind = "string" | "int" | "boolean" | "strings" | "card" | "person";

interface Column {
  readonly name: string;
  readonly kind: Kind;
}

/** A table of a generated pipeline: its name, its clauses as YAML, and its columns beside `id` and `at`. */
interface Made {
  readonly name: string;
  readonly yaml: string;
  readonly columns: readonly Column[];
  /** It has `id` and `at`, by which it can be joined and cut into windows. */
  readonly isOfRows: boolean;
}

/** The columns of the source as they are declared, beside `id` and `at`. */
export const sourceColumns = `{ id: bigint, at: timestamp, city: string, age: int,
      amount: { type: int, sensitive: financial }, email: { type: string, sensitive: pii },
      person: { name: { type: string, sensitive: pii }, age: int, card: { number: { type: string, sensitive: financial }, kind: string } },
      tags: array<string>, illnesses: { type: array<string>, sensitive: health } }`;

const source: readonly Column[] = [
  { name: "city", kind: "string" },
  { name: "age", kind: "int" },
  { name: "amount", kind: "int" },
  { name: "email", kind: "string" },
  { name: "person", kind: "person" },
  { name: "tags", kind: "strings" },
  { name: "illnesses", kind: "strings" },
];

/** Chooses one of so many. */
interface Pick {
  (choices: number): number;
  /** Every other text that is made in columns is hashed. */
  readonly hashes: boolean;
}

/** Pipelines whose tables make their columns of each other's at random, as YAML; `hashes`: and hash some by the project's key. */
export const lineages = (hashes: boolean): fc.Arbitrary<string> =>
  fc.array(fc.nat({ max: 2 ** 20 }), { minLength: 400, maxLength: 400 }).map((entropy) => {
    let at = 0;
    const chosen = (choices: number): number => {
      at += 1;
      return (entropy[at % entropy.length] ?? 0) % choices;
    };
    return pipeline(Object.assign(chosen, { hashes }));
  });

/** Hashes of what is sensitive, of which the key clears one label, two, and none, beside what is hashed. */
const hashes: Made = {
  name: "hashes",
  yaml: `from: silver.t0, columns: { id: id, at: at, of_email: "keyed_hash(email, 'customers')",
    of_two: "concat('n-', keyed_hash(concat(person.name, person.card.number), 'customers'))",
    of_ills: "keyed_hash(array_join(illnesses, '+'), 'customers')", email: email, age: age }`,
  columns: [
    ...["of_email", "of_two", "of_ills", "email"].map((name) => ({ name, kind: "string" }) as const),
    { name: "age", kind: "int" },
  ],
  isOfRows: true,
};

function pipeline(pick: Pick): string {
  const tables: Made[] = [
    {
      name: "t0",
      yaml: "from: bronze.source, except: [enqueued_at, partition, offset]",
      columns: source,
      isOfRows: true,
    },
  ];
  if (pick.hashes) tables.push(hashes);
  const wanted = 3 + pick(4);
  while (tables.length < wanted) tables.push(...nextTables(`t${tables.length}`, tables, pick));
  const written = tables.map(({ name, yaml }) => `  ${name}: { ${yaml} }`);
  return [
    "pipeline: random",
    "sources:",
    "  source:",
    "    { kind: kafka, connection: events, topic: t, partitions: 1, format: json, columns:",
    `      ${sourceColumns} }`,
    "bronze:\n  source: { from: sources.source }",
    `silver:\n${written.join("\n")}\n`,
  ].join("\n");
}

function nextTables(name: string, tables: readonly Made[], pick: Pick): readonly Made[] {
  const from = oneOf(tables, pick) ?? tables[0];
  if (from === undefined) return [];
  const clauses = [computed, computed, exploded, joined, united, grouped] as const;
  const made = (clauses[pick(clauses.length)] ?? computed)(name, from, tables, pick);
  return made.length > 0 ? made : computed(name, from, tables, pick);
}

/** What passes on, and one more condition or word of the table's own, now and then. */
const computed = (name: string, from: Made, _: readonly Made[], pick: Pick): readonly Made[] => {
  const columns = madeColumns(from.columns, pick);
  const where = pick(4) === 0 ? `, where: "${expression("boolean", namesOf(columns), pick, 1)}"` : "";
  const words = ownWords(columns, pick);
  if (pick(2) === 0 || !from.isOfRows) {
    const list = [...(from.isOfRows ? ["id: id", "at: at"] : []), ...columns.map(written)];
    const yaml = `from: silver.${from.name}, columns: { ${list.join(", ")} }${where}${words}`;
    return [{ name, yaml, columns, isOfRows: from.isOfRows }];
  }
  const kept = from.columns.slice(1);
  const dropped = from.columns[0]?.name ?? "";
  const added = columns.map((column) => ({ ...column, name: `${column.name}_${name}` }));
  const yaml = `from: silver.${from.name}, with_columns: { ${added.map(written).join(", ")} }, except: [${dropped}]`;
  return [{ name, yaml, columns: [...kept, ...added], isOfRows: true }];
};

function exploded(name: string, from: Made, _: readonly Made[], pick: Pick): readonly Made[] {
  const element: Column = { name: `element_${name}`, kind: "string" };
  const columns = madeColumns([element, ...from.columns], pick);
  const list = [
    ...(from.isOfRows ? ["id: id", "at: at"] : []),
    `${element.name}: ${element.name}`,
    ...columns.map(written),
  ];
  const array = expression("strings", from.columns, pick, 1);
  const yaml = `from: silver.${from.name}, explode: { ${element.name}: "${array}" }, columns: { ${list.join(", ")} }`;
  return [{ name, yaml, columns: [element, ...columns], isOfRows: from.isOfRows }];
}

function joined(name: string, from: Made, tables: readonly Made[], pick: Pick): readonly Made[] {
  const others = tables.filter((table) => table.isOfRows && table !== from);
  const other = oneOf(others, pick);
  const column = other && oneOf(other.columns, pick);
  if (!from.isOfRows || other === undefined || column === undefined) return [];
  const added = { name: `of_${other.name}`, kind: column.kind };
  const join = `join: { other: { table: silver.${other.name}, how: left, on: [id], columns: { ${added.name}: ${column.name} } } }`;
  if (from.columns.some((one) => one.name === added.name)) return [];
  return [{ name, yaml: `from: silver.${from.name}, ${join}`, columns: [...from.columns, added], isOfRows: true }];
}

/** Two tables of one shape, and their union. */
function united(name: string, from: Made, _: readonly Made[], pick: Pick): readonly Made[] {
  const columns = madeColumns(from.columns, pick);
  const part = (suffix: string): Made => {
    const list = columns.map(({ name: column, kind }) => `${column}: "${expression(kind, from.columns, pick, 2)}"`);
    const all = [...(from.isOfRows ? ["id: id", "at: at"] : []), ...list];
    const yaml = `from: silver.${from.name}, columns: { ${all.join(", ")} }`;
    return { name: `${name}${suffix}`, yaml, columns, isOfRows: from.isOfRows };
  };
  const [one, other] = [part("a"), part("b")];
  const yaml = `union: [silver.${one.name}, silver.${other.name}]`;
  return [one, other, { name, yaml, columns, isOfRows: from.isOfRows }];
}

function grouped(name: string, from: Made, _: readonly Made[], pick: Pick): readonly Made[] {
  const scope = from.columns;
  const keys = scope.filter(({ kind }) => kind === "string" || kind === "int").filter(() => pick(3) === 0);
  const text = () => expression("string", scope, pick, 1);
  const number = () => expression("int", scope, pick, 1);
  const condition = () => expression("boolean", scope, pick, 1);
  const all: readonly (readonly [Kind, string])[] = [
    ["string", `min(${text()})`],
    ["string", `max_by(${text()}, ${number()})`],
    ["string", `min(${text()}) filter (where ${condition()})`],
    ["strings", `collect_set(${text()})`],
    ["int", `try_cast(count(${text()}) as int)`],
    ["int", `try_cast(count_if(${condition()}) as int)`],
    ["int", `try_cast(approx_count_distinct(${text()}) as int)`],
    ["int", `max(${number()})`],
    ["int", `try_cast(sum(${number()}) as int)`],
  ];
  const chosen = all.filter(() => pick(2) === 0).map(([kind, sql], index) => ({ name: `a${index}`, kind, sql }));
  const made = chosen.length > 0 ? chosen : [{ name: "a0", kind: "int" as const, sql: "try_cast(count(*) as int)" }];
  const list = made.map((one) => `${one.name}: "${one.sql}"`).join(", ");
  const group = keys.length > 0 ? `, group_by: [${keys.map((key) => key.name).join(", ")}]` : "";
  const window = from.isOfRows && pick(2) === 0 ? ", window: { type: tumbling, column: at, size: 1 hour }" : "";
  const columns = [...keys, ...made.map(({ name: column, kind }) => ({ name: column, kind }))];
  if (columns.length > new Set(namesOf(columns).map((column) => column.name)).size) return [];
  return [
    { name, yaml: `from: silver.${from.name}${window}${group}, aggregates: { ${list} }`, columns, isOfRows: false },
  ];
}

interface Computed extends Column {
  readonly text: string;
}

function madeColumns(scope: readonly Column[], pick: Pick): readonly Computed[] {
  const kinds: readonly Kind[] = ["string", "string", "int", "boolean", "strings", "card", "person"];
  return Array.from({ length: 1 + pick(5) }, (_, index) => {
    const kind = kinds[pick(kinds.length)] ?? "string";
    const isThere = kind !== "person" || scope.some((column) => column.kind === kind);
    const chosen = isThere ? kind : "string";
    const text = expression(chosen, scope, pick, 3);
    const isHashed = pick.hashes && chosen === "string" && pick(2) === 0;
    return { name: `c${index}`, kind: chosen, text: isHashed ? hashed(text, scope, pick) : text };
  });
}

/** The hash of a text, alone or within another one. */
function hashed(text: string, scope: readonly Column[], pick: Pick): string {
  const hash = `keyed_hash(${text}, 'customers')`;
  const forms = [
    () => hash,
    () => `concat(${hash}, '-', ${expression("string", scope, pick, 1)})`,
    () => `case when ${expression("boolean", scope, pick, 1)} then ${hash} else 'none' end`,
    () => `upper(${hash})`,
  ];
  return oneOf(forms, pick)?.() ?? hash;
}

const written = ({ name, text }: Computed): string => `${name}: "${text}"`;

const namesOf = (columns: readonly Column[]): readonly Column[] => columns.map(({ name, kind }) => ({ name, kind }));

function ownWords(columns: readonly Column[], pick: Pick): string {
  const [one, other] = [oneOf(columns, pick), oneOf(columns, pick)];
  const said = pick(4) === 0 && one ? `, sensitive: { ${one.name}: health }` : "";
  const cleared = pick(4) === 0 && other ? `, declassify: { ${other.name}: for the test }` : "";
  return `${said}${cleared}`;
}

/** A value of a kind, of the columns of a table, as deep as it is said. */
function expression(kind: Kind, scope: readonly Column[], pick: Pick, depth: number): string {
  const leaves = leavesOf(kind, scope);
  const deeper = depth === 0 ? [] : deeperOf(kind, (of) => expression(of, scope, pick, depth - 1), scope, pick);
  const choices = pick(2) === 0 && leaves.length > 0 ? leaves : [...leaves, ...deeper];
  return oneOf(choices, pick) ?? literals[kind];
}

const literals: Readonly<Record<Kind, string>> = {
  string: "'plain'",
  int: "3",
  boolean: "true",
  strings: "array('plain')",
  card: "named_struct('number', 'no', 'kind', 'no')",
  person: "no person can be made of nothing",
};

const leavesOf = (kind: Kind, scope: readonly Column[]): readonly string[] =>
  scope.flatMap((column) => {
    const own = column.kind === kind ? [column.name] : [];
    if (column.kind === "person")
      return [...own, ...leavesOf(kind, fieldsOfPerson).map((field) => `${column.name}.${field}`)];
    return column.kind === "card" ? [...own, ...leavesOf(kind, fieldsOfCard).map((f) => `${column.name}.${f}`)] : own;
  });

const fieldsOfCard: readonly Column[] = [
  { name: "number", kind: "string" },
  { name: "kind", kind: "string" },
];

const fieldsOfPerson: readonly Column[] = [
  { name: "name", kind: "string" },
  { name: "age", kind: "int" },
  { name: "card", kind: "card" },
];

function deeperOf(kind: Kind, of: (kind: Kind) => string, scope: readonly Column[], pick: Pick): readonly string[] {
  const choices = ways(of, scope)[kind];
  return choices.length === 0 ? [] : [choices[pick(choices.length)]?.() ?? ""];
}

/** How values are made of others. What begins with a canary is before or behind `CANARY-1Z`, by the source that it is from. */
const ways = (
  of: (kind: Kind) => string,
  scope: readonly Column[],
): Readonly<Record<Kind, readonly (() => string)[]>> => {
  const structs = (["card", "person"] as const).flatMap((kind) => leavesOf(kind, scope));
  return {
    string: [
      () => `upper(${of("string")})`,
      () => `concat(${of("string")}, '-', ${of("string")})`,
      () => `coalesce(${of("string")}, ${of("string")})`,
      () => `case when ${of("boolean")} then ${of("string")} else ${of("string")} end`,
      () => `left(${of("string")}, 30)`,
      () => `reverse(${of("string")})`,
      () => `cast(${of("int")} as string)`,
      () => `array_join(${of("strings")}, '+')`,
      ...structs.map((struct) => () => `to_json(${struct})`),
    ],
    int: [
      () => `length(${of("string")})`,
      () => `size(${of("strings")})`,
      () => `coalesce(${of("int")}, ${of("int")})`,
      () => `case when ${of("boolean")} then ${of("int")} else ${of("int")} end`,
    ],
    boolean: [
      () => `${of("string")} = ${of("string")}`,
      () => `${of("string")} > 'CANARY-1Z'`,
      () => `${of("int")} > 8000000`,
      () => `(${of("string")} is null)`,
      () => `not (${of("boolean")})`,
    ],
    strings: [
      () => `array(${of("string")}, ${of("string")})`,
      () => `transform(${of("strings")}, x -> upper(x))`,
      () => `filter(${of("strings")}, x -> x <> ${of("string")})`,
      () => `split(${of("string")}, '-')`,
    ],
    card: [
      () => `named_struct('number', ${of("string")}, 'kind', ${of("string")})`,
      () => `case when ${of("boolean")} then ${of("card")} else ${of("card")} end`,
    ],
    person: [],
  };
};

const oneOf = <T>(list: readonly T[], pick: Pick): T | undefined => list[pick(Math.max(1, list.length))];
