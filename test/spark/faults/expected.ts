import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Left } from "./left.js";
import type { Project } from "./project.js";

/** What tables must hold by the meaning of the YAML, calculated from the producers' files alone; each row as a text, sorted. */
export type Expected = Readonly<Record<string, readonly string[]>>;

const minute = 60_000;
const delay = 10 * minute;
const window = 5 * minute;

/** Rows of CSV files whose last cell may be quoted, as those of `project.ts`: file by file, which are the waves. */
function waves({ projectDir }: Project, name: string): readonly (readonly (readonly string[])[])[] {
  const pattern = new RegExp(`^${name}-(\\d+)\\.csv$`);
  const files = readdirSync(join(projectDir, "data")).filter((file) => pattern.test(file));
  const number = (file: string) => Number(pattern.exec(file)?.[1]);
  return files
    .toSorted((a, b) => number(a) - number(b))
    .map((file) => {
      const [, ...lines] = readFileSync(join(projectDir, "data", file), "utf8")
        .trimEnd()
        .split("\n");
      return lines.map((line) => line.split(","));
    });
}

interface Reading {
  readonly id: string;
  readonly value: number;
  readonly at: number;
}

/** A wave is a batch: what is late is so by the waves before it, of which repeated rows count too. */
export function expectedOfStreams(project: Project): Expected {
  const silver = new Map<string, Reading>();
  const late: Reading[] = [];
  const aside: string[] = [];
  let newest = Number.NEGATIVE_INFINITY;
  for (const wave of waves(project, "readings")) {
    const watermark = newest - delay;
    for (const [id = "", value = "", at = "", body = ""] of wave) {
      const violated = [...(at === "" ? ["has_key"] : []), ...(Number(value) >= 0 ? [] : ["plausible"])];
      if (body !== "" || violated.length > 0) {
        aside.push(body === "" ? violated.join() : "unparsable");
        continue;
      }
      const reading = { id, value: Number(value), at: Date.parse(at) };
      newest = Math.max(newest, reading.at);
      if (reading.at <= watermark) late.push(reading);
      else if (!silver.has(`${id} ${at}`)) silver.set(`${id} ${at}`, reading);
    }
  }
  const rows = [...silver.values()];
  const start = ({ at }: Reading) => Math.floor(at / window) * window;
  const closed = rows.filter((row) => start(row) + window <= newest - delay);
  const minutes = grouped(closed, (row) => `${start(row)} ${row.id}`, Math.max);
  const notes = readdirSync(join(project.projectDir, "data/notes")).flatMap((file) =>
    readFileSync(join(project.projectDir, "data/notes", file), "utf8")
      .trimEnd()
      .split("\n"),
  );
  const whole: readonly { readonly note: number; readonly text: string | null }[] = notes.flatMap((line) =>
    line.endsWith("}") ? [JSON.parse(line)] : [],
  );
  return sorted({
    "silver.readings": rows.map(({ id, at }) => `${id} ${at}`),
    "silver.readings.late": late.map(({ id, value, at }) => `${id} ${value} ${at}`),
    "silver.readings.quarantine": aside,
    "gold.minutes": minutes,
    "gold.totals": grouped(rows, ({ id }) => id, Math.min),
    "silver.notes": whole.flatMap(({ note, text }) => (text === null ? [] : [`${note} ${text}`])),
    "silver.notes.quarantine": notes.flatMap((line) =>
      line.endsWith("}") ? (line.includes("null") ? ["has_text"] : []) : ["unparsable"],
    ),
    lines: minutes,
  });
}

/** Of each group how many rows there are, and which value is the outermost. */
function grouped(
  rows: readonly Reading[],
  key: (row: Reading) => string,
  outermost: (a: number, b: number) => number,
): readonly string[] {
  const groups = new Map<string, { readonly count: number; readonly value: number }>();
  for (const row of rows) {
    const { count, value } = groups.get(key(row)) ?? { count: 0, value: row.value };
    groups.set(key(row), { count: count + 1, value: outermost(value, row.value) });
  }
  return [...groups].map(([of, { count, value }]) => `${of} ${count} ${value}`);
}

/** An order is what its newest change with an amount says; of stores those stand that the newest file has. */
export function expectedOfLandings(project: Project): Expected {
  const changes = waves(project, "orders").flat();
  const orders = new Map<string, string>();
  for (const [id = "", amount = ""] of changes) if (amount !== "") orders.set(id, amount);
  const amounts = new Map<string, number>();
  for (const amount of orders.values()) amounts.set(amount, (amounts.get(amount) ?? 0) + 1);
  return sorted({
    "silver.orders": [...orders].map(([id, amount]) => `${id} ${amount}`),
    "silver.orders.quarantine": changes.filter(([, amount]) => amount === "").map(([id]) => `${id}`),
    "silver.stores": (waves(project, "stores").at(-1) ?? []).map(([id, city]) => `${id} ${city}`),
    "gold.amounts": [...amounts].map(([amount, n]) => `${amount} ${n}`),
  });
}

/** The same of what a run left: by table which columns make the text; undefined for a row that is not compared. */
const texts: Readonly<Record<string, (row: Readonly<Record<string, unknown>>) => string | undefined>> = {
  // Which of two readings of a device and a minute is kept is Spark's to say.
  "silver.readings": ({ id, at }) => `${id} ${time(at)}`,
  "silver.readings.late": ({ id, value, at }) => `${id} ${value} ${time(at)}`,
  "silver.readings.quarantine": violations,
  "gold.minutes": minutesText,
  "gold.totals": ({ id, readings, lowest }) => `${id} ${readings} ${lowest}`,
  "silver.notes": ({ note, text }) => `${note} ${text}`,
  "silver.notes.quarantine": violations,
  lines: minutesText,
  "silver.orders": ({ order_id, amount }) => `${order_id} ${amount}`,
  "silver.orders.quarantine": ({ order_id }) => `${order_id}`,
  "silver.stores": ({ store_id, city, valid_to }) => (valid_to === true ? `${store_id} ${city}` : undefined),
  "gold.amounts": ({ amount, orders }) => `${amount} ${orders}`,
};

function minutesText({ window_start, id, readings, highest }: Readonly<Record<string, unknown>>): string {
  return `${time(window_start)} ${id} ${readings} ${highest}`;
}

function violations({ _violations }: Readonly<Record<string, unknown>>): string {
  return Array.isArray(_violations) ? [..._violations].sort().join() : "";
}

const time = (text: unknown): number => Date.parse(String(text));

/** What was left of the tables that a calculation knows. */
export function comparable({ tables }: Left, expected: Expected): Expected {
  const all: Readonly<Record<string, readonly string[]>> = {
    ...tables,
    lines: Object.entries(tables).flatMap(([name, rows]) => (/batch=/.test(name) ? rows : [])),
  };
  return sorted(
    Object.fromEntries(
      Object.keys(expected).map((name) => [name, (all[name] ?? []).flatMap((row) => texts[name]?.(rowOf(row)) ?? [])]),
    ),
  );
}

/** Rows of tables are kept as pairs of names and values, lines of files as objects. */
function rowOf(text: string): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(text);
  return Array.isArray(value) ? Object.fromEntries(value) : Object(value);
}

const sorted = (tables: Readonly<Record<string, readonly string[]>>): Expected =>
  Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, rows.toSorted()]));
