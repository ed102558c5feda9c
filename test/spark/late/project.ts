export const policies = ["drop", "divert", "upsert", "fail"] as const;
export type Policy = (typeof policies)[number];

const perKey = ["window_start", "window_end", "k", "n", "total", "least", "most"];
const overall = perKey.filter((name) => name !== "k");

/** The columns that are compared, of each clause that keeps state. */
const columns = {
  tumbling: perKey,
  hopping: overall,
  session: perKey,
  /** Of what is deduplicated. */
  firsts: perKey,
  /** What another table holds when the batch is made, and windows of that. */
  named: ["id", "at", "name"],
  names: perKey.with(2, "name"),
  /** Joins within a time: inner, and windows of its pairs. */
  paid: ["id", "at", "payment"],
  hourly: overall,
  /** Semi, left, left from the other side, and full as its page says that it is written. */
  kept: ["id", "at"],
  alone: ["id", "at", "payment"],
  placed: ["payment", "id", "ordered"],
  either: ["id", "at", "payment"],
  /** Windows of two streams at once. */
  united: perKey,
} as const;
export type Operator = keyof typeof columns;

export const operators = Object.keys(columns) as readonly Operator[];
/** Below `upsert` neither sessions nor joins within a time are accepted. */
export const additive: readonly Operator[] = ["tumbling", "hopping", "firsts", "named", "names"];

/** Which clauses run below which policy. */
export type Cells = Readonly<Partial<Record<Policy, readonly Operator[]>>>;

const head = `
version: 1
project: late
platform: { spark: databricks }
lake: { account: lake }
secrets: { vault: vault }
compute: { small: { workers: 1 } }
defaults: { streaming: { trigger: 1 second } }
connections: { events: { kind: event-hubs, namespace: ns, identity: { secret: events-connection } } }
environments: { local: { on: this-machine } }
---
pipeline: shop
sources:
  orders: { kind: event-hub, connection: events, event_hub: orders, partitions: 3, format: json, columns: { id: string, k: string, v: int, at: timestamp } }
  payments: { kind: event-hub, connection: events, event_hub: payments, partitions: 3, format: json, columns: { payment: string, id: string, v: int, at: timestamp } }
  names: { kind: event-hub, connection: events, event_hub: names, partitions: 1, format: json, columns: { k: string, name: string } }
bronze:
  orders: { from: sources.orders }
  payments: { from: sources.payments }
  names: { from: sources.names }
`;

const rows = `from: bronze.orders, columns: { id: id, k: k, v: v, at: at }, where: "k <> 'skip'", expect: { has_v: { that: v is not null, else: quarantine }, has_at: { that: at is not null, else: drop } }, watermark: { column: at, delay: 10 minutes }`;
const numbers = "aggregates: { n: count(*), total: sum(v), least: min(v), most: max(v) }";
const within = "within: { before: 10 minutes, after: 1 hour }";

const silver = (policy: Policy): string => `
  orders_${policy}: { ${rows}, late_rows: ${policy} }
  first_${policy}: { ${rows}, deduplicate: { keys: [id, at], within: watermark }, late_rows: ${policy} }`;

const gold: Readonly<Record<Operator, (policy: Policy) => string>> = {
  tumbling: (policy) =>
    `from: silver.orders_${policy}, window: { type: tumbling, column: at, size: 15 minutes }, group_by: [k], ${numbers}`,
  hopping: (policy) =>
    `from: silver.orders_${policy}, window: { type: hopping, column: at, size: 30 minutes, hop: 10 minutes }, ${numbers}`,
  session: (policy) =>
    `from: silver.orders_${policy}, window: { type: session, column: at, gap: 7 minutes }, group_by: [k], ${numbers}`,
  firsts: (policy) =>
    `from: silver.first_${policy}, window: { type: tumbling, column: at, size: 15 minutes }, group_by: [k], ${numbers}`,
  named: (policy) =>
    `from: silver.orders_${policy}, join: { names: { table: gold.names, on: k, how: left, columns: [name] } }`,
  names: (policy) =>
    `from: gold.named_${policy}, window: { type: tumbling, column: at, size: 1 hour }, group_by: [name], ${numbers}`,
  paid: (policy) =>
    `from: silver.orders_${policy}, columns: { id: id, at: at }, join: { payments: { table: silver.payments, on: id, how: inner, ${within}, columns: [payment, v] } }`,
  hourly: (policy) => `from: gold.paid_${policy}, window: { type: tumbling, column: at, size: 1 hour }, ${numbers}`,
  kept: (policy) =>
    `from: silver.orders_${policy}, columns: { id: id, at: at }, join: { payments: { table: silver.payments, on: id, how: semi, ${within} } }`,
  alone: (policy) =>
    `from: silver.orders_${policy}, columns: { id: id, at: at }, join: { payments: { table: silver.payments, on: id, how: left, ${within}, columns: [payment] } }`,
  placed: (policy) =>
    `from: silver.payments, columns: { payment: payment, id: id, at: at }, join: { orders: { table: silver.orders_${policy}, on: id, how: left, within: { before: 1 hour, after: 10 minutes }, columns: { ordered: at } } }`,
  united: (policy) =>
    `union: [silver.orders_${policy}, silver.wants], window: { type: tumbling, column: at, size: 15 minutes }, group_by: [k], ${numbers}`,
  either: (policy) => `union: [gold.alone_${policy}, gold.unknown_${policy}]`,
};

/** Payments as rows that may be united with orders: of their delay, and with repeats. */
const wants =
  "\n  wants: { from: bronze.payments, columns: { id: id, k: payment, v: v, at: at }, expect: { has_at: { that: at is not null, else: drop } }, watermark: { column: at, delay: 10 minutes }, late_rows: divert }";
const isUnited = (cells: Cells): boolean => cellsOf(cells).some(([, below]) => below.includes("united"));

/** Tables of payments, which all policies share. */
export const shared = (cells: Cells): readonly string[] => [
  "silver.payments",
  ...(isUnited(cells) ? ["silver.wants"] : []),
];

/** Of payments without an order, what `either` unites with orders. */
const unknown = (policy: Policy, below: readonly Operator[]): readonly string[] =>
  below.includes("either")
    ? [
        `\n  unknown_${policy}: { from: gold.placed_${policy}, where: at is null, columns: { id: id, at: ordered, payment: payment } }`,
      ]
    : [];

export const cellsOf = (cells: Cells): readonly (readonly [Policy, readonly Operator[]])[] =>
  policies.flatMap((policy) => (cells[policy] ? [[policy, cells[policy]] as const] : []));

export const projectOf = (cells: Cells): string => `${head}silver:${cellsOf(cells)
  .map(([policy]) => silver(policy))
  .join("")}
  payments: { from: bronze.payments, columns: { payment: payment, id: id, v: v, at: at }, expect: { has_at: { that: at is not null, else: drop } }, watermark: { column: at, delay: 20 minutes }, deduplicate: { keys: [payment, at], within: watermark }, late_rows: divert }
  names: { from: bronze.names }${isUnited(cells) ? wants : ""}
gold:
  names: { from: silver.names, write: replace, group_by: [k], aggregates: { name: max(name) } }${cellsOf(cells)
    .flatMap(([policy, below]) => [
      ...below.map((name) => `\n  ${name}_${policy}: { ${gold[name](policy)} }`),
      ...unknown(policy, below),
    ])
    .join("")}
`;

/** Tables that decide about late rows: they are run one by one, as each may stop. */
export const deciding = (cells: Cells): readonly string[] =>
  cellsOf(cells).flatMap(([policy, below]) => [
    ...(below.some((name) => name !== "firsts") ? [`silver.orders_${policy}`] : []),
    ...(below.includes("firsts") ? [`silver.first_${policy}`] : []),
  ]);

/** Tables that read the former, each after what it reads. */
export const reading = (cells: Cells): readonly string[] =>
  cellsOf(cells).flatMap(([policy, below]) =>
    below.flatMap((name) => [...(name === "either" ? [`gold.unknown_${policy}`] : []), `gold.${name}_${policy}`]),
  );

/** The columns of each table that is compared. */
export function columnsOf(cells: Cells): ReadonlyMap<string, readonly string[]> {
  const own = ["id", "at", "v"];
  return new Map([
    ...deciding(cells).map((table) => [table, own] as const),
    ...deciding(cells).flatMap((table) => (table.endsWith("_divert") ? [[`${table}_late`, own] as const] : [])),
    ...cellsOf(cells).flatMap(([policy, below]) =>
      below.map((name) => [`gold.${name}_${policy}`, columns[name]] as const),
    ),
  ]);
}
