import { closest } from "../diagnostics/suggest.js";
import type { TableSpec } from "./spec.generated.js";
import type { SchemaError } from "./validators.generated.js";

/** The property that the schema does not know. */
export const strayOf = ({ params }: SchemaError): string => String(params["additionalProperty"]);

export function suggestionFor(error: SchemaError): string | undefined {
  const known = Object.keys(Object(error.parentSchema?.["properties"]));
  return known.find((property) => property === otherWords.get(strayOf(error))) ?? closest(strayOf(error), known);
}

/** What is written here means something the schema has, by another word. */
const isOtherWord = (error: SchemaError): boolean =>
  otherWords.has(strayOf(error)) && suggestionFor(error) === otherWords.get(strayOf(error));

/** Words that elsewhere mean what has another name here. */
const otherWords: ReadonlyMap<string, string> = new Map([["watermark", "cursor"]]);

/** The forms of a mapping that have the property which this one lacks: `type: hopping`. */
export function elsewhere({ parentSchema, ...error }: SchemaError): readonly string[] {
  const stray = strayOf(error);
  const forms = Object(parentSchema?.["elsewhere"]);
  const others = [Object.hasOwn(forms, stray) ? forms[stray] : []].flat().map(String);
  const below = within.get(stray);
  const isBelow = below !== undefined && Object.hasOwn(Object(parentSchema?.["properties"]), below);
  return others.length === 0 && isBelow ? [below] : others;
}

/** What belongs into another property of the mapping. */
const within: ReadonlyMap<string, string> = new Map([
  ["after", "triggers"],
  ["time_zone", "cursor"],
]);

/** What a clause of a table stands in that is none: `a source`. Undefined where the property is no such clause, or the thing has it. */
export function notATable(error: SchemaError): string | undefined {
  const [, section, , ...below] = error.instancePath.split("/");
  if (below.length > 0 || isOtherWord(error) || !clauses.some((clause) => clause === strayOf(error))) return undefined;
  return things.get(section ?? "");
}

const things: ReadonlyMap<string, string> = new Map([
  ["sources", "a source"],
  ["bronze", "a bronze table"],
  ["sinks", "a sink"],
]);

const clauses = [
  ...([
    "union",
    "explode",
    "columns",
    "with_columns",
    "except",
    "where",
    "expect",
    "watermark",
    "deduplicate",
    "apply_changes",
  ] as const),
  ...(["late_rows", "join", "window", "group_by", "aggregates", "write", "partition_by", "materialize"] as const),
] as const satisfies readonly (keyof TableSpec)[];
