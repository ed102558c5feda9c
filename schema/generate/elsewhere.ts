import { isSchema, type JsonSchema, schemaAt, schemaList, schemasAt, stringsAt } from "./json-schema.js";

/**
 * The schema in which each form of a mapping that has several (`type: tumbling`, `type: hopping`) says under `elsewhere` which
 * properties only others have: `hop: ["type: hopping"]`.
 */
export function withElsewhere(schema: JsonSchema): JsonSchema {
  const definitions = byName(schema["definitions"]);
  const extended = Object.values(definitions).flatMap(({ discriminator, oneOf }) => {
    if (!isSchema(discriminator)) return [];
    const choice = `${discriminator["propertyName"]}`;
    const forms = schemaList(oneOf, "oneOf").map(({ $ref }) => formOf(`${$ref}`, choice, definitions));
    return forms.map(({ name, form, properties }) => {
      const others = new Set(forms.flatMap((other) => other.properties.filter((one) => !properties.includes(one))));
      const having = (property: string) => forms.filter((other) => other.properties.includes(property));
      const elsewhere = [...others].map((property) => [property, having(property).flatMap(({ words }) => words)]);
      return [name, { ...form, elsewhere: Object.fromEntries(elsewhere) }] as const;
    });
  });
  return { ...schema, definitions: { ...definitions, ...Object.fromEntries(extended) } };
}

interface Form {
  readonly name: string;
  readonly form: JsonSchema;
  /** How it is chosen: `type: hopping`. */
  readonly words: readonly string[];
  readonly properties: readonly string[];
}

function formOf(ref: string, choice: string, definitions: Readonly<Record<string, JsonSchema>>): Form {
  const name = ref.replace("#/definitions/", "");
  const form = schemaAt(definitions[name], name);
  const properties = byName(form["properties"]);
  const { const: only, enum: several } = properties[choice] ?? {};
  const words = (only === undefined ? stringsAt(several) : [only]).map((word) => `${choice}: ${word}`);
  return { name, form, words, properties: Object.keys(properties) };
}

const byName = (schemas: unknown): Readonly<Record<string, JsonSchema>> =>
  Object.fromEntries(schemasAt(schemas, "schemas"));
