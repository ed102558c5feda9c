/** Events in bronze: `body`, `key`, `properties`, `enqueued_at`, `partition`, `offset`. */
function insert(table: string, from: number, bodies: readonly string[]): string {
  const values = bodies.map(
    (body, at) => `(cast('${body}' as binary), null, null, timestamp'2026-03-02 12:00:00', 0, ${from + at})`,
  );
  return `INSERT INTO lake.bronze.${table} VALUES ${values.join(", ")}`;
}

const items = [["red", "blue"], [], ["red", null]];

/** `count` events from a minute of the first of March on, some twice, some with nulls, and one that is no JSON. */
function events(time: "at" | "bt", count: number, from: number): readonly string[] {
  const ofA = (i: number) => ({
    k: i % 5 === 4 ? null : `k${i % 3}`,
    v: i % 7 === 6 ? null : i % 11,
    items: items[i % items.length],
  });
  const body = (i: number) => ({
    id: i % 9 === 8 ? null : `i${i % 6}`,
    ...(time === "bt" ? { w: i % 13 } : ofA(i)),
    [time]: i % 10 === 9 ? null : new Date(Date.UTC(2026, 2, 1, 0, from + 3 * i, i)).toISOString(),
  });
  const all = Array.from({ length: count }, (_, i) => JSON.stringify(body(i)));
  return [...all, ...all.slice(0, 3), '{"id": '];
}

export const firstRows: readonly string[] = [
  insert("a", 0, events("at", 30, 600)),
  insert("b", 0, events("bt", 30, 605)),
  insert("c", 0, events("at", 20, 610)),
];

/** Hours later, so that windows close, with some rows that are late by then. */
export const secondRows: readonly string[] = [
  insert("a", 100, [...events("at", 20, 900), ...events("at", 3, 300)]),
  insert("b", 100, [...events("bt", 20, 890), ...events("bt", 3, 310)]),
  insert("c", 100, [...events("at", 20, 880), ...events("at", 2, 320)]),
];
