import {
  chosenAmong,
  isSchema,
  type JsonSchema,
  onlyRequires,
  schemaAt,
  schemaList,
  schemasAt,
  stringsAt,
} from "./json-schema.js";

/** A schema file and the name of the type of its root. */
export interface RootSchema {
  readonly name: string;
  readonly schema: JsonSchema;
}

/**
 * Readonly TypeScript types for the schemas: one for each root and each definition, with the descriptions as doc comments.
 * A definition that two schemas share must say the same in both.
 */
export function typesOf(roots: readonly RootSchema[]): string {
  const declarations = new Map<string, string>();
  const declare = (name: string, text: string): void => {
    const before = declarations.get(name);
    if (before !== undefined && before !== text) throw new Error(`${name} is defined in two ways`);
    declarations.set(name, text);
  };
  for (const { name, schema } of roots) declare(name, declaration(name, schemaAt(schema, name)));
  for (const { name: root, schema } of roots) {
    for (const [key, definition] of schemasAt(schema["definitions"], `${root}/definitions`)) {
      declare(key, declaration(typeName(key), definition));
    }
  }
  return `// Generated from schema/*.schema.json by \`npm run generate\`; do not edit.\n\n${[...declarations.values()].join("\n")}`;
}

/** A definition is named as its type is: `EventHubSourceSpec`. */
function typeName(definition: string): string {
  if (!/^[A-Z][A-Za-z0-9]*$/.test(definition)) throw new Error(`definition ${definition} is not named like a type`);
  return definition;
}

function declaration(name: string, schema: JsonSchema): string {
  const plain = isPlainObject(schema);
  const head = plain ? `export interface ${name} ` : `export type ${name} = `;
  return `${comment(schema, "")}${head}${typeOf(schema, name, "")}${plain ? "" : ";"}\n`;
}

/** An object of named properties and nothing else: what an interface can say. */
function isPlainObject(schema: JsonSchema): boolean {
  const isChoice = schemaList(schema["oneOf"], "oneOf").some((branch) => !onlyRequires(branch));
  const combined = isChoice || ["anyOf", "allOf", "$ref", "patternProperties"].some((keyword) => keyword in schema);
  return (
    schema["type"] === "object" && "properties" in schema && !combined && !isSchema(schema["additionalProperties"])
  );
}

function typeOf(schema: JsonSchema, place: string, indent: string): string {
  const parts: string[] = [];
  if ("$ref" in schema) parts.push(reference(schema["$ref"], place));
  if ("const" in schema) parts.push(literal(schema["const"]));
  else if ("enum" in schema) parts.push(union(listOf(schema["enum"]).map(literal)));
  if ("if" in schema) {
    const branches = chosenAmong(schema, place);
    parts.push(union(branches.map((branch, i) => typeOf(branch, `${place}/if/${i}`, indent))));
  }
  for (const keyword of ["oneOf", "anyOf"]) {
    const branches = schemaList(schema[keyword], `${place}/${keyword}`).filter((branch) => !onlyRequires(branch));
    if (branches.length > 0)
      parts.push(union(branches.map((branch, i) => typeOf(branch, `${place}/${keyword}/${i}`, indent))));
  }
  schemaList(schema["allOf"], `${place}/allOf`).forEach((part, i) => {
    const type = typeOf(part, `${place}/allOf/${i}`, indent);
    if (type !== "unknown") parts.push(type);
  });
  // `type: object` beside a union only repeats what the branches say, unless it brings properties of its own.
  if (parts.length === 0 || "properties" in schema) parts.push(ownType(schema, place, indent));
  return parts.length === 1
    ? (parts[0] ?? "unknown")
    : parts.map((part) => (part.includes(" | ") ? `(${part})` : part)).join(" & ");
}

function ownType(schema: JsonSchema, place: string, indent: string): string {
  const types = typeof schema["type"] === "string" ? [schema["type"]] : stringsAt(schema["type"]);
  if (types.length === 0) return "properties" in schema ? objectType(schema, place, indent) : "unknown";
  return union(types.map((type) => simpleType(type, schema, place, indent)));
}

function simpleType(type: string, schema: JsonSchema, place: string, indent: string): string {
  switch (type) {
    case "string":
    case "boolean":
    case "null":
    case "number":
      return type;
    case "integer":
      return "number";
    case "array": {
      const items = typeOf(schemaAt(schema["items"] ?? {}, `${place}/items`), `${place}/items`, indent);
      return /^[\w.]+$/.test(items) ? `readonly ${items}[]` : `readonly (${items})[]`;
    }
    case "object":
      return objectType(schema, place, indent);
    default:
      throw new Error(`${place} has the unknown type ${type}`);
  }
}

function objectType(schema: JsonSchema, place: string, indent: string): string {
  const inner = `${indent}  `;
  const required = new Set(stringsAt(schema["required"]));
  const properties = schemasAt(schema["properties"], `${place}/properties`).map(([name, property]) => {
    const at = `${place}/properties/${name}`;
    const key = /^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name);
    return `${comment(property, inner)}${inner}readonly ${key}${required.has(name) ? "" : "?"}: ${typeOf(property, at, inner)};\n`;
  });
  const others = schemasAt(schema["patternProperties"], `${place}/patternProperties`).map(([pattern, other]) =>
    typeOf(other, `${place}/patternProperties/${pattern}`, inner),
  );
  const additional = schema["additionalProperties"];
  if (isSchema(additional))
    others.push(typeOf(schemaAt(additional, `${place}/additionalProperties`), `${place}/additionalProperties`, inner));
  const index = others.length === 0 ? "" : `${inner}readonly [name: string]: ${union(others)};\n`;
  const own = `{\n${properties.join("")}${indent}}`;
  if (index === "") return properties.length === 0 ? "{ readonly [name: string]: never }" : own;
  // An index signature would have to cover the named properties too, so the two stand apart.
  return properties.length === 0 ? `{\n${index}${indent}}` : `${own} & {\n${index}${indent}}`;
}

function reference(ref: unknown, place: string): string {
  const name = typeof ref === "string" ? /(?:^#|\.json#?)\/definitions\/([^/]+)$/.exec(ref)?.[1] : undefined;
  if (name === undefined) throw new Error(`${place} refers to ${String(ref)}; only '#/definitions/…' can be followed`);
  return typeName(name);
}

function comment(schema: JsonSchema, indent: string): string {
  const description = schema["description"];
  const lines = typeof description === "string" ? description.replaceAll("*/", "*\\/").split("\n") : [];
  if ("default" in schema) lines.push(`Default: ${JSON.stringify(schema["default"])}`);
  if (lines.length === 0) return "";
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join("\n")}\n${indent} */\n`;
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const literal = (value: unknown): string => JSON.stringify(value);

const union = (types: readonly string[]): string => [...new Set(types)].join(" | ") || "never";
