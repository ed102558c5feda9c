import { type JsonSchema, schemaAt, schemaList, schemasAt } from "./json-schema.js";

/** The properties that say nothing about themselves, neither in place nor by what they refer to. */
export function undescribed(root: JsonSchema, name: string): readonly string[] {
  const definitions = new Map(schemasAt(root["definitions"], `${name}/definitions`));
  const missing: string[] = [];
  visit(root, name);
  for (const [key, definition] of definitions) visit(definition, `${name}/definitions/${key}`);
  return missing;

  function visit(schema: JsonSchema, place: string): void {
    for (const [property, below] of schemasAt(schema["properties"], place)) {
      if (!isDescribed(below)) missing.push(`${place}/properties/${property}`);
      visit(below, `${place}/properties/${property}`);
    }
    for (const keyword of ["oneOf", "anyOf", "allOf"]) {
      schemaList(schema[keyword], place).forEach((branch, i) => {
        visit(branch, `${place}/${keyword}/${i}`);
      });
    }
    for (const keyword of ["items", "additionalProperties"]) {
      const below = schema[keyword];
      if (typeof below === "object") visit(schemaAt(below, `${place}/${keyword}`), `${place}/${keyword}`);
    }
  }

  function isDescribed(schema: JsonSchema): boolean {
    if (typeof schema["description"] === "string") return true;
    if ("const" in schema) return true;
    const ref = schema["$ref"];
    const target = typeof ref === "string" ? definitions.get(ref.slice(ref.lastIndexOf("/") + 1)) : undefined;
    return target !== undefined && isDescribed(target);
  }
}
