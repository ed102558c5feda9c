import type { Cell, ResultSet } from "../../sql/databases.js";
import { ActivityError } from "../activity.js";
import { evaluate } from "../evaluate.js";
import type { JsonValue } from "../json.js";
import { type Reader, readerOf } from "../reader.js";
import type { Scope } from "../scope.js";
import { type InterimColumn, interimType } from "./interim.js";

/** The rows of a file: its columns, and records of their width. */
export interface Translated {
  readonly columns: readonly InterimColumn[];
  readonly records: readonly (readonly Cell[])[];
}

/**
 * Reads a `TabularTranslator`: which column of the result goes to which of the file, and as what.
 * https://learn.microsoft.com/azure/data-factory/copy-activity-schema-and-type-mapping
 */
export function readTranslator(translator: JsonValue): (rows: ResultSet, scope: Scope) => Translated {
  return (rows, scope) => {
    const problems: string[] = [];
    const read = readerOf(evaluate(translator, scope), "The mapping", problems);
    read.only("type", ["TabularTranslator"]);
    read.only("typeConversion", [true]);
    const settings = settingsOf(read.optionalObject("typeConversionSettings"));
    const mappings = read.list("mappings").map((one) => mappingOf(one));
    read.done();
    if (mappings.length === 0) read.problem("'mappings' must name the columns.");
    const mapped = mappings.flatMap((mapping) => columnOf(mapping, rows, settings, problems) ?? []);
    if (problems.length > 0) throw new ActivityError(problems.join(" "));
    return {
      columns: mapped.map(({ column }) => column),
      records: rows.rows.map((cells) => mapped.map(({ at }) => cells[at] ?? null)),
    };
  };
}

interface Settings {
  readonly dateTimeFormat: string | undefined;
}

function settingsOf(settings: Reader | undefined): Settings {
  // Numbers and texts are not cut here: what does not fit is an error.
  settings?.only("allowDataTruncation", [false]);
  settings?.only("treatBooleanAsNumber", [false]);
  settings?.only("culture", ["en-us"]); // which writes numbers as the invariant one does
  settings?.ignore("dateTimeOffsetFormat"); // of a type that is not copied here
  const dateTimeFormat = settings?.optionalText("dateTimeFormat");
  settings?.done();
  return { dateTimeFormat };
}

interface Mapping {
  /** By its name; of a file without a header by its place, from 1 on. */
  readonly source: string;
  /** The service's own type of it; undefined: whatever the column has. */
  readonly type: string | undefined;
  /** By its name, or its place in a file without a header. */
  readonly sink: string;
  readonly format: string | undefined;
}

function mappingOf(mapping: Reader): Mapping {
  const [source, sink] = [mapping.object("source"), mapping.object("sink")];
  const read = {
    source: source.has("ordinal") ? `${source.count("ordinal", 0)}` : source.text("name"),
    type: source.optionalText("type"),
    sink: sink.has("ordinal") ? `${sink.count("ordinal", 0)}` : sink.text("name"),
    format: sink.optionalText("format"),
  };
  for (const reader of [source, sink, mapping]) reader.done();
  return read;
}

/** The column that is written, and where its cells stand in the result; undefined if there is none, which is told. */
function columnOf(
  { source, type, format, sink }: Mapping,
  { columns }: ResultSet,
  { dateTimeFormat }: Settings,
  problems: string[],
): { readonly column: InterimColumn; readonly at: number } | undefined {
  const at = columns.findIndex(({ name }) => name === source);
  const column = columns[at];
  if (column === undefined) {
    const there = columns.map(({ name }) => name).join(", ");
    problems.push(`The column '${source}' of the mapping is not in the result, which has: ${there}.`);
    return undefined;
  }
  if (column.lackedBy !== undefined) problems.push(`${column.lackedBy}: it has no column '${source}'.`);
  const found = interimType(column.type);
  if (found === undefined) {
    problems.push(`The column '${source}' is ${column.type}, which is not copied on this machine.`);
    return undefined;
  }
  if (type !== undefined && type !== found)
    problems.push(`The column '${source}' is ${found} in the result and ${type} in the mapping.`);
  const { precision, scale } = column;
  return { column: { name: sink, type: found, precision, scale, format: format ?? dateTimeFormat }, at };
}
