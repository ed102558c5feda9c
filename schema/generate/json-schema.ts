/** A JSON Schema as read: every keyword still unchecked. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** The keywords that schema and types share. Another one is refused, so that the schema stays a language that types can follow. */
const known = new Set(
  (
    "$schema $id $ref title description markdownDescription definitions type properties required additionalProperties " +
    "patternProperties propertyNames items enum const oneOf anyOf allOf if then else discriminator pattern minLength maxLength minimum " +
    "maximum exclusiveMinimum exclusiveMaximum multipleOf minItems maxItems uniqueItems minProperties maxProperties " +
    "default examples deprecated"
  ).split(" "),
);

export function isSchema(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The sub-schema or value as a schema; throws with the place where it is not one. */
export function schemaAt(value: unknown, place: string): JsonSchema {
  if (!isSchema(value)) throw new Error(`${place} is not a schema`);
  const stray = Object.keys(value).filter((keyword) => !known.has(keyword));
  if (stray.length > 0) throw new Error(`${place} uses ${stray.join(", ")}, which the generator does not know`);
  return value;
}

/** The named sub-schemas below `properties`, `definitions` and the like. */
export function schemasAt(value: unknown, place: string): readonly (readonly [name: string, schema: JsonSchema])[] {
  if (value === undefined) return [];
  if (!isSchema(value)) throw new Error(`${place} is not a map of schemas`);
  return Object.entries(value).map(([name, schema]) => [name, schemaAt(schema, `${place}/${name}`)]);
}

/** A list of sub-schemas below `oneOf` and the like. */
export function schemaList(value: unknown, place: string): readonly JsonSchema[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new Error(`${place} is not a list`);
  return value.map((schema, index) => schemaAt(schema, `${place}/${index}`));
}

/** A branch that asks for properties of the schema that it stands in, and says nothing of their types. */
export const onlyRequires = (schema: JsonSchema): boolean => Object.keys(schema).join() === "required";

/** The strings of a list such as `required`. */
export function stringsAt(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

/** The branches of `if … then … else if … then …`; a last `else` of `not` only says that nothing else fits. */
export function chosenAmong(schema: JsonSchema, place: string): readonly JsonSchema[] {
  if (!("if" in schema)) return [schema];
  const branch = schemaAt(schema["then"], `${place}/then`);
  const otherwise = schema["else"];
  if (!isSchema(otherwise) || "not" in otherwise) return [branch];
  return [branch, ...chosenAmong(schemaAt(otherwise, `${place}/else`), `${place}/else`)];
}
