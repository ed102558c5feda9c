import { closest, didYouMean } from "../../compiler/diagnostics/suggest.js";

/** A declared column of an event's body: a value of some type, or a struct of columns. */
export type BodyColumn =
  | { readonly name: string; readonly type: string }
  | { readonly name: string; readonly fields: readonly BodyColumn[] };

/** Which cell of a CSV record a value of the body comes from. The tree has the shape of the body. */
export type CellPlan =
  | { readonly kind: "value"; readonly name: string; readonly type: string; readonly cell: number }
  | { readonly kind: "struct"; readonly name: string; readonly fields: readonly CellPlan[] };

/** How the records of one CSV file become events. */
export interface RecordPlan {
  readonly format: "json" | "csv";
  readonly width: number;
  readonly body: readonly CellPlan[];
  /** The cell of `_body`: where it is not empty, it is sent as it stands. */
  readonly rawBody: number | undefined;
  /** The cell that the event's key comes from. */
  readonly key: number | undefined;
}

export interface Declared {
  /** What bodies are written in. */
  readonly format: "json" | "csv";
  readonly columns: readonly BodyColumn[];
  /** The dotted path of the column whose value is the event's key; null: events without one. */
  readonly key: string | null;
  /** Columns of the CSV file for paths of the body, where neither the path nor its last name is one. */
  readonly cells?: Readonly<Record<string, string>>;
}

/**
 * Matches a CSV header with the declared body: a column is the dotted path of a value (`reading.temperature`) or, where
 * only one value has it, its last name (`temperature`). Every value must have its column and every column its value.
 */
export function planRecords(header: readonly string[], declared: Declared, file: string): RecordPlan {
  const names = header.map((name) => name.trim());
  const leaves = leavesOf(declared.columns, "");
  const cellOf = new Map<string, number>();
  for (const leaf of leaves) {
    const isUnique = leaves.filter(({ name }) => name === leaf.name).length === 1;
    const wanted = declared.cells?.[leaf.path];
    const candidates = wanted !== undefined ? [wanted] : isUnique ? [leaf.path, leaf.name] : [leaf.path];
    const cell = candidates.map((name) => names.indexOf(name)).find((at) => at !== -1);
    if (cell !== undefined) cellOf.set(leaf.path, cell);
  }
  const rawBody = names.indexOf("_body");
  const taken = new Set([...cellOf.values(), rawBody]);
  refuse(file, names, {
    twice: names.filter((name, at) => names.indexOf(name) !== at),
    missing: leaves.map(({ path }) => path).filter((path) => !cellOf.has(path)),
    unknown: names.filter((_, at) => !taken.has(at)),
  });
  const key = declared.key === null ? undefined : cellOf.get(declared.key);
  if (declared.key !== null && key === undefined) {
    throw new Error(
      `${file}: the key '${declared.key}' is none of the body's columns (${leaves.map(({ path }) => path).join(", ")}).`,
    );
  }
  return {
    format: declared.format,
    width: header.length,
    body: plan(declared.columns, "", cellOf),
    rawBody: rawBody === -1 ? undefined : rawBody,
    key,
  };
}

interface Leaf {
  readonly path: string;
  readonly name: string;
}

function leavesOf(columns: readonly BodyColumn[], prefix: string): readonly Leaf[] {
  return columns.flatMap((column) => {
    const path = prefix + column.name;
    return "fields" in column ? leavesOf(column.fields, `${path}.`) : [{ path, name: column.name }];
  });
}

function plan(
  columns: readonly BodyColumn[],
  prefix: string,
  cellOf: ReadonlyMap<string, number>,
): readonly CellPlan[] {
  return columns.map((column) => {
    const path = prefix + column.name;
    if ("fields" in column)
      return { kind: "struct", name: column.name, fields: plan(column.fields, `${path}.`, cellOf) };
    return { kind: "value", name: column.name, type: column.type, cell: cellOf.get(path) ?? -1 };
  });
}

function refuse(
  file: string,
  names: readonly string[],
  found: Readonly<Record<"twice" | "missing" | "unknown", readonly string[]>>,
): void {
  const said: string[] = [];
  if (found.twice.length > 0) said.push(`it has twice: ${found.twice.join(", ")}`);
  if (found.missing.length > 0) said.push(`it lacks: ${found.missing.join(", ")}`);
  if (found.unknown.length > 0) said.push(`the source does not declare: ${found.unknown.join(", ")}`);
  if (said.length === 0) return;
  const lacking = found.missing.flatMap((path) => [path, path.replace(/^.*\./, "")]);
  const meant = found.unknown.map((name) => closest(name, lacking)).find((name) => name !== undefined);
  throw new Error(
    `${file}: the header (${names.join(", ")}) does not fit the source's columns; ${said.join("; ")}.${didYouMean(meant)}`,
  );
}
