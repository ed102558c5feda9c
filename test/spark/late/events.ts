import { clock, iso, minute, numbers } from "./times.js";

/** An event of a hub as it came. Times in microseconds since 1970. */
export interface Event {
  readonly partition: number;
  readonly offset: number;
  readonly arrived: number;
  readonly id: string;
  readonly k: string;
  readonly v: number | null;
  readonly at: number | null;
  readonly payment?: string;
  /** A body that is none. */
  readonly broken?: true;
}

/** Events of both hubs, run by run. */
export interface Runs {
  readonly orders: readonly (readonly Event[])[];
  readonly payments: readonly (readonly Event[])[];
}

/**
 * Runs of which `moving`, two at least, move event time on by about half an hour each, with what is late, very late, and just on the
 * watermark; one more moves both hubs past everything. Partition 2 is silent until the last that moves, and then brings what is old;
 * of more than two the second has no payment at all.
 */
export function runsOf(seed: number, moving: number): Runs {
  const random = numbers(seed);
  const whole = (below: number): number => Math.floor(random() * below);
  const offsets = [0, 0, 0];
  const placed = (partition: number, event: Omit<Event, "partition" | "offset" | "arrived">): Event => {
    const offset = offsets[partition] ?? 0;
    offsets[partition] = offset + 1;
    return { partition, offset, arrived: clock(30), ...event };
  };
  let n = 0;
  const order = (partition: number, at: number | null, more: Partial<Event> = {}): Event => {
    n += 1;
    return placed(partition, { id: `o${n}`, k: whole(2) === 0 ? "a" : "b", v: whole(1000), at, ...more });
  };
  const orders: Event[][] = [];
  const payments: Event[][] = [];
  let latest = clock(10);
  for (let run = 0; run < moving; run += 1) {
    const closed = run === 0 ? undefined : latest - 10 * minute;
    const from = run === 0 ? clock(10) : latest;
    const top = from + (20 + whole(20)) * minute + whole(1000);
    const there: Event[] = [];
    for (let i = 0; i < 8; i += 1) there.push(order(whole(2), from - 15 * minute + whole(35 * minute)));
    there.push(order(0, top), order(1, from + 11 * minute), order(0, from + 18 * minute, { k: "b" }));
    if (closed !== undefined)
      there.push(
        ...[closed - 1, closed, closed + 1, closed - 1000, closed + 1000].map((at) => order(whole(2), at)),
        order(1, closed - 3 * 60 * minute),
        order(0, clock(0, 1)),
      );
    if (run === moving - 1)
      there.push(...[closed ?? 0, clock(10, 3), top - 5 * minute].map((at) => order(2, at)), order(2, clock(10, 30)));
    there.push(
      order(0, null),
      order(1, top - minute, { v: null }),
      order(0, top, { k: "skip" }),
      order(1, clock(60)),
      order(0, top - minute, { broken: true }),
    );
    // Each is told again: at once, and those of the run before, of which some are late by then.
    const again = [there[0], there[3], orders.at(-1)?.[1], orders.at(-1)?.[8]].filter((one) => one !== undefined);
    there.push(...again.map(({ partition: _, offset: __, arrived: ___, ...event }) => placed(whole(2), event)));
    orders.push(there);
    latest = Math.max(top, latest);
    payments.push(run === 1 && moving > 2 ? [] : paymentsOf(orders.flat(), run));
  }
  // A pair too, or no window of pairs would close.
  const last = order(0, clock(29));
  orders.push([last, order(1, clock(10, 45))]);
  payments.push([payment("p-last", last.id, clock(29), 1)]);
  return { orders, payments };

  function payment(name: string, id: string, at: number, v: number): Event {
    return placed(0, { id, k: "", v, at, payment: name });
  }

  /** For orders so far, some before and some after them, and just on the bounds; some come late. */
  function paymentsOf(all: readonly Event[], run: number): Event[] {
    const good = all.filter(({ at, v, broken }) => at !== null && v !== null && !broken);
    return Array.from({ length: 8 }, (_, i) => {
      const { id, at } = good[whole(good.length)] ?? { id: "", at: 0 };
      const apart = [-10 * minute, -10 * minute - 1, 60 * minute, 60 * minute + 1, 0, 20 * minute][whole(6)] ?? 0;
      return payment(`p${run}-${i}`, id, (at ?? 0) + apart, whole(100));
    });
  }
}

/** The same events, in the same order, as other runs: `sizes` says how many of them each of them has. */
export const cut = ({ orders, payments }: Runs, sizes: readonly number[]): Runs => {
  const joined = (runs: readonly (readonly Event[])[]): (readonly Event[])[] => {
    let from = 0;
    return sizes.map((size) => {
      from += size;
      return runs.slice(from - size, from).flat();
    });
  };
  return { orders: joined(orders), payments: joined(payments) };
};

/** The same events, in the same order, of which no run has those of both hubs, but for the last. */
export const inTurns = ({ orders, payments }: Runs): Runs => {
  const last = orders.length - 1;
  return {
    orders: orders.flatMap((run, at) => (at === last ? [run] : [run, []])),
    payments: payments.flatMap((run, at) => (at === last ? [run] : [[], run])),
  };
};

/** Events as rows of a bronze table, one commit. */
export function arriving(hub: "orders" | "payments", events: readonly Event[]): string {
  const values = events.map(({ partition, offset, arrived, id, k, v, at, payment, broken }) => {
    const named = { id, k, v, at: at === null ? null : iso(at), payment };
    const body = JSON.stringify(named).slice(0, broken ? -3 : undefined);
    return `(cast('${body}' as binary), null, null, timestamp'${iso(arrived)}', ${partition}, ${offset})`;
  });
  return `INSERT INTO lake.bronze.${hub} VALUES ${values.join(", ")}`;
}
