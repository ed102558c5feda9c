import type { Cell, ResultSet } from "../../sql/databases.js";
import { ActivityError } from "../activity.js";
import { evaluate } from "../evaluate.js";
import type { JsonValue } from "../json.js";
import { type Reader, readerOf } from "../reader.js";
import type { Scope } from "../scope.js";
import { interimType, textOf } from "./interim.js";

/** The rows of a file: the header, and records of its width. */
export interface Translated {
  readonly header: readonly string[];
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
    const columns = mappings.map((mapping) => columnOf(mapping, rows, settings, problems));
    if (problems.length > 0) throw new ActivityError(problems.join(" "));
    return {
      header: mappings.map(({ sink }) => sink),
      records: rows.rows.map((cells) => columns.map((column) => column(cells))),
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
  readonly source: string;
  /** The service's own type of it; undefined: whatever the column has. */
  readonly type: string | undefined;
  readonly sink: string;
  readonly format: string | undefined;
}

function mappingOf(mapping: Reader): Mapping {
  const [source, sink] = [mapping.object("source"), mapping.object("sink")];
  const read = {
    source: source.text("name"),
    type: source.optionalText("type"),
    sink: sink.text("name"),
    format: sink.optionalText("format"),
  };
  // Every value of such a file is a text in the end.
  sink.ignore("type");
  for (const reader of [source, sink, mapping]) reader.done();
  return read;
}

function columnOf(
  { source, type, format, sink }: Mapping,
  { columns }: ResultSet,
  { dateTimeFormat }: Settings,
  problems: string[],
): (cells: readonly Cell[]) => Cell {
  const at = columns.findIndex(({ name }) => name === source);
  const column = columns[at];
  if (column === undefined) {
    const there = columns.map(({ name }) => name).join(", ");
    problems.push(`The column '${source}' of the mapping is not in the result, which has: ${there}.`);
    return () => null;
  }
  const found = interimType(column.type);
  if (found === undefined)
    problems.push(`The column '${source}' is ${column.type}, which is not copied on this machine.`);
  else if (type !== undefined && type !== found)
    problems.push(`The column '${source}' is ${found} in the result and ${type} in the mapping.`);
  return (cells) => {
    const cell = cells[at] ?? null;
    return cell === null || found === undefined ? null : textOf(cell, found, format ?? dateTimeFormat, sink);
  };
}
