import { Report } from "../diagnostics/report.js";
import { parseType } from "../expression/parse/parse-type.js";
import type { Origin } from "../source/origin.js";
import { isLabel } from "./sensitive.js";
import type { SourceColumn } from "./source.js";

/** What other tools write of a column beside its type. */
const attributes: ReadonlySet<string> = new Set([
  ...["type", "nullable", "required", "description", "comment"],
  ...["sensitive", "pii", "classification", "masked", "tags", "meta", "doc", "default", "unique", "primary_key"],
]);

/** The type of a column that is written in other tools' long form, `{ type: string, nullable: true }`, which is none of structs. */
export function longForm(fields: SourceColumn["type"]): string | undefined {
  if (typeof fields === "string" || !fields.every(({ name }) => attributes.has(name))) return undefined;
  const type = fields.find(({ name }) => name === "type")?.type;
  if (typeof type !== "string" || !isType(type, fields)) return undefined;
  const others = fields.filter(({ name }) => name !== "type");
  const label = others.find((field) => field.name === "sensitive")?.type;
  if (isLabel(label)) return `{ type: ${type}, sensitive: ${label} }`;
  return others.every((field) => typeof field.type === "string" && isType(field.type, fields)) && others.length > 0
    ? undefined // each is a type: the fields of a struct
    : type;
}

/** What stands as the label in `{ type: string, sensitive: personal }` and is none, nor the type of a field. */
export function strayLabel(
  fields: SourceColumn["type"],
): { readonly word: string; readonly origin: Origin } | undefined {
  if (typeof fields === "string" || fields.length !== 2 || !fields.some(({ name }) => name === "type"))
    return undefined;
  const label = fields.find(({ name }) => name === "sensitive");
  if (label === undefined || typeof label.type !== "string" || isType(label.type, fields)) return undefined;
  return { word: label.type, origin: label.origin };
}

const isType = (word: string, [first]: readonly SourceColumn[]): boolean =>
  first !== undefined && parseType(word, first.origin, new Report()) !== undefined;
