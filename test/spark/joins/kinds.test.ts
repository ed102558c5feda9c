import { afterAll, beforeAll, expect, it } from "vitest";
import { conservationLines } from "../../../cli/run-summary.js";
import { clock, iso, minute, numbers } from "../late/times.js";
import { type Lake, openLakeOf } from "./lake.js";

const project = `
version: 1
project: kinds
platform: { spark: databricks }
lake: { account: lake }
secrets: { vault: vault }
compute: { small: { workers: 1 } }
connections: { events: { kind: event-hubs, namespace: ns, identity: { secret: events-connection } } }
environments: { local: { on: this-machine } }
---
pipeline: shop
sources:
  orders: { kind: event-hub, connection: events, event_hub: orders, partitions: 1, format: json, columns: { id: string, n: string, at: timestamp } }
  payments: { kind: event-hub, connection: events, event_hub: payments, partitions: 1, format: json, columns: { id: string, payment: string, paid_at: timestamp } }
bronze:
  orders: { from: sources.orders }
  payments: { from: sources.payments }
silver:
  orders: { from: bronze.orders, columns: { id: id, n: n, at: at }, expect: { has_at: { that: at is not null, else: drop } }, watermark: { column: at, delay: 30 minutes }, late_rows: divert }
  payments: { from: bronze.payments, columns: { id: id, payment: payment, paid_at: paid_at }, expect: { has_time: { that: paid_at is not null, else: drop } }, watermark: { column: paid_at, delay: 2 hours }, late_rows: divert }
gold:
  kept: { from: silver.orders, join: { p: { table: silver.payments, on: id, how: semi, within: { before: 10 minutes, after: 1 hour } } } }
  hourly: { from: gold.kept, window: { type: tumbling, column: at, size: 1 hour }, aggregates: { n: count(*) } }
  of_orders: { from: silver.orders, join: { p: { table: silver.payments, on: id, how: left, within: { before: 10 minutes, after: 1 hour }, columns: [payment, paid_at] } } }
  of_payments: { from: silver.payments, join: { o: { table: silver.orders, on: id, how: left, within: { before: 1 hour, after: 10 minutes }, columns: [n, at] } } }
  unpaid: { from: gold.of_orders, where: paid_at is null }
  unknown: { from: gold.of_payments, where: at is null, columns: { id: id, n: n, at: at, payment: payment, paid_at: paid_at } }
  all: { union: [gold.of_orders, gold.unknown] }
`;

const seed = 3;
const random = numbers(seed);
const whole = (below: number): number => Math.floor(random() * below);

/** A row of either table: its name, by what it is matched, and when it was, in microseconds since 1970. */
interface Row {
  readonly name: string;
  readonly id: string | null;
  readonly time: number;
}

const apart = [0, -10 * minute, -10 * minute - 1, 60 * minute, 60 * minute + 1, 25 * minute, -5 * minute] as const;

/** Two runs of orders and payments, some on the bounds of each other, a few that match several, nulls; then what is far beyond all. */
function rows(): readonly { readonly orders: readonly Row[]; readonly payments: readonly Row[] }[] {
  const known: Row[] = [];
  const runs = [0, 1].map((run) => {
    // Nothing is late: both watermarks are behind all of this until the last run.
    const orders = Array.from({ length: 15 }, (_, i) => {
      const id = whole(9) === 0 ? null : `i${whole(14)}`;
      return { name: `o${run}-${i}`, id, time: clock(10) + whole(9 * minute) };
    });
    known.push(...orders);
    const payments = Array.from({ length: 12 }, (_, i) => {
      const { id, time } = known[whole(known.length)] ?? { id: null, time: clock(10) };
      return { name: `p${run}-${i}`, id, time: time + (apart[whole(apart.length)] ?? 0) };
    });
    return { orders, payments };
  });
  const payments = ["last", "none"].map((id) => ({ name: `p-${id}`, id, time: clock(22) }));
  const last = { orders: [{ name: "o-last", id: "last", time: clock(22) }], payments };
  return [...runs, last];
}

const isPair = (order: Row, payment: Row): boolean =>
  order.id !== null &&
  order.id === payment.id &&
  payment.time >= order.time - 10 * minute &&
  payment.time <= order.time + 60 * minute;

const time = (micros: number): string =>
  iso(micros)
    .replace(/(\.\d{3})000Z$/, "$1Z")
    .replace(".000Z", "Z");
const orderLine = ({ id, name, time: at }: Row): string => `${id} ${name} ${time(at)}`;
const paymentLine = ({ name, time: at }: Row): string => `${name} ${time(at)}`;

const runs = rows();
let lake: Lake;

beforeAll(async () => {
  lake = await openLakeOf(project);
  const values = (of: readonly Row[]): string =>
    of
      .map(({ id, name, time: at }) => `(${id === null ? "null" : `'${id}'`}, '${name}', timestamp'${iso(at)}')`)
      .join();
  for (const { orders, payments } of runs) {
    await lake.sql(
      `INSERT INTO lake.silver.orders (id, n, at) VALUES ${values(orders)}`,
      `INSERT INTO lake.silver.payments (id, payment, paid_at) VALUES ${values(payments)}`,
    );
    const ran = await lake.run(...tables);
    expect(ran).toEqual({ kind: "done" });
  }
});

const tables = ["kept", "hourly", "of_orders", "of_payments", "unpaid", "unknown", "all"].map((name) => `gold.${name}`);

afterAll(() => lake?.close());

const orders = runs.flatMap((run) => run.orders);
const payments = runs.flatMap((run) => run.payments);
const isOver = ({ time: at }: Row): boolean => at < clock(20);
const pairs = orders.flatMap((order) =>
  payments.filter((payment) => isPair(order, payment)).map((payment) => `${orderLine(order)} ${paymentLine(payment)}`),
);
const kept = orders.filter((order) => payments.some((payment) => isPair(order, payment)));
const unpaid = orders.filter((order) => isOver(order) && !kept.includes(order));
const unknown = payments.filter((payment) => isOver(payment) && !orders.some((order) => isPair(order, payment)));

it("with `semi` an order with a payment in time is there once, as soon as it has one, and counts in its window", async () => {
  expect(kept.length).toBeGreaterThan(5);
  expect(pairs.length).toBeGreaterThan(kept.length);
  expect(await lake.lines("gold.kept", "id", "n", "at")).toEqual(kept.map(orderLine).sort());
  // The window of the last one is open.
  expect(await lake.lines("gold.hourly", "window_start", "n")).toEqual([`${time(clock(10))} ${kept.length - 1}`]);
  const equations = (await lake.results()).filter(({ query }) => query === "shop/gold.kept").flatMap(conservationLines);
  expect(equations).toEqual([{ holds: true, line: `shop/gold.kept: ${kept.length} pairs = ${kept.length} written` }]);
});

it("what its page says of right, full and anti joins gives their rows", async () => {
  expect(unpaid.length).toBeGreaterThan(3);
  expect(unknown.length).toBeGreaterThan(3);
  const alone = unpaid.map((order) => `${orderLine(order)} null null`);
  expect(await lake.lines("gold.of_orders", ...columns)).toEqual([...pairs, ...alone].sort());
  expect(await lake.lines("gold.unpaid", "id", "n", "at")).toEqual(unpaid.map(orderLine).sort());
  const without = unknown.map((payment) => `${payment.id} null null ${paymentLine(payment)}`);
  expect(await lake.lines("gold.of_payments", ...columns)).toEqual([...pairs, ...without].sort());
  expect(await lake.lines("gold.all", ...columns)).toEqual([...pairs, ...alone, ...without].sort());
});

const columns = ["id", "n", "at", "payment", "paid_at"];
