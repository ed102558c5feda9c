import { Report } from "../diagnostics/report.js";
import { parseType } from "../expression/parse/parse-type.js";
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
  return others.every((field) => typeof field.type === "string" && isType(field.type, fields)) && others.length > 0
    ? undefined // each is a type: the fields of a struct
    : type;
}

const isType = (word: string, [first]: readonly SourceColumn[]): boolean =>
  first !== undefined && parseType(word, first.origin, new Report()) !== undefined;
