import { readFileSync } from "node:fs";

/** The properties that the language's schemas know. */
export function propertyWords(): ReadonlySet<string> {
  const words = new Set<string>();
  for (const name of ["project", "pipeline", "database"])
    collect(JSON.parse(readFileSync(`schema/${name}.schema.json`, "utf8")), words);
  return words;
}

function collect(schema: unknown, words: Set<string>): void {
  if (typeof schema !== "object" || schema === null) return;
  for (const [key, value] of Object.entries(schema)) {
    if (key === "properties" && typeof value === "object" && value !== null)
      for (const word of Object.keys(value)) words.add(word);
    collect(value, words);
  }
}

/** Properties that take a text that nothing but its length, or a pattern, keeps within bounds. */
export function textProperties(): ReadonlySet<string> {
  const found = new Set<string>();
  for (const name of ["project", "pipeline", "database"]) {
    const schema = JSON.parse(readFileSync(`schema/${name}.schema.json`, "utf8"));
    walk(schema, schema, found);
  }
  return found;
}

function walk(schema: unknown, root: unknown, found: Set<string>): void {
  if (typeof schema !== "object" || schema === null) return;
  for (const [key, value] of Object.entries(schema)) {
    if (key === "properties" && typeof value === "object" && value !== null)
      for (const [word, one] of Object.entries(value)) if (isText(one, root)) found.add(word);
    walk(value, root, found);
  }
}

/** Itself, or an item of it, or one of the forms that it may have. */
function isText(schema: unknown, root: unknown): boolean {
  const { type, items, anyOf = [], oneOf = [], $ref } = Object(schema);
  if (typeof $ref === "string") return isText(definition($ref, root), root);
  if (type === "string" || (Array.isArray(type) && type.includes("string"))) return !("enum" in Object(schema));
  return [items, ...[anyOf, oneOf].flat()].some((one) => one !== undefined && isText(one, root));
}

const definition = (reference: string, root: unknown): unknown =>
  reference
    .split("/")
    .slice(1)
    .reduce((at, name) => Object(at)[name], root);
