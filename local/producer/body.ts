import type { CellPlan, RecordPlan } from "./columns.js";
import type { CsvRecord } from "./csv.js";

/** An event's key and body, as they are sent. */
export interface EventText {
  readonly key: string | null;
  readonly body: string;
}

/** The event of a record: its values in the declared order, or the raw text where the record brings one. */
export function eventOf({ line, cells }: CsvRecord, plan: RecordPlan, file: string): EventText {
  if (cells.length !== plan.width) {
    throw new Error(`${file}:${line}: the record has ${cells.length} cells and the header ${plan.width}.`);
  }
  const key = plan.key === undefined ? null : (cells[plan.key] ?? "") || null;
  const raw = plan.rawBody === undefined ? "" : (cells[plan.rawBody] ?? "");
  return { key, body: raw !== "" ? raw : bodyOf[plan.format](plan.body, cells) };
}

const bodyOf = { json: struct, csv: record } as const;

/** One record of CSV; declared columns of CSV are flat. */
function record(fields: readonly CellPlan[], cells: readonly string[]): string {
  return fields.map((field) => quoted(field.kind === "value" ? (cells[field.cell] ?? "") : "")).join(",");
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

// Written by hand rather than with JSON.stringify over an object: a number keeps its digits, however many they are.
function struct(fields: readonly CellPlan[], cells: readonly string[]): string {
  const parts = fields.map((field) => {
    const value = field.kind === "struct" ? struct(field.fields, cells) : jsonOf(cells[field.cell] ?? "", field.type);
    return `${JSON.stringify(field.name)}:${value}`;
  });
  return `{${parts.join(",")}}`;
}

function jsonOf(cell: string, type: string): string {
  if (cell === "") return "null";
  if (isNumeric(type) && jsonNumber.test(cell)) return cell;
  if (type === "boolean" && /^(true|false)$/i.test(cell)) return cell.toLowerCase();
  if (/^(array|map|struct)\b/.test(type) && isJson(cell)) return cell;
  return JSON.stringify(cell);
}

const jsonNumber = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

function isNumeric(type: string): boolean {
  return /^(byte|tinyint|short|smallint|int|integer|long|bigint|float|real|double|decimal)\b/.test(type);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
