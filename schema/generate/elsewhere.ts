import { isSchema, type JsonSchema, schemaAt, schemaList, schemasAt, stringsAt } from "./json-schema.js";

/**
 * The schema in which each form of a mapping that has several (`type: tumbling`, `type: hopping`) says under `elsewhere` which
 * properties only others have: `hop: ["type: hopping"]`. A form may have forms itself (`kind: sql-server` by `read`): what only
 * other kinds have is told by those.
 */
export function withElsewhere(schema: JsonSchema): JsonSchema {
  const definitions = byName(schema["definitions"]);
  const told = new Map<string, Readonly<Record<string, readonly string[]>>>();
  for (const definition of Object.values(definitions)) {
    const forms = formsOf(definition, definitions);
    for (const { parts, properties } of forms) {
      const others = new Set(forms.flatMap((other) => other.properties.filter((one) => !properties.includes(one))));
      const having = (property: string) => forms.filter((other) => other.properties.includes(property));
      const elsewhere = Object.fromEntries(
        [...others].map((property) => [property, having(property).flatMap(({ words }) => words)] as const),
      );
      for (const part of parts) told.set(part, { ...elsewhere, ...told.get(part) });
    }
  }
  const extended = [...told].map(([name, elsewhere]) => [name, { ...definitions[name], elsewhere }] as const);
  return { ...schema, definitions: { ...definitions, ...Object.fromEntries(extended) } };
}

interface Form {
  /** How it is chosen: `type: hopping`. */
  readonly words: readonly string[];
  readonly properties: readonly string[];
  /** The definitions that say what its mappings have: its own, or those of its own forms. */
  readonly parts: readonly string[];
}

type Definitions = Readonly<Record<string, JsonSchema>>;

function formsOf({ discriminator, oneOf }: JsonSchema, definitions: Definitions): readonly Form[] {
  if (!isSchema(discriminator)) return [];
  const choice = `${discriminator["propertyName"]}`;
  return schemaList(oneOf, "oneOf").map(({ $ref }) => formOf(`${$ref}`, choice, definitions));
}

function formOf(ref: string, choice: string, definitions: Definitions): Form {
  const name = ref.replace("#/definitions/", "");
  const form = schemaAt(definitions[name], name);
  const properties = byName(form["properties"]);
  const { const: only, enum: several } = properties[choice] ?? {};
  const words = (only === undefined ? stringsAt(several) : [only]).map((word) => `${choice}: ${word}`);
  const within = formsOf(form, definitions);
  const all = [...Object.keys(properties), ...within.flatMap((inner) => inner.properties)];
  return {
    words,
    properties: [...new Set(all)],
    parts: within.length === 0 ? [name] : within.flatMap(({ parts }) => parts),
  };
}

const byName = (schemas: unknown): Definitions => Object.fromEntries(schemasAt(schemas, "schemas"));
